"""On a messenger that closes after a week, who reports once a week is reminded while it is still open."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from core.delivery import Drop, Later, Send
from core.windows import Window
from scheduler.occasion import Content
from storage.db import Database
from storage.models import Contact, Outbox
from tests.scheduler.world import DAY, HOUR, JOBS, MINUTE, REMINDER, WEEK, World, catalogue

WINDOW = Window(free=2 * DAY, closes=7 * DAY)
EARLY = REMINDER - 4 * DAY - 6 * HOUR - 30 * MINUTE  # Monday 07:30
LAST_FRIDAY = REMINDER - WEEK


@pytest.fixture
async def world(db: Database) -> World:
    jobs = {**JOBS, "early_reminder": JobTime(weekday=1, at="07:30", late_hours=100)}
    world = await World.create(db, catalogue(jobs=jobs))
    world.content = replace(world.content, windows={"zalo_oa": WINDOW})
    return world


async def acted(world: World, person: int, when: datetime) -> None:
    """They did something that opens the messenger."""

    def note(session: Session) -> None:
        at = update(Contact).where(Contact.person_id == person).values(last_interaction_at=when)
        session.execute(at)

    await world.db.write(note)


async def planned(world: World, when: datetime, now: datetime = EARLY) -> list[Outbox]:
    """The reminders that are written when the only officer acted then."""
    an = await world.person("An", channels=("zalo_oa",))
    await acted(world, an, when)
    await world.scheduler().tick(now)
    return await world.outbox("weekly_reminder")


@pytest.mark.parametrize(
    ("last", "moment"),
    [
        # Wednesday at the hour of last Friday's report: day 5
        (LAST_FRIDAY - 3 * HOUR, REMINDER - 2 * DAY - 3 * HOUR),
        # not at night: the next morning
        (LAST_FRIDAY - 17 * HOUR, REMINDER - 2 * DAY - 7 * HOUR),
        # day 5 was on Sunday: at once
        (LAST_FRIDAY - 3 * DAY, EARLY),
        # open on the day of the weekly reminder
        (LAST_FRIDAY + HOUR, None),
        # closed already
        (LAST_FRIDAY - 5 * DAY, None),
    ],
)
async def test_the_reminder_is_planned_for_day_five_where_it_cannot_wait(
    world: World, last: datetime, moment: datetime | None
) -> None:
    rows = await planned(world, last)
    assert [row.not_before for row in rows] == ([moment] if moment else [])


async def test_other_channels_and_those_who_reported_wait_for_the_usual_day(world: World) -> None:
    telegram = await world.person("An", channels=("telegram",))
    done = await world.person("Bình", channels=("zalo_oa",))
    for person in (telegram, done):
        await acted(world, person, LAST_FRIDAY - HOUR)
    await world.reports(done, EARLY - HOUR)
    await world.scheduler().tick(EARLY)
    assert await world.outbox("weekly_reminder") == []


async def test_a_messenger_that_is_not_paid_for_is_not_written_to_on_day_five(world: World) -> None:
    world.content = replace(world.content, windows={"zalo_oa": replace(WINDOW, pays=False)})
    assert await planned(world, LAST_FRIDAY - HOUR) == []


async def test_where_no_weekly_reminder_is_due_there_is_no_early_one(world: World) -> None:
    jobs = {"early_reminder": JobTime(weekday=1, at="07:30")}
    world.content = Content(catalogue(jobs=jobs), world.content.texts, world.content.windows)
    assert await planned(world, LAST_FRIDAY - HOUR) == []


async def test_it_ends_in_a_button_and_is_the_one_reminder_of_the_week(world: World) -> None:
    [row] = await planned(world, LAST_FRIDAY - HOUR)
    decision = await world.recheck(row, row.not_before)
    assert isinstance(decision, Send)
    assert decision.message is not None
    assert decision.message.buttons()[0].token == "go:report"
    assert "Cử người đi tập huấn" in decision.message.text
    await world.scheduler().tick(REMINDER)
    assert len(await world.outbox("weekly_reminder")) == 1


async def test_who_wrote_meanwhile_is_reminded_on_the_usual_day(world: World) -> None:
    [row] = await planned(world, LAST_FRIDAY - HOUR)
    assert row.person_id is not None
    await acted(world, row.person_id, EARLY + HOUR)
    assert await world.recheck(row, row.not_before) == Later(REMINDER)
    assert isinstance(await world.recheck(row, REMINDER), Send)
    await world.reports(row.person_id, EARLY + 2 * HOUR)
    assert await world.recheck(row, row.not_before) == Drop("reported meanwhile")
