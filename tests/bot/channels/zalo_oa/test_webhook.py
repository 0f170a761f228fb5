"""The webhook: the signature over the raw bytes first, then stored, then 200, within two seconds."""

import asyncio
from collections.abc import Sequence

import orjson
import pytest
from aiohttp import ClientSession

from bot.channels.base import RawUpdate
from bot.channels.posts import BODY_BYTES
from bot.channels.zalo_oa import ZaloOASettings
from bot.channels.zalo_oa.channel import ZaloOA
from bot.channels.zalo_oa.signature import HEADER, sign
from bot.channels.zalo_oa.webhook import PATH
from tests.bot.channels.rig import Inbox
from tests.bot.channels.site import Site
from tests.bot.post import until
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator

BODY = (
    b'{"event_name":"user_send_text","app_id":"50554360515256678","sender":{"id":"551"},'
    b'"message":{"text":"xin ch\xc3\xa0o", "msg_id":"e2a6"},"timestamp":"1717061839659"}'
)
STAMP = "1717061839659"


@pytest.fixture
async def page(channel: ZaloOA, site: Site) -> str:
    """The address of the webhook."""
    await site.serve(channel)
    return site.url + PATH


async def post(page: str, body: bytes, shown: str) -> int:
    async with ClientSession() as session, session.post(page, data=body, headers={HEADER: shown}) as answer:
        return answer.status


def signed(settings: ZaloOASettings, body: bytes = BODY, stamp: str = STAMP) -> str:
    return f"mac={sign(settings.app_id, body, stamp, settings.webhook_secret)}"


async def test_what_zalo_delivers_is_stored(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, page: str, inbox: Inbox
) -> None:
    await channel.start(inbox)
    emulator.deliver_to(page)
    an.say("một")
    an.say("hai")
    found = await inbox.first(2)
    assert [update.raw["message"]["text"] for update in found] == ["một", "hai"]
    await until(lambda: emulator.delivery.attempts == [200, 200])
    assert channel.posts == {"stored": 2}


@pytest.mark.parametrize("shown", ["", "mac=", "mac=" + "0" * 64, "sai", "mac=ả"])
async def test_a_wrong_signature_is_401_counted_and_stores_nothing(
    page: str, channel: ZaloOA, inbox: Inbox, shown: str
) -> None:
    await channel.start(inbox)
    assert await post(page, BODY, shown.encode().decode("latin-1")) == 401
    assert inbox.updates == []
    assert channel.posts == {"refused": 1}


async def test_the_signature_is_over_the_bytes_as_they_came(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings
) -> None:
    await channel.start(inbox)
    shown = signed(settings)
    assert await post(page, BODY.replace(b', "msg_id"', b',"msg_id"'), shown) == 401
    assert await post(page, BODY.replace(STAMP.encode(), b"1717061839660"), shown) == 401
    assert await post(page, BODY, shown) == 200
    assert len(inbox.updates) == 1


@pytest.mark.parametrize("identity", ["app_id", "oa_id"])
@pytest.mark.parametrize("secret", ["webhook_secret", "app_secret"])
async def test_whatever_zalo_signs_with_is_found_out_and_kept_to(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings, identity: str, secret: str
) -> None:
    def by(identity: str, secret: str) -> str:
        return sign(getattr(settings, identity), BODY, STAMP, getattr(settings, secret))

    await channel.start(inbox)
    assert await post(page, BODY, f"mac={by(identity, secret)}") == 200
    others = {(one, other) for one in ("app_id", "oa_id") for other in ("webhook_secret", "app_secret")}
    for way in others - {(identity, secret)}:
        assert await post(page, BODY, f"mac={by(*way)}") == 401


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"[" * 100_000, b"\xff\xfe", b"null"])
async def test_what_is_no_event_is_refused(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings, body: bytes
) -> None:
    await channel.start(inbox)
    assert await post(page, body, signed(settings, body, "")) == 401
    assert inbox.updates == []


async def test_a_body_without_end_is_not_read(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings
) -> None:
    await channel.start(inbox)
    body = b" " * (BODY_BYTES + 1)
    assert await post(page, body, signed(settings, body, "")) == 413
    assert inbox.updates == []


@pytest.mark.parametrize(
    "event",
    [
        {"event_name": "user_reacted_message", "sender": {"id": "551"}, "timestamp": STAMP},
        {"event_name": "something.new", "timestamp": STAMP},
        {"timestamp": STAMP},
        {"event_name": 5, "sender": [], "message": "x", "timestamp": 1717061839659},
    ],
)
async def test_an_event_nobody_has_heard_of_is_acknowledged_and_kept(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings, event: dict[str, object]
) -> None:
    await channel.start(inbox)
    body = orjson.dumps(event)
    assert await post(page, body, signed(settings, body)) == 200
    [update] = inbox.updates
    assert update.raw == event


async def test_an_event_that_comes_twice_has_the_same_key(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, page: str, inbox: Inbox
) -> None:
    await channel.start(inbox)
    emulator.faults.add("updates", FaultKind.DUPLICATE)
    emulator.deliver_to(page)
    an.follow()
    an.say("xin chào")
    keys = [update.key for update in await inbox.first(3)]
    assert keys[0] == keys[1] != keys[2]


async def test_events_without_a_name_or_person_are_told_apart_by_their_content(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings
) -> None:
    await channel.start(inbox)
    events = ({"of": "one"}, {"of": "another"}, {"of": "one", "num_retry": 1})
    for event in events:
        body = orjson.dumps({**event, "timestamp": STAMP})
        assert await post(page, body, signed(settings, body)) == 200
    first, other, again = (update.key for update in inbox.updates)
    assert first == again != other


class Slow(Inbox):
    """Intake on a disk that takes its time, once."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: list[RawUpdate] = []

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        self.offered.extend(updates)
        if len(self.offered) == 1:
            await asyncio.Event().wait()
        await super().__call__(updates)


async def test_what_cannot_be_stored_in_two_seconds_is_delivered_again(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, page: str
) -> None:
    slow = Slow()
    await channel.start(slow)
    emulator.deliver_to(page)
    an.say("xin chào")
    [update] = await slow.first(1)
    await until(lambda: len(emulator.delivery.attempts) == 2)
    # the first post is given up by one of the two sides, whichever looks at its clock first
    assert emulator.delivery.attempts[0] in (0, 503)
    assert emulator.delivery.attempts[1] == 200
    first, again = slow.offered
    assert (first.key, first.raw) == (again.key, again.raw) == (update.key, update.raw)


class Failing(Inbox):
    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        raise OSError("the disk is full")


async def test_what_was_not_stored_is_not_acknowledged(
    page: str, channel: ZaloOA, settings: ZaloOASettings
) -> None:
    await channel.start(Failing())
    assert await post(page, BODY, signed(settings)) == 503


async def test_before_the_start_and_after_the_end_nothing_is_taken(
    page: str, channel: ZaloOA, inbox: Inbox, settings: ZaloOASettings
) -> None:
    assert await post(page, BODY, signed(settings)) == 503
    await channel.start(inbox)
    await channel.stop()
    assert await post(page, BODY, signed(settings)) == 503
