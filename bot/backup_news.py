"""What admins hear of the nightly backup: at once when it failed, else once a week."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.knowledge import Knowledge
from core.delivery import NOTICE
from core.messages import Outbound
from core.periods import local_date, next_allowed, week_label
from core.texts import Speech, say
from storage.models import Person
from storage.queries.recipients import Recipient, recipients
from storage.repositories import outbox

_USEFUL_FOR = timedelta(days=3)


def tell_admins(
    knowledge: Knowledge, now: datetime, failed: str | None, *, rows: int = 0, size: float = 0
) -> Callable[[Session], int]:
    """What writes to the admins of all tenants, and says to how many. `size` is in megabytes.

    Of a backup that went well there is one message in a calendar week, of those that failed one a day.
    """
    quiet = knowledge.catalogue.schedule

    def write(session: Session) -> int:
        told = 0
        for person in recipients(session, Person.role == "admin"):
            allowed = next_allowed(now, quiet.quiet_from, quiet.quiet_to, person.zone)
            text = _news(person, now, failed, rows, size)
            key = outbox.add(
                session,
                address=person.address,
                message=Outbound(knowledge.texts.render(text, person.locale)),
                now=now,
                priority=NOTICE,
                person_id=person.person_id,
                not_before=allowed,
                useless_after=allowed + _USEFUL_FOR,
                dedupe_key=_once(person, now, failed),
            )
            told += key is not None
        return told

    return write


def _news(person: Recipient, now: datetime, failed: str | None, rows: int, size: float) -> Speech:
    day = local_date(now, person.zone)
    if failed is not None:
        return say("backup-failed", day=day, why=failed[:300])
    return say("backup-made", day=day, rows=rows, size=round(size, 1))


def _once(person: Recipient, now: datetime, failed: str | None) -> str:
    day = local_date(now, person.zone)
    when = week_label(day) if failed is None else f"{day}:failed"
    return f"backup:{person.person_id}:{when}"
