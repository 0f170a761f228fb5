"""A workbook sent in chat: read at once, what it changes shown, all of it stored after a yes or nothing."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.code_reader import CodeReader
from bot.files import FileStore
from core.messages import Address, Attachment, AttachmentKind, Inbound
from storage.db import Database
from storage.models import Instrument, Organisation, RosterMember
from tests import shipped
from tests.bot.test_imports import ROSTER, SAID, workbook
from tests.handlers.village import Village

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
async def village(db: Database) -> Village:
    return await Village(db, shipped.knowledge()).build()


async def sent(village: Village, who: str, folder: Path, content: bytes) -> str:
    """Send a workbook the way the inbox does."""
    files = FileStore(folder)
    key = files.keep(content)
    came = Attachment(AttachmentKind.DOCUMENT, stored=key, mime=XLSX, size=len(content))
    inbound = Inbound(Address("test", f"demo-{who}"), attachments=(came,))
    reader = CodeReader(village.db, files, village.knowledge.turns.looks_for_codes)
    return await village.send(await reader.read(inbound))


def offered(village: Village, who: str, verb: str) -> list[str]:
    return [each.token for each in village.last[f"demo-{who}"].buttons() if each.token.startswith(verb)]


async def scales(village: Village) -> list[tuple[str, str, date | None]]:
    def read(session: Session) -> list[tuple[str, str, date | None]]:
        query = select(Instrument).where(Instrument.ended_at.is_(None)).order_by(Instrument.id)
        return [(each.owner, each.serial, each.valid_until) for each in session.scalars(query)]

    return await village.db.read(read)


async def test_instruments_from_a_workbook_become_reports_once(village: Village, tmp_path: Path) -> None:
    heads, rows = SAID["instrument_heads"], SAID["instruments"]
    twice = [*rows, rows[0]]
    refused = await sent(village, "an", tmp_path, workbook(heads, twice, "A2:A3"))
    assert "A2:A3:" in refused
    assert "E5:" in refused
    assert not offered(village, "an", "im:yes")
    assert ": 3." in await sent(village, "an", tmp_path, workbook(heads, rows))
    assert await scales(village) == []
    (yes,) = offered(village, "an", "im:yes")
    first = await village.press("an", yes)
    assert first.splitlines()[0] in await village.press("an", yes)
    owners = [row[0] for row in rows]
    assert await scales(village) == [
        (owners[0], rows[0][4], date(2028, 5, 1)),
        (owners[1], "", None),
        (owners[2], "", None),
    ]
    kinds = sorted(
        fact.type for fact in await village.facts(status="confirmed") if "instruments" in fact.fields
    )
    assert kinds == ["instrument_added", *["instrument_listed"] * 3, "instrument_verified"]


async def test_a_later_workbook_brings_verifications_and_what_is_new(
    village: Village, tmp_path: Path
) -> None:
    heads = SAID["instrument_heads"]
    await sent(village, "an", tmp_path, workbook(heads, SAID["instruments"]))
    await village.press("an", offered(village, "an", "im:yes")[0])
    other = await sent(village, "an", tmp_path, workbook(heads, [SAID["another_owner"]]))
    assert SAID["instruments"][0][0] in other
    assert not offered(village, "an", "im:yes")
    said = await sent(village, "an", tmp_path, workbook(heads, SAID["instruments_later"]))
    counts = [line.split(".")[0].rsplit(" ", 1)[-1] for line in said.splitlines()[1:4]]
    assert counts == ["1", "1", "2"]
    assert "5:" in said  # the stamp of row 5 holds longer than its kind's cycle
    await village.press("an", offered(village, "an", "im:yes")[0])
    assert [until for _, _, until in await scales(village)] == [
        date(2028, 5, 11),
        None,
        None,
        date(2031, 5, 1),
    ]
    again = await sent(village, "an", tmp_path, workbook(heads, SAID["instruments_later"]))
    assert ": 4." in again
    assert not offered(village, "an", "im:yes")


async def test_who_may_not_keep_a_register_does_not_fill_it(village: Village, tmp_path: Path) -> None:
    content = workbook(SAID["instrument_heads"], SAID["instruments"])
    for who in ("binh", "chi"):  # a household, and an admin, who reports nothing
        await sent(village, who, tmp_path, content)
        assert not offered(village, who, "im:yes")
    await sent(village, "an", tmp_path, workbook(SAID["roster_heads"], SAID["roster"]))
    assert not offered(village, "an", "im:")
    await sent(village, "an", tmp_path, content)
    (yes,) = offered(village, "an", "im:yes")
    for who in ("dung", "binh"):
        await village.press(who, yes)
    assert await scales(village) == []


async def test_organisations_and_rosters_are_kept_by_who_may(village: Village, tmp_path: Path) -> None:
    def count(session: Session) -> tuple[int, int]:
        names = select(func.count()).select_from(Organisation).where(Organisation.trade != "")
        members = select(func.count()).select_from(RosterMember)
        return session.scalar(names) or 0, session.scalar(members) or 0

    organisations = workbook(SAID["heads"], SAID["right"])
    await village.press("an", "go:import")
    await village.press("an", offered(village, "an", "im:for")[0])
    assert village.last["demo-an"].made is not None
    await sent(village, "an", tmp_path, organisations)
    (no,) = offered(village, "an", "im:no")
    (yes,) = offered(village, "an", "im:yes")
    await village.press("an", no)
    await village.press("an", yes)
    assert await village.db.read(count) == (0, 0)
    await sent(village, "an", tmp_path, organisations)
    await village.say("an", "ok")
    assert await village.db.read(count) == (1, 0)
    await sent(village, "chi", tmp_path, workbook(SAID["roster_heads"], SAID["roster"]))
    (school,) = [token for token in offered(village, "chi", "im:is") if token.endswith(f":{ROSTER}")]
    await village.press("chi", school)
    await village.press("chi", offered(village, "chi", "im:yes")[0])
    assert await village.db.read(count) == (1, 2)
