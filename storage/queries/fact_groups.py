"""Facts counted and added up by the database: one row for all that say the same in the fields looked at."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache, reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, literal, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.indicators.facts import Ask, FactRow
from core.indicators.values import PLACE, PLACE_KIND, UNIT, YEAR
from storage.queries.fact_rows import (
    FACT,
    Shape,
    bounds,
    confirmed,
    said,
    shape_of,
    with_computed,
    with_places,
)

#: enough for any whole number a report may hold
_DIGITS = 20
_NAMES = re.compile(r"[a-z0-9_]+")
_HERE = (PLACE, PLACE_KIND, UNIT)


@dataclass(frozen=True)
class _Statement:
    """The statement, the fields its rows tell apart with the columns each takes, and whether it adds up."""

    query: Select[Any]
    columns: tuple[tuple[str, int], ...]
    totals: bool


def grouped(session: Session, tenants: Sequence[int], ask: Ask, kind: FactType | None) -> list[FactRow]:
    """The facts asked for, grouped by the fields looked at and by whether they counted at the cut-off."""
    statement = _statement(shape_of(ask, kind))
    found = session.connection().execute(statement.query, bounds(tenants, ask)).all()
    return [_row(row, statement, ask, kind) for row in found]


@lru_cache(maxsize=2_000)
def _statement(shape: Shape) -> _Statement:
    kind = shape.kind.value
    total = _total(shape.added, kind)
    looked_at = _looked_at(shape, kind, adds_up=total is not None)
    parts = [said(name, kind) for name in looked_at]
    columns: list[ColumnElement[Any]] = [
        part.label(f"said_{at}") for at, part in enumerate(part for some in parts for part in some)
    ]
    columns.append(confirmed().label("sure"))
    if total is not None:
        columns.append(total.label("amount"))
    listed = select(*columns).select_from(FACT).where(shape.where())
    facts = (with_places(listed) if shape.located else listed).subquery()
    keys = [column for column in facts.c if column.key != "amount"]
    totals = [func.sum(facts.c.amount)] if total is not None else []
    query = select(*keys, func.count(), *totals).group_by(*keys)
    widths = tuple((name, len(some)) for name, some in zip(looked_at, parts, strict=True))
    return _Statement(query, widths, total is not None)


def _looked_at(shape: Shape, kind: FactType | None, *, adds_up: bool) -> list[str]:
    """The fields that tell the groups apart.

    A number with decimals is not added up by the database, which would round it, but looked at. What the
    content computes today may not be stored in old facts: what it is computed from is.
    """
    names = set(shape.fields)
    if shape.added is not None and not adds_up:
        names.add(shape.added[0])
    specs = [kind.field(name) for name in names] if kind else []
    names.update(name for spec in specs if spec and spec.formula for name in _operands(spec.formula))
    return sorted(names)


def _row(found: Row[Any], statement: _Statement, ask: Ask, kind: FactType | None) -> FactRow:
    """A group as one row. What it is not asked for is empty."""
    fields: dict[str, Any] = {}
    named: dict[str, Any] = {}
    at = 0
    for name, width in statement.columns:
        first, last = found[at], found[at + width - 1]
        at += width
        if last is not None:
            fields[name] = last
        if name in _HERE and first is not None:
            named[name] = first
    year = fields.get(YEAR) if kind is None or kind.field(YEAR) is None else None
    day = date(int(year), 1, 1) if year is not None else ask.end
    return FactRow(
        id=0,
        type=ask.type,
        occurred_from=day,
        occurred_to=day,
        place=named.get(PLACE),
        place_kind=named.get(PLACE_KIND),
        unit=named.get(UNIT),
        fields=with_computed(fields, kind),
        status="",
        recorded_at=ask.cutoff,
        confirmed_at=ask.cutoff if found[at] else None,
        times=found[at + 1],
        total=Decimal(found[at + 2] or 0) if statement.totals else None,
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


def _operands(formula: str) -> list[str]:
    """The fields of `total(field)` or `left - right`."""
    return [name for name in _NAMES.findall(formula) if name != "total"]


def _computed(kind: FactType, formula: str) -> ColumnElement[Any]:
    names = _operands(formula)
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
