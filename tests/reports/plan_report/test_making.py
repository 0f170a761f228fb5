"""The report as a file of a message: written when it is sent, of what was known when it was asked for."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from core.errors import SettingsError
from core.messages import Made
from core.spans import Span
from reports.made import makers
from reports.made_file import MadeFile
from reports.plan_report.making import ANNEXES, DOCUMENT, made
from storage.db import Database
from tests import shipped
from tests.reports.plan_report.world import AUTUMN, CATALOGUE, COURSE, a_year, everything, opened, told

YEAR = Span.year(2026)
MAKERS = makers(CATALOGUE, shipped.texts())


def of(kind: str, plan: str = "DC1", cutoff: datetime = AUTUMN.cutoff) -> Made:
    return made(kind, "dong_cuu", plan, YEAR, cutoff, "vi")


async def file_of(db: Database, what: Made) -> MadeFile:
    write = await db.read(lambda session: MAKERS[what.what](session, what.of))
    return write()


async def test_it_is_the_same_however_late_it_is_written(db: Database) -> None:
    await db.write(a_year)
    asked = everything(opened((await file_of(db, of(DOCUMENT))).content))
    late = date(2026, 10, 31)
    course = {**COURSE, "audience": {"can_bo": 5}}
    await db.write(lambda session: told(session, "dong_cuu", "training_attendance", late, **course))
    assert everything(opened((await file_of(db, of(DOCUMENT))).content)) == asked
    now = datetime(2026, 11, 5, tzinfo=UTC)
    assert everything(opened((await file_of(db, of(DOCUMENT, cutoff=now))).content)) != asked


async def test_each_file_says_what_it_is_in_its_name(db: Database) -> None:
    await db.write(a_year)
    annexes = await file_of(db, of(ANNEXES))
    assert annexes.name == "bao-cao-DC1-2026.xlsx"
    assert len(load_workbook(BytesIO(annexes.content)).worksheets) == 7
    assert (await file_of(db, of(DOCUMENT))).name == "bao-cao-DC1-2026.docx"


@pytest.mark.parametrize(
    "what", [of(DOCUMENT, plan="BN"), Made("plan-report", (DOCUMENT, "nowhere", "DC1", "2026", "", "vi"))]
)
async def test_a_report_there_is_not_any_more_is_not_made(db: Database, what: Made) -> None:
    await db.write(a_year)
    with pytest.raises(SettingsError):
        await file_of(db, what)
