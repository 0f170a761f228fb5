"""An Official Account in the running program: followers, doubled events, windows, what is listed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels.zalo_oa import NAME
from bot.config import Settings
from core.delivery import NOTICE
from core.messages import Address, Outbound
from storage.models import Contact, Inbox
from storage.repositories import outbox
from storage.repositories.dead_letters import dead_outbox
from tests.acceptance.clock import TurnableClock
from tests.acceptance.test_week import invite, running
from tests.bot.post import until
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator

BEGIN = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock(BEGIN)


@pytest.fixture
async def zalo(clock: TurnableClock) -> AsyncIterator[ZaloEmulator]:
    async with ZaloEmulator(clock) as emulator:
        yield emulator


@asynccontextmanager
async def bot(
    zalo: ZaloEmulator, clock: TurnableClock, url: str, folder: Path, **changed: Any
) -> AsyncIterator[App]:
    account = zalo.account
    settings = Settings(
        _env_file=None,
        database_url=url,
        data_dir=folder,
        port=0,
        public_url="https://bot.example.vn",
        telegram_token=None,
        zalo_oa_app_id=account.app_id,
        zalo_oa_app_secret=SecretStr(account.app_secret),
        zalo_oa_webhook_secret=SecretStr(account.webhook_secret),
        zalo_oa_refresh_token=SecretStr("refresh-token-0"),
        zalo_oa_api_url=zalo.base_url,
        zalo_oa_oauth_url=zalo.base_url,
        **changed,
    )
    async with running(settings, clock) as app:
        zalo.deliver_to(f"{app.address}/zalo-oa/webhook")
        yield app


class Office:
    """What the tests do with the running program."""

    def __init__(self, app: App, clock: TurnableClock) -> None:
        self.app = app
        self.clock = clock

    async def push(self, person: Person, text: str, useless_after: datetime | None = None) -> None:
        """What a job writes for somebody."""
        address, now = Address(NAME, person.id), self.clock()

        def add(session: Session) -> None:
            message = Outbound(text)
            outbox.add(
                session,
                address=address,
                message=message,
                now=now,
                priority=NOTICE,
                useless_after=useless_after,
            )

        await self.app.db.write(add)
        self.app.outbox.wake()

    async def ticks(self, moment: datetime) -> None:
        """It is that moment, and all that is due is done."""
        self.clock.turn_to(moment)
        await self.app.scheduler.tick(self.clock())
        self.app.outbox.wake()

    async def reachable(self) -> bool | None:
        """Whether the one person there is can be written to."""
        return await self.app.db.read(lambda session: session.scalar(select(Contact.reachable)))

    async def given_up(self, wanted: int) -> list[str]:
        """What `tiendo outbox` lists, once it is so much."""
        while True:
            found = [letter.error for letter in await self.app.db.read(dead_outbox)]
            if len(found) >= wanted:
                return found
            await asyncio.sleep(0.02)


@pytest.fixture
async def office(
    zalo: ZaloEmulator, clock: TurnableClock, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Office]:
    async with bot(zalo, clock, sqlite_url, tmp_path) as app:
        yield Office(app, clock)


async def test_who_follows_is_greeted_and_who_leaves_is_let_go(zalo: ZaloEmulator, office: Office) -> None:
    an = zalo.person("An")
    an.follow()
    await an.wait_for(lambda message: bool(message.text))
    assert await office.reachable() is True
    an.unfollow()
    while await office.reachable():
        await asyncio.sleep(0.02)
    an.follow()
    await an.wait_for(lambda message: bool(message.text), after=1)
    assert await office.reachable() is True


async def test_an_event_that_comes_twice_is_answered_once(zalo: ZaloEmulator, office: Office) -> None:
    an = zalo.person("An")
    zalo.faults.add("updates", FaultKind.DUPLICATE)
    an.say("xin chào")
    await until(lambda: office.app.intake.duplicates == 1)
    await an.wait_for(lambda message: bool(message.text))
    an.say("xin chào lần nữa")
    await an.wait_for(lambda message: bool(message.text), after=1)
    assert len(an.chat) == 2
    rows = await office.app.db.read(lambda session: session.scalars(select(Inbox.status)).all())
    assert list(rows) == ["done", "done"]


async def test_an_event_nobody_has_heard_of_is_kept_and_stops_nobody(
    zalo: ZaloEmulator, office: Office
) -> None:
    an = zalo.person("An")
    an.send("user_reacted_message", {"react_icon": "/-heart"})
    an.send("user_send_hologram", {})
    answer = await an.wait_for(lambda message: bool(message.text))
    an.say("xin chào")
    await an.wait_for(lambda message: message is not answer, after=1)
    rows = await office.app.db.read(lambda session: session.scalars(select(Inbox.status)).all())
    assert list(rows) == ["done"] * 3


async def test_whom_the_window_shuts_out_is_listed_with_the_reason(
    zalo: ZaloEmulator, office: Office
) -> None:
    an = zalo.person("An")
    an.say("xin chào")
    await an.wait_for(lambda message: bool(message.text))
    office.clock.turn_to(BEGIN + timedelta(days=6))
    await office.push(an, "còn kịp")
    await an.wait_for("còn kịp")
    office.clock.turn_to(BEGIN + timedelta(days=8, hours=1))
    await office.push(an, "muộn rồi")
    [reason] = await office.given_up(1)
    assert reason.startswith("not deliverable")
    assert reason.endswith("8 days ago")
    assert "muộn rồi" not in [message.text for message in an.chat]


async def test_what_waits_goes_out_once_they_write(zalo: ZaloEmulator, office: Office) -> None:
    an = zalo.person("An")
    an.say("xin chào")
    await an.wait_for(lambda message: bool(message.text))
    office.clock.turn_to(BEGIN + timedelta(days=8))
    await office.push(an, "nhắc", useless_after=BEGIN + timedelta(days=9))
    an.say("tôi đây")
    await an.wait_for(lambda message: bool(message.text), after=1)
    office.clock.turn_to(BEGIN + timedelta(days=8, minutes=11))
    await an.wait_for("nhắc")


async def test_what_zalo_says_of_the_window_is_believed(zalo: ZaloEmulator, office: Office) -> None:
    an = zalo.person("An")
    an.say("xin chào")
    await an.wait_for(lambda message: bool(message.text))
    zalo.faults.add("cs", -230)
    await office.push(an, "nhắc")
    office.clock.turn_to(BEGIN + timedelta(minutes=5))
    await until(lambda: any(call.code == -230 for call in zalo.calls("cs")))
    office.clock.turn_to(BEGIN + timedelta(minutes=10))
    [reason] = await office.given_up(1)
    assert reason.startswith("not deliverable")


async def test_the_approved_message_goes_out_in_place_of_what_may_not(
    zalo: ZaloEmulator, clock: TurnableClock, sqlite_url: str, tmp_path: Path
) -> None:
    [template] = zalo.account.templates
    data = {"noi_dung": "{text}"}
    async with bot(
        zalo, clock, sqlite_url, tmp_path, zalo_oa_template_id=template, zalo_oa_template_data=data
    ) as app:
        an = zalo.person("An")
        an.say("xin chào")
        await an.wait_for(lambda message: bool(message.text))
        clock.turn_to(BEGIN + timedelta(days=30))
        await Office(app, clock).push(an, "**Chào** anh/chị,\nTuần 20")
        seen = await an.wait_for(lambda message: bool(message.template))
        assert dict(seen.filled) == {"noi_dung": "Chào anh/chị,"}


async def test_who_would_be_out_of_reach_on_friday_is_reminded_before_and_stays_in_reach(
    zalo: ZaloEmulator, office: Office
) -> None:
    an, day = zalo.person("An"), timedelta(days=1)
    code = await office.app.db.write(
        lambda session: invite(session, office.clock, "officer", "phong_kinh_te")
    )
    for said in (code, "đồng ý", "Trần An"):
        before = len(an.chat)
        an.say(said)
        await an.wait_for(lambda message: bool(message.text), after=before)
    await office.ticks(BEGIN + 3 * day)
    an.say("tiến độ")
    await an.wait_for("Tiến độ")
    before = len(an.chat)
    await office.ticks(BEGIN + 7 * day)
    await office.ticks(BEGIN + 8 * day)
    reminder = await an.wait_for("Tuần 21", after=before)
    assert len(an.chat) == before + 1
    an.press(reminder, "Không phát sinh tuần này")
    await an.wait_for("Đã ghi KPS", after=before)
    before = len(an.chat)
    await office.ticks(BEGIN + 11 * day + timedelta(hours=6))  # Friday, when the weekly reminder is due
    await office.push(an, "còn liên lạc được")
    await an.wait_for("còn liên lạc được")
    assert len(an.chat) == before + 1
