"""A plan that runs out: what is counted, who is told, and what gives way."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channel_sender import Hooks
from bot.channels.base import SendError
from bot.intake import Intake
from bot.making import Making
from bot.metering import Meter
from bot.outbox_worker import OutboxWorker
from core.delivery import BULK, NOTICE, REPLY
from core.quota import Plan, Usage
from storage.db import Database
from storage.repositories import usage
from tests.bot.post import Post
from tests.bot.queue_world import outbox_rows, raw
from tests.scheduler.world import World

PLAN = Plan(people=2, messages=20)
WEEK = timedelta(days=7)


class Metered(Post):
    """A channel with a plan, what it takes in, and one administrator who is elsewhere."""

    def __init__(self, db: Database, folder: Path, now: datetime, world: World) -> None:
        super().__init__(db, folder, now)
        self.world = world
        self.meters = {"loop": Meter("loop", PLAN, world.content.texts)}
        self.worker = OutboxWorker(
            db, {"loop": self.channel}, Making(db, self.files), self.clock, Hooks(self.rechecks), self.meters
        )
        self.intake = Intake(db, self.clock, lambda: None, self.meters)

    async def used(self) -> Usage:
        month = PLAN.month(self.clock())
        return await self.db.read(lambda session: usage.read(session, "loop", month))

    async def told(self) -> list[str]:
        """What the administrator is sent, the figures only."""
        rows = [row for row in await outbox_rows(self.db) if row.channel != "loop"]
        return [row.payload["text"].split("**")[1] for row in rows]

    async def uses_up(self, messages: int) -> None:
        """So many updates come in."""
        before = await self.used()
        for number in range(messages):
            await self.intake([raw(f"{before.received}-{number}-{self.clock():%m}")])


@pytest.fixture
async def metered(db: Database, tmp_path: Path, now: datetime) -> Metered:
    world = await World.create(db)
    await world.person("An", role="admin")
    return Metered(db, tmp_path, now, world)


async def test_what_comes_and_what_goes_is_counted_once(metered: Metered) -> None:
    await metered.intake([raw("1"), raw("2")])
    await metered.intake([raw("2"), raw("3")])
    await metered.put("a")
    await metered.put("x" * 5000)
    metered.channel.answers = [OSError("refused"), SendError("perhaps", perhaps=True), None]
    for _ in range(3):
        await metered.run()
        metered.clock.move(60)
    assert await metered.used() == Usage(people=0, sent=1 + 1 + 2, received=3)


async def test_administrators_are_told_of_each_level_once_a_month(metered: Metered) -> None:
    told = []
    for messages in (15, 1, 2, 1, 5):
        await metered.uses_up(messages)
        told.append(await metered.told())
    assert told == [
        [],
        ["16 / 20 tin"],
        ["16 / 20 tin"],
        ["16 / 20 tin", "19 / 20 tin"],
        ["16 / 20 tin", "19 / 20 tin"],
    ]
    metered.clock.move(31 * 86400)
    await metered.uses_up(15)
    assert len(await metered.told()) == 2
    await metered.uses_up(1)
    assert len(await metered.told()) == 3


async def test_administrators_are_told_when_the_plan_is_full_of_people(metered: Metered) -> None:
    await metered.uses_up(1)
    await metered.world.person("Bình", channels=("loop",))
    await metered.uses_up(1)
    assert await metered.told() == []
    await metered.world.person("Chi", channels=("loop",))
    await metered.uses_up(2)
    assert await metered.told() == ["2 / 2 người"]


async def test_reminders_give_way_and_all_else_goes_out(metered: Metered) -> None:
    people = [await metered.world.person(name, channels=("loop",)) for name in ("Bình", "Chi")]

    async def reminders_sent(messages: int) -> int:
        await metered.uses_up(messages)
        before = len(metered.channel.sent)
        for person in people:
            await metered.put("nhắc", priority=BULK, person_id=person)
        await metered.put("trả lời", priority=REPLY)
        await metered.put("báo duyệt", priority=NOTICE)
        sent = (await metered.run())[before:]
        assert sent.count("trả lời") == sent.count("báo duyệt") == 1
        return sent.count("nhắc")

    assert await reminders_sent(0) == 2
    assert await reminders_sent(12) == 1
    assert await reminders_sent(3) == 0
    left_out = [row for row in await outbox_rows(metered.db) if row.status == "dropped"]
    assert {row.error for row in left_out} == {"left out: the month's messages are kept for replies"}
    metered.clock.move(31 * 86400)
    assert await reminders_sent(0) == 2
