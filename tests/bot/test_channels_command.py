"""`tiendo channels`, run against servers that behave like the messengers, well and badly."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session
from typer.testing import CliRunner, Result

from bot.channel_tokens import StoredTokens
from bot.channels.zalo_oa import Pair
from bot.channels.zalo_oa.tokens import seed_of
from bot.cli import app
from bot.config import PREFIX, Settings
from core.errors import SettingsError
from core.messages import Address, Outbound
from storage.db import Database, open_database
from storage.models import Inbox
from storage.repositories import conversations, outbox, troubles, usage
from tests.emulators.telegram import TelegramEmulator
from tests.emulators.zalo_bot import ZaloBotEmulator
from tests.emulators.zalo_oa import ZaloEmulator

PUBLIC = "https://bot.example.vn"
NOWHERE = "http://127.0.0.1:1"
DAY = timedelta(days=1)


class Office:
    """Three messengers, a database, and an operator who types commands."""

    def __init__(self, database: str, folder: Path) -> None:
        self.telegram = TelegramEmulator()
        self.zalo_bot = ZaloBotEmulator()
        self.zalo_oa = ZaloEmulator()
        self.settings: dict[str, str | None] = {PREFIX + name.upper(): None for name in Settings.model_fields}
        self._database = database
        self._folder = folder

    def set(self, **settings: str | None) -> None:
        self.settings |= {PREFIX + name: value for name, value in settings.items()}

    async def start(self) -> None:
        for emulator in (self.telegram, self.zalo_bot, self.zalo_oa):
            await emulator.start()
        account = self.zalo_oa.account
        self.set(
            DATABASE_URL=self._database,
            DATA_DIR=str(self._folder),
            PUBLIC_URL=PUBLIC,
            TELEGRAM_TOKEN=self.telegram.token,
            TELEGRAM_API_URL=self.telegram.base_url,
            TELEGRAM_WEBHOOK_SECRET="telegram-hook-secret",
            ZALO_BOT_TOKEN=self.zalo_bot.token,
            ZALO_BOT_API_URL=self.zalo_bot.base_url,
            ZALO_BOT_WEBHOOK_SECRET="zalo-bot-hook-secret",
            ZALO_OA_APP_ID=account.app_id,
            ZALO_OA_APP_SECRET=account.app_secret,
            ZALO_OA_WEBHOOK_SECRET=account.webhook_secret,
            ZALO_OA_REFRESH_TOKEN=account.refresh_token,
            ZALO_OA_API_URL=self.zalo_oa.base_url,
            ZALO_OA_OAUTH_URL=self.zalo_oa.base_url,
        )

    async def stop(self) -> None:
        for emulator in (self.telegram, self.zalo_bot, self.zalo_oa):
            await emulator.stop()

    async def type(self, *words: str, locale: str = "en") -> Result:
        """Type the command; no secret is ever seen."""
        command = ["channels", *words, "--locale", locale]
        result = await asyncio.to_thread(CliRunner().invoke, app, command, env=self.settings)
        assert [secret for secret in self._secrets() if secret in result.output] == []
        return result

    async def shown(self, locale: str = "en") -> tuple[int, dict[str, list[str]]]:
        """The exit code, and the lines of each channel by its heading."""
        result = await self.type(locale=locale)
        blocks = [block.splitlines() for block in result.stdout.strip().split("\n\n")]
        return result.exit_code, {head: [line.strip() for line in rest] for head, *rest in blocks}

    def _secrets(self) -> Iterator[str]:
        for name, value in self.settings.items():
            if value and name.endswith(("TOKEN", "SECRET")):
                yield value.partition(":")[2] or value

    @asynccontextmanager
    async def db(self) -> AsyncIterator[Database]:
        opened = await open_database(self._database)
        try:
            yield opened
        finally:
            await opened.close()

    async def plant(self, refresh_life: timedelta = 90 * DAY) -> str:
        """What a running bot would have stored: a pair that lives for so long yet; the access token."""
        seed, now = seed_of(self.zalo_oa.account.refresh_token), datetime.now(UTC)
        pair = self.zalo_oa.account.exchange(self.zalo_oa.account.refresh_token)
        stored = Pair(pair["access_token"], pair["refresh_token"], seed, now, now + DAY, now + refresh_life)
        async with self.db() as db:
            await StoredTokens(db, "zalo_oa").plant(stored)
        return stored.access


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.chdir(tmp_path)
    found = Office(sqlite_url, tmp_path)
    await found.start()
    yield found
    await found.stop()


def month_of(now: datetime) -> str:
    return f"{now + timedelta(hours=7):%Y-%m}"


async def test_every_channel_is_shown_as_its_messenger_tells_of_it(office: Office) -> None:
    office.set(TELEGRAM_MODE="webhook")
    office.telegram.world.webhook.url = f"{PUBLIC}/telegram/webhook"
    access = await office.plant()
    code, shown = await office.shown()
    assert (code, list(shown)) == (0, ["● Web chat", "● Telegram", "● Zalo", "● Zalo OA"])
    number, length = office.telegram.token.partition(":")[0], len(office.telegram.token)
    telegram, zalo_bot, zalo_oa = shown["● Telegram"], shown["● Zalo"], shown["● Zalo OA"]
    assert f"TIENDO_TELEGRAM_TOKEN: {number}:••• ({length} characters)" in telegram
    assert f"receives: by webhook at {PUBLIC}/telegram/webhook" in telegram
    assert "webhook: the service has the right address" in telegram
    assert "its name there: bot.VDKyGxQvc" in zalo_bot
    assert "webhook: the service has none, as polling needs it" in zalo_bot
    assert "its name there: Dong Cuu" in zalo_oa
    assert f"TIENDO_ZALO_OA_APP_ID: {office.zalo_oa.account.app_id}" in zalo_oa
    assert any(line.startswith("access token good until") for line in zalo_oa)
    assert not any(sign in line for lines in shown.values() for line in lines for sign in ("⚠", "✗", access))


async def test_what_was_never_set_is_named_and_is_no_mistake(office: Office) -> None:
    office.set(TELEGRAM_TOKEN=None, ZALO_BOT_TOKEN=None, ZALO_OA_APP_ID=None)
    code, shown = await office.shown()
    assert code == 0
    assert shown["○ Telegram: not used"][0] == "not set: TIENDO_TELEGRAM_TOKEN"
    assert shown["○ Zalo: not used"][0] == "not set: TIENDO_ZALO_BOT_TOKEN"
    assert shown["○ Zalo OA: not used"][0] == "not set: TIENDO_ZALO_OA_APP_ID"


async def test_what_is_set_in_part_is_named_beside_what_works(office: Office) -> None:
    office.set(ZALO_OA_APP_SECRET=None, ZALO_BOT_TOKEN="no token")
    code, shown = await office.shown()
    assert code == 1
    wrong = shown["✗ Zalo OA: settings are missing or wrong"]
    assert wrong[0] == "✗ TIENDO_ZALO_OA_APP_SECRET is needed where TIENDO_ZALO_OA_APP_ID is set"
    assert "must look like" in shown["✗ Zalo: settings are missing or wrong"][0]
    assert any(line.startswith("its name there: @") for line in shown["● Telegram"])


async def test_a_token_that_is_not_taken_is_one_line(office: Office) -> None:
    await office.plant()
    office.zalo_oa.account.revoke()
    office.set(TELEGRAM_TOKEN="987654321:" + "B" * 35, ZALO_BOT_TOKEN="987654321:" + "C" * 35)
    code, shown = await office.shown()
    refused = [[line for line in lines if line.startswith("✗")] for lines in shown.values()]
    assert (code, [len(lines) for lines in refused]) == (1, [0, 1, 1, 1])
    assert all("does not take the bot's token" in line for [line] in refused[1:])


async def test_who_cannot_be_asked_is_one_line_and_the_others_are_shown(office: Office) -> None:
    await office.plant()
    silent, busy = "✗ the service could not be asked", "✗ the service wants to be left alone"

    async def told() -> list[str]:
        code, shown = await office.shown()
        assert code == 1
        wrong = [line for lines in shown.values() for line in lines if line.startswith("✗")]
        return [line.split(":")[0].split(",")[0] for line in wrong]

    office.set(TELEGRAM_API_URL=NOWHERE)
    office.zalo_bot.faults.add("getMe", "502")
    office.zalo_oa.faults.add("getoa", "502")
    assert await told() == [silent] * 3
    office.set(TELEGRAM_API_URL=office.telegram.base_url, ZALO_BOT_API_URL=NOWHERE, ZALO_OA_API_URL=NOWHERE)
    office.telegram.faults.add("getMe", "502")
    assert await told() == [silent] * 3
    office.set(ZALO_BOT_API_URL=office.zalo_bot.base_url, ZALO_OA_API_URL=office.zalo_oa.base_url)
    office.telegram.faults.add("getMe", "429")
    office.zalo_bot.faults.add("getMe", "429")
    office.zalo_oa.faults.add("getoa", -32)
    assert await told() == [busy] * 3


async def test_what_runs_out_and_what_went_wrong_is_shown(office: Office) -> None:
    now = datetime.now(UTC)
    await office.plant(refresh_life=5 * DAY)
    office.zalo_bot.world.webhook_url = "https://other.example.vn/bot-with-a-secret"
    office.telegram.world.webhook.last_error = "Connection refused"
    async with office.db() as db:
        await db.write(lambda session: busy_week(session, now))
    code, shown = await office.shown()
    zalo_bot, zalo_oa = shown["● Zalo"], shown["● Zalo OA"]
    assert code == 0
    assert f"1 of 50 people; 2,900 of 3,000 messages in {month_of(now)}" in zalo_bot
    assert "⚠ 95 % of the plan is used, or more" in zalo_bot
    [other] = [line for line in zalo_bot if "posts to" in line]
    assert "other.example.vn, so that polling receives nothing" in other
    assert "secret" not in other
    assert any(line.endswith(": Connection refused") for line in shown["● Telegram"])
    assert any(line.startswith("⚠ the tokens end soon") for line in zalo_oa)
    assert any(
        line.startswith("last update") and line.endswith(", from an user_send_text") for line in zalo_oa
    )
    queues = "1 wait to be sent, 1 to be handled, 1 given up, 1 not deliverable (see: tiendo outbox)"
    assert queues in zalo_oa
    assert any(line.startswith("last error in sending") and line.endswith(": no answer") for line in zalo_oa)
    _, shown = await office.shown("vi")
    assert any(line.startswith("⚠") and "95 %" in line for line in shown["● Zalo"])


def busy_week(session: Session, now: datetime) -> None:
    usage.count(session, "zalo_bot", month_of(now), sent=2000, received=900)
    conversations.speaker(session, Address("zalo_bot", "an"), now)
    raw = {"event_name": "user_send_text"}
    values: dict[str, Any] = {"received_at": now, "not_before": now, "lane": "zalo_oa:an", "raw": raw}
    session.add(Inbox(channel="zalo_oa", update_key="1", **values))
    troubles.note(session, "zalo_oa", "an older one", now - DAY)
    troubles.note(session, "zalo_oa", "no answer", now)
    for error in ("", "not deliverable: they last wrote 9 days ago", "no answer"):
        row = outbox.add(session, address=Address("zalo_oa", "an"), message=Outbound("a"), now=now)
        assert row is not None
        if error:
            outbox.bury(session, row, 1, error)


async def test_a_test_message_arrives_and_is_counted(office: Office) -> None:
    await office.plant()
    an = office.telegram.user(1001, "An", started=True)
    binh = office.zalo_bot.user("Binh", started=True)
    chi = office.zalo_oa.person("Chi")
    chi.follows, chi.acted_at = True, datetime.now(UTC)
    for name, person in (("telegram", an), ("zalo_bot", binh), ("zalo_oa", chi)):
        result = await office.type("--test", name, str(person.id))
        assert (result.exit_code, result.stdout[:1], len(person.chat)) == (0, "✓", 1)
        assert "A test message" in person.chat[0].text
    async with office.db() as db:
        month = month_of(datetime.now(UTC))
        used = await db.read(lambda session: usage.read(session, "zalo_bot", month))
    assert used.sent == 1


async def test_what_the_messenger_says_to_a_test_message_is_passed_on(office: Office) -> None:
    await office.plant()
    chi = office.zalo_oa.person("Chi")
    chi.follows = True
    for name, chat, words in (
        ("telegram", "1001", "chat not found"),
        ("zalo_bot", "nobody", "chat not found"),
        ("zalo_oa", chi.id, "-230"),
    ):
        result = await office.type("--test", name, chat)
        assert (result.exit_code, words in result.stdout.lower()) == (1, True)
    _, shown = await office.shown()
    assert any(line.startswith("last error in sending") and "-230" in line for line in shown["● Zalo OA"])


async def test_only_a_messenger_that_is_set_up_can_be_tried_out(office: Office) -> None:
    office.set(ZALO_BOT_TOKEN=None)
    for name, words in (("pigeon", "known are telegram, zalo_bot"), ("zalo_bot", "TIENDO_ZALO_BOT_TOKEN")):
        result = await office.type("--test", name, "1")
        assert isinstance(result.exception, SettingsError)
        assert words in str(result.exception)
