"""What is due beside what plans oblige to: requests, reports to decide on, verifications, days set."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.due.duties import AdHoc
from core.people import PersonStatus
from core.requests.states import WAITING
from storage.models import Fact, Instrument, Person, Place, Request, SetDay, Tenant, Unit
from storage.queries.visible import open_to_all
from storage.repositories.facts import STANDING
from storage.written_once import run

#: the kind of report by which a report on a plan is told
REPORT_SENT = "report_sent"
#: a report of a whole year says so, or nothing; others are of a quarter or on request
_YEARLY = (None, "", "nam")


_TENANT: BindParameter[int] = bindparam("tenant")
_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
_ACTIVE = Person.status == PersonStatus.ACTIVE
_REQUESTS = (
    select(
        Request.id,
        Request.receipt,
        Request.text,
        Request.expected_by,
        Request.owner_id,
        Unit.code,
        Request.owner_id.in_(select(Person.id).where(_ACTIVE)).label("there"),
    )
    .outerjoin(Unit, Unit.id == Request.unit_id)
    .where(Request.tenant_id == _TENANT, Request.state.in_(WAITING))
    .order_by(Request.expected_by, Request.id)
)
_PENDING = (
    select(Fact.id, Fact.receipt, Fact.type, Fact.recorded_at, Person.role)
    .join(Person, Person.id == Fact.reporter_id)
    .where(Fact.tenant_id == _TENANT, Fact.status == "pending", open_to_all())
    .order_by(Fact.id)
)
_EXPIRING = (
    select(Place.code, Place.name, Instrument.due_on, func.count())
    .join(Place, Place.id == Instrument.place_id)
    .where(
        Instrument.tenant_id == _TENANT,
        Instrument.due_on.between(_FIRST, _LAST),
        Instrument.ended_at.is_(None),
    )
    .group_by(Place.code, Place.name, Instrument.due_on)
    .order_by(Instrument.due_on, Place.code)
)
_DAYS_SET = (
    select(SetDay.id, SetDay.due, SetDay.name, SetDay.units)
    .where(SetDay.tenant_id == _TENANT, SetDay.due.between(_FIRST, _LAST), SetDay.dropped_at.is_(None))
    .order_by(SetDay.due, SetDay.id)
)
_REPORTS_SENT = select(Fact.fields).where(
    Fact.tenant_id == _TENANT,
    Fact.type == REPORT_SENT,
    Fact.status.in_(STANDING),
    Fact.occurred_from >= _FIRST,
)
_MEMBERS = (
    select(Person.id, Person.role, Unit.code)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(Person.tenant_id == _TENANT, _ACTIVE, Person.role != Role.HOUSEHOLD)
    .order_by(Person.id)
)
_ABOVE = (
    select(Person.id, Person.role)
    .join(Tenant, Tenant.id == Person.tenant_id)
    .where(Tenant.code == bindparam("parent"), Person.role.in_((Role.MANAGER, Role.ADMIN)), _ACTIVE)
    .order_by(Person.id)
)


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
    return tuple(
        RequestDue(number, receipt, text, expected_by, owner if there else None, unit)
        for number, receipt, text, expected_by, owner, unit, there in run(
            session, _REQUESTS, tenant=tenant_id
        )
    )


def pending_due(session: Session, tenant_id: int) -> tuple[PendingDue, ...]:
    """Reports that wait for a decision, oldest first; confidential ones are nobody's reminder."""
    return tuple(PendingDue(*row) for row in run(session, _PENDING, tenant=tenant_id))


def expiring(session: Session, tenant_id: int, first: date, last: date) -> tuple[Expiring, ...]:
    """Instruments in use whose verification ends between two days, both included, by place and day."""
    rows = run(session, _EXPIRING, tenant=tenant_id, first=first, last=last)
    return tuple(Expiring(place, name, day, count) for place, name, day, count in rows if day)


def days_set(session: Session, tenant_id: int, first: date, last: date) -> tuple[AdHoc, ...]:
    """The days that admins set between two days, both included, and did not drop."""
    rows = run(session, _DAYS_SET, tenant=tenant_id, first=first, last=last)
    return tuple(AdHoc(number, day, name, tuple(units)) for number, day, name, units in rows)


def reports_sent(session: Session, tenant_id: int, since: date) -> frozenset[tuple[str, int]]:
    """(plan as reports name it, year) of the yearly reports on plans that were sent, in time or late."""
    return frozenset(
        (plan, int(fields.get("year") or 0))
        for fields in run(session, _REPORTS_SENT, tenant=tenant_id, first=since).scalars()
        if fields.get("kind") in _YEARLY
        for plan in fields.get("plans") or ()
    )


def members(session: Session, tenant_id: int) -> tuple[Member, ...]:
    """The active people of a tenant but for households."""
    return tuple(Member(*row) for row in run(session, _MEMBERS, tenant=tenant_id))


def above(session: Session, parent: str | None) -> tuple[Member, ...]:
    """The managers and admins of the tenant above, if there is one with people."""
    rows = run(session, _ABOVE, parent=parent).all() if parent else []
    return tuple(Member(number, role, None) for number, role in rows)


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
