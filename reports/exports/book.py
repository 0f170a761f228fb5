"""Excel workbooks written row by row into their archive: no row is kept, nothing is put aside in other files.

Of Office Open XML (ECMA-376) that is as much as tables of texts, numbers and days need. openpyxl takes
longer, and on a full disk it ends in other errors than OSError.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from string import ascii_uppercase
from typing import IO
from xml.sax.saxutils import escape

from core.markup import writable
from reports.exports.book_parts import DAY, MOMENT, SHEET_TOP, TEXT, parts

Value = str | int | float | date | None

#: letters of a sheet's name, and those it may not have
_NAME, _FORBIDDEN = 31, str.maketrans(dict.fromkeys("[]:*?/\\", " "))
#: letters of a cell: Excel takes no more
_LONGEST = 32_767
#: what becomes a formula when somebody edits such a text, unless its cell says otherwise
FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: an end of a line that a reader of XML would change
_WRITTEN_OUT = {"\r": "&#13;"}
#: the first day that Excel and everybody else number alike
_FIRST, _ZERO = date(1900, 3, 1), date(1899, 12, 30)


class Book:
    """A workbook that is being written. Sheets come one after the other, each whole."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names: list[str] = []

    def sheet(self, name: str, heading: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """A new sheet; how many rows it has below the heading. Text stays text, whatever it begins with."""
        self._names.append(_unused(name, self._names))
        with self._archive.open(f"xl/worksheets/sheet{len(self._names)}.xml", "w") as entry:
            entry.write(SHEET_TOP.encode())
            _write_row(entry, 1, heading)
            number = 1
            for number, row in enumerate(rows, 2):
                _write_row(entry, number, row)
            entry.write(b"</sheetData></worksheet>")
        return number - 1

    def end(self) -> None:
        """Write what names the sheets."""
        for path, said in parts(self._names):
            self._archive.writestr(path, said)


@contextmanager
def book_at(out: Path | IO[bytes]) -> Iterator[Book]:
    """A workbook to be written there. Raises OSError where that cannot be."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        book = Book(archive)
        yield book
        book.end()


def _write_row(entry: IO[bytes], number: int, row: Sequence[Value]) -> None:
    cells = "".join(
        _cell(f"{_letters(column)}{number}", value) for column, value in enumerate(row) if value is not None
    )
    entry.write(f'<row r="{number}">{cells}</row>'.encode())


def _cell(where: str, value: Value) -> str:
    if isinstance(value, str):
        text = writable(value)[:_LONGEST]
        style = f' s="{TEXT}"' if text.startswith(FORMULA) else ""
        shown = escape(text, _WRITTEN_OUT)
        return f'<c r="{where}"{style} t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if day < _FIRST:
            return _cell(where, value.isoformat())
        if not isinstance(value, datetime):
            return f'<c r="{where}" s="{DAY}"><v>{(day - _ZERO).days}</v></c>'
        passed = (value - datetime.combine(_ZERO, time.min)) / timedelta(days=1)
        return f'<c r="{where}" s="{MOMENT}"><v>{passed!r}</v></c>'
    return f'<c r="{where}"><v>{value!r}</v></c>'


@cache
def _letters(column: int) -> str:
    """What the column of this number, from 0, is called."""
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]


def _unused(name: str, taken: Iterable[str]) -> str:
    bare = " ".join(writable(name).translate(_FORBIDDEN).split()).strip("'")[:_NAME] or "1"
    known, number, found = {each.casefold() for each in taken}, 1, bare
    while found.casefold() in known:
        number += 1
        found = f"{bare[: _NAME - 4]} {number}"
    return found
