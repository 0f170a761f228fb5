"""The annexes of the yearly report: the same figures as numbers, and nothing in them that does anything."""

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from reports.amounts import rounded, terms
from reports.plan_report.annexes import write_annexes
from storage.db import Database
from tests import shipped
from tests.reports.plan_report.world import CATALOGUE, NASTY, a_year, report_of, store

TEXTS = shipped.texts()


async def test_every_target_stands_there_with_its_figures_as_numbers(db: Database) -> None:
    await db.write(a_year)
    for tenant, plan in (("dong_cuu", "DC1"), ("dong_cuu", "DC2"), ("bac_ninh", "BN")):
        report = await report_of(db, tenant, plan)
        book = load_workbook(BytesIO(write_annexes(report, TEXTS)))
        rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        assert [row[0] for row in rows] == [each.item.target.code for each in report.targets]
        for row, each in zip(rows, report.targets, strict=True):
            expected = None
            if each.item.value is not None:
                expected = float(rounded(each.item.value * terms(each.item).factor))
            assert row[5] == expected
            assert row[-3:-1] == (each.reports, each.evidence)
            assert row[8] == (
                None if each.estimate is None else float(rounded(each.estimate * terms(each.item).factor))
            )


async def test_text_that_looks_like_a_formula_stays_text(db: Database) -> None:
    await db.write(a_year)
    report = await report_of(db, "bac_ninh", "BN")
    book = load_workbook(BytesIO(write_annexes(report, TEXTS)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    nasty = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert [cell.value for cell in nasty] == [NASTY.replace("\x0b", "")]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in nasty)
    assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


async def test_without_reports_each_sheet_has_its_heading(db: Database) -> None:
    await db.write(store)
    for tenant, spec in CATALOGUE.tenants.items():
        report = await report_of(db, tenant, spec.plans[0]) if tenant != "bac_giang" else None
        if report is None:
            continue
        book = load_workbook(BytesIO(write_annexes(report, TEXTS)))
        assert len(book.worksheets) == 7
        assert all(sheet.cell(1, 1).value for sheet in book.worksheets)
        assert all(isinstance(each.estimate, Decimal | None) for each in report.targets)
