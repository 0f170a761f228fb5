"""Whether this is a good moment to write to somebody."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.delivery import Later
from core.periods import next_allowed, quiet
from scheduler.occasion import Content
from storage.queries.recipients import Recipient
from storage.repositories.plan_settings import hours_set

#: a form touched less long ago than this is still in somebody's hand
IN_HAND = timedelta(minutes=15)


def bad_moment(
    content: Content, session: Session, person: Recipient, now: datetime, *, at_night: bool = False
) -> Later | None:
    """Quiet hours, but for what may come `at_night`, or a form in hand: nothing steals an open form."""
    hours = content.at_hours(hours_set(session).get(person.tenant, ())).catalogue.schedule
    if not at_night and quiet(now, hours.quiet_from, hours.quiet_to, person.zone):
        return Later(next_allowed(now, hours.quiet_from, hours.quiet_to, person.zone))
    touched = person.form_touched_at
    if person.open_form is not None and touched is not None and abs(now - touched) < IN_HAND:
        return Later(now + IN_HAND)
    return None
