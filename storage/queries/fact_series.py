"""Facts one by one, or the last of those that say the same, with no more than figures look at."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType
from core.indicators.facts import Ask, Detail, FactRow
from storage.queries.fact_rows import (
    FACT,
    PLACES,
    UNITS,
    Shape,
    bounds,
    confirmed,
    said,
    shape_of,
    with_computed,
    with_places,
)

#: as many digits as an id may have: numbers of one length are in order as text
_ID_DIGITS = 20


def series(session: Session, tenants: Sequence[int], ask: Ask, kind: FactType | None) -> list[FactRow]:
    """The facts asked for: each, or of those that say the same in its fields the last to happen."""
    shape = shape_of(ask, kind)
    query = _each(shape) if ask.detail is Detail.EACH else _last(shape, session.get_bind().dialect.name)
    found = session.connection().execute(query, bounds(tenants, ask)).all()
    return [_row(row, ask, kind) for row in found]


@lru_cache(maxsize=2_000)
def _each(shape: Shape) -> Select[Any]:
    return _listed(shape, [])


@lru_cache(maxsize=2_000)
def _last(shape: Shape, dialect: str) -> Select[Any]:
    """One row for each combination; each database has its own way to take the last of a group."""
    apart = [part for field in sorted(shape.fields) for part in said(field, shape.kind.value)]
    facts = _listed(shape, [part.label(f"said_{at}") for at, part in enumerate(apart)]).subquery()
    keys = [facts.c.sure, *(facts.c[f"said_{at}"] for at in range(len(apart)))]
    shown = [column for column in facts.c if not column.key.startswith("said_")]
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import distinct_on  # see storage.upserts

        newest = (facts.c.occurred_from.desc(), facts.c.recorded_at.desc(), facts.c.id.desc())
        return select(*shown).ext(distinct_on(*keys)).order_by(*keys, *newest)
    # SQLite takes the other columns from the row in which the one maximum was found.
    number = func.printf(f"%0{_ID_DIGITS}d", facts.c.id)
    order = cast(facts.c.occurred_from, String) + cast(facts.c.recorded_at, String) + number
    return select(*shown, func.max(order)).group_by(*keys)


def _listed(shape: Shape, more: list[ColumnElement[Any]]) -> Select[Any]:
    where: list[Any] = [PLACES.c.code.label("place"), PLACES.c.kind.label("kind"), UNITS.c.code.label("unit")]
    columns: list[Any] = [
        FACT.c.id,
        FACT.c.occurred_from,
        FACT.c.recorded_at,
        confirmed().label("sure"),
        FACT.c.fields,
    ]
    query: Select[Any] = select(*columns, *(where if shape.located else []), *more).where(shape.where())
    return with_places(query) if shape.located else query


def _row(found: Sequence[Any], ask: Ask, kind: FactType | None) -> FactRow:
    """What no figure looks at is left empty."""
    id_, day, recorded_at, sure, stored = found[:5]
    place, place_kind, unit = found[5:8] if ask.located else (None, None, None)
    sure_at = ask.cutoff if sure else None
    fields = with_computed(stored, kind)
    # by position: thousands are made, and names would take three times as long
    return FactRow(id_, ask.type, day, day, place, place_kind, unit, fields, "", recorded_at, sure_at)
