"""aiogram alone, with its own dispatcher, takes the emulator for Telegram."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from aiogram import Bot, Dispatcher, F, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.emulators.telegram import TelegramEmulator

BUTTON = types.InlineKeyboardMarkup(
    inline_keyboard=[[types.InlineKeyboardButton(text="Được", callback_data="ok:1")]]
)


@pytest.fixture
async def bot(emulator: TelegramEmulator) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(emulator.base_url)
    async with Bot(emulator.token, session=AiohttpSession(api=server)) as made:
        yield made


def echo() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def text(message: types.Message) -> None:
        await message.answer(f"echo: {message.text}", reply_markup=BUTTON)

    @dispatcher.message(F.photo)
    async def photo(message: types.Message, bot: Bot) -> None:
        assert message.photo
        found = await bot.download(message.photo[-1])
        assert isinstance(found, io.BytesIO)
        picture = types.BufferedInputFile(found.read(), "lai.jpg")
        await message.answer_photo(picture, caption=f"{message.caption}, {message.media_group_id}")

    @dispatcher.callback_query()
    async def press(query: types.CallbackQuery) -> None:
        await query.answer()
        assert isinstance(query.message, types.Message)
        await query.message.edit_text(f"pressed {query.data}")

    return dispatcher


@asynccontextmanager
async def polling(dispatcher: Dispatcher, bot: Bot) -> AsyncIterator[None]:
    task = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False, polling_timeout=5)
    )
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_an_echo_bot_answers_and_its_button_is_pressed(emulator: TelegramEmulator, bot: Bot) -> None:
    an = emulator.user(1001, "An")
    async with polling(echo(), bot):
        an.say("xin chào")
        answer = await an.wait_for("echo: xin chào")
        assert answer.buttons == [["Được"]]
        query = an.press(answer, "Được")
        pressed = await an.wait_for("pressed ok:1")
    assert pressed is answer
    assert pressed.edited
    assert pressed.buttons == []
    assert an.answered == [query]


async def test_a_photo_goes_there_and_back_unchanged(emulator: TelegramEmulator, bot: Bot) -> None:
    an = emulator.user(1001, "An")
    picture = bytes(range(256)) * 300
    async with polling(echo(), bot):
        an.send_photo(picture, caption="lớp học", album="77")
        answer = await an.wait_for("lớp học, 77")
    assert answer.file
    assert answer.file.content == picture
    assert answer.file.kind == "photo"


async def test_flood_control_and_errors_have_aiograms_own_classes(
    emulator: TelegramEmulator, bot: Bot
) -> None:
    emulator.user(1001, "An", started=True)
    emulator.faults.add("sendMessage", "429", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(1001, "a")
    assert flood.value.retry_after == 7
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(1002, "a")


@contextmanager
def webhook_app(bot: Bot, secret: str) -> Iterator[web.Application]:
    app = web.Application()
    handler = SimpleRequestHandler(echo(), bot, handle_in_background=False, secret_token=secret)
    app.router.add_post("/hook", handler.handle)
    yield app


async def test_aiograms_webhook_handler_takes_the_posts(emulator: TelegramEmulator, bot: Bot) -> None:
    an = emulator.user(1001, "An")
    with webhook_app(bot, "bi-mat_123") as app:
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await bot.set_webhook(url, secret_token="sai-bi-mat")
        an.say("xin chào")
        while 401 not in emulator.delivery.attempts:
            await asyncio.sleep(0)
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 401"
        assert info.pending_update_count == 1
        assert an.chat == []
        await bot.set_webhook(url, secret_token="bi-mat_123")
        await an.wait_for("echo: xin chào")
        await runner.cleanup()
