"""An export as an Excel workbook: a sheet for each kind of report, then counts, and columns explained."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from core.markup import writable
from core.texts import say
from reports.exports.columns import Cell
from reports.exports.reading import EXPLAINED, Exported, Table

if TYPE_CHECKING:
    from openpyxl import Workbook

#: what Excel holds in a sheet, less the heading; longer tables go on in the next one
_MOST = 1_048_575
#: sheets behind those of data: counts, totals, columns explained
_BESIDE = 3
_ROW = b"<row "
#: letters of a sheet's name, and those it may not have
_NAME, _FORBIDDEN = 31, str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_workbook(session: Session, export: Exported, out: Path) -> int:
    """Write it; how many rows of data are in it."""
    from openpyxl import Workbook

    def said(*keys: str) -> list[str]:
        return [export.texts.render(say(f"export-{key}"), export.locale) for key in keys]

    book = Workbook(write_only=True)
    counts: list[tuple[str, str, int]] = []
    totals: list[tuple[str, str, str, float]] = []
    for table in export.tables(session):
        counts.append((table.name, table.code, _sheets(book, table)))
        names = dict(zip(table.codes, table.names, strict=True))
        totals += [(table.name, code, names[code], round(total, 6)) for code, total in table.totals.items()]
    total = sum(count for *_, count in counts)
    fill(book, said("counts")[0], said("kind", "code", "rows"), [*counts, (*said("total"), "", total)])
    fill(book, said("totals")[0], said("kind", "column", "name", "confirmed"), totals)
    rows = export.explained({code for _, code, _ in counts})
    fill(book, said("fields")[0], said(*EXPLAINED), rows)
    book.save(out)
    return total


def rows_in(path: Path) -> int:
    """How many rows of data a workbook that was written holds, by reading it."""
    with zipfile.ZipFile(path) as archive:
        sheets = sorted(
            (name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")),
            key=lambda name: int(name.removeprefix("xl/worksheets/sheet").removesuffix(".xml")),
        )
        return sum(_rows(archive, name) - 1 for name in sheets[:-_BESIDE])


def _rows(archive: zipfile.ZipFile, name: str) -> int:
    found, left = 0, b""
    with archive.open(name) as entry:
        while piece := entry.read(1 << 20):
            piece = left + piece
            found += piece.count(_ROW)
            # a mark that was cut in two is found with the next piece
            left = piece[-(len(_ROW) - 1) :]
    return found


def _sheets(book: "Workbook", table: Table) -> int:
    count, part = 0, 1
    rows = iter(table.rows)
    while True:
        name = table.name if part == 1 else f"{table.name} {part}"
        written = fill(book, name, table.names, _some(rows))
        count += written
        part += 1
        if written < _MOST:
            return count


def _some(rows: Iterator[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for _, row in zip(range(_MOST), rows, strict=False):
        yield row


def fill(book: "Workbook", name: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """A new sheet; how many rows it has below the heading. Text stays text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    page: Any = book.create_sheet(_unused(book, name))
    page.freeze_panes = "B2"

    def cell(value: Cell) -> object:
        if not isinstance(value, str):
            return value
        text = writable(value)
        if not text.startswith("="):
            return text
        made = WriteOnlyCell(page, value=text)
        made.data_type = "s"
        return made

    page.append([cell(value) for value in heading])
    count = 0
    for row in rows:
        page.append([cell(value) for value in row])
        count += 1
    return count


def _unused(book: "Workbook", name: str) -> str:
    bare = " ".join(name.translate(_FORBIDDEN).split()).strip("'")[:_NAME] or "1"
    taken, number, found = {each.casefold() for each in book.sheetnames}, 1, bare
    while found.casefold() in taken:
        number += 1
        found = f"{bare[: _NAME - 4]} {number}"
    return found
