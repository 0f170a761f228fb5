"""Who has reported nothing in a week. What counts is a report that stands, confirmed or still pending."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.week import Week
from storage.models import Fact, Person, Unit
from storage.queries.recipients import Recipient, recipients
from storage.queries.visible import open_to_all
from storage.repositories.facts import JOINT, STANDING


@dataclass(frozen=True, slots=True)
class SilentUnit:
    """A unit that should have reported and did not."""

    code: str
    name: str


def recorded_in(week: Week) -> ColumnElement[bool]:
    """The fact stands, or tells of work that another one counts, and was recorded in this week."""
    told = Fact.status.in_((*STANDING, JOINT))
    return told & (Fact.recorded_at >= week.starts) & (Fact.recorded_at < week.ends)


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


def silent_units(session: Session, tenant_id: int, week: Week) -> tuple[SilentUnit, ...]:
    """Reporting units of the tenant from which nothing came in that week, by name."""
    query = (
        select(Unit.code, Unit.name)
        .where(
            Unit.tenant_id == tenant_id,
            in_force(week.sunday),
            ~exists().where(Fact.unit_id == Unit.id, recorded_in(week), open_to_all()),
        )
        .order_by(Unit.name, Unit.id)
    )
    return tuple(SilentUnit(*row) for row in session.execute(query))
