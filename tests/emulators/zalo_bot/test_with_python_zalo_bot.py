"""python-zalo-bot alone takes the emulator for Zalo."""

from collections.abc import AsyncIterator

import pytest
from zalo_bot import Bot

from tests.emulators.zalo_bot import ZaloBotEmulator


@pytest.fixture
async def bot(emulator: ZaloBotEmulator) -> AsyncIterator[Bot]:
    async with Bot(emulator.token, base_url=emulator.base_url) as running:
        yield running


async def test_it_knows_itself(emulator: ZaloBotEmulator, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.account_name) == (emulator.world.bot["id"], "bot.VDKyGxQvc")


async def test_it_answers_a_text(emulator: ZaloBotEmulator, bot: Bot) -> None:
    an = emulator.user("An")
    an.say("xin chào 😀")
    update = await bot.get_update(timeout=5)
    assert (update.message.text, update.message.chat.id) == ("xin chào 😀", an.id)
    assert update.effective_user.display_name == "An"
    sent = await bot.send_message(update.message.chat.id, f"echo: {update.message.text}")
    seen = await an.wait_for("echo: xin chào 😀")
    assert sent.message_id == seen.id


async def test_each_poll_brings_one_update_in_order_and_never_again(
    emulator: ZaloBotEmulator, bot: Bot
) -> None:
    an = emulator.user("An")
    for text in ("một", "hai"):
        an.say(text)
    read = [(await bot.get_update(timeout=5)).message.text for _ in range(2)]
    assert read == ["một", "hai"]
    assert await bot.get_update(timeout=0) is None


async def test_it_reads_the_address_of_a_picture_and_sends_one(emulator: ZaloBotEmulator, bot: Bot) -> None:
    an = emulator.user("An")
    an.send_photo(b"\xff\xd8\xff picture")
    address = (await bot.get_update(timeout=5)).message.photo_url
    await bot.send_photo(an.id, "kèm theo", address)
    assert (await an.wait_for("kèm theo")).picture == b"\xff\xd8\xff picture"


async def test_it_shows_that_it_is_typing(emulator: ZaloBotEmulator, bot: Bot) -> None:
    an = emulator.user("An", started=True)
    await bot.send_chat_action(an.id, "typing")
    assert an.actions == ["typing"]


async def test_a_refusal_comes_with_http_200_which_it_takes_for_success(
    emulator: ZaloBotEmulator, bot: Bot
) -> None:
    an = emulator.user("An", started=True)
    emulator.faults.add("sendMessage", "429")
    assert await bot.send_message(an.id, "xin chào") is None
    assert an.chat == []
