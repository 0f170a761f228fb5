"""Who has reported nothing in a week. What counts is a report that stands, confirmed or still pending."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.rounds import Round
from core.week import Week
from storage.models import Fact, Person, Tenant, Unit
from storage.queries.recipients import Recipient, recipients
from storage.queries.visible import open_to_all
from storage.repositories.facts import JOINT, STANDING


@dataclass(frozen=True, slots=True)
class SilentUnit:
    """A unit that should have reported and did not; `last` is when it last did."""

    code: str
    name: str
    last: datetime | None = None


class Stretch(Protocol):
    """A time between two moments: from its start until before its end."""

    @property
    def starts(self) -> datetime: ...

    @property
    def ends(self) -> datetime: ...


def recorded_in(when: Stretch) -> ColumnElement[bool]:
    """The fact stands, or tells of work that another one counts, and was recorded in this time."""
    told = Fact.status.in_((*STANDING, JOINT))
    return told & (Fact.recorded_at >= when.starts) & (Fact.recorded_at < when.ends)


def in_force(day: date) -> ColumnElement[bool]:
    """The unit exists on this day and is asked to report every week."""
    return (
        Unit.reports_weekly.is_(True)
        & or_(Unit.valid_from.is_(None), Unit.valid_from <= day)
        & or_(Unit.valid_to.is_(None), Unit.valid_to >= day)
    )


def silent_officers(session: Session, tenant_id: int, week: Week, due_at: datetime) -> tuple[Recipient, ...]:
    """Reachable officers of reporting units, members when it was due, with no report in that week."""
    return recipients(
        session,
        Person.tenant_id == tenant_id,
        Person.role == Role.OFFICER,
        Person.joined_at <= due_at,
        in_force(week.sunday),
        ~exists().where(Fact.reporter_id == Person.id, recorded_in(week)),
    )


def has_reported(session: Session, person_id: int, week: Week) -> bool:
    """Whether this person has a standing report in that week."""
    query = select(Fact.id).where(Fact.reporter_id == person_id, recorded_in(week)).limit(1)
    return session.execute(query).first() is not None


def unit_has_reported(session: Session, tenant: str, unit: str, when: Stretch) -> bool:
    """Whether anything came from a unit (its code and its tenant's) in that time."""
    query = (
        select(Fact.id)
        .join(Unit, Unit.id == Fact.unit_id)
        .join(Tenant, Tenant.id == Unit.tenant_id)
        .where(Tenant.code == tenant, Unit.code == unit, recorded_in(when), open_to_all())
        .limit(1)
    )
    return session.execute(query).first() is not None


def silent_units(session: Session, tenant_id: int, when: Round) -> tuple[SilentUnit, ...]:
    """Reporting units of the tenant from which nothing came in that time, by name; none that ended within."""
    last = (
        select(func.max(Fact.recorded_at))
        .where(Fact.unit_id == Unit.id, Fact.status.in_((*STANDING, JOINT)), open_to_all())
        .scalar_subquery()
    )
    query = (
        select(Unit.code, Unit.name, last)
        .where(
            Unit.tenant_id == tenant_id,
            in_force(when.last),
            ~exists().where(Fact.unit_id == Unit.id, recorded_in(when), open_to_all()),
        )
        .order_by(Unit.name, Unit.id)
    )
    return tuple(SilentUnit(*row) for row in session.execute(query))
