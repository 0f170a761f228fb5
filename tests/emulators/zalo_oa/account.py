"""The one state behind the server: the account, its tokens, its followers, and files."""

import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.emulators.faults import Faults

if TYPE_CHECKING:
    from tests.emulators.zalo_oa.person import Person

#: what is uploaded can be sent for so long
ASSET_LIFE = timedelta(days=7)
ACCESS_LIFE = timedelta(hours=25)
CALLS = 200_000


class Refusal(Exception):
    """An answer whose `error` is not 0."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot: which service, the access token shown, and the code of the answer."""

    service: str
    token: str
    code: int


@dataclass(frozen=True, slots=True)
class Asset:
    """Something that was uploaded, or that people sent."""

    name: str
    content: bytes
    at: datetime


class Account:
    """`clock` tells what time it is at Zalo."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.app_id = "50554360515256678"
        self.app_secret = "emulator-app-secret"
        self.oa_id = "1646843870823903717"
        self.webhook_secret = "emulator-oa-secret-key"
        self.refresh_token = "refresh-token-0"
        self.faults = Faults()
        self.people: dict[str, Person] = {}
        self.assets: dict[str, Asset] = {}
        self.media: dict[str, Asset] = {}
        #: approved messages that may be sent
        self.templates: set[str] = {"7895417a7d3f9461cd2e"}
        #: whether cards that ask for names are not allowed to this account
        self.refuses_cards = False
        self.calls: deque[Call] = deque(maxlen=CALLS)
        self.base_url = ""
        self._access: dict[str, datetime] = {}
        self._numbers = itertools.count(1)

    def new_id(self, kind: str = "") -> str:
        """The id of something new: 20 hexadecimal digits, or those behind the kind."""
        return f"{kind}{next(self._numbers):020x}"

    def timestamp(self) -> str:
        """Now, as Zalo writes it: milliseconds since 1970, as text."""
        return str(round(self.clock().timestamp() * 1000))

    def exchange(self, refresh_token: str) -> dict[str, str]:
        """A new pair for the refresh token, which is used up by that."""
        if refresh_token != self.refresh_token:
            raise Refusal(-14020, "Invalid refresh token")
        self.refresh_token = self.new_id("refresh-token-")
        access = self.new_id("access-token-")
        self._access[access] = self.clock() + ACCESS_LIFE
        seconds = round(ACCESS_LIFE.total_seconds())
        return {
            "access_token": access,
            "refresh_token": self.refresh_token,
            "expires_in": str(seconds),
        }

    def check(self, access_token: str) -> None:
        """Raises Refusal for an access token that is not good."""
        until = self._access.get(access_token)
        if until is None:
            raise Refusal(-216, "Access token is invalid")
        if self.clock() >= until:
            raise Refusal(-220, "Access token has expired")

    def revoke(self) -> None:
        """No access token there is will be taken any more."""
        self._access.clear()

    def asset(self, number: str) -> Asset:
        """What was uploaded under that id. Raises Refusal when it is gone or never was."""
        found = self.assets.get(number)
        if found is None:
            raise Refusal(-201, "attachment is invalid")
        if self.clock() - found.at >= ASSET_LIFE:
            raise Refusal(-100, "attachment has expired")
        return found

    def upload(self, name: str, content: bytes) -> str:
        """Keep it for a while; its id."""
        number = self.new_id("asset-")
        self.assets[number] = Asset(name, content, self.clock())
        return number

    def publish(self, name: str, content: bytes) -> str:
        """Put up what somebody sent; the address it can be had at."""
        number = self.new_id()
        self.media[number] = Asset(name, content, self.clock())
        return f"{self.base_url}/media/{number}/{name}"

    def recipient(self, number: object) -> "Person":
        """Who has that id and follows. Raises Refusal."""
        person = self.people.get(number) if isinstance(number, str) else None
        if person is None:
            raise Refusal(-201, "user_id is invalid")
        if not person.follows:
            raise Refusal(-213, "User has not followed OA")
        return person
