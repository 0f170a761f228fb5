"""Reminds before its day whoever could not be written to any more on the day of the weekly reminder.

A messenger that lets only those be written to who wrote within a week closes on people who report once a
week. Theirs is the same reminder, on day 5 to 6: it ends in buttons, and one touch of any of them opens the
messenger for another week. Who writes before that is reminded on the usual day (scheduler.rechecks).
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from core.periods import moment_of, next_allowed
from core.windows import ahead
from scheduler.jobs import weekly_reminder
from scheduler.occasion import Occasion
from scheduler.reminder import reminder
from storage.queries.recipients import Recipient
from storage.queries.silent import silent_officers
from storage.repositories import outbox

NAME = "early_reminder"


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders of the week that cannot wait for their day; `reminders` counts them."""
    due_at = _weekly_due(occasion)
    if due_at is None or not occasion.content.windows:
        return {"reminders": 0}
    silent = silent_officers(session, occasion.tenant.id, occasion.week, occasion.due_at)
    officers = weekly_reminder.there(session, silent, occasion)
    written = [_remind(session, occasion, officer, due_at) for officer in officers]
    return {"reminders": sum(written)}


def _remind(session: Session, occasion: Occasion, officer: Recipient, due_at: datetime) -> bool:
    window = occasion.content.windows.get(officer.address.channel)
    if window is None:
        return False
    last = outbox.last_interaction(session, officer.address.channel, officer.address.chat)
    moment = ahead(window, last, due_at, occasion.now)
    if moment is None:
        return False
    hours, zone = occasion.content.catalogue.schedule, occasion.tenant.zone
    return weekly_reminder.remind(
        session,
        occasion,
        officer,
        reminder(officer, occasion.week, (), occasion.content),
        due_at=due_at,
        not_before=next_allowed(moment, hours.quiet_from, hours.quiet_to, zone),
    )


def _weekly_due(occasion: Occasion) -> datetime | None:
    """When the weekly reminder of this week is due."""
    weekly = occasion.content.catalogue.schedule.jobs.get(weekly_reminder.NAME)
    if weekly is None:
        return None
    day = weekly.day_in_week(occasion.week.monday, occasion.content.catalogue.calendar)
    return moment_of(day, weekly.at, occasion.tenant.zone) if day else None
