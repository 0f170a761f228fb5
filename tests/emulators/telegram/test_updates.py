"""Updates wait until an offset confirms them; they come late, twice or in disorder on demand."""

import asyncio

from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram.conftest import Call


def numbers(answer: dict[str, list[dict[str, int]]]) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


async def test_an_unconfirmed_update_comes_again(emulator: TelegramEmulator, call: Call) -> None:
    first = emulator.user(1, "An").say("một")
    assert numbers(await call("getUpdates")) == [first]
    assert numbers(await call("getUpdates", offset=first)) == [first]
    assert numbers(await call("getUpdates", offset=first + 1)) == []
    assert numbers(await call("getUpdates")) == []


async def test_a_batch_is_no_longer_than_asked_for(emulator: TelegramEmulator, call: Call) -> None:
    sent = [emulator.user(1, "An").say(str(n)) for n in range(130)]
    assert numbers(await call("getUpdates", limit=3)) == sent[:3]
    assert numbers(await call("getUpdates")) == sent[:100]
    assert numbers(await call("getUpdates", offset=-2)) == sent[-2:]


async def test_a_long_poll_waits_for_the_next_update(emulator: TelegramEmulator, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    while not emulator.updates.polled:
        await asyncio.sleep(0)
    number = emulator.user(1, "An").say("xin chào")
    assert numbers(await poll) == [number]


async def test_kinds_that_were_not_asked_for_are_dropped(emulator: TelegramEmulator, call: Call) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    emulator.user(1, "An").say("xin chào")
    assert numbers(await call("getUpdates")) == []


async def test_a_second_poll_ends_the_first_with_409(emulator: TelegramEmulator, call: Call) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    while not emulator.updates.polled:
        await asyncio.sleep(0)
    second = asyncio.create_task(call("getUpdates", timeout=30))
    assert (await first)["error_code"] == 409
    number = emulator.user(1, "An").say("xin chào")
    assert numbers(await second) == [number]


async def test_polling_with_a_webhook_is_refused(call: Call) -> None:
    await call("setWebhook", url="https://bot.example.vn/hook")
    answer = await call("getUpdates")
    assert answer["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
    await call("deleteWebhook")
    assert (await call("getUpdates"))["ok"]


async def test_a_duplicate_comes_once_more_although_confirmed(emulator: TelegramEmulator, call: Call) -> None:
    emulator.faults.add("updates", "duplicate", times=None)
    number = emulator.user(1, "An").say("xin chào")
    assert numbers(await call("getUpdates")) == [number]
    assert numbers(await call("getUpdates", offset=number + 1)) == [number]
    assert numbers(await call("getUpdates", offset=number + 1)) == []


async def test_any_past_update_can_be_delivered_again(emulator: TelegramEmulator, call: Call) -> None:
    number = emulator.user(1, "An").say("xin chào")
    await call("getUpdates", offset=number + 1)
    emulator.updates.deliver_again(number)
    assert numbers(await call("getUpdates", offset=number + 1)) == [number]


async def test_what_waits_can_come_in_reverse(emulator: TelegramEmulator, call: Call) -> None:
    sent = [emulator.user(1, "An").say(str(n)) for n in range(3)]
    emulator.faults.add("updates", "reorder")
    assert numbers(await call("getUpdates")) == sent[::-1]
    assert numbers(await call("getUpdates")) == sent


async def test_a_stopped_server_lets_go_of_those_who_wait(call: Call, emulator: TelegramEmulator) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    while not emulator.updates.polled:
        await asyncio.sleep(0)
    await emulator.stop()
    assert numbers(await poll) == []
