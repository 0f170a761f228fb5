"""Sends every manager and admin of the tenant the summary of a day, week, month or quarter: one job under
the name of each, so that each has its own time in the schedule.
"""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.dialogue.rendering import rendered
from core.periods import next_allowed
from core.rounds import Every, Round
from reports.summary.message import summary_message
from reports.summary.reading import Summary, read_summary
from scheduler.occasion import Occasion
from storage.queries.recipients import with_roles
from storage.repositories import outbox

EVERY = {
    "daily_summary": Every.DAY,
    "weekly_summary": Every.WEEK,
    "monthly_summary": Every.MONTH,
    "quarterly_summary": Every.QUARTER,
}
READERS = (Role.MANAGER, Role.ADMIN)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the summaries; `summaries` counts them. A run made up for later still tells of its own time.

    Of a day off on which nothing happened there is none.
    """
    readers = with_roles(session, occasion.tenant.id, *READERS)
    if not readers:
        return {"summaries": 0}
    content, schedule = occasion.content, occasion.content.catalogue.schedule
    when = Round.told_at(EVERY[occasion.job], occasion.due_at, occasion.tenant.zone)
    found = read_summary(session, content.catalogue, occasion.tenant.code, occasion.now, when)
    if _of_a_day_off(found):
        return {"summaries": 0}
    messages = {
        locale: rendered(content.texts, summary_message(found, content.texts, locale), locale)
        for locale in {reader.locale for reader in readers}
    }
    written = [
        outbox.add(
            session,
            address=reader.address,
            message=messages[reader.locale],
            now=occasion.now,
            priority=NOTICE,
            person_id=reader.person_id,
            dedupe_key=f"{occasion.job}:{reader.person_id}:{occasion.due_at.isoformat()}",
            not_before=next_allowed(
                occasion.now, schedule.quiet_from, schedule.quiet_to, occasion.tenant.zone
            ),
            useless_after=occasion.late_until,
            recheck={"name": occasion.job, "person": reader.person_id},
        )
        for reader in readers
    ]
    return {"summaries": sum(row is not None for row in written)}


def _of_a_day_off(found: Summary) -> bool:
    calendar = found.figures.catalogue.calendar
    when = found.round
    return when.every is Every.DAY and not found.activity.kinds and not calendar.works(when.first)
