"""Sixty stalls inspected on a phone, one tap each; the bot is killed half-way; the minutes are read."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port
from docx import Document
from playwright.async_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo import sample_commune
from bot.seed import bring_in
from core.dialogue.state import Answer
from core.messages import Address
from core.texts import say
from storage.db import open_database
from storage.models import Fact, Instrument
from tests import shipped
from tests.acceptance.phones import WebPhone
from tests.acceptance.pictures import photo_of_a_scale, picture
from tests.browser import phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.kill,
    pytest.mark.timeout(240),
    pytest.mark.asyncio(loop_scope="module"),
]

STALLS, FAILING, KILLED_AT = 60, (7, 31), 30
#: taps that one passed instrument may cost
TAPS = 2


def fill(session: Session) -> None:
    """The sample commune with sixty scales at its market, each listed as an officer would."""
    knowledge = shipped.knowledge()
    bring_in(session, knowledge.catalogue)
    now = datetime.now(UTC)
    sample_commune(knowledge.turns).bring_in(session, "web", now)
    for number in range(1, STALLS + 1):
        at = now - timedelta(minutes=STALLS - number + 1)
        answers: dict[str, Answer] = {
            "place": "cho_ngu",
            "instrument_kind": "can_dong_ho",
            "owner": f"household {number}",
            "stall": str(number),
            "serial": f"S{number}",
            "counted": "moi" if number > 46 else "da_dem",
            "date": at.date().isoformat(),
        }
        if number % 3:
            answers["verified_on"] = (at - timedelta(days=30 * (number % 20))).date().isoformat()
        address = Address("web", "demo-an")
        knowledge.turns.record(session, address, "instrument_listed", answers, (f"stall-{number}", at))


@asynccontextmanager
async def running(folder: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program on its port; it is gone at the end."""
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).parent / "tiendo",
        *("demo", "--port", str(port), "--data", str(folder)),
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("TIENDO_")},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        assert re.search(rb"http://127\.0\.0\.1:\d+", await process.stdout.readline())
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def inspect(page: Page, stalls: range) -> int:
    """Tap along the stalls; how many taps it took."""
    last = page.locator(".row.bot").last
    for number in stalls:
        label = "inspect-failed" if number in FAILING else "inspect-passed"
        await expect(last).to_contain_text(f"household {number}")
        await last.get_by_role("button", name=word(label), exact=True).click()
        following = f"household {number + 1}" if number < STALLS else word("inspect-sign")
        await expect(last).to_contain_text(following)
    return len(stalls)


def word(key: str) -> str:
    """A button's words."""
    return shipped.texts().render(say(key), "vi")


async def begin(page: Page, address: str) -> WebPhone:
    """The officer sees what is due and opens the market where most is."""
    await page.goto(f"{address}/")
    await page.locator(".card").first.click()
    await page.wait_for_url(re.compile(r"/chat$"))
    officer = WebPhone(page, address)
    await officer.says("/can")
    await expect(page.locator(".row.bot").last).to_contain_text(str(STALLS))
    await picture(page, "instruments")
    await officer.presses(word("inspect-button"))
    await page.locator(".row.bot").last.get_by_role("button").first.click()
    await expect(page.locator(".row.bot").last).to_contain_text(f"1/{STALLS}")
    return officer


async def sign(officer: WebPhone, address: str) -> None:
    """Sign, and read the minutes that come."""
    page = officer.page
    await picture(page, "inspection-summary")
    await officer.presses(word("inspect-sign"))
    link = page.locator(".row.bot a[href$='.docx'], .row.bot a[download]").last
    await expect(link).to_be_visible()
    await picture(page, "inspection-signed")
    answer = await page.request.get(f"{address}{await link.get_attribute('href')}")
    minutes = Document(BytesIO(await answer.body()))
    assert len(minutes.tables[1].rows) == STALLS + 1


async def stored(url: str) -> tuple[list[Fact], set[str]]:
    """The reports of inspections, and the keys of all instruments."""
    db = await open_database(url)
    query = select(Fact).where(Fact.type == "measuring_inspection").order_by(Fact.id)
    facts = await db.read(lambda session: list(session.scalars(query)))
    keys = await db.read(lambda session: set(session.scalars(select(Instrument.key))))
    await db.close()
    return facts, keys


async def test_sixty_stalls_are_inspected_though_the_bot_is_killed(browser: Browser, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tiendo.sqlite3'}"
    db = await open_database(url, exclusive=True)
    await db.write(fill)
    await db.close()
    port = unused_port()
    address = f"http://127.0.0.1:{port}"
    async with phone(browser) as page:
        async with running(tmp_path, port) as bot:
            officer = await begin(page, address)
            taps = await inspect(page, range(1, 4))
            await officer.sends_photo(photo_of_a_scale())
            await expect(page.locator(".row.bot").last).to_contain_text("📷")
            await picture(page, "inspection")
            taps += await inspect(page, range(4, KILLED_AT))
            bot.send_signal(signal.SIGKILL)
            await bot.wait()
        async with running(tmp_path, port):
            await officer.says("/kiemtra")
            await expect(page.locator(".row.bot").last).to_contain_text(f"{KILLED_AT - 1}/{STALLS}")
            await page.locator(".row.bot").last.get_by_role("button").first.click()
            taps += await inspect(page, range(KILLED_AT, STALLS + 1))
            assert taps <= TAPS * STALLS
            await sign(officer, address)
    facts, keys = await stored(url)
    assert len(facts) == 2
    assert (facts[-1].fields["checked"], facts[-1].fields["failed"]) == (STALLS, len(FAILING))
    assert set(facts[-1].fields["instruments"]) == keys
