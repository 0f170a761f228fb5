"""Tells everybody what is due for them: one message a half-day, each thing once at each of its stages.

What is late in the tenants below is told here, of all of them together: their own runs tell their own people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from core.consents import WORK_REMINDERS
from core.delivery import NOTICE
from core.due.matters import Kind
from core.due.telling import Item, worth_telling
from core.messages import Button, Outbound
from core.periods import day_bounds, local_date, next_allowed
from reports.due import digest as words
from reports.due.below import DueBelow, shortened, worst_first
from reports.due.reading import DueNow, read_due
from scheduler.occasion import Content, Occasion
from storage.models import Person
from storage.queries.recipients import Recipient, recipients
from storage.queries.weekly import find_tenant
from storage.repositories import outbox, told
from storage.repositories.consents import objecting

NAME = "digest"
MORNING, AFTERNOON = "digest_morning", "digest_afternoon"
#: a yearly report is worth reminding of however late the message gets out; all else on its day
_WORTH = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one person is told: of their own tenant, and of those below it, the worst first."""

    own: tuple[Item, ...] = ()
    below: tuple[DueBelow, ...] = ()

    def all(self) -> tuple[Item, ...]:
        return (*self.own, *(item for each in self.below for item in each.items))

    def keys(self) -> list[str]:
        """Of each matter once, in order; of those below with the tenant (`told.parted`)."""
        below = (
            told.key_below(each.tenant.id, item.matter.key) for each in self.below for item in each.items
        )
        return list(dict.fromkeys([*(item.matter.key for item in self.own), *below]))

    def worth(self, today: date) -> "Heard":
        """Without what was missed so long ago that it is not even told as missed."""
        below = (
            replace(each, items=tuple(item for item in each.items if worth_telling(item, each.today)))
            for each in self.below
        )
        own = tuple(item for item in self.own if worth_telling(item, today))
        return Heard(own, tuple(each for each in below if each.items))


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the digests of the half-day; on a day off nobody is told, nor is who asked not to be reminded.

    `digests` counts them, `items` what they tell, `skipped` what came too late to be told, `unreached` people
    who have no address, or had their messages of the day.
    """
    tenant, now, content = find_tenant(session, occasion.tenant.code), occasion.now, occasion.content
    counts = {"digests": 0, "items": 0, "skipped": 0, "unreached": 0}
    if tenant is None:
        return counts
    found = read_due(session, content.catalogue, tenant, occasion.tenant.code, now)
    if not found.setting.calendar.works(found.today):
        return counts
    by_person = dict(_by_person(found, occasion.below))
    for person_id in objecting(session, WORK_REMINDERS, by_person):
        del by_person[person_id]
    reachable = {each.person_id: each for each in recipients(session, Person.id.in_(by_person))}
    for person_id, theirs in by_person.items():
        person = reachable.get(person_id)
        if person is None or not _tell(session, occasion, found, person, theirs):
            counts["unreached"] += 1
            continue
        counts["digests"] += 1
        counts["items"] += sum(not each.skipped for each in theirs.all())
        counts["skipped"] += sum(each.skipped for each in theirs.all())
    return counts


def _by_person(found: DueNow, below: Sequence[DueBelow]) -> Iterator[tuple[int, Heard]]:
    """What each of the tenant's people is to be told; those above it hear from their own tenant's run."""
    own: dict[int, list[Item]] = {}
    for item in found.to_tell():
        own.setdefault(item.person, []).append(item)
    of_below: dict[int, list[DueBelow]] = {}
    for each in below:
        for person in dict.fromkeys(item.person for item in each.items):
            of_below.setdefault(person, []).append(each.of(person))
    for member in found.members:
        if member.id in own or member.id in of_below:
            mine = worst_first(of_below.get(member.id, ()))
            yield member.id, Heard(tuple(own.get(member.id, ())), mine)


def _tell(session: Session, occasion: Occasion, found: DueNow, person: Recipient, theirs: Heard) -> bool:
    """Write the digest of one person; False where this half-day, or this day, has had its message."""
    zone, now = occasion.tenant.zone, occasion.now
    schedule = found.figures.catalogue.schedule
    when = next_allowed(now, schedule.quiet_from, schedule.quiet_to, zone)
    telling = theirs.worth(found.today)
    if telling.all() and not told.take_half_day(
        session, person.person_id, when, zone, schedule.reminders.most_per_day
    ):
        return False
    told.note_told(session, theirs.own, zone, now)
    for each in theirs.below:
        told.note_told(session, each.items, each.tenant.zone, now, each.tenant.id)
    if not telling.all():
        return True
    written = words.digest(found, person.name, telling.own, shortened(telling.below))
    outbox.add(
        session,
        address=person.address,
        message=drawn(written, person, occasion.content),
        now=now,
        priority=NOTICE,
        person_id=person.person_id,
        dedupe_key=f"{NAME}:{person.person_id}:{told.half_day(when, zone).isoformat()}",
        not_before=when,
        useless_after=useless_after(telling.all(), when, zone),
        recheck={
            "name": NAME,
            "person": person.person_id,
            "tenant": occasion.tenant.code,
            "matters": telling.keys(),
        },
    )
    return True


def useless_after(told_of: Sequence[Item], when: datetime, zone: str) -> datetime:
    """Until when a digest is of use: that day, but a report that a plan obliges to for two weeks."""
    if any(each.matter.kind is Kind.DUTY for each in told_of):
        return when + _WORTH
    return day_bounds(local_date(when, zone), zone)[1]


def drawn(written: words.Digest, person: Recipient, content: Content) -> Outbound:
    """The digest in the person's language."""
    texts = content.texts
    rows = tuple(
        tuple(Button(texts.render(each.label, person.locale), each.token, each.main) for each in row)
        for row in written.rows
    )
    return Outbound(texts.render(written.text, person.locale), rows)
