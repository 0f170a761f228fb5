"""What people were told of what is due, what they answered, and when they are on leave."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Insert, bindparam, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from core.due.answers import Replied, Reply
from core.due.telling import Item, Told
from core.periods import day_bounds, local_date, local_time, moment_of
from core.week import Week
from storage.models import Absence, DueReply, DueTold, Person
from storage.models.base import table
from storage.upserts import dialect_of, insert_into
from storage.written_once import run

#: the job of the one message of a half-day
DIGEST = "digest"
#: that of being told to have reported nothing in a week, by the clock or by a manager
SILENT = "silent"
TOLD, SKIPPED = "told", "skipped"
NOON = time(12)

_PEOPLE: BindParameter[int] = bindparam("people", expanding=True)
_HAD = select(func.count()).where(
    DueTold.job == DIGEST,
    DueTold.person_id == bindparam("person"),
    DueTold.due_at >= bindparam("first"),
    DueTold.due_at < bindparam("after"),
)
_TOLD = (
    select(DueTold.job, DueTold.person_id, DueTold.due_at, Person.tenant_id, DueTold.matter)
    .join(Person, Person.id == DueTold.person_id)
    .where(
        DueTold.person_id.in_(_PEOPLE),
        DueTold.due_at >= bindparam("first"),
        DueTold.job.not_in((DIGEST, SILENT)),
        (DueTold.outcome != SKIPPED) | (DueTold.at <= bindparam("now")),
    )
)
_REPLIES = (
    select(DueReply.person_id, DueReply.matter, DueReply.reply, DueReply.at, DueReply.until, DueReply.text)
    .join(Person, Person.id == DueReply.person_id)
    .where(Person.tenant_id == bindparam("tenant"), DueReply.matter.in_(bindparam("keys", expanding=True)))
    .order_by(DueReply.id)
)
_AWAY = select(Absence.person_id).where(
    Absence.person_id.in_(_PEOPLE),
    Absence.ended_at.is_(None),
    Absence.since <= bindparam("day"),
    Absence.until >= bindparam("day"),
)


def half_day(moment: datetime, zone: str) -> datetime:
    """When the half of the day began that this moment is in, there."""
    there = local_time(moment, zone)
    return moment_of(there.date(), NOON if there.time() >= NOON else time(), zone)


def take_half_day(session: Session, person_id: int, moment: datetime, zone: str, most: int) -> bool:
    """Take the one message about what is due that a person gets in the half-day of this moment.

    False where it was taken, or where the person has had `most` of them on that day.
    """
    first, after = day_bounds(local_date(moment, zone), zone)
    had = run(session, _HAD, person=person_id, first=first, after=after).scalar_one()
    if had >= most:
        return False
    return _add(session, (DIGEST, person_id, ""), half_day(moment, zone), moment, TOLD) is not None


def told_silent(session: Session, person_id: int, week: Week, moment: datetime) -> bool:
    """Whether a person was told, in the half-day of this moment, that nothing was reported in that week."""
    row = select(DueTold.id).where(
        DueTold.job == SILENT,
        DueTold.person_id == person_id,
        DueTold.matter == week.monday.isoformat(),
        DueTold.due_at == half_day(moment, week.zone),
    )
    return session.execute(row).first() is not None


def note_silent(session: Session, person_id: int, week: Week, moment: datetime) -> bool:
    """Write that down; False where it was."""
    what, due_at = (SILENT, person_id, week.monday.isoformat()), half_day(moment, week.zone)
    return _add(session, what, due_at, moment, TOLD) is not None


def next_half_day(moment: datetime, zone: str) -> datetime:
    """When the other half of the day, or the next day, begins there."""
    there = local_time(moment, zone)
    first, after = day_bounds(there.date(), zone)
    return after if there.time() >= NOON else moment_of(local_date(first, zone), NOON, zone)


def note_told(
    session: Session, items: Iterable[Item], zone: str, now: datetime, below: int | None = None
) -> None:
    """Write down that items are told, or skipped; what was written down before stays as it was.

    `below`: the tenant they are of, where the people are of the level above.
    """
    rows = []
    for item in items:
        job, person_id, matter, day = item.told_as
        rows.append(
            {
                "job": job,
                "person_id": person_id,
                "matter": matter if below is None else key_below(below, matter),
                "due_at": moment_of(day, time(), zone),
                "at": now,
                "outcome": SKIPPED if item.skipped else TOLD,
            }
        )
    if rows:
        session.execute(_insert(dialect_of(session)), rows)


def key_below(tenant_id: int, key: str) -> str:
    """The key of a matter of a tenant for those above, who hear of the same plan from many tenants."""
    return f"{tenant_id}/{key}"


def parted(key: str) -> tuple[int | None, str]:
    """The tenant below, or None for the person's own, and the key of the matter within it."""
    tenant_id, mark, matter = key.partition("/")
    return (int(tenant_id), matter) if mark else (None, key)


