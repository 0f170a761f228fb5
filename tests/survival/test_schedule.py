"""Two bots on one PostgreSQL database, both awake when something is due."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import DueRun, Outbox
from storage.repositories.outbox_claims import PERHAPS_SENT
from tests.survival.bots import Bot
from tests.survival.scene import Scene

pytestmark = pytest.mark.kill

OFFICERS = 25
WEEKS = 4
RUNS = ("weekly_reminder", "weekly_summary", "monthly_summary")
#: a little after 14:00 and 16:00 of a Friday in Vietnam
REMINDER = datetime(2026, 5, 15, 7, 0, 10, tzinfo=UTC)
SUMMARY = datetime(2026, 5, 15, 9, 0, 10, tzinfo=UTC)


async def test_what_is_due_goes_out_once_though_both_see_it_at_once(shared_scene: Scene) -> None:
    scene = shared_scene
    await two_awake(scene)
    for week in range(WEEKS):
        # with the reminders of 5 June comes the manager's summary of May
        for moment, messages in ((REMINDER, OFFICERS + (week == WEEKS - 1)), (SUMMARY, 1)):
            expected = heard(scene).total() + messages
            scene.turn_clocks(moment + timedelta(weeks=week))
            await scene.until(partial(all_heard, scene, expected), f"{expected} messages")
    await scene.all_is_done()
    assert list(heard(scene).values()) == [*[WEEKS] * OFFICERS, WEEKS + 1]
    done = await scene.in_database(runs)
    assert [done[job] for job in RUNS] == [WEEKS, WEEKS, 1]


async def test_killed_while_they_remind_nobody_is_left_out_or_reminded_twice(shared_scene: Scene) -> None:
    scene, chance = shared_scene, random.Random(6)
    bots = await two_awake(scene)
    for week in range(1, WEEKS + 1):
        soon = heard(scene).total() + chance.randrange(2)
        scene.turn_clocks(REMINDER + timedelta(weeks=week))
        await scene.until(partial(all_heard, scene, soon), "the first reminder")
        await asyncio.sleep(chance.uniform(0, 0.05))
        killed = chance.choice(bots)
        await killed.kill()
        killed.start()
        await scene.stored(partial(reminded, week), f"reminders of {week} weeks")
        await scene.all_is_done()
    ends = await scene.in_database(fates)
    assert set(ends) <= {("sent", None), ("dead", PERHAPS_SENT)}, scene.told(str(ends))
    assert ends.total() == OFFICERS * WEEKS
    assert ends["sent", None] <= heard(scene).total()
    assert max(heard(scene).values()) <= WEEKS


async def two_awake(scene: Scene) -> list[Bot]:
    """A commune with one manager, and two bots that have started."""
    await scene.people_come(OFFICERS)
    await scene.manager_comes()
    bots = [scene.bot("one", receives=False), scene.bot("other", receives=False, behind=1)]
    for bot in bots:
        bot.start()
    await scene.until(lambda: all(bot.is_ready() for bot in bots), "two bots that have started")
    return bots


def heard(scene: Scene) -> Counter[int]:
    """How many messages each person has got."""
    return Counter({chat: len(person.chat) for chat, person in scene.emulator.world.people.items()})


def runs(session: Session) -> Counter[str]:
    """How often each job was done."""
    return Counter(session.scalars(select(DueRun.job).where(DueRun.outcome == "done")))


def all_heard(scene: Scene, expected: int) -> bool:
    return heard(scene).total() >= expected


def reminded(weeks: int, session: Session) -> bool:
    return runs(session)["weekly_reminder"] == weeks


def fates(session: Session) -> Counter[tuple[str, str | None]]:
    """What became of the reminders: how many have this status and error."""
    reminders = session.scalars(select(Outbox).where(Outbox.dedupe_key.startswith("weekly_reminder:")))
    return Counter((row.status, row.error) for row in reminders)
