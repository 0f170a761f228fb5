"""Faults on demand."""

import asyncio

import pytest
from aiohttp import ClientConnectionError, ClientSession, ClientTimeout

from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram.conftest import Call


async def test_429_says_how_long_to_wait_and_then_is_over(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    emulator.faults.add("sendMessage", "429", retry_after=5, skip=1)
    assert (await call("sendMessage", chat_id=1, text="một"))["ok"]
    assert await call("sendMessage", chat_id=1, text="hai") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }
    assert (await call("sendMessage", chat_id=1, text="hai"))["ok"]
    assert [message.text for message in an.chat] == ["một", "hai"]
    assert [found.status for found in emulator.calls("sendMessage")] == [200, 429, 200]


async def test_a_fault_can_be_for_one_person_only(emulator: TelegramEmulator, call: Call) -> None:
    emulator.user(1, "An", started=True)
    emulator.user(2, "Bình", started=True)
    emulator.faults.add("*", "500", times=None, chat=2)
    assert (await call("sendMessage", chat_id=2, text="a"))["error_code"] == 500
    assert (await call("sendMessage", chat_id=1, text="a"))["ok"]


async def test_a_dropped_call_had_its_effect(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    emulator.faults.add("sendMessage", "drop")
    with pytest.raises(ClientConnectionError):
        await call("sendMessage", chat_id=1, text="xin chào")
    assert [message.text for message in an.chat] == ["xin chào"]


async def test_a_hanging_call_has_no_effect_and_no_answer(emulator: TelegramEmulator) -> None:
    an = emulator.user(1, "An", started=True)
    emulator.faults.add("sendMessage", "hang")
    url = f"{emulator.base_url}/bot{emulator.token}/sendMessage"
    async with ClientSession(timeout=ClientTimeout(total=0.2)) as session:
        with pytest.raises(TimeoutError):
            await session.post(url, json={"chat_id": 1, "text": "xin chào"})
    assert an.chat == []


async def test_502_is_a_proxys_page(emulator: TelegramEmulator) -> None:
    emulator.faults.add("getMe", "502")
    async with (
        ClientSession() as session,
        session.get(f"{emulator.base_url}/bot{emulator.token}/getMe") as answer,
    ):
        assert (answer.status, answer.content_type) == (502, "text/html")


async def test_too_many_messages_to_one_chat_are_held_back(emulator: TelegramEmulator, call: Call) -> None:
    emulator.user(1, "An", started=True)
    emulator.user(2, "Bình", started=True)
    emulator.limit_flood(per_chat=2)
    answers = [await call("sendMessage", chat_id=1, text=str(n)) for n in range(3)]
    assert [answer["ok"] for answer in answers] == [True, True, False]
    assert answers[2]["parameters"]["retry_after"] == 1
    assert (await call("sendMessage", chat_id=2, text="a"))["ok"]


async def test_a_webhook_that_fails_gets_the_update_again(emulator: TelegramEmulator, call: Call) -> None:
    from aiohttp import web

    seen: list[int] = []

    async def hook(request: web.Request) -> web.Response:
        seen.append((await request.json())["update_id"])
        return web.Response(status=500 if len(seen) < 3 else 200)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sent = [emulator.user(1, "An").say("một"), emulator.user(1, "An").say("hai")]
    await call("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    while emulator.delivery.attempts.count(200) < 2:
        await asyncio.sleep(0.01)
    assert seen == [sent[0], sent[0], sent[0], sent[1]]
    assert (await call("getWebhookInfo"))["result"]["pending_update_count"] == 0
    await runner.cleanup()
