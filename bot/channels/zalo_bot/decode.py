"""A raw update as what the person did."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.zalo_bot.raw import PHOTO, VOICE, sender
from bot.channels.zalo_bot.settings import NAME
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind


def decode(raw: Mapping[str, Any]) -> Inbound | None:
    """The update as a message; None for what needs no answer. Raises ValueError when it is malformed.

    What holds a text, a picture or a voice is read whatever its event is called; any other message
    (sticker, document, card, whatever Zalo adds) is one that the bot cannot read, and says so.
    """
    message = raw.get("message")
    if message is None:
        return None
    if not isinstance(message, dict):
        raise ValueError("Zalo update: the message is no object")
    person = sender(raw)
    if person is None:
        raise ValueError("Zalo update: the message has no sender")
    if _is_bot(message) or not _in_private(message):
        return None
    text, attachments = _text(message), _attachments(message)
    return Inbound(
        address=Address(NAME, person),
        kind=InboundKind.MESSAGE if text or attachments else InboundKind.UNSUPPORTED,
        text=text,
        attachments=attachments,
        sender_name=_name(message),
        sent_at=_moment(message.get("date")),
        has_buttons=False,
    )


def _in_private(message: Mapping[str, Any]) -> bool:
    """Whether it was written to the bot alone.

    Open question: how a mention of the bot stands in the text of a group (groups are a beta, and the bot is
    not told its own name there). Until it is known, what is said in groups is stored and not answered: a
    report must not begin with a part of the bot's name.
    """
    match message.get("chat"):
        case {"chat_type": str(kind)}:
            return kind == "PRIVATE"
    return True


def _is_bot(message: Mapping[str, Any]) -> bool:
    match message.get("from"):
        case {"is_bot": True}:
            return True
    return False


def _text(message: Mapping[str, Any]) -> str:
    for name in ("text", "caption"):
        found = message.get(name)
        if isinstance(found, str) and found.strip():
            return found
    return ""


def _attachments(message: Mapping[str, Any]) -> tuple[Attachment, ...]:
    for name in PHOTO:
        if isinstance(address := message.get(name), str) and address:
            return (Attachment(kind=AttachmentKind.PHOTO, remote=address),)
    if isinstance(address := message.get(VOICE), str) and address:
        return (Attachment(kind=AttachmentKind.VOICE, remote=address),)
    return ()


def _name(message: Mapping[str, Any]) -> str:
    match message.get("from"):
        case {"display_name": str(name)}:
            return name
    return ""


def _moment(date: object) -> datetime | None:
    """Zalo counts milliseconds since 1970. Raises ValueError for what is no moment."""
    if date is None or isinstance(date, bool) or not isinstance(date, int):
        return None
    try:
        return datetime.fromtimestamp(date / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        raise ValueError("Zalo update: the date is out of range") from None
