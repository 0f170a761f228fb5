"""python-telegram-bot alone, with its own application, takes the emulator for Telegram."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.emulators.telegram import TelegramEmulator

Bots = Application[Any, Any, Any, Any, Any, Any]


async def text(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Được", callback_data="ok:1")]])
    await update.message.reply_html(f"<b>echo</b>: {update.message.text}", reply_markup=keyboard)


async def document(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    content = await file.download_as_bytearray()
    await update.message.reply_document(
        bytes(content), caption=update.message.caption, filename=update.message.document.file_name
    )


async def press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(f"pressed {update.callback_query.data}")


@asynccontextmanager
async def polling(emulator: TelegramEmulator) -> AsyncIterator[Bots]:
    application = (
        ApplicationBuilder()
        .token(emulator.token)
        .base_url(f"{emulator.base_url}/bot")
        .base_file_url(f"{emulator.base_url}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, text))
    application.add_handler(MessageHandler(filters.Document.ALL, document))
    application.add_handler(CallbackQueryHandler(press))
    async with application:
        assert application.updater
        await application.updater.start_polling(poll_interval=0, timeout=5)
        await application.start()
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()


async def test_an_echo_bot_answers_and_its_button_is_pressed(emulator: TelegramEmulator) -> None:
    an = emulator.user(1001, "An")
    async with polling(emulator):
        an.say("xin chào")
        answer = await an.wait_for("echo: xin chào")
        assert answer.bold == ["echo"]
        query = an.press(answer, "ok:1")
        await an.wait_for("pressed ok:1")
        assert an.answered == [query]


async def test_a_document_goes_there_and_back_unchanged(emulator: TelegramEmulator) -> None:
    an = emulator.user(1001, "An")
    content = b"%PDF-1.7 " + bytes(range(256)) * 500
    async with polling(emulator):
        an.send_document(content, name="biên bản.pdf", caption="kèm theo")
        answer = await an.wait_for("kèm theo")
    assert answer.file
    assert (answer.file.content, answer.file.kind) == (content, "document")
    assert answer.file.name == "biên bản.pdf"


async def test_errors_have_the_librarys_own_classes(emulator: TelegramEmulator) -> None:
    an = emulator.user(1001, "An", started=True)
    async with polling(emulator) as application:
        with pytest.raises(BadRequest, match=r"(?i)can't parse entities"):
            await application.bot.send_message(1001, "<b>lệch", parse_mode="HTML")
        an.blocked = True
        with pytest.raises(Forbidden, match="blocked by the user"):
            await application.bot.send_message(1001, "xin chào")
