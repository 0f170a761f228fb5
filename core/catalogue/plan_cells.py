"""One cell of a plan's workbook <-> the text of plan files. What could be read in two ways is asked about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from core.catalogue.documents import Data
from core.catalogue.plan_columns import Kind
from core.catalogue.problems import quoted


@dataclass(frozen=True)
class Formula:
    """A cell that is computed."""

    text: str


@dataclass(frozen=True)
class Failed:
    """A cell whose formula failed, such as "#REF!"."""

    text: str


#: what a cell may hold, None if it is empty
Cell = str | int | float | bool | datetime | date | time | timedelta | Formula | Failed | None


class CellError(Exception):
    """A cell that cannot be used: what is wrong, and what to do."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing in it that a person would see."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def read_cell(cell: Cell, kind: Kind) -> Data:
    """The value as a plan file would have it: a text, a list of codes, None if blank. Raises CellError."""
    if isinstance(cell, Formula):
        raise CellError(f"a formula ({quoted(cell.text)})", "copy the cell and paste its value in its place")
    if isinstance(cell, Failed):
        raise CellError(f"the error {quoted(cell.text)}", "type what should stand here")
    if cell is None or is_blank(cell):
        return None
    return _READ[kind](cell)


def split_lines(text: str) -> list[str]:
    """The lines of a cell that holds one thing a line; empty ones at the end are no things."""
    return [line.strip() for line in text.strip().split("\n")]


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        what = f"the number {cell:g}, where a text belongs"
        raise CellError(what, "format the cell as text and type it again: numbers lose zeros, as in I.10")
    raise CellError(_made_a_date(cell), "format the cell as text and type it again")


def _codes(cell: Cell) -> Data:
    found: list[Data] = [code for code in re.split(r"[,;\s]+", _text(cell)) if code]
    return found


def _names(cell: Cell) -> Data:
    found: list[Data] = [name.strip() for name in re.split(r"[,;\n]", _text(cell)) if name.strip()]
    return found


def _number(cell: Cell) -> str:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{Decimal(repr(cell)):f}".removesuffix(".0")
    if isinstance(cell, str) and re.fullmatch(r"-?\d+", cell.strip()):
        return cell.strip()
    if isinstance(cell, str | bool):
        do = "type the number alone, and format the cell as a number"
        raise CellError(f"{quoted(_text(cell))} is text, not a number", do)
    raise CellError(_made_a_date(cell), "format the cell as a number and type it again")


def _value(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return _day(cell)
    return _number(cell) if isinstance(cell, float) else _text(cell)


def _yes_no(cell: Cell) -> str:
    found = {"yes": "true", "true": "true", "no": "false", "false": "false"}.get(str(cell).strip().casefold())
    if found is None:
        raise CellError(f"{quoted(cell)} is neither yes nor no", "write yes or no")
    return found


def _day(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, str):
        return cell.strip()
    raise CellError(f"{_shown(cell)} is no day", "write year, month and day, e.g. 2026-11-14")


def _month(cell: Cell) -> str:
    # A spreadsheet makes the first day of the month of "2023-02".
    if isinstance(cell, datetime | date) and cell.day == 1:
        return cell.isoformat()[:7]
    if isinstance(cell, str):
        return cell.strip()
    raise CellError(f"{_shown(cell)} is no month", "format the cell as text and write e.g. 2023-02")


def _year_day(cell: Cell) -> str:
    # A spreadsheet makes of "11-14" the 14th of November or November 2014, as its language has it.
    if isinstance(cell, str):
        return cell.strip()
    do = "format the cell as text and write month and day, e.g. 11-14"
    raise CellError(f"{_shown(cell)}, where a day of each year belongs", do)


def _made_a_date(cell: Cell) -> str:
    return f"the spreadsheet made {_shown(cell)} of what was typed"


def _shown(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return f"the date {cell.isoformat()[:10]}"
    return f"the time {cell}" if isinstance(cell, time | timedelta) else quoted(cell)


_READ: Mapping[Kind, Callable[[Cell], Data]] = {
    Kind.TEXT: _text,
    Kind.CODES: _codes,
    Kind.NAMES: _names,
    Kind.NUMBER: _number,
    Kind.WHOLE: _number,
    Kind.VALUE: _value,
    Kind.YES_NO: _yes_no,
    Kind.DAY: _day,
    Kind.MONTH: _month,
    Kind.YEAR_DAY: _year_day,
}


def write_cell(value: object, kind: Kind) -> Cell:
    """The cell that reads back as this value of a plan. Days and months are text, so that no spreadsheet
    takes them for something else."""
    if value is None:
        return None
    if kind is Kind.YES_NO:
        return "yes" if value else "no"
    if kind in (Kind.CODES, Kind.NAMES) and isinstance(value, list | tuple):
        return ", ".join(value)
    if kind in (Kind.NUMBER, Kind.WHOLE) and isinstance(value, int | float):
        return int(value) if value == int(value) else value
    return str(value)
