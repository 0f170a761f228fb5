"""Tells everybody what is due for them: one message a half-day, each thing once at each of its stages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.consents import WORK_REMINDERS
from core.delivery import NOTICE
from core.due.matters import Kind
from core.due.telling import Item, items, worth_telling
from core.messages import Button, Outbound
from core.periods import day_bounds, local_date, next_allowed
from reports.due import digest as words
from reports.due.reading import DueNow, read_due
from scheduler.occasion import Content, Occasion
from storage.models import Outbox, Person
from storage.queries.recipients import Recipient, recipients
from storage.queries.weekly import find_tenant
from storage.repositories import outbox, told
from storage.repositories.consents import objecting

NAME = "digest"
MORNING, AFTERNOON = "digest_morning", "digest_afternoon"
#: a yearly report is worth reminding of however late the message gets out; all else on its day
_WORTH = timedelta(days=14)


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
    by_person: dict[int, list[Item]] = {}
    for item in found.to_tell():
        by_person.setdefault(item.person, []).append(item)
    for person_id in objecting(session, WORK_REMINDERS, by_person):
        del by_person[person_id]
    reachable = {each.person_id: each for each in recipients(session, Person.id.in_(by_person))}
    for person_id, theirs in by_person.items():
        person = reachable.get(person_id)
        if person is None or not _tell(session, occasion, found, person, theirs):
            counts["unreached"] += 1
            continue
        counts["digests"] += 1
        counts["items"] += sum(not each.skipped for each in theirs)
        counts["skipped"] += sum(each.skipped for each in theirs)
    return counts


def _tell(
    session: Session, occasion: Occasion, found: DueNow, person: Recipient, theirs: Sequence[Item]
) -> bool:
    """Write the digest of one person; False where this half-day, or this day, has had its message."""
    zone, now = occasion.tenant.zone, occasion.now
    schedule = found.figures.catalogue.schedule
    when = next_allowed(now, schedule.quiet_from, schedule.quiet_to, zone)
    telling = [each for each in theirs if worth_telling(each, found.today)]
    if telling and not told.take_half_day(
        session, person.person_id, when, zone, schedule.reminders.most_per_day
    ):
        return False
    below = found.tenant.id if person.tenant_id != found.tenant.id else None
    for item in theirs:
        told.note_told(session, item, zone, now, below)
    if not telling:
        return True
    outbox.add(
        session,
        address=person.address,
        message=drawn(words.digest(found, person.name, telling), person, occasion.content),
        now=now,
        priority=NOTICE,
        person_id=person.person_id,
        dedupe_key=f"{NAME}:{person.person_id}:{told.half_day(when, zone).isoformat()}",
        not_before=when,
        useless_after=useless_after(telling, when, zone),
        recheck={
            "name": NAME,
            "person": person.person_id,
            "tenant": occasion.tenant.code,
            "matters": [each.matter.key for each in telling],
        },
    )
    return True


def useless_after(told_of: Sequence[Item], when: datetime, zone: str) -> datetime:
    """Until when a digest is of use: that day, but a report that a plan obliges to for two weeks."""
    if any(each.matter.kind is Kind.DUTY for each in told_of):
        return when + _WORTH
    return day_bounds(local_date(when, zone), zone)[1]


def hand_over(older: Outbox, newer: Outbox) -> None:
    """Let a digest that waits tell of what an older one was about, for as long as that would have."""
    asked, before = newer.recheck or {}, older.recheck or {}
    newer.recheck = {
        **asked,
        "matters": list(dict.fromkeys([*before["matters"], *asked["matters"]])),
        "more": True,
    }
    if older.useless_after is not None and newer.useless_after is not None:
        newer.useless_after = max(older.useless_after, newer.useless_after)


def still_open(found: DueNow, person_id: int, keys: Collection[str]) -> tuple[Item, ...]:
    """Of what a person was told, under these keys, that which is still to be done: each matter once."""
    afresh = replace(found.setting, standing=replace(found.setting.standing, told=()))
    every = {
        each.matter.key: each
        for each in items(found.matters, afresh)
        if each.person == person_id and each.matter.key in keys
    }
    return tuple(every.values())


def drawn(written: words.Digest, person: Recipient, content: Content) -> Outbound:
    """The digest in the person's language."""
    texts = content.texts
    rows = tuple(
        tuple(Button(texts.render(each.label, person.locale), each.token, each.main) for each in row)
        for row in written.rows
    )
    return Outbound(texts.render(written.text, person.locale), rows)
