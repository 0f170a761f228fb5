"""A year of 40 people: holidays, leave, crashes, a clock that jumps, a restart after a deadline.

Nobody is told twice, nothing is missed, every message expires.
"""

import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.due.matters import Audience, Kind
from core.due.stages import stages
from core.periods import local_time, moment_of
from scheduler.jobs import digest, weekly_reminder
from scheduler.occasion import Content, Job, Occasion
from storage.db import open_database
from storage.models import DueTold, Outbox, Person, SetDay
from storage.repositories import told
from tests.scheduler.world import LONG_AGO, World
from tests.shipped import catalogue, texts

ZONE = "Asia/Ho_Chi_Minh"
FIRST, LAST = date(2026, 1, 6), date(2026, 12, 31)
#: the bot stands still on these days, both included: over the last day of the yearly reports
DOWN = (date(2026, 11, 12), date(2026, 11, 17))
#: mornings on which the process dies in the middle of its work
CRASHES = (date(2026, 3, 13), date(2026, 6, 12), date(2026, 10, 15))
#: for a moment of this day the clock is a week ahead
JUMP = date(2026, 8, 10)
ON_LEAVE = (date(2026, 10, 14), date(2026, 11, 3))
OFFICERS = 38
#: months of which figures are wanted by the 20th, of whom, and those in which something above comes between
WANTED_IN = range(2, 12)
WANTED = ["phong_vhxh", "tram_y_te"]
DISTURBED = (8, 10, 11)
#: months in which the clock is looked at on Friday afternoons and on weekends, too: each has 150 reminders
WEEKS_OF = (2, 11)

JOBS: Mapping[str, Job] = {
    weekly_reminder.NAME: weekly_reminder.run,
    digest.MORNING: digest.run,
    digest.AFTERNOON: digest.run,
}


class Killed(Exception):
    """The process died."""


def dying(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Does the work, and dies before it is stored."""
    digest.run(session, occasion)
    raise Killed


@pytest.fixture
async def world(sqlite_url: str) -> AsyncIterator[World]:
    """The shipped commune: officers in every unit, a manager, an admin; figures are wanted every month."""
    db, known = await open_database(sqlite_url), catalogue()
    jobs = {name: time for name, time in known.schedule.jobs.items() if name in JOBS}
    content = replace(known, schedule=known.schedule.model_copy(update={"jobs": jobs}))
    world = World(db, Content(content, texts()))
    await db.write(lambda session: bring_in(session, content))
    units = [unit.code for unit in content.tenants["dong_cuu"].units if unit.reports_weekly]
    for number in range(OFFICERS):
        unit = ["phong_vhxh", *units][number % (len(units) + 1)]
        await world.person(f"Officer {number}", unit=unit, joined=LONG_AGO)
    manager = await world.person("Manager", role="manager", unit="ubnd_xa", joined=LONG_AGO)
    await world.person("Admin", role="admin", unit="ubnd_xa", joined=LONG_AGO)

    def plan(session: Session) -> None:
        tenant = session.get_one(Person, manager).tenant_id
        for month in WANTED_IN:
            row = SetDay(tenant_id=tenant, due=date(2026, month, 20), name=f"figures {month}", units=WANTED)
            row.set_by, row.set_at = manager, LONG_AGO
            session.add(row)
        told.take_leave(session, 1, *ON_LEAVE, LONG_AGO)

    await db.write(plan)
    yield world
    await db.close()


def mornings() -> Iterator[date]:
    """The days of the year on which the bot runs."""
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        looked_at = day.isoweekday() <= 5 or day.month in WEEKS_OF
        if looked_at and not DOWN[0] <= day <= DOWN[1]:
            yield day


def at(day: date, clock: time = time(8, 1)) -> datetime:
    return moment_of(day, clock, ZONE)


async def live(world: World) -> None:
    """The year as the clockwork sees it: every morning, Fridays also in the afternoon."""
    scheduler = world.scheduler(jobs=JOBS)
    for day in mornings():
        if day in CRASHES:
            await world.scheduler(jobs={**JOBS, digest.MORNING: dying}).tick(at(day))
            scheduler = world.scheduler(jobs=JOBS)
        if day == JUMP:
            await scheduler.tick(at(day + timedelta(days=7)))
        await scheduler.tick(at(day))
        if day.isoweekday() == 5 and day.month in WEEKS_OF:
            await scheduler.tick(at(day, time(14, 1)))


def half_day(row: Outbox) -> tuple[int | None, date, bool]:
    there = local_time(row.not_before, ZONE)
    return row.person_id, there.date(), there.time() >= time(12)


async def test_a_year(world: World) -> None:
    await live(world)
    rows = await world.db.read(lambda s: list(s.scalars(select(Outbox))))
    kept = await world.db.read(lambda s: list(s.scalars(select(DueTold).where(DueTold.matter != ""))))
    sys.stdout.write(log_of(rows, kept))
    halves = Counter(half_day(row) for row in rows)
    assert max(halves.values()) == 1
    assert all(row.useless_after is not None and row.useless_after > row.not_before for row in rows)
    calendar = world.content.catalogue.calendar
    digests = [half_day(row) for row in rows if (row.dedupe_key or "").startswith("digest:")]
    assert all(calendar.works(day) for _, day, _ in digests)
    assert not any(person == 1 and ON_LEAVE[0] <= day <= ON_LEAVE[1] for person, day, _ in digests)

    def told_of(matter: str) -> list[str]:
        found = [row.due_at for row in kept if (row.matter, row.person_id) == (matter, 1)]
        return [f"{local_time(moment, ZONE):%d/%m}" for moment in sorted(found)]

    # on leave over the first day, and the bot stood still over the last: a yearly report is never skipped
    assert told_of("duty.DC1-D1.2026") == ["30/10", "06/11", "11/11", "17/11"]
    assert {row.outcome for row in kept} == {"told"}
    policy = world.content.catalogue.schedule.reminders.of(Kind.DATE)
    for number, month in enumerate(WANTED_IN, 1):
        if month not in DISTURBED:
            due = stages(date(2026, month, 20), policy, calendar)
            days = dict.fromkeys(f"{each.day:%d/%m}" for each in due if each.audience is Audience.OFFICER)
            assert told_of(f"date.{number}.phong_vhxh") == list(days)


def log_of(rows: list[Outbox], kept: list[DueTold]) -> str:
    """The year as a table: messages, what they told, and what was skipped, by month."""
    months: dict[int, Counter[str]] = {month: Counter() for month in range(1, 13)}
    for row in rows:
        months[local_time(row.not_before, ZONE).month][(row.dedupe_key or "").partition(":")[0]] += 1
    for each in kept:
        months[local_time(each.at, ZONE).month][each.outcome] += 1
    names = ("weekly_reminder", "digest", "told", "skipped")
    head = " ".join(f"{name:>15}" for name in ("month", *names))
    body = [" ".join(f"{value:>15}" for value in (m, *(c[n] for n in names))) for m, c in months.items()]
    return "\n".join(["", head, *body])
