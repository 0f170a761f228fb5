"""Events as they come, before anybody has understood them: read with as few demands as possible."""

from collections.abc import Mapping
from typing import Any

from bot.channels.base import RawUpdate
from bot.channels.incoming import content_key
from bot.channels.zalo_oa.settings import NAME

#: events in which the account is the sender and the person the recipient
_RECEIPTS = ("user_received_message", "user_seen_message")


def name_of(raw: Mapping[str, Any]) -> str:
    """The event's name; empty when it has none."""
    name = raw.get("event_name")
    return name if isinstance(name, str) else ""


def timestamp_of(raw: Mapping[str, Any]) -> str:
    """The moment the event is signed with: milliseconds since 1970, as text; empty when there is none."""
    found = raw.get("timestamp")
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def person_of(raw: Mapping[str, Any]) -> str:
    """Whose event it is: the id by which they are written to. Empty when that cannot be read."""
    name = name_of(raw)
    of_account = name.startswith("oa_") or name in _RECEIPTS
    for part in ("follower", "recipient" if of_account else "sender"):
        match raw.get(part):
            case {"id": str(person)}:
                return person
            case {"id": int(person)}:
                return str(person)
    return ""


def key_of(raw: Mapping[str, Any]) -> str:
    """What is the same when Zalo delivers the event again, and of no other event.

    Open question: whether an event without a message's id keeps its timestamp when it is delivered again.
    Events nobody has heard of may lack even what else tells them apart: they are told by their content.
    """
    name, person, timestamp = name_of(raw), person_of(raw), timestamp_of(raw)
    match raw.get("message"):
        case {"msg_id": str(message)} if message:
            return f"{name}:{message}"
    if name and person and timestamp:
        return f"{name}:{person}:{timestamp}"
    return f"{name}:{content_key(raw)}"


def wrap(raw: Mapping[str, Any]) -> RawUpdate:
    """The event as intake stores it. How often it was delivered is no part of it."""
    kept = {name: value for name, value in raw.items() if name != "num_retry"}
    return RawUpdate(channel=NAME, key=key_of(kept), lane=f"{NAME}:{person_of(raw) or '?'}", raw=kept)
