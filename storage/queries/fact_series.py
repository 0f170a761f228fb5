"""Facts one by one, or the last of those that say the same, with no more than figures look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType
from core.indicators.facts import Ask, Detail, FactRow
from storage.queries.fact_columns import Columns, Said
from storage.queries.fact_rows import (
    FACT,
    PLACES,
    UNITS,
    Shape,
    bounds,
    completing,
    confirmed,
    shape_of,
    with_places,
)

#: as many digits as an id may have: numbers of one length are in order as text
_ID_DIGITS = 20
#: id, day, moment of recording, whether it counted: what a fact says comes after them
_HEAD = 4


@dataclass(frozen=True)
class _Statement:
    """The statement, and how what its rows say is read."""

    query: Select[Any]
    read: Callable[[Sequence[Any]], Said]


def series(session: Session, tenants: Sequence[int], ask: Ask, kind: FactType | None) -> list[FactRow]:
    """The facts asked for: each, or of those that say the same in its fields the last to happen."""
    shape = shape_of(ask, kind)
    made = _each(shape) if ask.detail is Detail.EACH else _last(shape, session.get_bind().dialect.name)
    found = session.connection().execute(made.query, bounds(tenants, ask)).all()
    return [_row(row, made.read, ask) for row in found]


@lru_cache(maxsize=2_000)
def _each(shape: Shape) -> _Statement:
    return _whole(shape, _listed(shape, _all(shape)))


@lru_cache(maxsize=2_000)
def _last(shape: Shape, dialect: str) -> _Statement:
    """One row for each combination; each database has its own way to take the last of a group."""
    kind = shape.kind.value
    columns = Columns.of(shape.fields if shape.shown is None else shape.fields | shape.shown, kind)
    shown = columns.labelled() if shape.shown is not None else _all(shape)
    apart = columns.labelled()
    facts = _listed(shape, shown if shape.shown is not None else [*shown, *apart]).subquery()
    keys = [facts.c.sure, *(facts.c[f"said_{at}"] for at in columns.places(shape.fields))]
    listed = [*facts.c][: _HEAD + len(shown)]
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import distinct_on  # see storage.upserts

        newest = (facts.c.occurred_from.desc(), facts.c.recorded_at.desc(), facts.c.id.desc())
        query = select(*listed).ext(distinct_on(*keys)).order_by(*keys, *newest)
    else:
        # SQLite takes the other columns from the row in which the one maximum was found.
        number = func.printf(f"%0{_ID_DIGITS}d", facts.c.id)
        order = cast(facts.c.occurred_from, String) + cast(facts.c.recorded_at, String) + number
        query = select(*listed, func.max(order)).group_by(*keys)
    return _whole(shape, query) if shape.shown is None else _Statement(query, columns.reader(_HEAD))


def _whole(shape: Shape, query: Select[Any]) -> _Statement:
    complete, located = completing(shape.kind.value), shape.located

    def read(row: Sequence[Any]) -> Said:
        if not located:
            return complete(row[_HEAD]), None, None, None
        return complete(row[_HEAD]), row[_HEAD + 1], row[_HEAD + 2], row[_HEAD + 3]

    return _Statement(query, read)


def _all(shape: Shape) -> list[ColumnElement[Any]]:
    """The whole fact, and where it was if that is looked at."""
    where = [PLACES.c.code.label("place"), PLACES.c.kind.label("kind"), UNITS.c.code.label("unit")]
    return [FACT.c.fields, *(where if shape.located else [])]


def _listed(shape: Shape, more: list[ColumnElement[Any]]) -> Select[Any]:
    columns: list[Any] = [FACT.c.id, FACT.c.occurred_from, FACT.c.recorded_at, confirmed().label("sure")]
    query: Select[Any] = select(*columns, *more).where(shape.where())
    return with_places(query) if shape.located else query


def _row(found: Sequence[Any], read: Callable[[Sequence[Any]], Said], ask: Ask) -> FactRow:
    """What no figure looks at is left empty."""
    id_, day, recorded_at, sure = found[:_HEAD]
    fields, place, place_kind, unit = read(found)
    sure_at = ask.cutoff if sure else None
    # by position: thousands are made, and names would take three times as long
    return FactRow(id_, ask.type, day, day, place, place_kind, unit, fields, "", recorded_at, sure_at)
