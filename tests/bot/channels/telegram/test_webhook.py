"""The webhook: the secret first, then stored, then 200."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import ClientSession, web

from bot.channels.posts import BODY_BYTES
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.webhook import PATH, SECRET_HEADER
from tests.bot.channels.rig import Inbox
from tests.bot.channels.telegram.test_receive import FailingInbox, until
from tests.emulators.telegram import Person, TelegramEmulator

SECRET = "bi-mat_cua-toi"
UPDATE = b'{"update_id": 7, "message": {"chat": {"id": 1001, "type": "private"}, "text": "a"}}'


class Site:
    """The bot's web server: the channel's routes at an address."""

    def __init__(self) -> None:
        self._runner: web.AppRunner | None = None
        self._app = web.Application(client_max_size=64_000_000)
        self.url = ""

    async def reserve(self) -> None:
        """Find an address before there are pages, since the channel must be told it."""
        self._app.router.add_post(PATH, self._page)
        self._runner = web.AppRunner(self._app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    def serve(self, channel: Telegram) -> None:
        (route,) = channel.routes()
        assert (route.method, route.path) == ("POST", PATH)
        self._handler = route.handler

    async def _page(self, request: web.Request) -> web.StreamResponse:
        answer = await self._handler(request)
        assert isinstance(answer, web.StreamResponse)
        return answer

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    await made.reserve()
    yield made
    await made.close()


@pytest.fixture
def channel(make: Callable[..., Telegram], site: Site) -> Telegram:
    made = make(mode="webhook", webhook_secret=SECRET, public_url=site.url)
    site.serve(made)
    return made


async def post(site: Site, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with (
        ClientSession() as session,
        session.post(site.url + PATH, data=body, headers=headers) as answer,
    ):
        return answer.status


async def test_telegram_delivers_and_the_update_is_stored(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    await channel.start(inbox)
    an.say("một")
    an.say("hai")
    found = await inbox.first(2)
    assert [update.raw["message"]["text"] for update in found] == ["một", "hai"]
    await until(lambda: len(emulator.updates) == 0)


async def test_an_update_that_was_not_stored_is_delivered_again(
    emulator: TelegramEmulator, an: Person, channel: Telegram
) -> None:
    failing = FailingInbox(failures=2)
    number = an.say("xin chào")
    await channel.start(failing)
    await failing.first(1)
    await until(lambda: 200 in emulator.delivery.attempts)
    assert failing.offered == [str(number)] * 3
    assert emulator.delivery.attempts == [503, 503, 200]


async def test_what_a_group_says_before_the_bot_knows_its_name_is_delivered_again(
    emulator: TelegramEmulator, channel: Telegram, site: Site, inbox: Inbox
) -> None:
    emulator.faults.add("getMe", "500", times=None)
    await channel.start(inbox)
    await until(lambda: emulator.calls("getMe"))
    group = UPDATE.replace(b'"private"', b'"group"')
    assert await post(site, group) == 503
    assert await post(site, UPDATE.replace(b"7", b"8")) == 200
    emulator.faults.clear()
    async with asyncio.timeout(20):
        while await post(site, group) != 200:
            await asyncio.sleep(0.01)
    assert [update.key for update in inbox.updates] == ["8", "7"]


@pytest.mark.parametrize("secret", [None, "", "sai", SECRET + "x", "bí mật"])
async def test_a_wrong_secret_is_401_and_stores_nothing(
    site: Site, channel: Telegram, inbox: Inbox, secret: str | None
) -> None:
    await channel.start(inbox)
    assert await post(site, UPDATE, secret) == 401
    assert inbox.updates == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (UPDATE, 200),
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'{"update_id": "7"}', 400),
        (b"[" * 100_000, 400),
        (b" " * (BODY_BYTES + 1), 413),
        (b'{"update_id": 7}', 200),
    ],
)
async def test_only_an_update_is_taken(
    site: Site, channel: Telegram, inbox: Inbox, body: bytes, status: int
) -> None:
    await channel.start(inbox)
    assert await post(site, body) == status
    assert len(inbox.updates) == (status == 200)


async def test_before_the_start_nothing_is_taken(site: Site, channel: Telegram) -> None:
    assert await post(site, UPDATE) == 503


async def test_a_wrong_token_is_named(make: Callable[..., Telegram], inbox: Inbox, site: Site) -> None:
    channel = make(token="1:wrong-token", mode="webhook", webhook_secret=SECRET, public_url=site.url)
    await channel.start(inbox)
    async with asyncio.timeout(20):
        await until(lambda: channel.trouble)


def test_a_channel_that_polls_has_no_pages(make: Callable[..., Telegram]) -> None:
    assert make().routes() == []