def told_since(
    session: Session, tenant_id: int, people: Collection[int], first: date, zone: str, now: datetime
) -> frozenset[Told]:
    """What these people were told of this tenant, or what was skipped, of days from `first` on.

    What was skipped by a clock that was ahead, and was put back since, is still to be told.
    """
    since = day_bounds(first, zone)[0]
    rows = run(session, _TOLD, people=list(people), first=since, now=now)
    found = ((job, person, due_at, home, parted(key)) for job, person, due_at, home, key in rows)
    return frozenset(
        (job, person_id, key, local_date(due_at, zone))
        for job, person_id, due_at, home, (below, key) in found
        if (home if below is None else below) == tenant_id
    )


def told_below(session: Session, person_id: int, since: datetime) -> dict[int, int]:
    """Of how many matters of each tenant below (by its id) a person was told since a moment, most first."""
    query = select(DueTold.matter).where(
        DueTold.person_id == person_id,
        DueTold.due_at >= since,
        DueTold.outcome == TOLD,
        DueTold.matter.contains("/", autoescape=True),
    )
    found = Counter(parted(matter)[0] for matter in set(session.scalars(query)))
    return {tenant: count for tenant, count in found.most_common() if tenant is not None}


def told_by_id(session: Session, row_id: int, person_id: int) -> DueTold | None:
    """What this person was told under a number, which is in the buttons below it."""
    row = session.get(DueTold, row_id)
    return row if row is not None and row.person_id == person_id and row.job != DIGEST else None


def _add(
    session: Session, what: tuple[str, int, str], due_at: datetime, now: datetime, outcome: str
) -> int | None:
    job, person_id, matter = what
    values = {"job": job, "person_id": person_id, "matter": matter, "due_at": due_at, "at": now}
    new = _insert_one(dialect_of(session))
    added: int | None = session.execute(new, {**values, "outcome": outcome}).scalar_one_or_none()
    return added


@cache
def _insert(dialect: str) -> Insert:
    """Adds a row; it takes the place of one that was skipped by a clock that was ahead."""
    row = table(DueTold)
    new = insert_into(row, dialect)
    return new.on_conflict_do_update(
        index_elements=["job", "person_id", "matter", "due_at"],
        set_={"at": new.excluded.at, "outcome": new.excluded.outcome},
        where=(row.c.outcome == SKIPPED) & (row.c.at > new.excluded.at),
    )


@cache
def _insert_one(dialect: str) -> ReturningInsert[Any]:
    return _insert(dialect).returning(DueTold.id)


def keep_reply(session: Session, replied: Replied) -> DueReply:
    """A further answer; the last one holds."""
    row = DueReply(
        person_id=replied.person,
        matter=replied.key,
        reply=replied.reply.value,
        until=replied.until,
        text=replied.text,
        at=replied.at,
    )
    session.add(row)
    session.flush()
    return row


def replies_about(session: Session, tenant_id: int, keys: Iterable[str]) -> tuple[Replied, ...]:
    """All that people of a tenant answered about these matters, oldest first."""
    rows = run(session, _REPLIES, tenant=tenant_id, keys=list(keys))
    return tuple(
        Replied(person_id, matter, Reply(reply), at, until, text)
        for person_id, matter, reply, at, until, text in rows
    )


def take_leave(session: Session, person_id: int, since: date, until: date, now: datetime) -> Absence:
    """The person is on leave on these days; what was said before of any of them ends, other leaves stay."""
    for row in _open_leaves(session, person_id):
        if row.since <= until and since <= row.until:
            row.ended_at = now
    row = Absence(person_id=person_id, since=since, until=until, at=now)
    session.add(row)
    session.flush()
    return row


def end_leave(session: Session, person_id: int, today: date, now: datetime) -> Sequence[Absence]:
    """The person is back: the leave they are on ends; who is on none will go on none. Those that ended."""
    ahead = [row for row in _open_leaves(session, person_id) if row.until >= today]
    ended = [row for row in ahead if row.since <= today] or ahead
    for row in ended:
        row.ended_at = now
    session.flush()
    return ended


def leaves_of(session: Session, person_id: int, today: date) -> list[tuple[date, date]]:
    """The first and last day of each leave a person is on or will be on, in order."""
    return [(row.since, row.until) for row in _open_leaves(session, person_id) if row.until >= today]


def _open_leaves(session: Session, person_id: int) -> Sequence[Absence]:
    query = select(Absence).where(Absence.person_id == person_id, Absence.ended_at.is_(None))
    return session.scalars(query.order_by(Absence.since, Absence.id)).all()


def away(session: Session, people: Collection[int], day: date) -> frozenset[int]:
    """Those of these people who are on leave on a day."""
    return frozenset(run(session, _AWAY, people=list(people), day=day).scalars())
