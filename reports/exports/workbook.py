"""An export as an Excel workbook: a sheet for each kind of report, then counts, and columns explained."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from core.texts import say
from reports.exports.book import Book, book_at
from reports.exports.columns import Cell
from reports.exports.reading import EXPLAINED, Exported, Table

#: rows in a sheet: Excel holds twice as many, the archive no file of 2 GB; longer tables go on in the next
_MOST = 500_000
#: sheets behind those of data: counts, totals, columns explained
_BESIDE = 3
_ROW = b"<row "


def write_workbook(session: Session, export: Exported, out: Path) -> int:
    """Write it; how many rows of data are in it."""

    def said(*keys: str) -> list[str]:
        return [export.texts.render(say(f"export-{key}"), export.locale) for key in keys]

    counts: list[tuple[str, str, int]] = []
    totals: list[tuple[str, str, str, float]] = []
    with book_at(out) as book:
        for table in export.tables(session):
            counts.append((table.name, table.code, _sheets(book, table)))
            names = dict(zip(table.codes, table.names, strict=True))
            totals += [(table.name, code, names[code], round(sum_, 6)) for code, sum_ in table.totals.items()]
        total = sum(count for *_, count in counts)
        heading = said("kind", "code", "rows")
        book.sheet(said("counts")[0], heading, [*counts, (*said("total"), "", total)])
        book.sheet(said("totals")[0], said("kind", "column", "name", "confirmed"), totals)
        rows = export.explained({code for _, code, _ in counts})
        book.sheet(said("fields")[0], said(*EXPLAINED), rows)
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


def _sheets(book: Book, table: Table) -> int:
    count, part = 0, 1
    rows = iter(table.rows)
    while True:
        name = table.name if part == 1 else f"{table.name} {part}"
        written = book.sheet(name, table.names, _some(rows))
        count += written
        part += 1
        if written < _MOST:
            return count


def _some(rows: Iterator[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for _, row in zip(range(_MOST), rows, strict=False):
        yield row
