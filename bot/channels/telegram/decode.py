"""A raw update as what the person did. aiogram's types read it; nothing else of aiogram is needed."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.channels.telegram.content import read
from bot.channels.telegram.library import (
    CallbackQuery,
    Chat,
    ChatMemberStatus,
    ChatMemberUpdated,
    ChatType,
    Message,
    Update,
    User,
)
from bot.channels.telegram.raw import BOT_NAME
from bot.channels.telegram.settings import NAME
from core.messages import Address, Group, Inbound, InboundKind

OUTSIDE = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


def decode(raw: Mapping[str, Any], bot_id: int) -> Inbound | None:
    """The update as a message; None for what needs no answer. Raises ValueError when it is malformed.

    What in a group is addressed to the bot is told by `bot_id`, and by the name that came with the update.
    """
    update = _validated(raw)
    if update.message:
        username = raw.get(BOT_NAME)
        return _message(update.message, bot_id, username if isinstance(username, str) else None)
    if update.callback_query:
        return _press(update.callback_query)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    return None


def _validated(raw: Mapping[str, Any]) -> Update:
    """The update; once more without the parts of it that aiogram cannot read, if there are any.

    Telegram adds to its types all the time: a poll aiogram does not understand, or text in reply to one,
    is still a message of somebody who waits for an answer.
    """
    try:
        return Update.model_validate(raw)
    except ValidationError as error:
        unreadable = {tuple(found["loc"][:2]) for found in error.errors(include_input=False)}
    try:
        return Update.model_validate(_without(raw, unreadable))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"Telegram update {raw.get('update_id')}: {where}: {first['msg']}") from None


def _without(raw: Mapping[str, Any], unreadable: set[tuple[int | str, ...]]) -> dict[str, Any]:
    return {
        kind: {name: value for name, value in content.items() if (kind, name) not in unreadable}
        if isinstance(content, dict)
        else content
        for kind, content in raw.items()
    }


def _message(message: Message, bot_id: int, username: str | None) -> Inbound | None:
    sender = message.from_user
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return _moved(message)
    if sender is None or sender.is_bot:
        return None
    content = read(message)
    if content is None:
        return None
    text = content.text
    if message.chat.type != ChatType.PRIVATE:
        if not _addressed(message, text, bot_id, username):
            return None
        text = _without_name(text, username)
    return Inbound(
        address=_address(sender),
        kind=content.kind,
        text=text,
        attachments=content.attachments,
        album=message.media_group_id,
        sender_name=sender.full_name,
        sent_at=message.date,
        group=_group(message.chat),
    )


def _moved(message: Message) -> Inbound:
    """A group that became a supergroup, as told in the one or the other: by whom does not matter."""
    here = str(message.chat.id)
    to, before = message.migrate_to_chat_id, message.migrate_from_chat_id
    moved = Group(str(before or here), message.chat.title or "", str(to or here))
    by = message.from_user
    address = _address(by) if by else Address(NAME, here)
    return Inbound(address=address, kind=InboundKind.MOVED, sent_at=message.date, group=moved)


def _press(query: CallbackQuery) -> Inbound | None:
    message = query.message
    if message is None or not query.data:
        return None
    group = _group(message.chat)
    if group is None and message.chat.type != ChatType.PRIVATE:
        return None
    return Inbound(
        address=_address(query.from_user),
        kind=InboundKind.PRESS,
        press=query.data,
        # what stands in a group stays as it is: the answer is for one person
        pressed_message=None if group else str(message.message_id),
        sender_name=query.from_user.full_name,
        group=group,
    )


def _membership(change: ChatMemberUpdated) -> Inbound | None:
    group = _group(change.chat)
    kind = _turned(change, group)
    if kind is None or (group is None and change.chat.type != ChatType.PRIVATE):
        return None
    return Inbound(
        address=_address(change.from_user),
        kind=kind,
        sender_name=change.from_user.full_name,
        sent_at=change.date,
        group=group,
    )


def _turned(change: ChatMemberUpdated, group: Group | None) -> InboundKind | None:
    """What became of the bot there; None where it is as much a member as before."""
    if change.new_chat_member.status in OUTSIDE:
        return InboundKind.LEFT if group is None else InboundKind.EXPELLED
    if group is None or change.old_chat_member.status not in OUTSIDE:
        return None
    return InboundKind.ADDED


def _group(chat: Chat) -> Group | None:
    """A group of people; None for a private chat, and for a channel, which only its owners write in."""
    if chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return None
    return Group(str(chat.id), chat.title or "")


def _address(person: User) -> Address:
    """The person's private chat, which has the person's id: what is asked in a group is answered there."""
    return Address(NAME, str(person.id))


def _addressed(message: Message, text: str, bot_id: int, username: str | None) -> bool:
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == bot_id:
        return True
    return username is not None and _name_in(text, username) is not None


def _without_name(text: str, username: str | None) -> str:
    """The text without the bot's @name: "/help@tiendo_bot" is "/help"."""
    found = _name_in(text, username) if username else None
    return text if found is None else (text[: found.start()] + text[found.end() :]).strip()


def _name_in(text: str, username: str) -> re.Match[str] | None:
    """Where the bot is named; "@tiendo_bot2" is somebody else."""
    return re.search(rf"@{re.escape(username)}(?![a-z0-9_])", text, re.IGNORECASE)
