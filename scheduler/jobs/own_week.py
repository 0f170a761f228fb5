"""Tells each officer who reported this week what came of it; who did not is reminded instead."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.periods import next_allowed
from core.rounds import Every, Round
from reports.summary.own_week import due_in, own_week_message, read_own_week
from scheduler.jobs.weekly_reminder import there
from scheduler.occasion import Occasion
from scheduler.own_message import write_own
from storage.queries.own_week import sent_by
from storage.queries.recipients import with_roles
from storage.repositories import told

NAME = "own_week"


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the messages; `weeks` counts them.

    None to who is on leave, asked for none, or had their one message of the half-day.
    """
    tenant, now, content = occasion.tenant, occasion.now, occasion.content
    when = Round.told_at(Every.WEEK, occasion.due_at, tenant.zone)
    officers = there(session, with_roles(session, tenant.id, Role.OFFICER), occasion)
    active = [each for each in officers if sent_by(session, each.person_id, when).facts]
    if not active:
        return {"weeks": 0}
    hours = content.catalogue.schedule
    not_before = next_allowed(now, hours.quiet_from, hours.quiet_to, tenant.zone)
    due = due_in(session, content.catalogue, tenant.code, now)
    weeks = 0
    for person in active:
        most = hours.reminders.most_per_day
        if not told.take_half_day(session, person.person_id, not_before, tenant.zone, most):
            continue
        found = read_own_week(session, content.catalogue, tenant.code, person.person_id, due, when)
        write_own(session, occasion, person, own_week_message(found, person.name), not_before)
        weeks += 1
    return {"weeks": weeks}
