"""What is due beside what plans oblige to: requests, reports to decide on, verifications, days set."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.due.duties import AdHoc
from core.people import PersonStatus
from core.requests.states import WAITING
from storage.models import Fact, Instrument, Person, Place, Request, SetDay, Tenant, Unit
from storage.queries.visible import open_to_all
from storage.repositories.facts import STANDING

#: the kind of report by which a report on a plan is told
REPORT_SENT = "report_sent"
#: a report of a whole year says so, or nothing; others are of a quarter or on request
_YEARLY = (None, "", "nam")


@dataclass(frozen=True, slots=True)
class RequestDue:
    """A request that waits for the people in charge."""

    id: int
    receipt: str
    text: str
    expected_by: datetime
    owner_id: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class PendingDue:
    """A report that waits for a decision, with the role of who sent it."""

    id: int
    receipt: str
    kind: str
    recorded_at: datetime
    role: str


@dataclass(frozen=True, slots=True)
class Expiring:
    """How many instruments of a place have a verification that ends with one day."""

    place: str
    place_name: str
    due: date
    count: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may be told of what is due, with the code of their unit."""

    id: int
    role: str
    unit: str | None


def requests_due(session: Session, tenant_id: int) -> tuple[RequestDue, ...]:
    """All that wait, in the order of when an answer is expected."""
    active = select(Person.id).where(Person.status == PersonStatus.ACTIVE)
    query = (
        select(Request, Unit.code, Request.owner_id.in_(active))
        .outerjoin(Unit, Unit.id == Request.unit_id)
        .where(Request.tenant_id == tenant_id, Request.state.in_(WAITING))
        .order_by(Request.expected_by, Request.id)
    )
    return tuple(
        RequestDue(row.id, row.receipt, row.text, row.expected_by, row.owner_id if there else None, unit)
        for row, unit, there in session.execute(query)
    )


def pending_due(session: Session, tenant_id: int) -> tuple[PendingDue, ...]:
    """Reports that wait for a decision, oldest first; confidential ones are nobody's reminder."""
    query = (
        select(Fact.id, Fact.receipt, Fact.type, Fact.recorded_at, Person.role)
        .join(Person, Person.id == Fact.reporter_id)
        .where(Fact.tenant_id == tenant_id, Fact.status == "pending", open_to_all())
        .order_by(Fact.id)
    )
    return tuple(PendingDue(*row) for row in session.execute(query))


def expiring(session: Session, tenant_id: int, first: date, last: date) -> tuple[Expiring, ...]:
    """Instruments in use whose verification ends between two days, both included, by place and day."""
    query = (
        select(Place.code, Place.name, Instrument.due_on, func.count())
        .join(Place, Place.id == Instrument.place_id)
        .where(
            Instrument.tenant_id == tenant_id,
            Instrument.due_on.between(first, last),
            Instrument.ended_at.is_(None),
        )
        .group_by(Place.code, Place.name, Instrument.due_on)
        .order_by(Instrument.due_on, Place.code)
    )
    return tuple(
        Expiring(place, name, day, count) for place, name, day, count in session.execute(query) if day
    )


def days_set(session: Session, tenant_id: int, first: date, last: date) -> tuple[AdHoc, ...]:
    """The days that admins set between two days, both included, and did not drop."""
    query = (
        select(SetDay)
        .where(SetDay.tenant_id == tenant_id, SetDay.due.between(first, last), SetDay.dropped_at.is_(None))
        .order_by(SetDay.due, SetDay.id)
    )
    return tuple(AdHoc(row.id, row.due, row.name, tuple(row.units)) for row in session.scalars(query))


def reports_sent(session: Session, tenant_id: int, since: date) -> frozenset[tuple[str, int]]:
    """(plan as reports name it, year) of the yearly reports on plans that were sent, in time or late."""
    query = select(Fact.fields).where(
        Fact.tenant_id == tenant_id,
        Fact.type == REPORT_SENT,
        Fact.status.in_(STANDING),
        Fact.occurred_from >= since,
    )
    return frozenset(
        (plan, int(fields.get("year") or 0))
        for fields in session.scalars(query)
        if fields.get("kind") in _YEARLY
        for plan in fields.get("plans") or ()
    )


def members(session: Session, tenant_id: int) -> tuple[Member, ...]:
    """The active people of a tenant but for households."""
    query = (
        select(Person.id, Person.role, Unit.code)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(
            Person.tenant_id == tenant_id,
            Person.status == PersonStatus.ACTIVE,
            Person.role != Role.HOUSEHOLD,
        )
        .order_by(Person.id)
    )
    return tuple(Member(*row) for row in session.execute(query))


def above(session: Session, parent: str | None) -> tuple[Member, ...]:
    """The managers and admins of the tenant above, if there is one with people."""
    query = (
        select(Person.id, Person.role)
        .join(Tenant, Tenant.id == Person.tenant_id)
        .where(
            Tenant.code == parent,
            Person.role.in_((Role.MANAGER, Role.ADMIN)),
            Person.status == PersonStatus.ACTIVE,
        )
    )
    rows = session.execute(query.order_by(Person.id)) if parent else ()
    return tuple(Member(*row, None) for row in rows)


def weeks_reported(session: Session, tenant_id: int, first: datetime, before: datetime) -> dict[str, int]:
    """In how many of the weeks between two moments each unit (by code) sent a report that stands."""
    query = (
        select(Unit.code, Fact.recorded_at)
        .select_from(Fact)
        .join(Unit, Unit.id == Fact.unit_id)
        .where(
            Fact.tenant_id == tenant_id,
            Fact.status.in_(STANDING),
            Fact.recorded_at >= first,
            Fact.recorded_at < before,
        )
    )
    weeks = {(unit, (at - first) // timedelta(weeks=1)) for unit, at in session.execute(query)}
    return dict(Counter(unit for unit, _ in weeks))


def waiting_of_units(session: Session, tenant_id: int) -> dict[str, int]:
    """How many reports of each unit (by code) wait for a decision."""
    query = (
        select(Unit.code, func.count())
        .select_from(Fact)
        .join(Unit, Unit.id == Fact.unit_id)
        .where(Fact.tenant_id == tenant_id, Fact.status == "pending", open_to_all())
        .group_by(Unit.code)
    )
    return {row[0]: row[1] for row in session.execute(query)}
