"""The emulator answers as the platform does: HTTP 200 whatever it says, one update a call, limits, faults."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest
from aiohttp import ClientSession, ServerDisconnectedError, web

from tests.emulators.zalo_bot import ZaloBotEmulator

#: the method and its parameters -> the answer's JSON
Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def call(emulator: ZaloBotEmulator) -> AsyncIterator[Call]:
    """The Bot Platform without any library: JSON there and back."""
    async with ClientSession() as session:

        async def post(method: str, token: str = emulator.token, **params: object) -> dict[str, Any]:
            async with session.post(f"{emulator.base_url}/bot{token}/{method}", json=params) as answer:
                assert answer.status == 200
                found: dict[str, Any] = await answer.json()
                return found

        yield post


async def test_a_wrong_token_is_refused_with_http_200(call: Call) -> None:
    found = await call("getMe", token="1:wrong")
    assert found == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_names_of_methods_are_case_sensitive(call: Call) -> None:
    assert (await call("getme"))["error_code"] == 404


async def test_a_poll_brings_one_update_with_a_moment_in_milliseconds(
    emulator: ZaloBotEmulator, call: Call
) -> None:
    an = emulator.user("An")
    an.say("một")
    an.say("hai")
    update = (await call("getUpdates", timeout="5"))["result"]
    assert (update["event_name"], update["message"]["text"]) == ("message.text.received", "một")
    assert update["message"]["chat"] == {"id": an.id, "chat_type": "PRIVATE"}
    assert update["message"]["date"] > 1_500_000_000_000
    assert len(emulator.updates) == 1


async def test_an_empty_poll_is_408(call: Call) -> None:
    assert (await call("getUpdates", timeout="0"))["error_code"] == 408


async def test_a_poll_waits_for_what_is_written_meanwhile(emulator: ZaloBotEmulator, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=20))
    await asyncio.sleep(0)
    emulator.user("An").say("xin chào")
    assert (await poll)["result"]["message"]["text"] == "xin chào"


async def test_a_poll_that_was_broken_off_takes_nothing(emulator: ZaloBotEmulator, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    emulator.user("An").say("xin chào")
    assert (await call("getUpdates", timeout="5"))["result"]["message"]["text"] == "xin chào"


async def test_an_update_comes_twice_when_asked_to(emulator: ZaloBotEmulator, call: Call) -> None:
    emulator.faults.add("updates", "duplicate")
    emulator.user("An").say("xin chào")
    first, again = await call("getUpdates", timeout="5"), await call("getUpdates", timeout="5")
    assert first == again


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "a" * 2000}, 200),
        ({"text": "a" * 2001}, 400),
        ({"text": ""}, 400),
        ({"text": "  "}, 400),
        ({"text": "đậm 😀", "text_styles": [{"start": 0, "len": 6, "st": ["b"]}]}, 200),
        ({"text": "đậm 😀", "text_styles": [{"start": 0, "len": 7, "st": ["b"]}]}, 400),
        ({"text": "đậm", "text_styles": [{"start": 0, "len": 3, "st": ["bold"]}]}, 400),
        ({"text": "đậm", "text_styles": ["b"]}, 400),
        ({"text": "a", "chat_id": "nobody"}, 404),
        ({"text": "a", "chat_id": ""}, 400),
    ],
)
async def test_a_message_has_limits(
    emulator: ZaloBotEmulator, call: Call, body: dict[str, object], code: int
) -> None:
    an = emulator.user("An", started=True)
    found = await call("sendMessage", **{"chat_id": an.id, **body})
    assert found.get("error_code", 200) == code
    assert len(an.chat) == (code == 200)


@pytest.mark.parametrize(
    ("fault", "code"), [("401", 401), ("403", 403), ("408", 408), ("429", 429), ("500", 500)]
)
async def test_a_fault_is_answered_once_and_has_no_effect(
    emulator: ZaloBotEmulator, call: Call, fault: str, code: int
) -> None:
    an = emulator.user("An", started=True)
    emulator.faults.add("sendMessage", fault)
    answers = [await call("sendMessage", chat_id=an.id, text="a") for _ in range(2)]
    assert [answer.get("error_code") for answer in answers] == [code, None]
    assert len(an.chat) == 1


async def test_a_bad_gateway_is_a_page_and_a_drop_has_its_effect(
    emulator: ZaloBotEmulator, call: Call
) -> None:
    an = emulator.user("An", started=True)
    emulator.faults.add("sendMessage", "502")
    emulator.faults.add("sendMessage", "drop")
    url = f"{emulator.base_url}/bot{emulator.token}/sendMessage"
    async with ClientSession() as session:
        async with session.post(url, json={"chat_id": an.id, "text": "a"}) as answer:
            assert (answer.status, answer.content_type) == (502, "text/html")
        with pytest.raises(ServerDisconnectedError):
            await session.post(url, json={"chat_id": an.id, "text": "a"})
    assert len(an.chat) == 1


async def test_polling_and_a_webhook_exclude_each_other(emulator: ZaloBotEmulator, call: Call) -> None:
    found = await call("setWebhook", url="http://127.0.0.1:9/x", secret_token="s" * 8)
    assert found["result"]["verification"]["ok"] is False
    assert (await call("getUpdates", timeout="0"))["error_code"] == 400
    assert (await call("getWebhookInfo"))["result"]["url"] == "http://127.0.0.1:9/x"
    await call("deleteWebhook")
    assert (await call("getUpdates", timeout="0"))["error_code"] == 408


@pytest.mark.parametrize("webhook", [{"url": "http://bot.vn"}, {"secret_token": "short"}])
async def test_a_webhook_needs_https_and_a_secret(call: Call, webhook: dict[str, str]) -> None:
    good = {"url": "https://bot.example.vn/x", "secret_token": "s" * 8}
    assert (await call("setWebhook", **{**good, **webhook}))["error_code"] == 400


async def test_a_webhook_gets_updates_in_order_and_again_until_it_takes_them(
    emulator: ZaloBotEmulator, call: Call
) -> None:
    posted: list[tuple[str, str]] = []

    async def page(request: web.Request) -> web.Response:
        if not request.can_read_body:
            return web.Response()
        body = await request.json()
        posted.append((request.headers["X-Bot-Api-Secret-Token"], body["result"]["message"]["text"]))
        return web.Response(status=500 if len(posted) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    emulator.world.proxies["https://bot.example.vn"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
    found = await call("setWebhook", url="https://bot.example.vn/hook", secret_token="secret-8")
    assert found["result"]["verification"] == {"ok": True, "outcome": "webhook.ok"}
    an = emulator.user("An")
    an.say("một")
    an.say("hai")
    async with asyncio.timeout(10):
        while len(emulator.delivery.attempts) < 3:
            await asyncio.sleep(0.01)
    assert posted == [("secret-8", "một"), ("secret-8", "một"), ("secret-8", "hai")]
    await emulator.delivery.stop()
    await runner.cleanup()


async def test_a_picture_that_cannot_be_fetched_is_refused(emulator: ZaloBotEmulator, call: Call) -> None:
    an = emulator.user("An", started=True)
    found = await call("sendPhoto", chat_id=an.id, photo=f"{emulator.base_url}/media/none.jpg")
    assert (found["error_code"], an.chat) == (400, [])
