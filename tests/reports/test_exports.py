"""An export holds every report but the confidential ones, as data: nothing in it does anything."""

import csv
import io
import resource
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, true, update
from sqlalchemy.orm import Session

from core.exports import Format, Wanted
from reports.exports.reading import Export
from reports.exports.tables import write_tables
from reports.exports.workbook import write_workbook
from reports.exports.writing import export_of, write_export
from storage.db import Database
from storage.models import Fact, Tenant, Unit
from tests import shipped
from tests.reports.plan_report.world import CATALOGUE, NASTY, a_year, told
from tests.storage.queries.commune import report, settle

FORMULAS = ("=1+1", "+84912", "-2", "@SUM(A1)", "\tx")


def wanted(first: date = date.min, last: date = date.max, tenant: str | None = None) -> Export:
    of = select(Tenant.id).where(Tenant.code == tenant)
    seen = Fact.tenant_id.in_(of) if tenant else true()
    return Export(CATALOGUE, shipped.texts(), "en", seen, first, last)


def world(session: Session) -> None:
    a_year(session)
    day = date(2026, 8, 4)
    tip = {"place": "cho_ngu", "detail": "the third stall", "anonymous": "co"}
    told(session, "dong_cuu", "violation_tip", day, **tip)
    for text in FORMULAS:
        told(session, "dong_cuu", "difficulty", day, subject="kinh_phi", detail=text)
    session.execute(update(Fact).where(Fact.id == 1).values(status="withdrawn"))


def of_archive(path: Path) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }


async def test_every_report_is_in_it_once_with_its_names_and_numbers(db: Database, tmp_path: Path) -> None:
    await db.write(world)
    total = await db.read(lambda session: write_tables(session, wanted(), tmp_path / "a.zip"))
    files = of_archive(tmp_path / "a.zip")
    assert "violation_tip.csv" not in files
    kinds = set(files) - {"counts.csv", "totals.csv", "fields.csv"}
    assert sum(len(files[name]) - 1 for name in kinds) == total
    assert files["counts.csv"][-1] == ["", "", str(total)]
    heading, *courses = files["training_attendance.csv"]
    first = dict(zip(heading, courses[0], strict=True))
    assert (first["from"], first["audience.can_bo"], first["status"]) == ("2026-03-12", "4", "withdrawn")
    organiser = CATALOGUE.fact_types["training_attendance"].field("organizer_level")
    assert organiser is not None
    assert first["organizer_level"] in {option.label.en for option in organiser.options}
    explained = {(kind, column) for kind, column, *_ in files["fields.csv"]}
    assert ("training_attendance", "audience.can_bo") in explained


async def test_days_and_tenant_are_kept_to(db: Database, tmp_path: Path) -> None:
    await db.write(world)
    summer = wanted(date(2026, 7, 1), date(2026, 8, 31), "dong_cuu")
    await db.read(lambda session: write_tables(session, summer, tmp_path / "a.zip"))
    assert set(of_archive(tmp_path / "a.zip")) == {
        "difficulty.csv",
        "training_attendance.csv",
        "counts.csv",
        "totals.csv",
        "fields.csv",
    }


async def test_text_stays_text(db: Database, tmp_path: Path) -> None:
    await db.write(world)
    await db.read(lambda session: write_tables(session, wanted(), tmp_path / "a.zip"))
    heading, *rows = of_archive(tmp_path / "a.zip")["difficulty.csv"]
    details = [row[heading.index("detail")] for row in rows]
    assert {f"'{text}" for text in FORMULAS} <= set(details)
    await db.read(lambda session: write_workbook(session, wanted(), tmp_path / "a.xlsx"))
    book = load_workbook(tmp_path / "a.xlsx")
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    # nor do they when somebody edits the cell
    begins = ("=", "+", "-", "@", "\t", "\r")
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(begins))
    shown = {str(cell.value) for cell in cells}
    assert {*FORMULAS, NASTY.replace("\x0b", "")} <= shown


@pytest.mark.parametrize("write", [write_tables, write_workbook])
async def test_without_reports_it_is_a_file_all_the_same(
    db: Database, tmp_path: Path, write: Callable[[Session, Export, Path], int]
) -> None:
    assert await db.read(lambda session: write(session, wanted(), tmp_path / "a")) == 0
    assert (tmp_path / "a").stat().st_size > 0


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process may be larger than 2 KB, as on a disk that is nearly full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("form", Format)
@pytest.mark.filterwarnings("error")
async def test_where_there_is_no_room_nothing_is_left_behind(
    db: Database, tmp_path: Path, form: Format
) -> None:
    await db.write(world)
    folder = tmp_path / "out"
    folder.mkdir()
    with no_room(), pytest.raises(OSError, match="too large"):
        await db.read(lambda session: write_export(session, wanted(), form, folder / "a"))
    assert list(folder.iterdir()) == []
    with pytest.raises(FileNotFoundError):
        await db.read(lambda session: write_export(session, wanted(), form, tmp_path / "no" / "a"))


@pytest.mark.parametrize(
    ("today", "of_heir", "of_ended"), [(date(2026, 6, 30), 1, 1), (date(2026, 7, 1), 2, 1)]
)
async def test_a_unit_comes_with_the_reports_of_those_that_went_into_it(
    db: Database, today: date, of_heir: int, of_ended: int
) -> None:
    def run(session: Session) -> list[int]:
        commune = settle(session)
        for name in ("An", "Chi"):
            report(session, commune, name, "difficulty")
        ended = session.get_one(Unit, commune.culture)
        ended.valid_to, ended.successor_id = date(2026, 6, 30), commune.economy
        read = CATALOGUE, shipped.texts(), "en"
        return [
            export_of(Wanted(unit=unit), true(), ("dong_cuu",), today, read).count(session)
            for unit in ("phong_kinh_te", "phong_vhxh")
        ]

    assert await db.write(run) == [of_heir, of_ended]
