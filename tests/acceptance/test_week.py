"""One reporting week by the whole program, over each channel: from an empty database to the summary."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Browser
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import App, build
from bot.config import Settings
from bot.files import FileStore
from bot.pictures import drawn_anew
from handlers.effects.make_invite import new_code
from storage.models import Tenant
from storage.repositories import people
from tests.acceptance.clock import TurnableClock
from tests.acceptance.phones import PATIENCE, Phone, TelegramPhone, WebPhone, ZaloPhone
from tests.acceptance.records import records
from tests.acceptance.story import Player, moment, read_story
from tests.browser import phone
from tests.emulators.telegram import TelegramEmulator
from tests.emulators.zalo_bot import ZaloBotEmulator
from tests.emulators.zalo_oa import ZaloEmulator

STORY = read_story(Path(__file__).parent / "week.yaml")


def photo() -> bytes:
    """A picture such as a phone takes, only smaller."""
    file = BytesIO()
    Image.new("RGB", (640, 480), (90, 120, 80)).save(file, "JPEG")
    return file.getvalue()


@asynccontextmanager
async def running(settings: Settings, clock: TurnableClock) -> AsyncIterator[App]:
    """The program with these settings."""
    app = await build(settings, clock=clock)
    await app.start()
    try:
        yield app
    finally:
        await app.stop()


def invite(session: Session, clock: TurnableClock, role: str, unit: str | None = None) -> str:
    """What `tiendo invite ROLE --unit UNIT --approved` stores."""
    tenant = session.scalars(select(Tenant).where(Tenant.code == "dong_cuu")).one()
    found = people.unit_by_code(session, tenant.id, unit) if unit else None
    code = new_code()
    columns: dict[str, object] = {
        "tenant_id": tenant.id,
        "unit_id": found.id if found else None,
        "role": role,
        "expires_at": clock() + timedelta(days=7),
        "uses_left": 1,
        "needs_approval": False,
    }
    people.add_invite(session, code, columns, clock())
    return code


async def play(app: App, clock: TurnableClock, phones: Mapping[str, Phone]) -> None:
    """The story from its first step to its last; what it leaves is compared with what it says it leaves."""
    picture = photo()
    player = Player(app, clock, phones, picture)
    for name, terms in STORY["invites"].items():
        player.codes[name] = await app.db.write(partial(invite, clock=clock, **terms))
    await player.play(STORY["chat"])
    left = await _left(app)
    files = FileStore(app.settings.data_dir / "files")
    sent = app.settings.data_dir / "sent.jpg"
    sent.write_bytes(picture)
    drawn, _ = drawn_anew(sent)
    for evidence in left["evidence"]:
        if files.path(evidence["stored"]).read_bytes() == drawn:
            evidence["stored"] = "the photo"
    assert left.keys() == STORY["records"].keys()
    for part, rows in STORY["records"].items():
        assert left[part] == rows, part


async def _left(app: App) -> dict[str, Any]:
    """What the database holds once all is sent: a message is on the screen before its row says so."""
    for _ in range(PATIENCE * 10):
        left = await app.db.read(records)
        if not left["unfinished"]["outbox"]:
            break
        await asyncio.sleep(0.1)
    return left


async def test_a_reporting_week_over_telegram(database_url: str, tmp_path: Path) -> None:
    clock = TurnableClock(moment(STORY["begins"]))
    async with TelegramEmulator() as emulator:
        settings = Settings(
            _env_file=None,
            database_url=database_url,
            data_dir=tmp_path,
            port=0,
            telegram_token=SecretStr(emulator.token),
            telegram_api_url=emulator.base_url,
            telegram_per_chat_per_second=0,
        )
        async with running(settings, clock) as app:
            phones = {
                key: TelegramPhone(emulator.user(number, name))
                for number, (key, name) in enumerate(STORY["people"].items(), 1001)
            }
            await play(app, clock, phones)


async def test_a_reporting_week_over_a_zalo_bot(database_url: str, tmp_path: Path) -> None:
    clock = TurnableClock(moment(STORY["begins"]))
    async with ZaloBotEmulator() as emulator:
        settings = Settings(
            _env_file=None,
            database_url=database_url,
            data_dir=tmp_path,
            port=0,
            zalo_bot_token=SecretStr(emulator.token),
            zalo_bot_api_url=emulator.base_url,
            zalo_bot_per_chat_per_second=0,
        )
        async with running(settings, clock) as app:
            phones = {key: ZaloPhone(emulator.user(name)) for key, name in STORY["people"].items()}
            await play(app, clock, phones)


async def test_a_reporting_week_over_an_official_account(database_url: str, tmp_path: Path) -> None:
    clock = TurnableClock(moment(STORY["begins"]))
    async with ZaloEmulator(clock) as emulator:
        account = emulator.account
        settings = Settings(
            _env_file=None,
            database_url=database_url,
            data_dir=tmp_path,
            port=0,
            public_url="https://bot.example.vn",
            telegram_token=None,
            zalo_oa_app_id=account.app_id,
            zalo_oa_app_secret=SecretStr(account.app_secret),
            zalo_oa_webhook_secret=SecretStr(account.webhook_secret),
            zalo_oa_refresh_token=SecretStr(account.refresh_token),
            zalo_oa_api_url=emulator.base_url,
            zalo_oa_oauth_url=emulator.base_url,
            zalo_oa_per_second=0,
        )
        async with running(settings, clock) as app:
            emulator.deliver_to(f"{app.address}/zalo-oa/webhook")
            phones = {key: ZaloPhone(emulator.person(name)) for key, name in STORY["people"].items()}
            await play(app, clock, phones)


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="module")
async def test_a_reporting_week_over_the_web_chat(sqlite_url: str, tmp_path: Path, browser: Browser) -> None:
    clock = TurnableClock(moment(STORY["begins"]))
    settings = Settings(
        _env_file=None, database_url=sqlite_url, data_dir=tmp_path, port=0, telegram_token=None
    )
    async with running(settings, clock) as app, AsyncExitStack() as pages:
        phones = {
            key: WebPhone(await pages.enter_async_context(phone(browser)), app.address)
            for key in STORY["people"]
        }
        await play(app, clock, phones)
