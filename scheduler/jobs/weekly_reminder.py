"""Reminds each officer who has reported nothing this week: one message, once per due moment."""

from collections.abc import Mapping
from datetime import datetime, time

from sqlalchemy.orm import Session

from core.consents import WORK_REMINDERS
from core.delivery import BULK
from core.messages import Outbound
from core.periods import local_date, next_allowed
from core.week import Week
from scheduler.occasion import Occasion
from scheduler.reminder import needing_attention, reminder
from storage.queries.recipients import Recipient
from storage.queries.silent import silent_officers
from storage.repositories import outbox, told
from storage.repositories.consents import objecting

NAME = "weekly_reminder"
#: on Sunday evening the week is as good as over
LAST_HOUR = time(20)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders; `reminders` counts them. None are written once the week is as good as over."""
    week, zone, now = occasion.week, occasion.tenant.zone, occasion.now
    schedule = occasion.content.catalogue.schedule
    not_before = next_allowed(now, schedule.quiet_from, schedule.quiet_to, zone)
    officers = there(session, silent_officers(session, occasion.tenant.id, week, occasion.due_at), occasion)
    if not officers or not_before >= useless_after(week):
        return {"reminders": 0, "too_late": len(officers)}
    attention = needing_attention(session, occasion.content, occasion.tenant.code, now)
    written = [
        remind(
            session,
            occasion,
            officer,
            reminder(officer, week, attention, occasion.content),
            due_at=occasion.due_at,
            not_before=not_before,
        )
        for officer in officers
    ]
    return {"reminders": sum(written)}


def there(session: Session, officers: tuple[Recipient, ...], occasion: Occasion) -> tuple[Recipient, ...]:
    """Those of them who are not on leave, and did not ask not to be reminded."""
    today = local_date(occasion.now, occasion.tenant.zone)
    everybody = [each.person_id for each in officers]
    spared = told.away(session, everybody, today) | objecting(session, WORK_REMINDERS, everybody)
    return tuple(each for each in officers if each.person_id not in spared)


def useless_after(week: Week) -> datetime:
    """Until when the reminder of that week is of use."""
    return week.at(week.sunday, LAST_HOUR)


def remind(
    session: Session,
    occasion: Occasion,
    officer: Recipient,
    message: Outbound,
    *,
    due_at: datetime,
    not_before: datetime,
) -> bool:
    """Write the reminder that is due at `due_at`, or goes out before; False when it has been written, or when
    the officer has had the message of that half-day (scheduler.jobs.digest) or was told the same in it by a
    manager.
    """
    week, key = occasion.week, f"{NAME}:{officer.person_id}:{due_at.isoformat()}"
    most = occasion.content.catalogue.schedule.reminders.most_per_day
    half_day = (officer.person_id, not_before, occasion.tenant.zone)
    if outbox.has(session, key) or told.told_silent(session, officer.person_id, week, not_before):
        return False
    if not told.take_half_day(session, *half_day, most):
        return False
    told.note_silent(session, officer.person_id, week, not_before)
    row = outbox.add(
        session,
        address=officer.address,
        message=message,
        now=occasion.now,
        priority=BULK,
        person_id=officer.person_id,
        dedupe_key=key,
        not_before=not_before,
        useless_after=useless_after(week),
        recheck={
            "name": NAME,
            "person": officer.person_id,
            "week": week.monday.isoformat(),
            "draft": officer.open_form is not None,
            **({"due": due_at.isoformat()} if not_before < due_at else {}),
        },
    )
    return row is not None
