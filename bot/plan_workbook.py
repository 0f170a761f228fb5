"""Reads an Excel workbook into tables. What its cells mean is for core.catalogue.plan_sheets."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from core.catalogue.plan_cells import Cell, Failed, Formula
from core.catalogue.plan_headers import Table
from core.errors import ContentError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

#: first bytes of what Excel writes: workbooks of today, and old ones or ones with a password
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: what the parts of a workbook may hold together, unpacked; a plan has less than one
_MOST_MB = 24


def read_workbook(data: bytes) -> dict[str, Table]:
    """The tables of a workbook by the names of their sheets. Raises ContentError when it is none."""
    _refuse(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and features that plans do not need
            book = load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # a damaged file may raise anything
        raise ContentError("the workbook is damaged; open it in Excel and save it again") from error
    return {sheet.title: _table(sheet) for sheet in book.worksheets}


def _refuse(data: bytes) -> None:
    """Look into the archive before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise ContentError("the workbook is damaged; open it in Excel and save it again") from error
    if "xl/workbook.xml" not in names:
        raise ContentError("this is not an Excel workbook; save it as .xlsx")
    if size > _MOST_MB * 1_000_000:
        what = f"the workbook holds {size // 1_000_000} MB, which no plan does"
        raise ContentError(f"{what}; copy what is filled in into a fresh template")


def _table(sheet: "Worksheet") -> Table:
    rows: dict[int, list[Cell]] = {}
    # Going through its rows would make a cell of every empty one up to the last.
    for (row, column), cell in sorted(sheet._cells.items()):
        value = _value(cell)
        if value is not None:
            cells = rows.setdefault(row, [])
            cells.extend([None] * (column - len(cells)))
            cells[column - 1] = value
    return Table(rows, sorted(str(cells.coord) for cells in sheet.merged_cells.ranges))


def _value(cell: "SheetCell | MergedCell") -> Cell:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return Formula(str(getattr(value, "text", value)))
    if cell.data_type == "e":
        return Failed(str(value))
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return round(value * 100, 9)  # what is shown as 60% is stored as 0.6
    if isinstance(value, bool | int | float | datetime | date | time | timedelta):
        return value
    return re.sub("_x000D_\n?", "\n", str(value))
