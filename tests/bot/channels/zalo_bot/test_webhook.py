"""The webhook: the secret first, then stored, then 200."""

import asyncio

import pytest
from aiohttp import ClientSession

from bot.channels.posts import BODY_BYTES
from bot.channels.zalo_bot.channel import ZaloBot
from bot.channels.zalo_bot.webhook import PATH, SECRET_HEADER
from tests.bot.channels.rig import Inbox
from tests.bot.channels.site import Site
from tests.bot.channels.zalo_bot.conftest import Make
from tests.bot.channels.zalo_bot.test_poll import FailingInbox, until
from tests.emulators.zalo_bot import Person, ZaloBotEmulator

SECRET = "bi-mat_cua-toi"
BARE = b'{"event_name": "message.text.received", "message": {"message_id": "7", "text": "a"}}'


@pytest.fixture
async def channel(make: Make, site: Site) -> ZaloBot:
    made = make(mode="webhook", webhook_secret=SECRET, public_url=site.url)
    await site.serve(made)
    return made


async def post(site: Site, body: bytes | None, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with (
        ClientSession() as session,
        session.post(site.url + PATH, data=body, headers=headers) as answer,
    ):
        return answer.status


async def test_zalo_delivers_and_the_updates_are_stored_in_order(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, inbox: Inbox
) -> None:
    await channel.start(inbox)
    for text in ("một", "hai"):
        an.say(text)
    found = await inbox.first(2)
    assert [update.raw["message"]["text"] for update in found] == ["một", "hai"]
    assert emulator.world.webhook_secret == SECRET


async def test_an_update_that_was_not_stored_is_delivered_again(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot
) -> None:
    failing = FailingInbox(failures=2)
    await channel.start(failing)
    an.say("xin chào")
    await failing.first(1)
    await until(lambda: 200 in emulator.delivery.attempts)
    assert emulator.delivery.attempts == [503, 503, 200]


@pytest.mark.parametrize("secret", [None, "", "sai", SECRET + "x", "bí mật"])
async def test_a_wrong_secret_is_401_counted_and_stores_nothing(
    site: Site, channel: ZaloBot, inbox: Inbox, secret: str | None
) -> None:
    await channel.start(inbox)
    assert await post(site, BARE, secret) == 401
    assert (inbox.updates, channel.posts) == ([], {"refused": 1})


async def test_a_flood_of_wrong_secrets_does_not_fill_the_log(
    site: Site, channel: ZaloBot, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    await channel.start(inbox)
    for _ in range(30):
        await post(site, BARE, "sai")
    assert channel.posts == {"refused": 30}
    assert caplog.text.count("did not come from there") == 5


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (BARE, 200),
        (b'{"ok": true, "result": ' + BARE + b"}", 200),
        (b'{"event_name": "message.new.kind"}', 200),
        (b'{"event_name": "deep", "a": ' + b"[" * 1000 + b"]" * 1000 + b"}", 200),
        (b"{", 400),
        (b"[]", 400),
        (b'{"ok": true}', 400),
        (b"[" * 100_000, 400),
        (b" " * (BODY_BYTES + 1), 413),
    ],
)
async def test_only_an_update_is_taken(
    site: Site, channel: ZaloBot, inbox: Inbox, body: bytes, status: int
) -> None:
    await channel.start(inbox)
    assert await post(site, body) == status
    assert len(inbox.updates) == (status == 200)


async def test_a_probe_without_a_body_is_answered_and_stores_nothing(
    site: Site, channel: ZaloBot, inbox: Inbox
) -> None:
    await channel.start(inbox)
    assert [await post(site, None), await post(site, None, None)] == [200, 200]
    assert (inbox.updates, channel.posts) == ([], {})


async def test_before_the_start_nothing_is_taken(site: Site, channel: ZaloBot) -> None:
    assert await post(site, BARE) == 503


async def test_an_address_that_zalo_cannot_reach_is_named(
    make: Make, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    channel = make(mode="webhook", webhook_secret=SECRET, public_url="http://127.0.0.1:9")
    await channel.start(inbox)
    await until(lambda: "was not reached" in caplog.text)
    assert "webhook.err.unreachable" in caplog.text
    assert SECRET not in caplog.text


async def test_a_wrong_token_is_named(make: Make, inbox: Inbox, site: Site) -> None:
    channel = make(token="1:wrong-token", mode="webhook", webhook_secret=SECRET, public_url=site.url)
    await channel.start(inbox)
    async with asyncio.timeout(20):
        await until(lambda: channel.trouble)


def test_a_channel_without_public_address_has_no_pages(make: Make) -> None:
    assert make().routes() == []
