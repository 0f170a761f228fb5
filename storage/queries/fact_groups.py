"""Facts counted and added up by the database: one row for all that say the same in the fields looked at."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache, reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.indicators.facts import Ask, FactRow
from core.indicators.values import YEAR
from storage.queries.fact_columns import Columns, Said, operands
from storage.queries.fact_rows import (
    FACT,
    Shape,
    bounds,
    confirmed,
    shape_of,
    with_places,
)

#: enough for any whole number a report may hold
_DIGITS = 20


@dataclass(frozen=True)
class _Statement:
    """The statement, what its rows tell apart, how they are read, and whether it adds up."""

    query: Select[Any]
    read: Callable[[Sequence[Any]], Said]
    #: where the year stands, of a kind that is not asked for it
    year: int | None
    #: where it stands whether a fact counted; then come how many, and what they add up to
    sure: int
    totals: bool


def grouped(session: Session, tenants: Sequence[int], ask: Ask, kind: FactType | None) -> list[FactRow]:
    """The facts asked for, grouped by the fields looked at and by whether they counted at the cut-off."""
    statement = _statement(shape_of(ask, kind))
    found = session.connection().execute(statement.query, bounds(tenants, ask)).all()
    return [_row(row, statement, ask) for row in found]


@lru_cache(maxsize=2_000)
def _statement(shape: Shape) -> _Statement:
    kind = shape.kind.value
    total = _total(shape.added, kind)
    # A number with decimals is not added up by the database, which would round it, but looked at.
    added = () if shape.added is None or total is not None else (shape.added[0],)
    looked_at = Columns.of({*shape.fields, *added}, kind)
    columns = looked_at.labelled()
    sure = len(columns)
    columns.append(confirmed().label("sure"))
    if total is not None:
        columns.append(total.label("amount"))
    listed = select(*columns).select_from(FACT).where(shape.where())
    facts = (with_places(listed) if shape.located else listed).subquery()
    keys = [column for column in facts.c if column.key != "amount"]
    totals = [func.sum(facts.c.amount)] if total is not None else []
    query = select(*keys, func.count(), *totals).group_by(*keys)
    year = looked_at.places([YEAR]) if kind is None or kind.field(YEAR) is None else []
    return _Statement(query, looked_at.reader(0), year[0] if year else None, sure, total is not None)


def _row(found: Sequence[Any], statement: _Statement, ask: Ask) -> FactRow:
    """A group as one row. What it is not asked for is empty."""
    fields, place, place_kind, unit = statement.read(found)
    sure, year, cutoff = statement.sure, statement.year, ask.cutoff
    day = ask.end if year is None else date(int(found[year]), 1, 1)
    times, total = found[sure + 1], Decimal(found[sure + 2] or 0) if statement.totals else None
    sure_at = cutoff if found[sure] else None
    # by position: thousands are made, and names would take three times as long
    return FactRow(
        0, ask.type, day, day, place, place_kind, unit, fields, "", cutoff, sure_at, None, "", times, total
    )


def _total(added: tuple[str, tuple[str, ...]] | None, kind: FactType | None) -> ColumnElement[Any] | None:
    """The number to add up; None where the database would not do it exactly."""
    if added is None or kind is None:
        return None
    name, options = added
    spec = kind.field(name)
    if spec is not None and spec.type is FieldType.INTEGER:
        return _number(kind, spec)
    if spec is not None and spec.type is FieldType.TALLY and options:
        return _tallied(name, options)
    return None


def _number(kind: FactType, spec: FieldSpec) -> ColumnElement[Any]:
    """A whole number, 0 where there is none; a computed one from what it is computed from if need be."""
    stored = FACT.c.fields[spec.code].as_numeric(_DIGITS, 0)
    return func.coalesce(stored, _computed(kind, spec.formula), 0) if spec.formula else _whole(stored)


def _computed(kind: FactType, formula: str) -> ColumnElement[Any]:
    names = operands(formula)
    if len(names) == 1:
        tally = kind.field(names[0])
        return _tallied(names[0], [option.code for option in tally.options] if tally else [])
    left, right = (_whole(FACT.c.fields[name].as_numeric(_DIGITS, 0)) for name in names)
    return left + right if "+" in formula else left - right


def _tallied(name: str, options: Iterable[str]) -> ColumnElement[Any]:
    counts = (_whole(FACT.c.fields[(name, option)].as_numeric(_DIGITS, 0)) for option in options)
    return reduce(add, counts, literal(0))


def _whole(number: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(number, 0)
