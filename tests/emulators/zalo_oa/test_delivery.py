"""Delivery of events: signed, in order, again until they are answered with 200."""

import hashlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from tests.bot.post import until
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator


class Bot:
    """Somebody's webhook: `answers` are its next statuses, then 200 for ever."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.posts: list[tuple[bytes, str]] = []
        self.url = ""

    async def page(self, request: web.Request) -> web.Response:
        self.posts.append((await request.read(), request.headers["X-ZEvent-Signature"]))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    def texts(self) -> list[str]:
        return [body.decode().partition('"text":"')[2].partition('"')[0] for body, _ in self.posts]


@pytest.fixture
async def bot(emulator: ZaloEmulator) -> AsyncIterator[Bot]:
    made = Bot()
    app = web.Application()
    app.router.add_post("/hook", made.page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    emulator.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    yield made
    await runner.cleanup()


async def test_events_are_signed_over_their_bytes(emulator: ZaloEmulator, an: Person, bot: Bot) -> None:
    event = an.say("Đông Cứu")
    await until(lambda: len(bot.posts) == 1)
    body, shown = bot.posts[0]
    account = emulator.account
    behind = (event["timestamp"] + account.webhook_secret).encode()
    assert shown == "mac=" + hashlib.sha256(account.app_id.encode() + body + behind).hexdigest()


async def test_an_event_comes_again_until_it_is_taken_and_the_next_waits(
    emulator: ZaloEmulator, an: Person, bot: Bot
) -> None:
    bot.answers = [500, 401]
    an.say("một")
    an.say("hai")
    await until(lambda: len(bot.posts) == 4)
    assert bot.texts() == ["một", "một", "một", "hai"]
    assert [b"num_retry" in body for body, _ in bot.posts] == [False, True, True, False]
    await until(lambda: emulator.delivery.attempts == [500, 401, 200, 200])


async def test_an_event_may_come_twice(emulator: ZaloEmulator, an: Person, bot: Bot) -> None:
    emulator.faults.add("updates", FaultKind.DUPLICATE)
    an.say("một")
    an.say("hai")
    await until(lambda: len(bot.posts) == 3)
    assert bot.texts() == ["một", "một", "hai"]


async def test_writing_opens_the_window_and_leaving_does_not(emulator: ZaloEmulator, bot: Bot) -> None:
    binh = emulator.person("Bình")
    assert (binh.follows, binh.acted_at) == (False, None)
    binh.follow()
    assert (binh.follows, binh.acted_at) == (True, emulator.account.clock())
    binh.acted_at = None
    binh.unfollow()
    assert (binh.follows, binh.acted_at) == (False, None)
    await until(lambda: len(bot.posts) == 2)
