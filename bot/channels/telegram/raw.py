"""Updates as they come, before anybody has understood them: read with as few demands as possible."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson

from bot.channels.base import RawUpdate
from bot.channels.telegram.settings import NAME

#: the kinds of update the bot asks Telegram for
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
#: where an update from a group holds the bot's name; Telegram has no such field
BOT_NAME = "name_of_the_bot"


def dumps(value: Any) -> str:
    """JSON as text, the way aiogram wants its encoder."""
    return orjson.dumps(value).decode()


def update_id(raw: object) -> int | None:
    """The update's number, or None when it has none: such a thing can be neither stored nor confirmed."""
    if not isinstance(raw, dict):
        return None
    number = raw.get("update_id")
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def lane(raw: Mapping[str, Any]) -> str:
    """Whose update it is, as the text of an address; "telegram:?" when that cannot be read.

    A message in a group belongs to its sender: a person's own chat has the person's id.
    """
    for kind in ALLOWED_UPDATES:
        match raw.get(kind):
            case {"message": {"chat": {"id": int(chat), "type": "private"}}}:
                return f"{NAME}:{chat}"
            case {"chat": {"id": int(chat), "type": "private"}}:
                return f"{NAME}:{chat}"
            case {"from": {"id": int(person)}}:
                return f"{NAME}:{person}"
            case {"chat": {"id": int(chat)}}:
                return f"{NAME}:{chat}"
    return f"{NAME}:?"


def wrap(raw: Mapping[str, Any], number: int) -> RawUpdate:
    """The update as intake stores it."""
    return RawUpdate(channel=NAME, key=str(number), lane=lane(raw), raw=raw)


def of_group(raw: Mapping[str, Any]) -> bool:
    """Whether it is a message in a group, most of which are not meant for the bot."""
    match raw.get("message"):
        case {"chat": {"type": str(kind)}}:
            return kind != "private"
    return False


def with_bot_name(update: RawUpdate, username: str) -> RawUpdate:
    """The update with the name the bot had when it came in: whoever handles it may have asked nobody."""
    return replace(update, raw={**update.raw, BOT_NAME: username})


def pressed_in_group(raw: Mapping[str, Any]) -> bool:
    """Whether it is a press of a button in a group."""
    match raw.get("callback_query"):
        case {"message": {"chat": {"type": str(kind)}}}:
            return kind != "private"
    return False


def callback_id(raw: Mapping[str, Any]) -> str | None:
    """The id of a button press, which Telegram wants answered to stop the spinner on the button."""
    match raw.get("callback_query"):
        case {"id": str(query)}:
            return query
    return None
