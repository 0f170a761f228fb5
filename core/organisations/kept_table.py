"""A table of a workbook as JSON and back, so that it can wait in the database for a yes."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from core.catalogue.plan_cells import Cell, Failed, Formula
from core.catalogue.plan_headers import Table

_DAY, _FORMULA, _OTHER = "day", "formula", "text"


def as_json(table: Table) -> dict[str, Any]:
    """The cells by row; days, formulas and times in an object of their own."""
    rows = {str(line): [_kept(cell) for cell in cells] for line, cells in table.rows.items()}
    return {"rows": rows, "merged": list(table.merged)}


def table_of(kept: Mapping[str, Any]) -> Table:
    """What `as_json` kept."""
    rows = {int(line): [_cell(each) for each in cells] for line, cells in kept["rows"].items()}
    return Table(rows, kept["merged"])


def _kept(cell: Cell) -> Any:
    match cell:
        case datetime():
            return {_DAY: cell.date().isoformat()}
        case date():
            return {_DAY: cell.isoformat()}
        case time() | timedelta():
            return {_OTHER: str(cell)}
        case Formula(text) | Failed(text):
            return {_FORMULA: text}
        case _:
            return cell


def _cell(kept: Any) -> Cell:
    match kept:
        case {"day": day}:
            return date.fromisoformat(day)
        case {"formula": text}:
            return Formula(text)
        case {"text": text}:
            return str(text)
        case None | str() | int() | float():
            return kept
        case _:
            raise ValueError("no cell")
