"""Who gets a summary, and of which week, month, quarter or day it tells."""

from datetime import UTC, datetime

import pytest

from core.catalogue.plans import JobTime
from storage.db import Database
from tests.scheduler.world import HOUR, MONDAY, SUMMARY, World, catalogue

NEXT_MONDAY = datetime(2026, 5, 17, 19, 0, tzinfo=UTC)  # Monday 02:00 in Vietnam, 58 hours late


async def test_every_manager_and_admin_gets_it_and_nobody_else(world: World) -> None:
    dung, em = await world.person("Dung", role="manager"), await world.person("Em", role="admin", unit=None)
    await world.person("An")
    await world.person("Bình", role="household")
    await world.person("Chi", role="manager", status="blocked")
    await world.scheduler().tick(SUMMARY)
    assert await world.addressed("weekly_summary") == [dung, em]


async def test_a_manager_reads_nothing_of_another_tenant(world: World) -> None:
    await world.person("Dung", role="manager")
    other = await world.person("Khoa", role="manager", tenant="cao_duc")
    await world.reports(await world.person("An"), MONDAY)
    await world.scheduler().tick(SUMMARY)
    (theirs,) = [row for row in await world.outbox("weekly_summary") if row.person_id == other]
    assert "xã Cao Đức" in theirs.payload["text"]
    assert "Đông Cứu" not in theirs.payload["text"]
    assert "chưa có báo cáo nào" in theirs.payload["text"]


async def test_each_reads_it_in_their_own_language(world: World) -> None:
    await world.person("Dung", role="manager")
    await world.person("Em", role="admin", locale="en")
    await world.scheduler().tick(SUMMARY)
    vietnamese, english = await world.messages("weekly_summary")
    assert vietnamese.text.startswith("**Tuần 20 (11/5-17/5) · xã Đông Cứu**")
    assert english.text.startswith("**Week 20 (11/5-17/5) · xã Đông Cứu**")


async def test_made_up_for_in_the_week_after_it_still_tells_of_its_own_week(world: World) -> None:
    await world.person("Dung", role="manager")
    await world.reports(await world.person("An"), MONDAY)
    await world.scheduler().tick(NEXT_MONDAY)
    (message,) = await world.messages("weekly_summary")
    assert "Tuần 20" in message.text
    assert "Trong tuần: 1 báo cáo" in message.text


async def test_it_is_of_no_use_once_it_is_too_late_to_be_sent(world: World) -> None:
    await world.person("Dung", role="manager")
    await world.scheduler().tick(SUMMARY)
    (row,) = await world.outbox("weekly_summary")
    assert row.useless_after == SUMMARY + 60 * HOUR
    assert row.priority == 1


def utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of 2026 in Vietnam."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - 7 * HOUR


FIRST = "first working day"
#: its time, when it is due, a moment within what it tells of, and that time by name
ROUNDS = {
    # Thursday 30 April to Sunday 3 May were days off
    "monthly_summary": (
        JobTime(month_day=FIRST, at="09:00", late_hours=168),
        utc(5, 4, 9),
        utc(4, 29, 9),
        "4/2026",
    ),
    "quarterly_summary": (
        JobTime(month_day=FIRST, months=(1, 4, 7), at="09:00"),
        utc(7, 1, 9),
        utc(4, 2, 9),
        "2/2026",
    ),
    "daily_summary": (JobTime(at="07:15", late_hours=4), utc(5, 12, 7, 15), utc(5, 11, 9), "11/5/2026"),
}


@pytest.mark.parametrize("job", ROUNDS)
async def test_each_comes_once_and_tells_of_the_time_before_it(db: Database, job: str) -> None:
    time, due, within, named = ROUNDS[job]
    world = await World.create(db, catalogue(jobs={job: time}))
    await world.person("Dung", role="manager")
    await world.reports(await world.person("An"), within)
    # a clock that is put back, and a program that was down
    for now in (due - HOUR, due, due + HOUR, due - HOUR, due + 3 * HOUR):
        await world.scheduler().tick(now)
    of_this = [row for row in await world.outbox(job) if row.useless_after == due + time.late_hours * HOUR]
    (row,) = of_this
    assert f" {named} · " in row.payload["text"].splitlines()[0]
    assert "1 báo cáo" in row.payload["text"]
    assert not any(button[1].startswith("wk:n") for line in row.payload["rows"] for button in line)


async def test_of_a_day_off_on_which_nothing_happened_there_is_none(db: Database) -> None:
    world = await World.create(db, catalogue(jobs={"daily_summary": JobTime(at="17:00", late_hours=4)}))
    await world.person("Dung", role="manager")
    for day in (15, 16, 17, 18):
        await world.scheduler().tick(utc(5, day, 17))
    told = [message.text.split(" · ")[0].split()[-1] for message in await world.messages("daily_summary")]
    assert told == ["15/5/2026", "18/5/2026"]


async def test_a_day_of_the_month_that_is_moved_brings_no_second_summary(db: Database) -> None:
    world = await World.create(db, catalogue(jobs={"monthly_summary": JobTime(month_day=2, at="09:00")}))
    await world.person("Dung", role="manager")
    await world.scheduler().tick(utc(6, 2, 9))
    world.content.catalogue.schedule.jobs["monthly_summary"] = JobTime(month_day=20, at="09:00")
    await world.scheduler().tick(utc(6, 20, 9))
    assert len(await world.outbox("monthly_summary")) == 1


async def test_a_weekly_one_that_moves_to_the_monday_after_does_not_tell_the_same_week_again(
    db: Database,
) -> None:
    world = await World.create(db)
    await world.person("Dung", role="manager")
    await world.scheduler().tick(SUMMARY)
    world.content.catalogue.schedule.jobs["weekly_summary"] = JobTime(weekday=1, at="09:00")
    for day in (18, 25):
        await world.scheduler().tick(utc(5, day, 9))
    told = [message.text.splitlines()[0][:9] for message in await world.messages("weekly_summary")]
    assert told == ["**Tuần 20", "**Tuần 21"]
