"""Sending with python-telegram-bot: one `Outbound` becomes one message, or a few when it is long."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import KeyboardButtonStyle, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels.base import SendError
from bot.channels.parts import Progress
from bot.channels.telegram.errors import send_error
from bot.channels.telegram.html import messages
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.uploads import Uploads
from core.markup import plain
from core.messages import Address, Button, FileRef, Outbound

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
TOKEN_BYTES = 64
#: what Telegram shows as a picture; its limit for those is 10 MB
PICTURES = ("image/jpeg", "image/png", "image/webp")
PICTURE_BYTES = 10_000_000

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

#: BadRequest messages in lower case: nothing to change, and cannot be changed (any more)
UNCHANGED = "message is not modified"
NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message to edit",
    "message_id_invalid",
)
#: what the bot lacks in a group that takes no pictures or files from members
NO_MEDIA = "not enough rights to send"
#: what was sent before is not known by that name any more
NO_SUCH_FILE = ("wrong file", "wrong remote file", "file reference")
#: Telegram takes the file, only not as a picture
NOT_A_PICTURE = (
    "photo_invalid_dimensions",
    "image_process_failed",
    "photo_ext_invalid",
    "photo_save_file_invalid",
)


class Sender:
    """Sends to one bot's chats. Every failure is a SendError, without the token in it."""

    def __init__(self, token: str, api: str) -> None:
        # At DEBUG the library writes the address, which holds the token.
        logging.getLogger("telegram").setLevel(logging.INFO)
        self._token = token
        self._request = AiohttpRequest()
        self._photos, self._documents = Uploads(), Uploads()
        self._bot = Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str:
        """Send, or edit in place when asked; the id of the message that holds the buttons."""
        keyboard = _keyboard(message.rows)
        chat = _number(to.chat)
        if chat is None:
            raise SendError(f"Telegram: {to.chat!r} is no chat", permanent=True)
        progress = Progress()
        try:
            if message.file is not None and file is not None:
                try:
                    return await self._send_file(chat, message, file, progress)
                except BadRequest as error:
                    # a group in which the bot may write, but send no pictures
                    if NO_MEDIA not in error.message.lower():
                        raise
                    return await self._send_text(chat, message.text, keyboard)
            edits = _number(message.edits or "")
            if edits is not None and await self._edit(chat, edits, message.text, keyboard):
                return str(edits)
            if edits is not None and message.takes_back:
                await self._delete(chat, edits)
            return await self._send_text(chat, message.text, keyboard)
        except TelegramError as error:
            raise progress.failed(send_error(error, self._token)) from None

    async def _send_text(self, chat: int, text: str, keyboard: InlineKeyboardMarkup | None) -> str:
        *first, last = messages(text, TEXT_LENGTH)
        for piece in first:
            await self._message(chat, piece, None)
        return _reference(await self._message(chat, last, keyboard))

    async def _message(self, chat: int, html: str, keyboard: InlineKeyboardMarkup | None) -> Message:
        return await self._bot.send_message(
            chat,
            html,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
        )

    async def _edit(self, chat: int, edits: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Whether the message now reads so; False when it has to be sent anew."""
        html = messages(text, TEXT_LENGTH)
        if len(html) > 1:
            return False
        try:
            await self._bot.edit_message_text(
                html[0],
                chat,
                edits,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            complaint = error.message.lower()
            if any(words in complaint for words in NOT_EDITABLE):
                return False
            if UNCHANGED not in complaint:
                raise
        return True

    async def _delete(self, chat: int, number: int) -> None:
        """A picture or a file has no text to be put in its place; what is too old stays where it is."""
        with suppress(BadRequest):
            await self._bot.delete_message(chat, number)

    async def _send_file(self, chat: int, message: Outbound, path: Path, progress: Progress) -> str:
        keyboard = _keyboard(message.rows)
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError:
            raise SendError("the file to be sent is gone", permanent=True) from None
        short = len(plain(message.text)) <= CAPTION_LENGTH
        caption = messages(message.text, CAPTION_LENGTH)[0] if short else None
        sent = await self._upload(chat, message.file, content, caption, keyboard if short else None)
        if short:
            return _reference(sent)
        progress.went(replace(message, file=None))
        return await self._send_text(chat, message.text, keyboard)

    async def _upload(
        self,
        chat: int,
        file: FileRef | None,
        content: bytes,
        caption: str | None,
        keyboard: InlineKeyboardMarkup | None,
    ) -> Message:
        if file and not file.whole and file.mime in PICTURES and len(content) <= PICTURE_BYTES:
            photo = partial(
                self._bot.send_photo, chat, caption=caption, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
            try:
                return await self._once(self._photos, file, content, photo)
            except BadRequest as error:
                if not any(words in error.message.lower() for words in NOT_A_PICTURE):
                    raise
        document = partial(
            self._bot.send_document, chat, caption=caption, parse_mode=ParseMode.HTML, reply_markup=keyboard
        )
        return await self._once(self._documents, file, content, document)

    async def _once(
        self,
        uploads: Uploads,
        file: FileRef | None,
        content: bytes,
        send: Callable[..., Coroutine[Any, Any, Message]],
    ) -> Message:
        """Send what Telegram has of a file by its name for it, else the file. What people get is the same."""
        known = uploads.known(file) if file else None
        if file and known:
            try:
                return await send(known)
            except BadRequest as error:
                if not any(words in error.message.lower() for words in NO_SUCH_FILE):
                    raise
            uploads.forget(file)
        sent = await send(content, filename=file.name if file else None)
        name = _file_id(sent)
        if file and name:
            uploads.keep(file, name)
        return sent


def _file_id(sent: Message) -> str | None:
    """What Telegram calls the file of a message: of a picture the largest size."""
    if sent.photo:
        return sent.photo[-1].file_id
    return sent.document.file_id if sent.document else None


def _reference(message: Message) -> str:
    return str(message.message_id)


def _number(text: str) -> int | None:
    """Telegram's ids are whole numbers, those of groups negative."""
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() else None


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    keys = [[_key(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(keys) if keys else None


def _key(button: Button) -> InlineKeyboardButton:
    if not 1 <= len(button.token.encode()) <= TOKEN_BYTES:
        raise ValueError(f"a button's token takes 1 to {TOKEN_BYTES} bytes: {button.token!r}")
    style = KeyboardButtonStyle.PRIMARY if button.main else None
    return InlineKeyboardButton(button.label, callback_data=button.token, style=style)
