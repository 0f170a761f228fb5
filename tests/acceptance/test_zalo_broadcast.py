"""A message to many in the running program, to people on a Zalo bot and on a Zalo Official Account."""

import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import App
from bot.config import Settings
from bot.files import FileStore
from bot.pictures import drawn_anew
from core.broadcasts.audience import EVERYBODY
from core.broadcasts.states import Ask, BroadcastState, Fate
from core.messages import Address, FileRef
from storage.models import Broadcast, Person, Tenant
from storage.queries.broadcasts import tally
from storage.repositories import conversations, usage
from tests.acceptance.clock import TurnableClock
from tests.acceptance.test_week import running
from tests.emulators import zalo_bot, zalo_oa
from tests.emulators.zalo_oa import ZaloEmulator

BEGIN = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)
PUBLIC, PLAN = "https://bot.example.vn", 1_000
Someone = zalo_bot.Person | zalo_oa.Person


class Office:
    """The running program with people on both, and the messages that go out to all of them."""

    def __init__(self, app: App, clock: TurnableClock, files: FileStore) -> None:
        self.app = app
        self.files = files
        self.clock = clock
        self.tenant = 0
        self.admin = 0

    async def comes(self, someone: Someone, channel: str, role: str = "officer") -> None:
        """Somebody writes, and is a member from then on."""
        before = len(someone.chat)
        someone.say("xin chào")
        await someone.wait_for(lambda message: bool(message.text), after=before)
        await self.app.db.write(lambda session: self._member(session, someone, channel, role))

    def _member(self, session: Session, someone: Someone, channel: str, role: str) -> None:
        self.tenant = session.scalars(select(Tenant.id).where(Tenant.code == "dong_cuu")).one()
        now, name = self.clock(), someone.name
        person = Person(tenant_id=self.tenant, name=name, role=role, status="active", joined_at=now)
        session.add(person)
        session.flush()
        self.admin = self.admin or person.id
        speaker = conversations.speaker(session, Address(channel, someone.id), now)
        conversations.assign(session, speaker, person.id)

    async def sends(self, text: str, ask: Ask = Ask.NOTHING, **more: Any) -> int:
        """A message goes out to everybody; its number, once it is done."""

        def add(session: Session) -> int:
            one = Broadcast(
                tenant_id=self.tenant, text=text, ask=ask.value, audience=EVERYBODY.as_json(), **more
            )
            one.state, one.written_by, one.released_by = (
                BroadcastState.SCHEDULED.value,
                self.admin,
                self.admin,
            )
            one.written_at = one.released_at = self.clock()
            session.add(one)
            session.flush()
            return one.id

        number = await self.app.db.write(add)
        await self.app.broadcaster.look()
        self.app.outbox.wake()
        return number

    async def fates(self, number: int, count: int) -> dict[Fate, int]:
        """What became of it for each, once nobody waits any more."""
        while True:
            await self.app.broadcaster.look()
            found = await self.app.db.read(lambda session: tally(session, number))
            if found.everybody >= count and not found.count(Fate.WAITING):
                return {fate: many for fate, many in found.fates.items() if many}

    async def answers(self, number: int, wanted: int) -> dict[str, int]:
        """The answers to it, once there are so many."""
        while True:
            found = await self.app.db.read(lambda session: tally(session, number))
            if found.answered >= wanted:
                return dict(found.choices)


@pytest.fixture
async def clock() -> TurnableClock:
    return TurnableClock(BEGIN)


@pytest.fixture
async def bot_api() -> AsyncIterator[zalo_bot.ZaloBotEmulator]:
    async with zalo_bot.ZaloBotEmulator() as emulator:
        yield emulator


@pytest.fixture
async def account(clock: TurnableClock) -> AsyncIterator[ZaloEmulator]:
    async with ZaloEmulator(clock) as emulator:
        yield emulator


