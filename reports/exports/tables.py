"""An export as CSV files in one archive: UTF-8 with the mark Excel looks for, a file for each kind."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from core.markup import writable
from reports.exports.book import FORMULA
from reports.exports.columns import Cell
from reports.exports.reading import EXPLAINED, Exported

#: the files beside those of data
COUNTS, TOTALS, FIELDS = "counts.csv", "totals.csv", "fields.csv"


def write_tables(session: Session, export: Exported, out: Path) -> int:
    """Write `<kind>.csv` headed by the codes of columns, `counts.csv`, `totals.csv` and `fields.csv`.

    Gives how many rows are in the first of them.
    """
    counts: list[tuple[str, str, int]] = []
    totals: list[tuple[str, str, float]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in export.tables(session):
            with archive.open(f"{table.code}.csv", "w", force_zip64=True) as entry:
                text = io.TextIOWrapper(entry, encoding="utf-8-sig", newline="")
                writer = csv.writer(text)
                writer.writerow(table.codes)
                count = 0
                for row in table.rows:
                    writer.writerow(_inert(row))
                    count += 1
                text.flush()
                text.detach()
            counts.append((table.code, table.name, count))
            totals += [(table.code, column, _exact(sum_)) for column, sum_ in table.totals.items()]
        total = sum(count for *_, count in counts)
        _add(archive, COUNTS, [("kind", "name", "rows"), *counts, ("", "", total)])
        _add(archive, TOTALS, [("kind", "column", "confirmed"), *totals])
        known = {code for code, *_ in counts}
        _add(archive, FIELDS, [EXPLAINED, *export.explained(known)])
    return total


def rows_in(path: Path) -> int:
    """How many rows of data an archive that was written holds, by reading it."""
    found = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name in (COUNTS, TOTALS, FIELDS):
                continue
            with archive.open(name) as entry:
                lines = csv.reader(io.TextIOWrapper(entry, encoding="utf-8-sig", newline=""))
                found += sum(1 for _ in lines) - 1
    return found


def _exact(total: float) -> float:
    """A sum without the crumbs of adding up."""
    return round(total, 6)


def _add(archive: zipfile.ZipFile, name: str, rows: Sequence[Sequence[Cell]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_inert(row) for row in rows)
    archive.writestr(name, text.getvalue().encode("utf-8-sig"))


def _inert(row: Sequence[Cell]) -> list[Cell]:
    return [_text(cell) if isinstance(cell, str) else cell for cell in row]


def _text(cell: str) -> str:
    text = writable(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
