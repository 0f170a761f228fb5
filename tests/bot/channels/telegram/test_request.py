"""python-telegram-bot over aiohttp."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientTimeout
from aiohttp.test_utils import unused_port
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram.errors import FloodControl, Unanswered
from bot.channels.telegram.request import AiohttpRequest
from tests.emulators.telegram import Person, TelegramEmulator


@pytest.fixture
async def bot(emulator: TelegramEmulator) -> AsyncIterator[Bot]:
    request = AiohttpRequest(call=ClientTimeout(total=0.3))
    bot = Bot(
        emulator.token, f"{emulator.base_url}/bot", request=request, get_updates_request=AiohttpRequest()
    )
    async with bot:
        yield bot


async def test_a_server_that_never_answers_is_given_up(
    emulator: TelegramEmulator, an: Person, bot: Bot
) -> None:
    emulator.faults.add("sendMessage", "hang")
    with pytest.raises(TimedOut):
        await bot.send_message(an.id, "a")
    await bot.send_message(an.id, "b")
    assert [message.text for message in an.chat] == ["b"]


async def test_a_connection_that_breaks_before_the_answer_is_told_from_none(
    emulator: TelegramEmulator, an: Person, bot: Bot
) -> None:
    emulator.faults.add("sendMessage", "drop")
    with pytest.raises(Unanswered):
        await bot.send_message(an.id, "a")
    assert [message.text for message in an.chat] == ["a"]


async def test_where_nobody_listens_nothing_can_have_arrived() -> None:
    request = AiohttpRequest()
    nowhere = Bot("1:token", f"http://127.0.0.1:{unused_port()}/bot", request=request)
    with pytest.raises(NetworkError, match="no connection"):
        await nowhere.send_message(1, "a")
    await request.shutdown()


@pytest.mark.parametrize(
    ("kind", "error"), [("429", FloodControl), ("500", NetworkError), ("502", NetworkError)]
)
async def test_nothing_is_tried_twice(
    emulator: TelegramEmulator, an: Person, bot: Bot, kind: str, error: type[TelegramError]
) -> None:
    emulator.faults.add("sendMessage", kind)
    with pytest.raises(error):
        await bot.send_message(an.id, "a")
    assert an.chat == []
    assert len(emulator.calls("sendMessage")) == 1


async def test_vietnamese_and_emoji_arrive_by_json_and_by_form(an: Person, bot: Bot) -> None:
    text = "Đông Cứu: 1.234,5 m² 😀 + & = %"
    await bot.send_message(an.id, text)
    await bot.send_document(an.id, b"x", caption=text, filename="Biên bản số 1.pdf")
    assert [message.text for message in an.chat] == [text, text]
    assert an.chat[1].file
    assert an.chat[1].file.name == "Biên bản số 1.pdf"
