"""A reminder that one channel does not take goes to the other, and to nobody twice, whatever is killed."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Outbox
from storage.repositories.outbox_claims import PERHAPS_SENT
from tests.survival.linked_scene import LinkedScene, linked_scene_at, preferred
from tests.survival.test_schedule import REMINDER, reminded

pytestmark = pytest.mark.kill

OFFICERS = 15
WEEKS = 3


@pytest.fixture
async def linked_scene(postgres_url: str, tmp_path: Path) -> AsyncIterator[LinkedScene]:
    async with linked_scene_at(postgres_url, tmp_path) as found:
        yield found


async def test_killed_while_reminders_move_on_nobody_is_left_out_or_reminded_twice(
    linked_scene: LinkedScene,
) -> None:
    scene, chance = linked_scene, random.Random(7)
    await scene.officers_link(OFFICERS)
    assert await scene.in_database(preferred) == {"telegram"}
    bots = [scene.bot("one", receives=False), scene.bot("other", receives=False, behind=1)]
    for bot in bots:
        bot.start()
    await scene.until(lambda: all(bot.is_ready() for bot in bots), "two bots that have started")
    for week in range(WEEKS):
        await scene.forget_who_is_unreachable()
        calls = scene.calls_made() + chance.randrange(1, OFFICERS)
        scene.turn_clocks(REMINDER + timedelta(weeks=week))
        await scene.calls_reach(calls)
        await asyncio.sleep(chance.uniform(0, 0.1))
        killed = chance.choice(bots)
        await killed.kill()
        killed.start()
        await scene.stored(partial(reminded, week + 1), f"reminders of {week + 1} weeks")
        await scene.all_is_done()
    ends = await scene.in_database(ends_of_reminders)
    gone, unsure = ("sent", "zalo_bot", "one address before"), ("dead", PERHAPS_SENT)
    assert {end[:2] if end[0] == "dead" else end for end in ends} <= {gone, unsure}, scene.told(str(ends))
    assert ends.total() == OFFICERS * WEEKS
    assert ends[gone]
    assert ends[gone] <= scene.heard().total()
    assert max(scene.heard().values()) <= WEEKS
    assert not any(one.person.chat for one in scene.reporters)


def ends_of_reminders(session: Session) -> Counter[tuple[str, ...]]:
    """What became of the reminders."""
    reminders = session.scalars(select(Outbox).where(Outbox.dedupe_key.startswith("weekly_reminder:")))
    return Counter(_end(row) for row in reminders)


def _end(row: Outbox) -> tuple[str, ...]:
    if row.status == "dead":
        return (row.status, str(row.error), row.channel)
    before = "one address before" if len(row.tried or ()) == 1 else f"tried {row.tried}"
    return (row.status, row.channel, before)
