"""What `benchmarks.export` is compared with: the stored columns of all reports, written as they are.

python -m benchmarks.export_peers NAME URL FILE
"""

import asyncio
import csv
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from storage.db import open_database
from storage.models import Fact

_COLUMNS = (Fact.type, Fact.receipt, Fact.status, Fact.occurred_from, Fact.occurred_to, Fact.fields)


def in_memory(session: Session, out: Path) -> None:
    """What one writes first: all rows fetched, a workbook filled, and saved."""
    book = Workbook()
    found = session.execute(select(*_COLUMNS).order_by(Fact.type)).all()
    for kind, rows in groupby(found, key=lambda row: row[0]):
        page = book.create_sheet(kind[:31])
        for row in rows:
            page.append(_flat(row))
    book.save(out)


def row_by_row(session: Session, out: Path) -> None:
    """The same with a workbook that is only written."""
    book = Workbook(write_only=True)
    for kind, rows in groupby(_streamed(session), key=lambda row: row[0]):
        page = book.create_sheet(kind[:31])
        for row in rows:
            page.append(_flat(row))
    book.save(out)


def csv_rows(session: Session, out: Path) -> None:
    """The same into one CSV file."""
    with out.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(map(_flat, _streamed(session)))


def _streamed(session: Session) -> Iterator[Row[tuple[object, ...]]]:
    query = select(*_COLUMNS).order_by(Fact.type).execution_options(yield_per=500)
    yield from session.execute(query)


def _flat(row: Sequence[object]) -> list[object]:
    """The columns, then each answer, those of a tally apart."""
    *columns, fields = row
    answers = fields.values() if isinstance(fields, Mapping) else ()
    flat = [one for each in answers for one in (each.values() if isinstance(each, Mapping) else (each,))]
    return [*columns, *(str(each) if isinstance(each, list) else each for each in flat)]


PEERS: Mapping[str, Callable[[Session, Path], None]] = {
    "openpyxl in memory": in_memory,
    "openpyxl row by row": row_by_row,
    "csv": csv_rows,
}


async def main(name: str, url: str, out: Path) -> None:
    """Write one peer's file."""
    db = await open_database(url)
    try:
        await db.read(lambda session: PEERS[name](session, out))
    finally:
        await db.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
