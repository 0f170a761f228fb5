"""Which facts somebody may see, and those facts as they are shown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import CONFIDENTIAL
from storage.models import Fact, Person, Place, Tenant, Unit

#: what was taken back, replaced or rejected is not listed; by its number or receipt it can still be opened
_LISTED = ("confirmed", "pending")


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whose eyes look: a member of a tenant with a role, and a unit if they belong to one."""

    person_id: int
    tenant_id: int
    unit_id: int | None
    role: str
    #: codes of the tenants below, whose confirmed reports they see
    below: tuple[str, ...] = ()
    #: the day it is: units that ended before have left their reports to their successors
    today: date | None = None


@dataclass(frozen=True, slots=True)
class FactShown:
    """A stored report with the names it is shown with. `recorded_at` is in UTC."""

    id: int
    type: str
    receipt: str
    status: str
    occurred_from: date
    occurred_to: date
    place_name: str | None
    unit_name: str | None
    reporter_id: int
    fields: Mapping[str, Any]
    recorded_at: datetime


def visible_facts(viewer: Viewer) -> ColumnElement[bool]:
    """Officers see their unit's, with those of units it carries on, and what households tell, whom they vouch
    for; managers and admins their tenant's, everybody else only their own. Who reviews the level below sees
    what was confirmed there.

    Confidential reports belong to the unit in charge: its officers and managers see them, no admin does.
    """
    seen = _seen_at_home(viewer)
    return or_(seen, confirmed_below(viewer.below)) if viewer.below else seen


def confirmed_below(codes: Collection[str]) -> ColumnElement[bool]:
    """The report was confirmed in one of these tenants, and is of no confidential kind."""
    tenants = select(Tenant.id).where(Tenant.code.in_(codes))
    return and_(Fact.tenant_id.in_(tenants), Fact.confirmed_at.is_not(None), open_to_all())


def _seen_at_home(viewer: Viewer) -> ColumnElement[bool]:
    within = Fact.tenant_id == viewer.tenant_id
    own = Fact.reporter_id == viewer.person_id
    match viewer.role:
        case Role.MANAGER:
            return within
        case Role.ADMIN:
            return and_(within, or_(own, open_to_all()))
        case Role.OFFICER:
            there = viewer.unit_id is not None
            of_unit = reported_for(Unit.id == viewer.unit_id, viewer.today) if there else false()
            return and_(within, or_(own, of_unit, and_(_of_households(viewer), open_to_all())))
        case _:
            return and_(within, own)


def reported_for(wanted: ColumnElement[bool], today: date | None) -> ColumnElement[bool]:
    """The report is of a unit that meets this, or of one that ended before today and whose work that unit
    carries on, however often; without a day, of the unit alone.
    """
    units = select(Unit.id).where(wanted)
    if today is None:
        return Fact.unit_id.in_(units)
    heirs = units.cte("carried_on", recursive=True)
    # each once: units that were each other's successors one after the other end the search
    ended = select(Unit.id).where(Unit.successor_id == heirs.c.id, Unit.valid_to < today)
    return Fact.unit_id.in_(select(heirs.union(ended).c.id))


def _of_households(viewer: Viewer) -> ColumnElement[bool]:
    households = select(Person.id).where(
        Person.tenant_id == viewer.tenant_id, Person.role == Role.HOUSEHOLD.value
    )
    return Fact.reporter_id.in_(households)


def open_to_all() -> ColumnElement[bool]:
    """The report is of no confidential kind."""
    return Fact.type.not_in(CONFIDENTIAL)


def recent_facts(
    session: Session, viewer: Viewer, limit: int, before: int | None = None
) -> tuple[FactShown, ...]:
    """The reports recorded last that stand, newest first; `before` is the last id of the page before."""
    query = _shown(viewer).where(Fact.status.in_(_LISTED)).order_by(Fact.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Fact.id < before)
    return _read(session, query)


def facts_by_ids(session: Session, viewer: Viewer, ids: Collection[int]) -> tuple[FactShown, ...]:
    """Those of these reports the viewer may see, whatever their status, latest day first."""
    query = _shown(viewer).where(Fact.id.in_(ids)).order_by(Fact.occurred_from.desc(), Fact.id.desc())
    return _read(session, query) if ids else ()


def fact_by_receipt(session: Session, viewer: Viewer, receipt: str) -> FactShown | None:
    """The report with this receipt number; of a corrected one, the latest version."""
    query = _shown(viewer).where(Fact.receipt == receipt.strip().upper()).order_by(Fact.id.desc()).limit(1)
    return next(iter(_read(session, query)), None)


def _shown(viewer: Viewer) -> Select[Any]:
    return (
        select(
            Fact.id,
            Fact.type,
            Fact.receipt,
            Fact.status,
            Fact.occurred_from,
            Fact.occurred_to,
            Place.name,
            Unit.name,
            Fact.reporter_id,
            Fact.fields,
            Fact.recorded_at,
        )
        .outerjoin(Place, Place.id == Fact.place_id)
        .outerjoin(Unit, Unit.id == Fact.unit_id)
        .where(visible_facts(viewer))
    )


def _read(session: Session, query: Select[Any]) -> tuple[FactShown, ...]:
    return tuple(FactShown(*row) for row in session.execute(query))
