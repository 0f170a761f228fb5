"""Long polling: an update is handed out once, so it is stored before the next one is asked for."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from bot.channels.base import RawUpdate
from bot.channels.zalo_bot.channel import ZaloBot
from core.messages import Address, Outbound
from tests.bot.channels.rig import Inbox
from tests.bot.channels.zalo_bot.conftest import Make
from tests.emulators.zalo_bot import Person, ZaloBotEmulator


async def until(done: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not done():
            await asyncio.sleep(0.01)


class FailingInbox(Inbox):
    """Intake that cannot store for a while."""

    def __init__(self, failures: int) -> None:
        super().__init__()
        self.failures = failures

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("no space left on device")
        await super().__call__(updates)


async def test_what_intake_could_not_store_is_kept_and_stored_later(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot
) -> None:
    failing = FailingInbox(failures=2)
    an.say("một")
    an.say("hai")
    await channel.start(failing)
    stored = await failing.first(2)
    assert [update.raw["message"]["text"] for update in stored] == ["một", "hai"]
    assert failing.failures == 0


async def test_while_one_update_is_being_stored_no_other_is_asked_for(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot
) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()

    async def slow(updates: Sequence[RawUpdate]) -> None:
        began.set()
        await go_on.wait()

    an.say("một")
    an.say("hai")
    await channel.start(slow)
    await began.wait()
    assert len(emulator.updates) == 1
    go_on.set()
    await until(lambda: len(emulator.updates) == 0)


async def test_stopping_lets_an_update_that_was_read_be_stored(
    emulator: ZaloBotEmulator, an: Person, make: Make
) -> None:
    began, stored = asyncio.Event(), list[str]()

    async def slow(updates: Sequence[RawUpdate]) -> None:
        began.set()
        await asyncio.sleep(0.1)
        stored.extend(update.key for update in updates)

    channel = make()
    update = an.say("xin chào")
    await channel.start(slow)
    await began.wait()
    await channel.stop()
    assert stored == [update["message"]["message_id"]]


@pytest.mark.parametrize("fault", ["403", "500", "502", "drop"])
async def test_receiving_goes_on_after_a_fault(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, inbox: Inbox, fault: str
) -> None:
    if fault != "drop":  # a poll whose answer is lost has cost its update
        emulator.faults.add("getUpdates", fault)
    emulator.faults.add("deleteWebhook", fault)
    an.say("xin chào")
    await channel.start(inbox)
    await inbox.first(1)
    assert channel.trouble is None


async def test_a_poll_whose_answer_is_lost_costs_one_update_and_no_more(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, inbox: Inbox
) -> None:
    emulator.faults.add("getUpdates", "drop")
    for text in ("một", "hai", "ba"):
        an.say(text)
    await channel.start(inbox)
    assert [update.raw["message"]["text"] for update in await inbox.first(2)] == ["hai", "ba"]


async def test_an_empty_poll_is_no_trouble(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.faults.add("getUpdates", "408", times=3)
    an.say("xin chào")
    await channel.start(inbox)
    await inbox.first(1)
    assert [call.status for call in emulator.calls("getUpdates")][:4] == [408, 408, 408, 200]
    assert caplog.text == ""


async def test_an_update_that_cannot_be_decoded_stops_none_behind_it(
    an: Person, channel: ZaloBot, inbox: Inbox
) -> None:
    an.send("message.text.received", {"from": None, "chat": 7, "text": "a"})
    an.say("xin chào")
    await channel.start(inbox)
    poison, good = await inbox.first(2)
    assert poison.lane == "zalo_bot:?"
    with pytest.raises(ValueError, match="no sender"):
        channel.decode(poison.raw)
    assert good.raw["message"]["text"] == "xin chào"


async def test_a_webhook_of_earlier_days_is_removed(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, inbox: Inbox
) -> None:
    emulator.world.webhook_url = "https://bot.example.vn/old"
    an.say("xin chào")
    await channel.start(inbox)
    await inbox.first(1)
    assert emulator.world.webhook_url == ""


async def test_a_token_that_is_refused_for_a_while_does_not_silence_the_bot(
    emulator: ZaloBotEmulator, an: Person, make: Make, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    channel = make(unknown_wait=0.01)
    emulator.faults.add("getUpdates", "401", times=2)
    await channel.start(inbox)
    an.say("xin chào")
    await inbox.first(1)
    await until(lambda: channel.trouble is None)
    assert caplog.text.count("does not know this bot") == 2


async def test_a_wrong_token_is_named(
    emulator: ZaloBotEmulator, make: Make, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    channel = make(token="1:wrong-token")
    await channel.start(inbox)
    await until(lambda: channel.trouble)
    assert "does not know this bot" in caplog.text
    assert "wrong-token" not in caplog.text


async def test_who_sent_a_picture_sees_that_the_bot_is_at_work(
    an: Person, channel: ZaloBot, inbox: Inbox
) -> None:
    await channel.start(inbox)
    an.say("xin chào")
    an.send_photo(b"\xff\xd8\xff")
    await until(lambda: an.actions)
    await inbox.first(2)
    assert an.actions == ["typing"]


async def test_a_typing_sign_that_is_not_shown_disturbs_nothing(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, inbox: Inbox
) -> None:
    emulator.faults.add("sendChatAction", "429")
    await channel.start(inbox)
    an.send_photo(b"\xff\xd8\xff")
    await until(lambda: emulator.calls("sendChatAction"))
    await channel.send(Address("zalo_bot", an.id), Outbound("xin chào"), None)
    an.say("còn đây")
    await inbox.first(2)


async def test_a_poll_that_waits_is_broken_off_by_stopping(
    emulator: ZaloBotEmulator, an: Person, make: Make, inbox: Inbox
) -> None:
    channel = make()
    await channel.start(inbox)
    an.say("xin chào")
    await inbox.first(1)
    async with asyncio.timeout(5):
        await channel.stop()