@pytest.fixture
async def office(
    bot_api: zalo_bot.ZaloBotEmulator,
    account: ZaloEmulator,
    clock: TurnableClock,
    sqlite_url: str,
    tmp_path: Path,
) -> AsyncIterator[Office]:
    whole = account.account
    settings = Settings(
        _env_file=None,
        database_url=sqlite_url,
        data_dir=tmp_path,
        port=0,
        public_url=PUBLIC,
        telegram_token=None,
        zalo_bot_token=SecretStr(bot_api.token),
        zalo_bot_api_url=bot_api.base_url,
        zalo_bot_per_second=0,
        zalo_bot_per_chat_per_second=0,
        zalo_bot_plan_messages=PLAN,
        zalo_oa_app_id=whole.app_id,
        zalo_oa_app_secret=SecretStr(whole.app_secret),
        zalo_oa_webhook_secret=SecretStr(whole.webhook_secret),
        zalo_oa_refresh_token=SecretStr("refresh-token-0"),
        zalo_oa_api_url=account.base_url,
        zalo_oa_oauth_url=account.base_url,
        zalo_oa_per_second=0,
    )
    async with running(settings, clock) as app:
        account.deliver_to(f"{app.address}/zalo-oa/webhook")
        bot_api.world.proxies[PUBLIC] = app.address
        yield Office(app, clock, FileStore(tmp_path / "files", drawn_anew))


async def test_a_message_is_read_answered_and_accounted_for_on_both(
    bot_api: zalo_bot.ZaloBotEmulator, account: ZaloEmulator, office: Office
) -> None:
    chi, an, binh = account.person("Chi"), bot_api.user("An"), account.person("Bình")
    gone, late = bot_api.user("Dung"), account.person("Giang")
    for person in (chi, binh, late):
        person.follow()
    await office.comes(chi, "zalo_oa", "admin")
    await office.comes(late, "zalo_oa")
    office.clock.turn_to(BEGIN + timedelta(days=7, hours=1))
    for someone, channel in ((chi, "zalo_oa"), (an, "zalo_bot"), (binh, "zalo_oa"), (gone, "zalo_bot")):
        if someone is chi:
            chi.say("menu")
        else:
            await office.comes(someone, channel)
    gone.blocked = True
    first = await office.sends("Họp lúc 8h **nhé**", Ask.RECEIVED)
    assert await office.fates(first, 5) == {Fate.SENT: 3, Fate.HELD: 1, Fate.BLOCKED: 1}
    seen = await an.wait_for("Họp lúc 8h ∗∗nhé∗∗")
    assert seen.labels == ["👌 Đã nhận"]
    an.say("da nhan")
    binh.press(await binh.wait_for("Họp lúc 8h"), "👌 Đã nhận")
    assert await office.answers(first, 2) == {"": 2}
    await _answered(office, an, binh)
    await _with_files(office, an, binh)
    month = f"{office.clock():%Y-%m}"
    await office.app.db.write(lambda session: usage.count(session, "zalo_bot", month, sent=PLAN))
    last = await office.sends("Mai nghỉ")
    fates = await office.fates(last, 5)
    assert fates == {Fate.SENT: 2, Fate.QUOTA: 1, Fate.HELD: 1, Fate.BLOCKED: 1}
    assert "Mai nghỉ" not in [message.text for message in an.chat]


async def _answered(office: Office, an: zalo_bot.Person, binh: zalo_oa.Person) -> None:
    """A poll of more choices than an Official Account has buttons, and a question, in words."""
    poll = await office.sends(
        "Họp thứ mấy?", Ask.POLL, options=["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"]
    )
    await an.wait_for("Họp thứ mấy?")
    await binh.wait_for("Họp thứ mấy?")
    an.say("thứ ba")
    binh.say("thứ hai")
    assert await office.answers(poll, 2) == {"thứ Ba": 1, "thứ Hai": 1}
    question = await office.sends("Ai đi?", Ask.QUESTION)
    await an.wait_for("Ai đi?")
    an.say("trả lời")
    await an.wait_for("gõ câu trả lời")
    an.say("Em đi ạ")
    assert await office.answers(question, 1) == {"Em đi ạ": 1}


async def _with_files(office: Office, an: zalo_bot.Person, binh: zalo_oa.Person) -> None:
    """A picture is seen by both; a paper comes as a file, or as a link where no files can be sent."""
    shown = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(shown, "JPEG")
    picture = FileRef(office.files.keep(shown.getvalue()), "", "image/jpeg")
    await office.sends("Xem ảnh này", file=picture.as_list())
    assert (await an.wait_for("Xem ảnh này")).picture == shown.getvalue()
    await binh.wait_for(lambda message: message.file is not None and message.file.content == shown.getvalue())
    paper = FileRef(office.files.keep(b"%PDF-1.4"), "lich.pdf", "application/pdf")
    await office.sends("Lịch đây", file=paper.as_list())
    assert f"{PUBLIC}/" in (await an.wait_for("Lịch đây")).text
    await binh.wait_for(lambda message: message.file is not None and message.file.name == "lich.pdf")
