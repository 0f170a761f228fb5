"""How many files each person sent on a day, and how large: counters that outlive a restart."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.messages import Address
from core.people import PersonStatus
from core.periods import local_date
from core.uploads import Sent, Sort
from storage.models import Contact, Counter, Person, Tenant
from storage.repositories import counters

_PREFIX = "uploads:"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes from an address, and the zone of their tenant, where a day begins."""

    person_id: int
    is_active: bool
    timezone: str

    def day(self, now: datetime) -> date:
        """Which day it is where they are."""
        return local_date(now, self.timezone)


def sender(session: Session, address: Address) -> Sender | None:
    """The person of an address, None for a stranger."""
    query = (
        select(Person.id, Person.status, Tenant.timezone)
        .join(Contact, Contact.person_id == Person.id)
        .join(Tenant, Tenant.id == Person.tenant_id)
        .where(Contact.channel == address.channel, Contact.chat == address.chat)
    )
    row = session.execute(query).first()
    return Sender(row.id, row.status == PersonStatus.ACTIVE, row.timezone) if row else None


def sent(session: Session, who: Sender, sort: Sort, now: datetime) -> Sent:
    """What they sent today, over all their channels."""
    files, kilobytes = _names(who, sort, now)
    rows = session.execute(select(Counter.name, Counter.value).where(Counter.name.in_((files, kilobytes))))
    found = {row.name: row.value for row in rows}
    return Sent(found.get(files, 0), found.get(kilobytes, 0))


def add(session: Session, who: Sender, sort: Sort, size: int, now: datetime) -> None:
    """Count one more file, of so many bytes."""
    files, kilobytes = _names(who, sort, now)
    counters.next_number(session, files)
    counters.next_number(session, kilobytes, by=-(-size // 1000))


def of_days_before(moment: datetime) -> ColumnElement[bool]:
    """Which counters are of days before that moment's: a day is written as it sorts."""
    old = Counter.name.between(_PREFIX, f"{_PREFIX}{moment:%Y-%m-%d}")
    return Counter.name.startswith(_PREFIX) & old


def _names(who: Sender, sort: Sort, now: datetime) -> tuple[str, str]:
    of_day = f"{_PREFIX}{who.day(now):%Y-%m-%d}:{who.person_id}:{sort}"
    return of_day, f"{of_day}:kb"
