"""An event as what the person did."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.zalo_oa.buttons import token_of
from bot.channels.zalo_oa.raw import name_of, person_of, timestamp_of
from bot.channels.zalo_oa.settings import NAME
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind

#: what a person who begins to follow is taken to say
GREETING = "/start"

_SENT = "user_send_"
#: digits of a file's size that are believed
_DIGITS = 15
#: several people at once; nobody of them is known to speak to the bot
_GROUP = "user_send_group_"


def decode(raw: Mapping[str, Any]) -> Inbound | None:
    """The event as a message; None for what needs no answer. Raises ValueError when it is malformed.

    Receipts, what the account's staff write, groups, and events nobody has heard of need none.
    """
    name = name_of(raw)
    if not name:
        raise ValueError("a Zalo event has a name")
    if name.startswith(_SENT) and not name.startswith(_GROUP):
        return _sent(raw, name.removeprefix(_SENT))
    match name:
        case "follow":
            return _inbound(raw, text=GREETING)
        case "unfollow":
            return _inbound(raw, kind=InboundKind.LEFT)
        case "user_submit_info":
            return _inbound(raw, text=_submitted(raw))
    return None


def _sent(raw: Mapping[str, Any], what: str) -> Inbound:
    """A message. Kinds that nobody has heard of are such as the bot cannot read."""
    message = raw.get("message")
    if not isinstance(message, dict):
        raise ValueError(f"Zalo event {_SENT}{what}: there is no message in it")
    text = _text(message.get("text"))
    if what == "text":
        token = token_of(text)
        if token:
            return _inbound(raw, kind=InboundKind.PRESS, press=token)
        return _inbound(raw, text=text)
    read = _READ.get(what)
    if read is None:
        return _inbound(raw, kind=InboundKind.UNSUPPORTED, text=text)
    attachments = tuple(read(payload) for payload in _payloads(message))
    if not attachments:
        raise ValueError(f"Zalo event {_SENT}{what}: there is no attachment in it")
    return _inbound(raw, text=text, attachments=attachments)


def _inbound(raw: Mapping[str, Any], **fields: Any) -> Inbound:
    person = person_of(raw)
    if not person:
        raise ValueError(f"Zalo event {name_of(raw)}: it is nobody's")
    # more choices than there may be buttons are listed, and picked by their words
    return Inbound(Address(NAME, person), sent_at=_moment(timestamp_of(raw)), has_buttons=False, **fields)


def _moment(timestamp: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(timestamp) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _payloads(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    attachments = message.get("attachments")
    if not isinstance(attachments, list):
        return []
    found = [one.get("payload") for one in attachments if isinstance(one, dict)]
    return [payload for payload in found if isinstance(payload, dict)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _picture(payload: Mapping[str, Any]) -> Attachment:
    return Attachment(AttachmentKind.PHOTO, remote=_url(payload))


def _voice(payload: Mapping[str, Any]) -> Attachment:
    return Attachment(AttachmentKind.VOICE, remote=_url(payload))


def _video(payload: Mapping[str, Any]) -> Attachment:
    return Attachment(AttachmentKind.OTHER, remote=_url(payload))


def _file(payload: Mapping[str, Any]) -> Attachment:
    """Open question: these keys are known from hearsay only, so none but the address is needed."""
    size = str(payload.get("size", ""))
    return Attachment(
        AttachmentKind.DOCUMENT,
        remote=_url(payload),
        name=_text(payload.get("name")),
        size=int(size) if size.isdecimal() and len(size) <= _DIGITS else None,
    )


def _location(payload: Mapping[str, Any]) -> Attachment:
    match payload.get("coordinates"):
        case {"latitude": str() | float() | int() as north, "longitude": str() | float() | int() as east}:
            latitude, longitude = float(north), float(east)
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return Attachment(AttachmentKind.LOCATION, latitude=latitude, longitude=longitude)
    raise ValueError("a Zalo location has coordinates")


def _url(payload: Mapping[str, Any]) -> str:
    url = payload.get("url")
    if not isinstance(url, str) or not url:
        raise ValueError("a Zalo attachment has an address")
    return url


_READ: dict[str, Callable[[Mapping[str, Any]], Attachment]] = {
    "image": _picture,
    "file": _file,
    "audio": _voice,
    "video": _video,
    "location": _location,
}


def _submitted(raw: Mapping[str, Any]) -> str:
    """What somebody shared who was asked who they are: their name; the telephone if there is none."""
    match raw.get("info"):
        case {"name": str(name)} if name.strip():
            return name
        case {"phone": str(phone)}:
            return phone
    raise ValueError("a Zalo user_submit_info has a name or a telephone")
