"""What a channel hands in and what it is asked to send: the same for every messenger.

A channel turns its own update into an `Inbound` and draws an `Outbound` its own way; nothing else of a
messenger is visible to the rest of the program. All of it is inert data: no message can send itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.catalogue.plan_headers import Table
from core.gs1.lists import Row
from core.gs1.scans import Scan
from core.quota import Plan
from core.windows import Window

#: what a link carries that opens the private chat for somebody who pressed a button in a group
FROM_GROUP = "nhom"


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody is reached: the channel's name and that channel's own chat id."""

    channel: str
    chat: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.chat}"


class AttachmentKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    LOCATION = "location"
    VOICE = "voice"
    OTHER = "other"


class Refusal(StrEnum):
    """Why a file that somebody sent was not kept."""

    TOO_BIG = "too-big"
    WRONG_TYPE = "wrong-type"
    EMPTY = "empty"
    GONE = "gone"
    #: its sender has sent enough for today
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One thing that came with a message. `remote` is the channel's handle to fetch it by.

    After fetching, either `stored` (the file store's key, a sha256) or `refused` is set.
    Locations need no fetching: they carry `latitude` and `longitude` in degrees.
    """

    kind: AttachmentKind
    remote: str = ""
    name: str = ""
    size: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    stored: str | None = None
    mime: str | None = None
    refused: Refusal | None = None
    #: how many its sender sent today before it, where it was too many
    sent_today: int = 0
    #: the codes on a photo, and the numbers of a list; None where nobody looked for them
    codes: tuple[Scan, ...] | None = None
    numbers: tuple[Row, ...] | None = None
    #: the first sheet of a workbook, where somebody looked
    table: Table | None = None


class InboundKind(StrEnum):
    MESSAGE = "message"
    PRESS = "press"
    #: the person blocked the bot or left: mark unreachable, answer nothing
    LEFT = "left"
    #: something the channel carries and the bot cannot read (a sticker, a poll): answer helpfully
    UNSUPPORTED = "unsupported"
    #: the person put the bot into a group
    ADDED = "added"
    #: the bot is not in that group any more: write nothing there
    EXPELLED = "expelled"
    #: the messenger gave the group another chat id
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Group:
    """A chat of several people that the bot is in. Answers to them go to each person's own chat.

    `chat` is its id on the channel; `moved_to` the one it has now.
    """

    chat: str
    title: str = ""
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message or one button press of one person, decoded."""

    address: Address
    kind: InboundKind = InboundKind.MESSAGE
    text: str = ""
    #: the token of the pressed button
    press: str = ""
    #: the channel's reference of the message that holds the pressed button
    pressed_message: str | None = None
    attachments: tuple[Attachment, ...] = ()
    #: photos of one album share this
    album: str | None = None
    #: the name the messenger shows for this person, a suggestion only
    sender_name: str = ""
    sent_at: datetime | None = None
    #: whether the person can press the choices of messages; else all choices are typed
    has_buttons: bool = True
    #: where it happened, if in a group; `address` is the person's own chat all the same
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """One choice: what it says, and the token that comes back. Tokens are at most 64 bytes (Telegram)."""

    label: str
    token: str
    #: the one main choice of the message
    main: bool = False


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file in the file store, to be sent."""

    stored: str
    name: str
    mime: str
    #: sent as it is, never as a picture that a messenger makes smaller
    whole: bool = False

    def as_list(self) -> list[Any]:
        """What stands in an outbox row."""
        return [self.stored, self.name, self.mime, *([True] if self.whole else [])]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is made just before its message is sent: what, and of what. Its maker knows its name."""

    what: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outbound:
    """A rendered message. `text` may hold **bold** (core.markup); nothing else is marked up.

    `edits` names the channel's message to be changed in place; a channel that cannot edit sends anew.
    `rows` are button rows; a channel without buttons lists them with numbers.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    file: FileRef | None = None
    edits: str | None = None
    #: whether a typed number picks a choice; no, where the question itself asks for a number
    numbered: bool = True
    #: whether the channel's pre-approved message goes out in its place (core.windows)
    stand_in: bool = False
    #: whether it asks for the person's own name
    asks_name: bool = False
    #: the file that comes with it, still to be made
    made: Made | None = None
    #: whether what it takes the place of is to be seen no more, if need be by being deleted
    takes_back: bool = False

    def buttons(self) -> tuple[Button, ...]:
        """All choices in reading order: the order in which they are numbered."""
        return tuple(button for row in self.rows for button in row)

    def as_json(self) -> dict[str, Any]:
        """The payload of an outbox row."""
        seldom = {"stand_in": self.stand_in, "asks_name": self.asks_name, "takes_back": self.takes_back}
        return {
            "text": self.text,
            "rows": [[[b.label, b.token, b.main] for b in row] for row in self.rows],
            "file": self.file.as_list() if self.file else None,
            "edits": self.edits,
            "numbered": self.numbered,
            **{name: True for name, is_so in seldom.items() if is_so},
            **({"made": [self.made.what, *self.made.of]} if self.made else {}),
        }

    @staticmethod
    def from_json(payload: Mapping[str, Any]) -> "Outbound":
        """Read back what `as_json` wrote."""
        file, made = payload.get("file"), payload.get("made")
        return Outbound(
            text=payload["text"],
            rows=tuple(tuple(Button(*button) for button in row) for row in payload.get("rows", ())),
            file=FileRef(*file) if file else None,
            edits=payload.get("edits"),
            numbered=payload.get("numbered", True),
            stand_in=payload.get("stand_in", False),
            asks_name=payload.get("asks_name", False),
            made=Made(made[0], tuple(made[1:])) if made else None,
            takes_back=payload.get("takes_back", False),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel can carry, so that conversations need not know which channel it is."""

    text_length: int
    buttons: bool
    edits: bool
    #: bytes; larger files are refused before they are fetched
    file_bytes: int
    #: messages a second for the whole channel, and for one chat; 0 means no limit
    per_second: float = 0
    per_chat_per_second: float = 0
    #: whether **bold** is seen; where not, the text comes without its mark-up
    bold: bool = True
    #: None: whoever has written once may be written to for ever
    window: Window | None = None
    #: None: the messenger serves any number of people, with any number of messages
    plan: Plan | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
