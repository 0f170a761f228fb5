"""Stored facts, whole, as figures read them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
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
from core.indicators.facts import Ask, Detail, FactRow
from core.indicators.values import PLACE, PLACE_KIND, UNIT, YEAR
from storage.models import Fact, Place, Unit

#: fields that hold one word: the database compares them as text, the others as JSON
_WORDS = (FieldType.CHOICE, FieldType.TEXT, FieldType.DATE, FieldType.PLACE)


def fact_row_of(session: Session, catalogue: Catalogue, fact_id: int) -> FactRow | None:
    """One stored fact as figures read it."""
    row = session.execute(facts_query().where(Fact.id == fact_id)).first()
    return fact_row(row, catalogue.fact_types.get(row.type)) if row else None


def facts_query() -> Select[Any]:
    """Facts with the codes of their place and unit."""
    return with_places(
        select(
            Fact.id,
            Fact.type,
            Fact.occurred_from,
            Fact.occurred_to,
            Place.code.label("place"),
            Place.kind.label("place_kind"),
            Unit.code.label("unit"),
            Fact.fields.label("stored"),
            Fact.status,
            Fact.recorded_at,
            Fact.confirmed_at,
            Fact.ended_at,
            Fact.receipt,
        )
    )


def with_places(query: Select[Any]) -> Select[Any]:
    """The query joined to the place and the unit of each fact."""
    return query.outerjoin(Place, Place.id == Fact.place_id).outerjoin(Unit, Unit.id == Fact.unit_id)


def fact_row(row: Row[Any], kind: FactType | None) -> FactRow:
    """A row of `facts_query`, frozen."""
    return FactRow(
        id=row.id,
        type=row.type,
        occurred_from=row.occurred_from,
        occurred_to=row.occurred_to,
        place=row.place,
        place_kind=row.place_kind,
        unit=row.unit,
        fields=with_computed(row.stored, kind),
        status=row.status,
        recorded_at=row.recorded_at,
        confirmed_at=row.confirmed_at,
        ended_at=row.ended_at,
        receipt=row.receipt,
    )


def with_computed(stored: dict[str, Any], kind: FactType | None) -> dict[str, Any]:
    """The stored fields: computed ones are among them, but for those the content has gained since."""
    if kind is None or all(field.formula is None or field.code in stored for field in kind.fields):
        return stored
    return {**completed(kind, stored), **stored}


def asked_for(*, from_start: bool, without: bool) -> ColumnElement[bool]:
    """The same as `Ask.holds`, for the facts of some tenants. The values come from `bounds`."""
    cutoff = bindparam("cutoff", type_=Fact.recorded_at.type)
    tests = [
        Fact.tenant_id.in_(bindparam("tenants", expanding=True)),
        Fact.type == bindparam("type"),
        Fact.occurred_from <= bindparam("end"),
        Fact.recorded_at <= cutoff,
        or_(Fact.ended_at.is_(None), Fact.ended_at > cutoff),
    ]
    if from_start:
        tests.append(Fact.occurred_from >= bindparam("start"))
    if without:
        tests.append(Fact.id != bindparam("without"))
    return and_(*tests)


def bounds(tenants: Sequence[int], ask: Ask) -> dict[str, Any]:
    """The values of a statement made with `asked_for`."""
    values = {"tenants": tenants, "type": ask.type, "end": ask.end, "cutoff": ask.cutoff}
    if ask.start is not None:
        values["start"] = ask.start
    if ask.without is not None:
        values["without"] = ask.without
    return values


def confirmed() -> ColumnElement[int]:
    """1 for a fact that counted at the cut-off, 0 for one that waited."""
    cutoff = bindparam("cutoff", type_=Fact.recorded_at.type)
    return case((Fact.confirmed_at <= cutoff, 1), else_=0)


def said(field: str, kind: FactType | None) -> list[SQLColumnExpression[Any]]:
    """What tells facts apart in a field, as the engine reads it."""
    spec = kind.field(field) if kind else None
    if field == PLACE_KIND:
        return [Place.kind]
    if field == YEAR and spec is None:
        return [func.extract("year", Fact.occurred_from)]
    if field == UNIT and spec is None:
        return [Unit.code]
    stored = Fact.fields[field]
    answer = stored.as_string() if spec is not None and spec.type in _WORDS else stored
    return [Place.code, answer] if field == PLACE else [answer]


def rows_query(ask: Ask, kind: FactType | None) -> Select[Any]:
    """The facts asked for, whole: each, or of those that say the same in its fields the last to happen."""
    here = asked_for(from_start=ask.start is not None, without=ask.without is not None)
    if ask.detail is Detail.EACH:
        return facts_query().where(here)
    apart = [part for field in sorted(ask.fields) for part in said(field, kind)]
    newest = (Fact.occurred_from.desc(), Fact.recorded_at.desc(), Fact.id.desc())
    number = func.row_number().over(partition_by=[*apart, confirmed()], order_by=newest)
    ranked = with_places(select(Fact.id, number.label("number"))).where(here).subquery()
    return facts_query().join(ranked, ranked.c.id == Fact.id).where(ranked.c.number == 1)
