"""Organisations and rosters from Excel: what is wrong is named by its cell, and nothing is stored."""

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.commands.registering import compared, read_register, stored
from core.errors import SettingsError
from core.organisations.sheet import Sheet
from reports.made import makers
from reports.register_template import template_of
from storage.db import Database
from storage.models import Organisation, OrganisationName, Person, RosterMember, Tenant
from storage.repositories import organisations
from tests import shipped
from tests.storage.queries.commune import MORNING

SAID: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "imports.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
KNOWLEDGE = shipped.knowledge()
TENANT, ROSTER = "dong_cuu", "truong_hoc_xa"


def workbook(heads: list[str], rows: list[list[object]], merged: str = "") -> bytes:
    book, data = Workbook(), io.BytesIO()
    page = book.worksheets[0]
    page.append(heads)
    for row in rows:
        page.append([None if cell == "" else cell for cell in row])
    if merged:
        page.merge_cells(merged)
    book.save(data)
    return data.getvalue()


def sheet_of(rows: list[list[object]], merged: str = "") -> Sheet:
    return read_register(workbook(SAID["heads"], rows, merged), "organisations", KNOWLEDGE, TENANT)


def told(sheet: Sheet) -> list[str]:
    return [KNOWLEDGE.texts.render(wrong, "vi") for wrong in sheet.wrong]


def changes(session: Session, sheet: Sheet, kind: str = "organisations") -> tuple[int, int, int]:
    found = compared(session, KNOWLEDGE, TENANT, kind, sheet)
    return len(found.new), len(found.changed), len(found.same)


async def test_what_is_imported_is_new_then_the_same_and_then_what_was_changed(db: Database) -> None:
    def run(session: Session) -> None:
        sheet = sheet_of(SAID["right"])
        assert told(sheet) == []
        assert changes(session, sheet) == (2, 0, 0)
        stored(session, KNOWLEDGE, TENANT, "organisations", sheet)
        assert changes(session, sheet) == (0, 0, 2)
        again = sheet_of([SAID["changed"]])
        assert changes(session, again) == (0, 1, 0)
        stored(session, KNOWLEDGE, TENANT, "organisations", again)
        first, second = session.scalars(select(Organisation).order_by(Organisation.id)).all()
        assert (first.kind, first.trade, first.tax_code) == ("htx", SAID["changed"][2], "0100233488")
        assert (second.kind, second.spot, second.tax_code) == ("co_so_sx", SAID["right"][1][4], "0314409058")
        assert first.place_id is not None
        assert session.scalar(select(func.count()).select_from(OrganisationName)) == 2
        for name in SAID["right"][0][6].split(";"):
            assert organisations.by_name(session, first.tenant_id, name) == first

    await db.write(run)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        *(("organisations", cell) for cell in SAID["wrong"]),
        *(("instruments", cell) for cell in SAID["instrument_wrong"]),
    ],
)
def test_a_wrong_cell_is_named(kind: str, cell: str) -> None:
    heads, rows = ("heads", "wrong") if kind == "organisations" else ("instrument_heads", "instrument_wrong")
    row, why = SAID[rows][cell]
    (said,) = told(read_register(workbook(SAID[heads], [row]), kind, KNOWLEDGE, TENANT))
    assert said.startswith(f"{cell.strip()}:")
    assert why in said


def test_merged_cells_a_name_twice_and_a_missing_column_are_named() -> None:
    row = SAID["right"][0]
    assert told(sheet_of([row, row], "C2:C3"))[0].startswith("C2:C3:")
    assert told(sheet_of([row, row]))[0].startswith("A3:")
    assert [wrong[:3] for wrong in told(sheet_of(SAID["also"]))] == ["G2:"]
    assert len(told(read_register(workbook(["x"], [row]), "organisations", KNOWLEDGE, TENANT))) == 1


def test_the_template_has_the_columns_that_are_read() -> None:
    page = load_workbook(
        io.BytesIO(template_of("organisations", KNOWLEDGE.catalogue, KNOWLEDGE.texts, TENANT))
    ).worksheets[0]
    assert [cell.value for cell in page[1]] == SAID["heads"]
    assert len(page.data_validations.dataValidation) == 2
    made = makers(KNOWLEDGE.catalogue, KNOWLEDGE.texts)["template"]
    scales = load_workbook(io.BytesIO(made(Session(), ("instruments", TENANT))().content)).worksheets[0]
    assert [cell.value for cell in scales[1]] == SAID["instrument_heads"]
    assert len(scales.data_validations.dataValidation) == 3


async def test_a_roster_keeps_its_members_days_and_those_before_are_kept(db: Database) -> None:
    def run(session: Session) -> None:
        sheet = read_register(workbook(SAID["roster_heads"], SAID["roster"]), ROSTER, KNOWLEDGE, TENANT)
        assert told(sheet) == []
        assert changes(session, sheet, ROSTER) == (1, 1, 0)
        with pytest.raises(SettingsError):
            stored(session, KNOWLEDGE, TENANT, ROSTER, sheet)
        tenant = session.scalars(select(Tenant.id).where(Tenant.code == TENANT)).one()
        admin = Person(tenant_id=tenant, name="Chi", role="admin", status="active", joined_at=MORNING)
        session.add(admin)
        session.flush()
        stored(session, KNOWLEDGE, TENANT, ROSTER, sheet)
        assert changes(session, sheet, ROSTER) == (0, 0, 2)
        rows = session.scalars(select(RosterMember).order_by(RosterMember.id)).all()
        known = {member.code for member in KNOWLEDGE.catalogue.rosters[ROSTER].members}
        assert [row.code in known for row in rows] == [False, True]
        wrong = read_register(
            workbook(SAID["roster_heads"], [SAID["roster_wrong"]]), ROSTER, KNOWLEDGE, TENANT
        )
        assert told(wrong)[0].startswith("C2:")

    await db.write(run)
