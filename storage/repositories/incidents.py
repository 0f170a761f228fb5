"""Incidents are opened once, found only in their own tenant, and keep who did which step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.people import PersonStatus
from storage.models import Incident, IncidentStep, Person

#: who hears of an incident and decides about it: those that core.permissions lets keep incidents
IN_CHARGE = (Role.ADMIN.value, Role.MANAGER.value)


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was settled: by whom, when, how or why not."""

    step: str
    needless: bool
    text: str
    name: str
    at: datetime


def by_key(session: Session, key: str) -> Incident | None:
    """The incident that this form opened, if it did."""
    return session.scalar(select(Incident).where(Incident.key == key))


def of_request(session: Session, request_id: int) -> Incident | None:
    """The incident that was opened from what somebody told, if one was."""
    return session.scalar(select(Incident).where(Incident.request_id == request_id).limit(1))


def find(session: Session, tenant_id: int, number: int) -> Incident | None:
    """The incident with this number if it is of this tenant, as it is stored now."""
    mine = (Incident.id == number, Incident.tenant_id == tenant_id)
    return session.scalar(select(Incident).where(*mine).execution_options(populate_existing=True))


def page(session: Session, tenant_id: int, first: int, size: int) -> Sequence[Incident]:
    """Those of a tenant: open ones in front by what was found first, then the closed, the latest first."""
    is_closed = Incident.closed_at.is_not(None)
    query = select(Incident).where(Incident.tenant_id == tenant_id)
    return session.scalars(
        query.order_by(is_closed, Incident.closed_at.desc(), Incident.found_at, Incident.id)
        .offset(first)
        .limit(size)
    ).all()


def count(session: Session, tenant_id: int) -> tuple[int, int]:
    """How many there are of a tenant, and how many of them are open."""
    mine = Incident.tenant_id == tenant_id
    every = session.scalar(select(func.count()).select_from(Incident).where(mine)) or 0
    still = select(func.count()).select_from(Incident).where(mine, Incident.closed_at.is_(None))
    return every, session.scalar(still) or 0


def done(session: Session, incident_id: int) -> Mapping[str, Done]:
    """The steps that were settled, by their codes."""
    query = (
        select(IncidentStep, Person.name)
        .join(Person, Person.id == IncidentStep.done_by)
        .where(IncidentStep.incident_id == incident_id)
    )
    return {
        row.step: Done(row.step, row.needless, row.text, name, row.done_at)
        for row, name in session.execute(query)
    }


def settle(session: Session, step: IncidentStep) -> None:
    """Keep that a step was settled, in place of what was kept of it before."""
    take_back(session, step.incident_id, step.step)
    session.add(step)
    session.flush()


def take_back(session: Session, incident_id: int, step: str) -> None:
    """A step is to be done after all."""
    same = (IncidentStep.incident_id == incident_id, IncidentStep.step == step)
    session.execute(delete(IncidentStep).where(*same))


def in_charge(session: Session, tenant_id: int) -> Sequence[Person]:
    """The active people of a tenant who keep incidents."""
    there = (Person.tenant_id == tenant_id, Person.status == PersonStatus.ACTIVE)
    query = select(Person).where(*there, Person.role.in_(IN_CHARGE))
    return session.scalars(query.order_by(Person.id)).all()
