"""Reminds each officer who has reported nothing this week: one message, once per due moment."""

from collections.abc import Mapping
from datetime import time

from sqlalchemy.orm import Session

from core.delivery import BULK
from core.periods import next_allowed
from scheduler.occasion import Occasion
from scheduler.reminder import needing_attention, reminder
from storage.queries.silent import silent_officers
from storage.repositories import outbox

NAME = "weekly_reminder"
#: on Sunday evening the week is as good as over
LAST_HOUR = time(20)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders; `reminders` counts them. None are written once the week is as good as over."""
    week, zone, now = occasion.week, occasion.tenant.zone, occasion.now
    schedule = occasion.content.catalogue.schedule
    not_before = next_allowed(now, schedule.quiet_from, schedule.quiet_to, zone)
    useless_after = week.at(week.sunday, LAST_HOUR)
    officers = silent_officers(session, occasion.tenant.id, week, occasion.due_at)
    if not officers or not_before >= useless_after:
        return {"reminders": 0, "too_late": len(officers)}
    attention = needing_attention(session, occasion.content, occasion.tenant.code, now)
    written = [
        outbox.add(
            session,
            address=officer.address,
            message=reminder(officer, week, attention, occasion.content),
            now=now,
            priority=BULK,
            person_id=officer.person_id,
            dedupe_key=f"{NAME}:{officer.person_id}:{occasion.due_at.isoformat()}",
            not_before=not_before,
            useless_after=useless_after,
            recheck={
                "name": NAME,
                "person": officer.person_id,
                "week": week.monday.isoformat(),
                "draft": officer.open_form is not None,
            },
        )
        for officer in officers
    ]
    return {"reminders": sum(row is not None for row in written)}
