"""What many tests begin with: stored once by the program, then put into each new database as it was."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import RowMapping, Table, func, insert, select, update
from sqlalchemy.orm import Session

from storage.db import Database
from storage.models import FactRevision
from storage.models.base import Base

T = TypeVar("T")

#: filled by the triggers of the database
_BY_ITSELF = frozenset({FactRevision.__tablename__})


@dataclass(frozen=True)
class _Kept:
    result: object
    rows: Sequence[tuple[Table, Sequence[RowMapping]]]


_kept: dict[tuple[str, Hashable], _Kept] = {}


async def stored_once(db: Database, key: Hashable, store: Callable[[Session], T]) -> T:
    """Run `store` on an empty database; what it returned. Later calls with this key put in the same rows.

    Each engine keeps its own: not all of a row survives the way through the other one.
    """
    kept = _kept.get((db.dialect, key))
    if kept is None:
        result = await db.write(store)
        kept = _kept[db.dialect, key] = _Kept(result, await db.read(_rows))
    else:
        await db.write(lambda session: _put(session, kept.rows))
    return cast(T, kept.result)


def _rows(session: Session) -> list[tuple[Table, Sequence[RowMapping]]]:
    tables = [table for table in Base.metadata.sorted_tables if table.name not in _BY_ITSELF]
    found = [(table, session.execute(select(table)).mappings().all()) for table in tables]
    return [(table, rows) for table, rows in found if rows]


def _put(session: Session, kept: Sequence[tuple[Table, Sequence[RowMapping]]]) -> None:
    for table, rows in kept:
        values: list[dict[str, Any]] = [dict(row) for row in rows]
        own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
        session.execute(insert(table), [{**row, **dict.fromkeys(own)} for row in values])
        for row in values:  # what refers to others of its table can when all are there
            if any(row[name] is not None for name in own):
                referring = {name: row[name] for name in own}
                session.execute(update(table).where(table.c.id == row["id"]).values(referring))
        if "id" in table.columns and session.get_bind().dialect.name == "postgresql":
            number = func.pg_get_serial_sequence(table.name, "id")
            session.execute(select(func.setval(number, max(row["id"] for row in values))))
