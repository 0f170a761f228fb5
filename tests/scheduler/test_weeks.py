"""Eight weeks in which the process dies, restarts and jumps in time: everybody gets what is theirs, once."""

import asyncio
import random
from datetime import datetime

import pytest

from tests.scheduler.world import DAY, HOUR, MINUTE, MONDAY, REMINDER, SUMMARY, WEEK, World

WEEKS = 8


@pytest.mark.parametrize("seed", [1, 2])
async def test_eight_weeks_of_crashes_send_each_officer_exactly_their_reminders(
    world: World, seed: int
) -> None:
    chance = random.Random(seed)
    officers = [await world.person(name, joined=MONDAY) for name in ("An", "Bình", "Chi")]
    late = await world.person("Giang", joined=REMINDER + 3 * WEEK + MINUTE)
    manager = await world.person("Dung", role="manager", joined=MONDAY)
    owed: dict[int, set[str]] = {person: set() for person in (*officers, late)}
    for week in range(WEEKS):
        for person in (*officers, late):
            if chance.random() < 0.5:
                await world.reports(person, MONDAY + week * WEEK + chance.randrange(4) * DAY)
            elif person != late or week > 3:
                owed[person].add((REMINDER + week * WEEK).date().isoformat())
        for moment in friday(chance, week):
            await live(world, chance, moment)
    assert await keys(world, "weekly_reminder") == sorted(
        (person, day) for person, days in owed.items() for day in days
    )
    fridays = [(SUMMARY + week * WEEK).date().isoformat() for week in range(WEEKS)]
    assert await keys(world, "weekly_summary") == [(manager, day) for day in fridays]


def friday(chance: random.Random, week: int) -> list[datetime]:
    """Moments after both jobs are due, the first soon enough for both; then the clock jumps about."""
    first = SUMMARY + week * WEEK + chance.randrange(9) * HOUR
    return [first, *(first + chance.randrange(-7 * 24, 24) * HOUR for _ in range(3))]


async def live(world: World, chance: random.Random, moment: datetime) -> None:
    """A process ticks, alone or beside another, and is ended in the middle of it or later."""
    processes = [world.scheduler() for _ in range(chance.choice((1, 1, 2)))]
    ticks = [asyncio.create_task(process.tick(moment)) for process in processes]
    if chance.random() < 0.4:
        for _ in range(chance.randrange(6)):
            await asyncio.sleep(0)
        ticks[0].cancel()
    await asyncio.gather(*ticks, return_exceptions=True)
    await world.scheduler().tick(moment + MINUTE)


async def keys(world: World, job: str) -> list[tuple[int, str]]:
    """(person, due day) of every message a job wrote."""
    rows = [str(row.dedupe_key).split(":") for row in await world.outbox(job)]
    return sorted((int(person), due[:10]) for _, person, due, *_ in rows)
