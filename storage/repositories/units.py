"""Units as rows: kept as the content and its admins have them, and what goes over from one that ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.tenants import UnitSpec
from core.people import PersonStatus
from core.requests.states import WAITING
from storage.models import Invite, Person, Request, Unit
from storage.repositories import audit

#: when something is done, by whom if anybody, because of which message
Origin = tuple[datetime, int | None, int | None]

_MEMBERS = (PersonStatus.ACTIVE, PersonStatus.SUSPENDED, PersonStatus.PENDING)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What went from a unit that ended to the one that carries its work on."""

    old: Unit
    new: Unit
    people: tuple[Person, ...]
    requests: tuple[Request, ...]


def bring(session: Session, tenant_id: int, specs: Iterable[UnitSpec]) -> None:
    """Have a row for each unit, with its days and its successor. None is ever deleted."""
    specs = tuple(specs)
    there = {unit.code: unit for unit in session.scalars(select(Unit).where(Unit.tenant_id == tenant_id))}
    for one in specs:
        if one.code not in there:
            there[one.code] = Unit(tenant_id=tenant_id, code=one.code)
            session.add(there[one.code])
        unit = there[one.code]
        unit.name, unit.reports_weekly = one.name, one.reports_weekly
        unit.valid_from, unit.valid_to = one.since, one.until
    session.flush()
    for one in specs:
        successor = there.get(one.successor or "")
        there[one.code].successor_id = successor.id if successor else None
    session.flush()


def now_called(session: Session, unit: Unit, day: date) -> Unit:
    """The unit in whose hands the work of this one is on a day."""
    seen = {unit.id}
    while unit.valid_to and unit.valid_to < day and unit.successor_id and unit.successor_id not in seen:
        seen.add(unit.successor_id)
        unit = session.get_one(Unit, unit.successor_id)
    return unit


def carry_over(session: Session, tenant_id: int, day: date, by: Origin) -> list[CarriedOver]:
    """Members, newcomers, invites and requests that wait go over from units that ended before this day.

    What was reported stays with the unit that reported it. Doing it twice is the same as doing it once.
    """
    query = select(Unit).where(
        Unit.tenant_id == tenant_id, Unit.valid_to < day, Unit.successor_id.is_not(None)
    )
    found = []
    for old in session.scalars(query.order_by(Unit.id)).all():
        new = now_called(session, old, day)
        if new.id == old.id:
            continue
        theirs = select(Person).where(Person.unit_id == old.id, Person.status.in_(_MEMBERS))
        people = tuple(session.scalars(theirs.order_by(Person.id)))
        waits = select(Request).where(Request.unit_id == old.id, Request.state.in_(WAITING))
        requests = tuple(session.scalars(waits.order_by(Request.id)))
        invites = tuple(session.scalars(select(Invite).where(Invite.unit_id == old.id)))
        rows: tuple[Person | Request | Invite, ...] = (*people, *requests, *invites)
        for row in rows:
            _move(session, row, new.id, by, tenant_id)
        if people or requests:
            found.append(CarriedOver(old, new, people, requests))
    session.flush()
    return found


def _move(session: Session, row: Person | Request | Invite, unit_id: int, by: Origin, tenant_id: int) -> None:
    old, row.unit_id = row.unit_id, unit_id
    what = ("carry-over", row.__tablename__, row.id, {"unit": old}, {"unit": unit_id})
    at, actor, inbox = by
    audit.note(session, audit.Change(at, actor, *what, inbox_id=inbox, chain=tenant_id))
