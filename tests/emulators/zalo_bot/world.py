"""The one state behind the server: the bot, the people, their pictures and what waits for the bot."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.emulators.faults import Faults
from tests.emulators.zalo_bot.answers import NO_CHAT, bad_request
from tests.emulators.zalo_bot.updates import Updates

if TYPE_CHECKING:
    from tests.emulators.zalo_bot.person import Person


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot. `status` is 200, the error's code, or 0 for no answer of the platform."""

    method: str
    chat: str | None
    status: int


@dataclass(frozen=True, slots=True)
class Media:
    """What a person sent: its bytes and the kind the server says they are."""

    content: bytes
    mime: str


class World:
    """`token` is the bot's; everything else begins empty."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.bot: dict[str, Any] = {
            "id": "1459232241454765289",
            "account_name": "bot.VDKyGxQvc",
            "account_type": "BASIC",
            "can_join_groups": False,
        }
        self.faults = Faults()
        self.updates = Updates(self.faults)
        self.people: dict[str, Person] = {}
        self.media: dict[str, Media] = {}
        self.calls: list[Call] = []
        self.base_url = ""
        #: public addresses and where on this machine they lead, as a proxy before the bot leads them
        self.proxies: dict[str, str] = {}
        self.webhook_url = ""
        self.webhook_secret = ""
        self.webhook_updated = 0
        self.webhook_changed: Callable[[], None] = lambda: None
        self._ids = itertools.count(1)

    def now(self) -> int:
        """Now, as Zalo writes it: milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def next_id(self) -> str:
        """The id of a new message: twenty hexadecimal digits."""
        return f"{next(self._ids) * 0x9E3779B97F4A7C15F39D % (1 << 80):020x}"

    def reached_at(self, url: str) -> str:
        """Where a public address leads."""
        for public, here in self.proxies.items():
            if url.startswith(public):
                return here + url.removeprefix(public)
        return url

    def put_media(self, content: bytes, suffix: str, mime: str) -> str:
        """The public address of something that was sent."""
        path = f"/media/{self.next_id()}{suffix}"
        self.media[path] = Media(content, mime)
        return self.base_url + path

    def reachable(self, chat: object) -> "Person":
        """The person with that chat. Raises 400 or 404."""
        if not isinstance(chat, str) or not chat:
            raise bad_request("chat_id is empty")
        person = self.people.get(chat)
        if person is None or not person.started or person.blocked:
            raise NO_CHAT
        return person
