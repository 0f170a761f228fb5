"""The stored update as a message."""

from collections.abc import Mapping
from typing import Any

from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind

NAME = "web"


def decode(raw: Mapping[str, Any]) -> Inbound:
    """Read back what `frames.raw_update` made. Raises ValueError when it is anything else."""
    match raw:
        case {"chat": str(chat), "start": str(code)} if chat:
            return Inbound(Address(NAME, chat), text=f"/start {code}")
        case {"chat": str(chat), "press": str(token), "of": str(of)} if chat and token:
            return Inbound(Address(NAME, chat), kind=InboundKind.PRESS, press=token, pressed_message=of)
        case {"chat": str(chat), "location": [float(latitude), float(longitude)]} if chat:
            place = Attachment(AttachmentKind.LOCATION, latitude=latitude, longitude=longitude)
            return Inbound(Address(NAME, chat), attachments=(place,))
        case {"chat": str(chat), "photo": {"key": str(key), "mime": str(mime), "size": int(size)}} if (
            chat and key
        ):
            photo = Attachment(AttachmentKind.PHOTO, remote=key, size=size, stored=key, mime=mime)
            return Inbound(Address(NAME, chat), text=_words(raw), attachments=(photo,), album=_album(raw))
        case {"chat": str(chat), "text": str(text)} if chat:
            return Inbound(Address(NAME, chat), text=text)
    raise ValueError("not an update of the web chat")


def _words(raw: Mapping[str, Any]) -> str:
    text = raw.get("text", "")
    if not isinstance(text, str):
        raise ValueError("a caption is text")
    return text


def _album(raw: Mapping[str, Any]) -> str | None:
    album = raw.get("album")
    if album is not None and not isinstance(album, str):
        raise ValueError("an album is named by text")
    return album
