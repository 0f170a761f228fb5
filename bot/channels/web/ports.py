"""What the web chat asks of the rest of the program, which it may not import: past messages, files, names."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from core.errors import TiendoError
from core.messages import Address, Outbound, Refusal
from core.texts import Speech


@dataclass(frozen=True, slots=True)
class Said:
    """Something the person sent: the raw update as intake stored it, and when."""

    raw: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """Something the bot sent: the reference `WebChat.send` returned, what it said, and when.

    An edit has the reference of the message it changed, so one reference may come several times.
    """

    reference: str
    message: Outbound
    at: datetime


class History(Protocol):
    """What was said in one chat. Messages that are still to be sent are no part of it."""

    async def recent(
        self, address: Address, limit: int, until: datetime | None = None
    ) -> Sequence[Said | Sent]:
        """The newest `limit` messages of both sides, up to that moment if one is given, oldest first."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the file store: its key (a sha256), its type as its content shows, its bytes."""

    key: str
    mime: str
    size: int


class UploadRefused(TiendoError):
    """The file was not kept. `sent_today`: how many that person sent before, where it was too many."""

    def __init__(self, reason: Refusal, sent_today: int = 0) -> None:
        super().__init__(f"the file was not kept: {reason}")
        self.reason = reason
        self.sent_today = sent_today


class Uploads(Protocol):
    """The file store, as far as the web chat needs it."""

    async def keep(self, address: Address, pieces: AsyncIterator[bytes], limit: int) -> Kept:
        """Store at most `limit` bytes that came from there. Raises UploadRefused: nothing is left behind."""

    def path(self, key: str) -> Path:
        """Where the file lies. Raises FileNotFoundError when it is not there."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whose chat it is: what the page's header says, and the language of the page."""

    name: str
    role: Speech
    unit: str = ""
    locale: str = "vi"
    #: the name of their tenant; empty where it is not known
    tenant: str = ""
    #: they were a member and may not look any more, until somebody lets them
    shut_out: bool = False
    #: where the people of their tenant are met or called; empty where nobody said
    contact: str = ""


class Directory(Protocol):
    """Who is reached at an address."""

    async def who(self, address: Address) -> Who | None:
        """The person, or None for a stranger, who may chat and may not upload."""

    async def shut_out(self) -> Collection[str]:
        """The chats of people who may not look any more."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A card of the demo's picker: somebody whose `chat` exists already, or a newcomer with an `invite`."""

    key: str
    name: str
    role: Speech
    unit: str = ""
    #: what to try as this person
    hint: Speech = ""
    chat: str | None = None
    invite: str | None = None
