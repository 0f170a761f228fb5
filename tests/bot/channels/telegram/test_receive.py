"""Long polling: stored before confirmed, one bad update blocks no other, trouble is waited out or named."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from bot.channels.base import RawUpdate
from bot.channels.telegram.channel import Telegram
from core.messages import Address, Button, Outbound
from tests.bot.channels.rig import Inbox
from tests.emulators.telegram import Person, TelegramEmulator

AN = Address("telegram", "1001")
Make = Callable[..., Telegram]


class FailingInbox(Inbox):
    """Intake that cannot store for a while."""

    def __init__(self, failures: int) -> None:
        super().__init__()
        self.failures = failures
        self.offered: list[str] = []

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        self.offered.extend(update.key for update in updates)
        if self.failures:
            self.failures -= 1
            raise OSError("no space left on device")
        await super().__call__(updates)


async def until(done: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not done():
            await asyncio.sleep(0.01)


async def test_a_poison_update_stops_neither_those_before_nor_those_after_it(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    an.say("trước")
    emulator.push_malformed()
    an.say("sau")
    await channel.start(inbox)
    before, poison, after = await inbox.first(3)
    assert [before.raw["message"]["text"], after.raw["message"]["text"]] == ["trước", "sau"]
    assert poison.lane == "telegram:?"
    with pytest.raises(ValueError, match="message_id"):
        channel.decode(poison.raw)
    await until(lambda: len(emulator.updates) == 0)


async def test_nothing_is_confirmed_before_it_is_stored(
    emulator: TelegramEmulator, an: Person, channel: Telegram
) -> None:
    failing = FailingInbox(failures=1)
    number = an.say("xin chào")
    await channel.start(failing)
    (stored,) = await failing.first(1)
    assert stored.key == str(number)
    assert failing.offered == [str(number), str(number)]


async def test_while_intake_waits_telegram_keeps_the_update(
    emulator: TelegramEmulator, an: Person, channel: Telegram
) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()

    async def slow(updates: Sequence[RawUpdate]) -> None:
        began.set()
        await go_on.wait()

    an.say("xin chào")
    await channel.start(slow)
    await began.wait()
    assert len(emulator.updates) == 1
    go_on.set()
    await until(lambda: len(emulator.updates) == 0)


async def test_the_end_of_the_program_loses_nothing_that_was_not_stored(
    emulator: TelegramEmulator, an: Person, make: Make, inbox: Inbox
) -> None:
    first, began = make(), asyncio.Event()

    async def never(updates: Sequence[RawUpdate]) -> None:
        began.set()
        await asyncio.Event().wait()

    an.say("xin chào")
    await first.start(never)
    await began.wait()
    await first.stop()
    await make().start(inbox)
    (found,) = await inbox.first(1)
    assert found.raw["message"]["text"] == "xin chào"


@pytest.mark.parametrize("kind", ["500", "502", "drop", "429"])
async def test_receiving_goes_on_after_a_fault(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox, kind: str
) -> None:
    emulator.faults.add("getUpdates", kind)
    emulator.faults.add("deleteWebhook", kind)
    an.say("xin chào")
    await channel.start(inbox)
    await inbox.first(1)
    assert channel.trouble is None


async def test_updates_twice_and_in_disorder_are_all_stored_and_confirmed(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    emulator.faults.add("updates", "duplicate", times=None)
    emulator.faults.add("updates", "reorder", times=None)
    sent = [an.say(str(number)) for number in range(5)]
    await channel.start(inbox)
    stored = await inbox.first(10)
    assert [int(update.key) for update in stored] == sent + sent
    await until(lambda: len(emulator.updates) == 0)


async def test_a_wrong_token_is_named_and_tried_again_later(
    emulator: TelegramEmulator, an: Person, make: Make, inbox: Inbox
) -> None:
    channel = make(unknown_wait=0.01)
    right, emulator.token = emulator.token, "1:another-token"
    await channel.start(inbox)
    await until(lambda: channel.trouble)
    assert channel.trouble
    assert "@BotFather" in channel.trouble
    emulator.token = right
    an.say("xin chào")
    (found,) = await inbox.first(1)
    assert found.raw["message"]["text"] == "xin chào"
    await until(lambda: channel.trouble is None)


async def test_a_second_poller_is_named(
    emulator: TelegramEmulator, channel: Telegram, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.faults.add("getUpdates", "409", times=None)
    await channel.start(inbox)
    await until(lambda: channel.trouble)
    assert "another program receives with the same token" in caplog.text


async def test_a_press_stops_its_spinner(an: Person, channel: Telegram, inbox: Inbox) -> None:
    await channel.start(inbox)
    await channel.send(AN, Outbound("Tiếp tục?", ((Button("Có", "a"),),)), None)
    query = an.press(an.chat[0], "Có")
    await until(lambda: an.answered)
    assert an.answered == [query]


async def test_a_press_too_old_to_be_answered_disturbs_nothing(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    emulator.faults.add("answerCallbackQuery", "403")
    await channel.start(inbox)
    await channel.send(AN, Outbound("Tiếp tục?", ((Button("Có", "a"),),)), None)
    an.press(an.chat[0], "Có")
    await inbox.first(1)
    an.say("xin chào")
    await inbox.first(2)


async def test_what_a_group_tells_the_bot_by_name_is_understood_by_one_that_never_asked_its_name(
    an: Person, make: Make, inbox: Inbox
) -> None:
    group = {"id": -100200, "type": "supergroup", "title": "Phòng Kinh tế"}
    an.send({"chat": group, "text": "@tiendo_bot tuần này thế nào?"})
    an.send({"chat": group, "text": "ai đi chợ không?"})
    an.say("xin chào")
    await make().start(inbox)
    worker = make()
    meant = [worker.decode(update.raw) for update in await inbox.first(3)]
    assert [found and (found.address, found.text) for found in meant] == [
        (AN, "tuần này thế nào?"),
        None,
        (AN, "xin chào"),
    ]


MENU = {"": [("baocao", "Gửi báo cáo"), ("huy", "Dừng")], "en": [("baocao", "Send a report")]}


async def test_telegram_is_told_the_commands_it_offers(
    emulator: TelegramEmulator, make: Make, inbox: Inbox
) -> None:
    await make(commands=MENU).start(inbox)
    await until(lambda: len(emulator.world.commands) == 2)
    offered = {
        language: [(each["command"], each["description"]) for each in commands]
        for language, commands in emulator.world.commands.items()
    }
    assert offered == MENU


@pytest.mark.parametrize("kind", ["500", "drop", "429"])
async def test_a_list_of_commands_that_is_not_taken_is_only_logged(
    emulator: TelegramEmulator,
    an: Person,
    make: Make,
    inbox: Inbox,
    caplog: pytest.LogCaptureFixture,
    kind: str,
) -> None:
    emulator.faults.add("setMyCommands", kind, times=None)
    channel = make(commands=MENU)
    await channel.start(inbox)
    await until(lambda: "the list of commands was not taken" in caplog.text)
    an.say("xin chào")
    await inbox.first(1)
    assert (channel.trouble, emulator.token in caplog.text) == (None, False)


async def test_a_webhook_of_earlier_days_is_removed_and_what_it_left_is_kept(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    emulator.world.webhook.url = "https://bot.example.vn/old"
    an.say("xin chào")
    await channel.start(inbox)
    await inbox.first(1)
    assert emulator.world.webhook.url == ""


async def test_a_poll_that_waits_is_broken_off_by_stopping(
    emulator: TelegramEmulator, channel: Telegram, inbox: Inbox
) -> None:
    await channel.start(inbox)
    await until(lambda: emulator.updates.polled)
    await channel.stop()
    assert [call for call in emulator.calls("getUpdates") if call.status == 200] == []
