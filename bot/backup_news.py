"""What admins hear of the nightly backup: at once that it failed or the trail is broken, else once a week."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import Session

from bot.knowledge import Knowledge
from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.messages import Outbound
from core.periods import local_date, week_label
from core.texts import Speech, say
from storage.models import Person
from storage.queries.quiet_hours import QuietHours
from storage.queries.recipients import Recipient, recipients
from storage.repositories import outbox
from storage.repositories.audit import INSTALLATION, Checked

_USEFUL_FOR = timedelta(days=3)


def tell_admins(
    knowledge: Knowledge, now: datetime, failed: str | None, *, rows: int = 0, size: float = 0
) -> Callable[[Session], int]:
    """What writes to the admins of all tenants, and says to how many. `size` is in megabytes.

    Of a backup that went well there is one message in a calendar week, of those that failed one a day.
    """

    def news(person: Recipient) -> tuple[Speech, str]:
        day = local_date(now, person.zone)
        if failed is not None:
            return say("backup-failed", day=day, why=failed[:300]), f"{day}:failed"
        return say("backup-made", day=day, rows=rows, size=round(size, 1)), week_label(day)

    return _telling(knowledge, now, news, Person.role == Role.ADMIN)


def tell_broken(knowledge: Knowledge, now: datetime, broken: Sequence[Checked]) -> Callable[[Session], int]:
    """What writes to admins that the trail of their tenant, or of all, does not hold; once a day."""
    first = {each.chain: each.breaks[0].seq for each in broken}

    def news(person: Recipient) -> tuple[Speech, str]:
        day = local_date(now, person.zone)
        line = first.get(person.tenant_id, first.get(INSTALLATION, 0))
        return say("trail-broken", day=day, line=line), f"{day}:trail"

    concerned = true() if INSTALLATION in first else Person.tenant_id.in_(first)
    return _telling(knowledge, now, news, Person.role == Role.ADMIN, concerned)


def _telling(
    knowledge: Knowledge,
    now: datetime,
    news: Callable[[Recipient], tuple[Speech, str]],
    *who: ColumnElement[bool],
) -> Callable[[Session], int]:
    """`news` is what one reads, and what it is about: the same is told once."""

    def write(session: Session) -> int:
        told, quiet = 0, QuietHours(session, knowledge.catalogue.schedule)
        for person in recipients(session, *who):
            allowed = quiet.opens(person.tenant, person.zone, now)
            text, about = news(person)
            key = outbox.add(
                session,
                address=person.address,
                message=Outbound(knowledge.texts.render(text, person.locale)),
                now=now,
                priority=NOTICE,
                person_id=person.person_id,
                not_before=allowed,
                useless_after=allowed + _USEFUL_FOR,
                dedupe_key=f"backup:{person.person_id}:{about}",
            )
            told += key is not None
        return told

    return write
