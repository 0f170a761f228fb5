"""An export as CSV files in one archive: UTF-8 with the mark Excel looks for, a file for each kind."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from core.markup import writable
from reports.exports.columns import Cell
from reports.exports.reading import EXPLAINED, Export, explained

#: a spreadsheet takes what begins so for a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tables(session: Session, export: Export, out: Path) -> int:
    """Write `<kind>.csv` headed by the codes of columns, `counts.csv`, `fields.csv`; how many reports."""
    counts: list[tuple[str, str, int]] = []
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
        total = sum(count for *_, count in counts)
        _add(archive, "counts.csv", [("kind", "name", "rows"), *counts, ("", "", total)])
        known = {code for code, *_ in counts}
        _add(archive, "fields.csv", [EXPLAINED, *explained(export.catalogue, known)])
    return total


def _add(archive: zipfile.ZipFile, name: str, rows: Sequence[Sequence[Cell]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_inert(row) for row in rows)
    archive.writestr(name, text.getvalue().encode("utf-8-sig"))


def _inert(row: Sequence[Cell]) -> list[Cell]:
    return [_text(cell) if isinstance(cell, str) else cell for cell in row]


def _text(cell: str) -> str:
    text = writable(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
