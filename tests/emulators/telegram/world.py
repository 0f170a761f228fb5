"""The one state behind the server: the bot, the people, their files and what waits for the bot."""

import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.emulators.faults import Faults
from tests.emulators.telegram.answers import bad_request
from tests.emulators.telegram.files import Files
from tests.emulators.telegram.flood import FloodGate
from tests.emulators.telegram.updates import Updates

if TYPE_CHECKING:
    from tests.emulators.telegram.group import Group
    from tests.emulators.telegram.person import Person

#: calls remembered
CALLS = 200_000


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot. `at` is monotonic seconds; `status` is the HTTP status, 0 for no answer."""

    at: float
    method: str
    chat: int | None
    status: int


@dataclass(slots=True)
class WebhookInfo:
    """Where updates are posted to, while `url` is set."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int = 0


class World:
    """`token` is the bot's; everything else begins empty."""

    def __init__(self, token: str, username: str) -> None:
        self.token = token
        self.bot: dict[str, Any] = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "tiendo",
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        self.faults = Faults()
        self.updates = Updates(self.faults)
        self.files = Files()
        self.flood = FloodGate(self.clock)
        self.webhook = WebhookInfo()
        self.webhook_changed: Callable[[], None] = lambda: None
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        #: by language, "" for all others
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.calls: deque[Call] = deque(maxlen=CALLS)
        self._queries: dict[str, Person] = {}
        self._ids = itertools.count(1)
        self._query_ids = itertools.count(4_382_000_000_000_000_001)

    def clock(self) -> float:
        """Seconds, only good for differences."""
        return time.monotonic()

    def date(self) -> int:
        """Now, as Telegram writes it: whole seconds since 1970."""
        return int(time.time())

    def next_id(self) -> int:
        """The number of a new message."""
        return next(self._ids)

    def next_query(self, person: "Person") -> str:
        """The id of a new button press, which waits to be answered."""
        query = str(next(self._query_ids))
        self._queries[query] = person
        return query

    def answer_query(self, query: str) -> "Person | None":
        """Who pressed; None when it has been answered or never was."""
        return self._queries.pop(query, None)

    def reachable(self, chat: int | None, kind: str = "text") -> "Person | Group":
        """The person or group with that chat. Raises 400 or 403 as Telegram does."""
        if chat is None:
            raise bad_request("chat_id is empty")
        found = self.people.get(chat) or self.groups.get(chat)
        if found is None:
            raise bad_request("chat not found")
        found.check(kind)
        return found
