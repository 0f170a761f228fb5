"""Stored facts, whole, as figures read them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldType
from core.dialogue.forms import completed
from core.identity import Same
from core.indicators.facts import Ask, Detail, FactRow
from core.indicators.values import PLACE, PLACE_KIND, UNIT, YEAR
from storage.models import Fact, Place, Unit
from storage.models.base import table

FACT, PLACES, UNITS = table(Fact), table(Place), table(Unit)

#: fields that hold one word: the database compares them as text, the others as JSON
_WORDS = (FieldType.CHOICE, FieldType.TEXT, FieldType.DATE, FieldType.PLACE)


def fact_row_of(session: Session, catalogue: Catalogue, fact_id: int) -> FactRow | None:
    """One stored fact as figures read it."""
    row = session.connection().execute(facts_query().where(FACT.c.id == fact_id)).first()
    return fact_row(row, catalogue.fact_types.get(row.type)) if row else None


def facts_query() -> Select[Any]:
    """Facts with the codes of their place and unit."""
    return with_places(
        select(
            FACT.c.id,
            FACT.c.type,
            FACT.c.occurred_from,
            FACT.c.occurred_to,
            PLACES.c.code.label("place"),
            PLACES.c.kind.label("place_kind"),
            UNITS.c.code.label("unit"),
            FACT.c.fields.label("stored"),
            FACT.c.status,
            FACT.c.recorded_at,
            FACT.c.confirmed_at,
            FACT.c.ended_at,
            FACT.c.receipt,
        )
    )


def with_places(query: Select[Any]) -> Select[Any]:
    """The query joined to the place and the unit of each fact."""
    return query.outerjoin(PLACES, PLACES.c.id == FACT.c.place_id).outerjoin(
        UNITS, UNITS.c.id == FACT.c.unit_id
    )


def fact_row(row: Sequence[Any], kind: FactType | None) -> FactRow:
    """A row of `facts_query`, frozen."""
    id_, type_, first, last, place, place_kind, unit, stored, *rest = row
    fields = with_computed(stored, kind)
    return FactRow(id_, type_, first, last, place, place_kind, unit, fields, *rest)


def with_computed(stored: dict[str, Any], kind: FactType | None) -> dict[str, Any]:
    """The stored fields: computed ones are among them, but for those the content has gained since."""
    return completing(kind)(stored)


def completing(kind: FactType | None) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The same for many facts of one kind."""
    computed = _computed_fields(Same(kind)) if kind else ()
    if kind is None or not computed:
        return lambda stored: stored

    def complete(stored: dict[str, Any]) -> dict[str, Any]:
        if all(code in stored for code in computed):
            return stored
        return {**completed(kind, stored), **stored}

    return complete


@lru_cache(maxsize=1_000)
def _computed_fields(kind: Same[FactType]) -> tuple[str, ...]:
    return tuple(field.code for field in kind.value.fields if field.formula is not None)


def asked_for(
    kind: FactType | None, *, from_start: bool, without: bool, only: Sequence[str]
) -> ColumnElement[bool]:
    """The same as `Ask.holds`, for the facts of some tenants. The values come from `bounds`."""
    cutoff = bindparam("cutoff", type_=FACT.c.recorded_at.type)
    tests = [
        FACT.c.tenant_id.in_(bindparam("tenants", expanding=True)),
        FACT.c.type == bindparam("type"),
        FACT.c.occurred_from <= bindparam("end"),
        FACT.c.recorded_at <= cutoff,
        or_(FACT.c.ended_at.is_(None), FACT.c.ended_at > cutoff),
    ]
    if from_start:
        tests.append(FACT.c.occurred_from >= bindparam("start"))
    if without:
        tests.append(FACT.c.id != bindparam("without"))
    for at, field in enumerate(only):
        tests.append(said(field, kind)[-1].in_(bindparam(f"only_{at}", expanding=True)))
    return and_(*tests)


def bounds(tenants: Sequence[int], ask: Ask) -> dict[str, Any]:
    """The values of a statement made with `asked_for`."""
    values = {"tenants": tenants, "type": ask.type, "end": ask.end, "cutoff": ask.cutoff}
    if ask.start is not None:
        values["start"] = ask.start
    if ask.without is not None:
        values["without"] = ask.without
    for at, (_, codes) in enumerate(_only(ask)):
        values[f"only_{at}"] = sorted(codes)
    return values


def _only(ask: Ask) -> list[tuple[str, frozenset[str]]]:
    return sorted(ask.only, key=lambda each: (each[0], sorted(each[1])))


def confirmed() -> ColumnElement[int]:
    """1 for a fact that counted at the cut-off, 0 for one that waited."""
    cutoff = bindparam("cutoff", type_=FACT.c.recorded_at.type)
    return case((FACT.c.confirmed_at <= cutoff, 1), else_=0)


def said(field: str, kind: FactType | None) -> list[SQLColumnExpression[Any]]:
    """What tells facts apart in a field, as the engine reads it."""
    spec = kind.field(field) if kind else None
    if field == PLACE_KIND:
        return [PLACES.c.kind]
    if field == YEAR and spec is None:
        return [func.extract("year", FACT.c.occurred_from)]
    if field == UNIT and spec is None:
        return [UNITS.c.code]
    stored = FACT.c.fields[field]
    answer = stored.as_string() if spec is not None and spec.type in _WORDS else stored
    return [PLACES.c.code, answer] if field == PLACE else [answer]


@dataclass(frozen=True)
class Shape:
    """What of an ask decides its statement: the same one serves every day and every tenant."""

    detail: Detail
    fields: frozenset[str]
    added: tuple[str, tuple[str, ...]] | None
    only: tuple[str, ...]
    located: bool
    shown: frozenset[str] | None
    from_start: bool
    without: bool
    kind: Same[FactType | None]

    def where(self) -> ColumnElement[bool]:
        """The test of the facts asked for."""
        return asked_for(self.kind.value, from_start=self.from_start, without=self.without, only=self.only)


def shape_of(ask: Ask, kind: FactType | None) -> Shape:
    """The shape of an ask about facts of a kind."""
    only = tuple(field for field, _ in _only(ask))
    start, without = ask.start is not None, ask.without is not None
    return Shape(ask.detail, ask.fields, ask.added, only, ask.located, ask.shown, start, without, Same(kind))
