"""Tells each household once a month what of its own stands out, where it agreed to be reminded."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.consents import REMINDERS
from core.periods import local_date, next_allowed
from reports.summary.own_month import own_month_message, read_own_month
from scheduler.occasion import Occasion
from scheduler.own_message import write_own
from storage.models import Person
from storage.queries.recipients import Recipient, recipients
from storage.repositories import told
from storage.repositories.consents import agreed

NAME = "own_month"


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the messages; `months` counts them. None where there is nothing to tell."""
    tenant, now, content = occasion.tenant, occasion.now, occasion.content
    hours = content.catalogue.schedule
    not_before = next_allowed(now, hours.quiet_from, hours.quiet_to, tenant.zone)
    today, months = local_date(occasion.due_at, tenant.zone), 0
    for person in recipients(session, Person.tenant_id == tenant.id, *_households()):
        found = read_own_month(session, person.person_id, today, tenant.zone)
        most = hours.reminders.most_per_day
        if found.silent or not told.take_half_day(session, person.person_id, not_before, tenant.zone, most):
            continue
        write_own(session, occasion, person, own_month_message(found, person.name), not_before)
        months += 1
    return {"months": months}


def wanting(session: Session, person_id: int) -> Recipient | None:
    """This person while they are of a household that wants to be reminded."""
    return next(iter(recipients(session, Person.id == person_id, *_households())), None)


def _households() -> tuple[ColumnElement[bool], ...]:
    return Person.role == Role.HOUSEHOLD, agreed(REMINDERS)
