"""A province with as many communes as wanted, and reports of every kind its plans read, at random."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec, FieldType, Role
from core.dialogue.forms import completed
from core.indicators.parse import parse
from core.indicators.references import references
from storage.models import Fact, Person, Place, Tenant, Unit

#: rows given to the database at a time
CHUNK = 5_000
#: of a hundred reports: how many wait, and how many were replaced by a correction
_WAITING, _REPLACED = 3, 4


@dataclass(frozen=True, slots=True)
class Ground:
    """The rows a commune's reports point to."""

    tenant: int
    person: int
    units: Sequence[int]
    places: dict[str, list[tuple[str, int]]]


def enlarged(catalogue: Catalogue, province: str, communes: int, also: str) -> Catalogue:
    """The content with so many communes below the province, and one beside it, all like the sample one."""
    model = next(tenant for tenant in catalogue.tenants.values() if tenant.parent == province)
    codes = [f"commune_{number:03}" for number in range(1, communes + 1)]
    made = {code: model.model_copy(update={"code": code}) for code in codes}
    beside = {also: model.model_copy(update={"code": also, "parent": None})}
    return replace(
        catalogue, tenants=MappingProxyType({province: catalogue.tenants[province], **made, **beside})
    )


def read_kinds(catalogue: Catalogue, tenant: str) -> list[FactType]:
    """The kinds of report that a tenant is offered and its plans, or those of who is above it, read."""
    plans = {plan for plan in catalogue.plans.values() if plan.code in _plans_over(catalogue, tenant)}
    sentences = [target.indicator for plan in plans for target in plan.targets if target.indicator]
    read = {code for text in sentences for code in references(parse(text)).fact_types}
    offered = catalogue.for_tenant(tenant).fact_types
    return [offered[code] for code in sorted(read) if code in offered]


def _plans_over(catalogue: Catalogue, tenant: str) -> set[str]:
    spec = catalogue.tenants[tenant]
    return {*spec.plans, *(_plans_over(catalogue, spec.parent) if spec.parent else ())}


def settle(session: Session, catalogue: Catalogue) -> dict[str, Ground]:
    """Put the tenants there, each with one person."""
    bring_in(session, catalogue)
    grounds = {}
    for code in catalogue.tenants:
        tenant = session.query(Tenant.id).filter_by(code=code).scalar()
        person = Person(
            tenant_id=tenant,
            name="officer",
            role=Role.OFFICER,
            status="active",
            joined_at=datetime(2023, 1, 1, tzinfo=UTC),
        )
        session.add(person)
        session.flush()
        units = [id_ for (id_,) in session.query(Unit.id).filter_by(tenant_id=tenant)]
        places: dict[str, list[tuple[str, int]]] = {}
        for place in session.query(Place).filter_by(tenant_id=tenant):
            places.setdefault(place.kind, []).append((place.code, place.id))
        grounds[code] = Ground(tenant, person.id, units, places)
    return grounds


def reports(
    ground: Ground, kinds: Sequence[FactType], count: int, years: tuple[int, int], chance: random.Random
) -> Iterator[dict[str, Any]]:
    """So many rows of the table of facts, spread over the years."""
    span = (date(years[1], 12, 31) - date(years[0], 1, 1)).days
    for number in range(count):
        day = date(years[0], 1, 1) + timedelta(days=chance.randrange(span))
        yield _report(ground, chance.choice(kinds), number, day, chance)


def _report(ground: Ground, kind: FactType, number: int, day: date, chance: random.Random) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    place_id: int | None = None
    for field in kind.asked():
        if field.when is not None and answers.get(field.when.field) not in field.when.any_of:
            continue
        value, place = _answer(field, ground, day, chance)
        place_id = place_id or place
        if value is not None:
            answers[field.code] = value
    recorded = datetime.combine(day, time(8), UTC)
    lot = chance.randrange(100)
    status = "pending" if lot < _WAITING else "superseded" if lot < _WAITING + _REPLACED else "confirmed"
    return {
        "tenant_id": ground.tenant,
        "type": kind.code,
        "type_version": kind.version,
        "receipt": f"{kind.receipt}-{day:%m%d}-{number}",
        "draft_key": f"{ground.tenant}-{day.year}-{chance.getrandbits(60):x}",
        "occurred_from": day,
        "occurred_to": day,
        "place_id": place_id,
        "unit_id": chance.choice(ground.units),
        "reporter_id": ground.person,
        "fields": completed(kind, answers),
        "status": status,
        "recorded_at": recorded,
        "confirmed_at": None if status == "pending" else recorded,
        "ended_at": recorded + timedelta(days=2) if status == "superseded" else None,
    }


def _answer(field: FieldSpec, ground: Ground, day: date, chance: random.Random) -> tuple[Any, int | None]:
    """An answer a form would take, and the place if it names one."""
    if not field.required and chance.random() < 0.5:
        return None, None
    codes = [option.code for option in field.options]
    several = chance.sample(codes, k=min(2, len(codes)))
    names = {
        FieldType.TEXT: f"household {ground.tenant}-{chance.randrange(400)}",
        FieldType.PEOPLE: [f"officer {ground.tenant}-{chance.randrange(40)}"],
    }
    match field.type:
        case FieldType.INTEGER:
            least = int(field.minimum or 0)
            return least + chance.randrange(60), None
        case FieldType.NUMBER | FieldType.MONEY:
            return chance.randrange(1, 2_000) / 10, None
        case FieldType.DATE:
            return day.isoformat(), None
        case FieldType.CHOICE:
            return chance.choice(codes), None
        case FieldType.CHOICES:
            return several, None
        case FieldType.TALLY:
            return {code: chance.randrange(9) for code in several}, None
        case FieldType.PLACE:
            return _place(field, ground, chance)
        case _:
            return names.get(field.type), None


def _place(field: FieldSpec, ground: Ground, chance: random.Random) -> tuple[str | None, int | None]:
    kinds = field.place_kinds or tuple(ground.places)
    found = [one for kind in kinds for one in ground.places.get(kind, ())]
    return chance.choice(found) if found else (None, None)


def store(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Put a chunk of rows there."""
    session.execute(insert(Fact), rows)
