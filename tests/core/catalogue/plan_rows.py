"""The rows of a plan's workbook without a workbook: to be changed, and read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from core.catalogue.plan_cells import Cell
from core.catalogue.plan_headers import Table
from core.catalogue.plan_layout import SHEETS
from core.catalogue.plan_sheets import Reading, read_tables
from core.catalogue.plan_tables import write_tables
from core.catalogue.plans import Plan

Rows = dict[int, list[Cell]]


def midnight(year: int, month: int, day: int) -> datetime:
    """A day as a spreadsheet stores it."""
    return datetime.combine(date(year, month, day), time())


def tables(plan: Plan) -> dict[str, Rows]:
    """The cells of a plan by sheet and row, the names of columns in row 1."""
    written = write_tables(plan)
    return {
        sheet.name: dict(
            enumerate([[column.name for column in sheet.columns], *map(list, written[sheet.name])], start=1)
        )
        for sheet in SHEETS
    }


def read(rows: Mapping[str, Mapping[int, Sequence[Cell]]]) -> Reading:
    return read_tables({name: Table(cells) for name, cells in rows.items()})


def column(sheet: str, name: str) -> int:
    """Where in the rows of a sheet the cells of a column are."""
    (found,) = (one for one in SHEETS if one.name == sheet)
    return [each.name for each in found.columns].index(name)
