"""When jobs run: once, also after a stop, a jump of the clock, or beside another process."""

import asyncio
import logging
from collections.abc import Mapping

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from core.errors import ContentError
from scheduler.jobs import JOBS
from scheduler.occasion import Content, Occasion
from scheduler.runner import Scheduler
from storage.db import open_database
from storage.models import Person
from storage.repositories import plan_settings
from storage.repositories.due import DONE, SKIPPED
from tests import shipped
from tests.scheduler.world import (
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    REMINDER,
    SUMMARY,
    WEEK,
    World,
    catalogue,
)


async def test_nothing_is_sent_before_it_is_due(world: World) -> None:
    await world.person("An", joined=MONDAY)
    report = await world.scheduler().tick(REMINDER - MINUTE)
    assert report.runs == ()
    assert await world.outbox() == []
    assert world.woken == []


async def test_a_due_job_runs_and_wakes_the_outbox(world: World) -> None:
    an = await world.person("An")
    report = await world.scheduler().tick(REMINDER)
    assert report.outcomes() == (("weekly_reminder", "done"), ("weekly_summary", "skipped"))
    assert report.runs[0].counts == {"reminders": 1}
    assert await world.addressed("weekly_reminder") == [an]
    assert len(world.woken) == 1


async def test_a_second_tick_repeats_nothing(world: World) -> None:
    await world.person("An")
    scheduler = world.scheduler()
    await scheduler.tick(SUMMARY)
    for minutes in range(5):
        assert (await scheduler.tick(SUMMARY + minutes * MINUTE)).runs == ()
    assert len(await world.outbox()) == 1


async def test_a_tick_with_nothing_to_do_asks_once_about_all_jobs_of_all_tenants(world: World) -> None:
    await world.person("An")
    await world.person("Em", tenant="cao_duc")
    await world.scheduler().tick(SUMMARY)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "due_run" in statement:
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert (await world.scheduler().tick(SUMMARY + MINUTE)).runs == ()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert len(asked) == 1


async def test_a_restarted_process_repeats_nothing(world: World) -> None:
    await world.person("An")
    await world.scheduler().tick(SUMMARY)
    assert (await world.scheduler().tick(SUMMARY + MINUTE)).runs == ()
    assert len(await world.outbox()) == 1


async def test_a_run_missed_while_the_process_was_down_is_made_up_for_once(world: World) -> None:
    await world.person("An")
    await world.scheduler().tick(REMINDER + 2 * HOUR)
    await world.scheduler().tick(REMINDER + 3 * HOUR)
    assert len(await world.outbox("weekly_reminder")) == 1


async def test_a_run_found_too_late_is_skipped_and_said_so(world: World) -> None:
    await world.person("An")
    report = await world.scheduler().tick(REMINDER + 12 * HOUR + MINUTE)
    assert ("weekly_reminder", "skipped") in report.outcomes()
    assert ("weekly_reminder", REMINDER, "skipped") in await world.ledger()
    assert await world.outbox("weekly_reminder") == []


async def test_only_what_a_tenant_missed_after_its_first_run_is_warned_of(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="scheduler")
    await world.person("An")
    await world.scheduler().tick(REMINDER + 12 * HOUR + MINUTE)
    assert [record.levelname for record in caplog.records if record.message == "job_skipped"] == []
    assert [record.message for record in caplog.records].count("jobs_begin") == 1
    await world.scheduler().tick(REMINDER + WEEK + 12 * HOUR + MINUTE)
    assert "WARNING" in {record.levelname for record in caplog.records if record.message == "job_skipped"}


async def test_of_many_missed_weeks_only_the_last_is_made_up_for(world: World) -> None:
    await world.person("An")
    await world.scheduler().tick(REMINDER)
    await world.scheduler().tick(REMINDER + 4 * WEEK + HOUR)
    assert len(await world.outbox("weekly_reminder")) == 2


async def test_a_clock_that_jumps_back_repeats_nothing(world: World) -> None:
    await world.person("An")
    await world.person("Bình", role="manager")
    scheduler = world.scheduler()
    await scheduler.tick(REMINDER - WEEK + HOUR)
    await scheduler.tick(SUMMARY - WEEK)
    await scheduler.tick(SUMMARY + MINUTE)
    before = len(await world.outbox())
    for back in (MINUTE, HOUR, DAY, WEEK):
        await scheduler.tick(SUMMARY - back)
    await scheduler.tick(SUMMARY + MINUTE)
    assert len(await world.outbox()) == before == 4


async def test_what_a_clock_that_was_ahead_found_too_late_is_done_in_its_time(world: World) -> None:
    await world.person("An")
    skipped = await world.scheduler().tick(REMINDER + 3 * DAY)
    assert ("weekly_reminder", SKIPPED) in skipped.outcomes()
    assert await world.outbox("weekly_reminder") == []
    await world.scheduler().tick(REMINDER - DAY)
    done = await world.scheduler().tick(REMINDER)
    assert ("weekly_reminder", DONE) in done.outcomes()
    await world.scheduler().tick(REMINDER + 3 * DAY)
    assert len(await world.outbox("weekly_reminder")) == 1


async def test_the_first_start_sends_nothing_for_a_moment_before_anybody_was_there(world: World) -> None:
    await world.person("An", joined=SUMMARY + MINUTE)
    await world.person("Bình", role="manager", joined=SUMMARY + MINUTE)
    report = await world.scheduler().tick(SUMMARY + HOUR)
    assert report.runs == ()
    assert await world.ledger() == []


