"""Updates as they come, before anybody has understood them: read with as few demands as possible."""

from collections.abc import Mapping
from typing import Any

from bot.channels.base import RawUpdate
from bot.channels.incoming import content_key
from bot.channels.zalo_bot.settings import NAME


def unwrapped(found: object) -> Mapping[str, Any] | None:
    """The update: bare, or the `result` of an answer. None for what is no update."""
    if isinstance(found, dict) and isinstance(found.get("result"), dict):
        found = found["result"]
    return found if isinstance(found, dict) and ("event_name" in found or "message" in found) else None


def key(raw: Mapping[str, Any]) -> str:
    """What tells the update from all others, and is the same when it comes again.

    That is the message's id. What comes without one (Zalo leaves the message out of some that it supports
    on no bot) is told by its content.
    """
    match raw.get("message"):
        case {"message_id": str(number)} if number:
            return number
    return content_key(raw)


def lane(raw: Mapping[str, Any]) -> str:
    """Whose update it is, as the text of an address; "zalo_bot:?" when that cannot be read."""
    return f"{NAME}:{sender(raw) or '?'}"


def sender(raw: Mapping[str, Any]) -> str | None:
    """The id of the person who wrote, which is also that of the person's own chat with the bot."""
    match raw.get("message"):
        case {"from": {"id": str(person)}} if person:
            return person
        case {"chat": {"id": str(chat), "chat_type": "PRIVATE"}} if chat:
            return chat
    return None


def wrap(raw: Mapping[str, Any]) -> RawUpdate:
    """The update as intake stores it."""
    return RawUpdate(channel=NAME, key=key(raw), lane=lane(raw), raw=raw)


def brings_a_file(raw: Mapping[str, Any]) -> bool:
    """Whether something has to be fetched before it can be answered."""
    message = raw.get("message")
    return isinstance(message, dict) and any(message.get(name) for name in (*PHOTO, VOICE))


#: where the address of a picture stands: the documents say `photo`, what comes says `photo_url`
PHOTO = ("photo_url", "photo")
VOICE = "voice_url"
