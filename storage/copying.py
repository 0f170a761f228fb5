"""All rows of a database as lines of JSON, and back: the same from either engine, and into either.

What is only worked out from other rows (prepared figures) is left out; it is worked out again.
"""

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Date, LargeBinary, Table, bindparam, func, insert, select, text, update
from sqlalchemy.orm import Session

from storage.models import Base, PreparedAnswer, PreparedFigures
from storage.models.base import Moment, table
from storage.triggers import create_triggers, drop_triggers

#: rows handed over at once
_BATCH = 500
_WORKED_OUT = frozenset({table(PreparedAnswer), table(PreparedFigures)})
#: of keys in stored JSON one database keeps the order, the other does not
_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z


def copied_tables() -> list[Table]:
    """The tables that are copied: what others refer to comes before them."""
    return [each for each in Base.metadata.sorted_tables if each not in _WORKED_OUT]


def is_empty(session: Session) -> bool:
    """Whether nobody has stored anything yet."""
    return all(session.execute(select(each).limit(1)).first() is None for each in copied_tables())


def rows_of(session: Session, of: Table) -> Iterator[bytes]:
    """Each row as a JSON array of its columns, by primary key; a few hundred are in memory at a time."""
    query = select(of).order_by(*of.primary_key.columns).execution_options(yield_per=_BATCH)
    for row in session.execute(query):
        yield orjson.dumps(list(row), default=_as_text, option=_OPTIONS)


def put_back(session: Session, rows: Callable[[Table], Iterable[bytes]]) -> Mapping[str, int]:
    """Store all rows in an empty database; how many each table got. The caller commits.

    Raises orjson.JSONDecodeError, ValueError or a database error for rows that are not those of a copy.
    """
    connection = session.connection()
    # they would number states anew that the copy has numbers for
    drop_triggers(connection)
    counts = {each.name: _fill(session, each, rows(each)) for each in copied_tables()}
    create_triggers(connection)
    if connection.dialect.name == "postgresql":
        for each in copied_tables():
            _number_on(session, each)
    return counts


def _fill(session: Session, into: Table, rows: Iterable[bytes]) -> int:
    """Rows that refer to others of their table get these references when all are there."""
    names = [column.name for column in into.columns]
    read = [_reader(column.type) for column in into.columns]
    own = [key.parent.name for key in into.foreign_keys if key.column.table is into]
    referring: list[dict[str, Any]] = []
    count, lines = 0, iter(rows)
    while batch := list(islice(lines, _BATCH)):
        found = [_row(line, names, read) for line in batch]
        for row in found:
            kept = {name: row[name] for name in own}
            if any(value is not None for value in kept.values()):
                referring.append({"the_id": row["id"], **{f"the_{name}": kept[name] for name in own}})
                row.update(dict.fromkeys(own))
        session.execute(insert(into), found)
        count += len(found)
    if referring:
        values: dict[str, Any] = {name: bindparam(f"the_{name}") for name in own}
        connection = session.connection()
        connection.execute(update(into).where(into.c.id == bindparam("the_id")).values(values), referring)
    return count


def _row(line: bytes, names: list[str], read: list[Callable[[Any], Any]]) -> dict[str, Any]:
    values = orjson.loads(line)
    if not isinstance(values, list) or len(values) != len(names):
        raise ValueError(f"a row has not the {len(names)} columns it should have")
    return {
        name: None if value is None else make(value)
        for name, make, value in zip(names, read, values, strict=True)
    }


def _reader(kind: object) -> Callable[[Any], Any]:
    """What makes a column's value of its JSON."""
    match kind:
        case Moment():
            return lambda value: datetime.fromisoformat(value).astimezone(UTC)
        case Date():
            return date.fromisoformat
        case LargeBinary():
            return base64.b64decode
        case _:
            return lambda value: value


def _as_text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    raise TypeError(f"a {type(value).__name__} is not copied")


def _number_on(session: Session, of: Table) -> None:
    """New rows get numbers after those that were put back."""
    sequence = session.scalar(
        text("SELECT pg_get_serial_sequence(:name, 'id') WHERE :numbered"),
        {"name": of.name, "numbered": "id" in of.columns},
    )
    if sequence:
        last = session.scalar(select(func.max(of.c.id)))
        if last is not None:
            session.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})