async def test_a_tenant_without_people_has_nothing_due(world: World) -> None:
    assert (await world.scheduler().tick(SUMMARY)).runs == ()


async def test_a_job_moved_to_an_earlier_hour_does_not_run_twice_that_week(world: World) -> None:
    await world.person("An")
    await world.scheduler().tick(REMINDER)
    earlier = catalogue(jobs={"weekly_reminder": JobTime(weekday=5, at="13:00", late_hours=12)})
    world.content = Content(earlier, world.content.texts)
    assert (await world.scheduler().tick(REMINDER + HOUR)).runs == ()
    await world.scheduler().tick(REMINDER + WEEK)
    assert len(await world.outbox("weekly_reminder")) == 2


async def test_an_hour_that_an_admin_set_is_that_of_their_tenant_only(world: World) -> None:
    an = await world.person("An")
    await world.person("Binh", tenant="cao_duc")

    def set_hours(session: Session) -> None:
        tenant = session.get_one(Person, an).tenant_id
        for value in ("4 09:00", "4 10:30"):
            decided = {"is": value}
            plan_settings.decide(
                session, tenant, plan_settings.HOURS, "weekly_reminder", decided, (an, MONDAY)
            )

    await world.db.write(set_hours)
    thursday = REMINDER - DAY - 3 * HOUR - 30 * MINUTE
    await world.scheduler().tick(thursday - MINUTE)
    assert await world.outbox("weekly_reminder") == []
    await world.scheduler().tick(thursday)
    assert await world.addressed("weekly_reminder") == [an]
    await world.scheduler().tick(REMINDER)
    assert await world.addressed("weekly_reminder") == [an, an + 1]


async def test_two_schedulers_at_the_same_moment_send_one(world: World, database_url: str) -> None:
    for name in ("An", "Bình", "Chi"):
        await world.person(name)
    await world.person("Dung", role="manager")
    other = await open_database(database_url)
    try:
        schedulers = [world.scheduler(), world.scheduler(other), world.scheduler(), world.scheduler(other)]
        reports = await asyncio.gather(*(scheduler.tick(SUMMARY) for scheduler in schedulers))
    finally:
        await other.close()
    done = [outcome for report in reports for outcome in report.outcomes()]
    assert sorted(done) == [("weekly_reminder", "done"), ("weekly_summary", "done")]
    assert len(await world.outbox()) == 4


def broken(session: Session, occasion: Occasion) -> Mapping[str, int]:
    JOBS["weekly_reminder"](session, occasion)
    raise RuntimeError("this job breaks after it has written its messages")


def nothing(session: Session, occasion: Occasion) -> Mapping[str, int]:
    return {}


async def test_a_broken_job_stops_no_other_and_leaves_nothing_behind(world: World) -> None:
    dung = await world.person("Dung", role="manager")
    report = await world.scheduler(jobs={**JOBS, "weekly_reminder": broken}).tick(SUMMARY)
    assert report.outcomes() == (("weekly_reminder", "failed"), ("weekly_summary", "done"))
    assert await world.addressed() == [dung]
    assert [job for job, _, _ in await world.ledger()] == ["weekly_summary"]


async def test_a_job_that_failed_is_tried_again_after_a_pause_that_grows(world: World) -> None:
    await world.person("An")
    broken_down = [True]

    def job(session: Session, occasion: Occasion) -> Mapping[str, int]:
        return (broken if broken_down else JOBS["weekly_reminder"])(session, occasion)

    scheduler = world.scheduler(jobs={"weekly_reminder": job, "weekly_summary": nothing})
    tried = ["failed" in dict((await scheduler.tick(REMINDER)).outcomes()).values() for _ in range(8)]
    assert tried == [True, False, True, False, False, False, True, False]
    broken_down.clear()
    for _ in range(10):
        await scheduler.tick(REMINDER)
    assert len(await world.outbox()) == 1


async def test_a_tenant_with_an_unknown_time_zone_stops_no_other(world: World) -> None:
    an = await world.person("An")
    await world.person("Chi", tenant="cao_duc")
    await world.sets_zone("dong_cuu", "Nowhere/At_all")
    await world.sets_zone("cao_duc", "Asia/Ho_Chi_Minh")
    report = await world.scheduler().tick(REMINDER)
    assert ("weekly_reminder", "failed") in report.outcomes()
    assert ("weekly_reminder", "done") in report.outcomes()
    assert an not in await world.addressed()


async def test_a_schedule_that_names_an_unknown_job_is_refused(world: World) -> None:
    wrong = catalogue(jobs={"weekly_party": JobTime(weekday=1, at="09:00")})
    with pytest.raises(ContentError, match="weekly_party"):
        Scheduler(world.db, Content(wrong, shipped.texts()), lambda: MONDAY, lambda: None)


async def test_a_started_scheduler_ticks_at_once_and_stops_cleanly(world: World) -> None:
    await world.person("An")
    woken = asyncio.Event()
    known, texts = world.content.catalogue, world.content.texts
    scheduler = Scheduler(world.db, Content(known, texts), lambda: REMINDER, woken.set)
    scheduler.start()
    await asyncio.wait_for(woken.wait(), 30)
    await scheduler.stop()
    await scheduler.stop()
    assert len(await world.outbox("weekly_reminder")) == 1
