"""Two bots on one PostgreSQL database share inbox and outbox. Their clocks differ, as clocks do."""

import asyncio
import random
from datetime import timedelta

import pytest

from bot.channel_sender import LEASE
from tests.survival.people import Reporter
from tests.survival.scene import Scene

pytestmark = pytest.mark.kill

PEOPLE = 100


async def test_each_may_be_killed_and_nothing_is_lost_doubled_or_out_of_order(shared_scene: Scene) -> None:
    scene, chance = shared_scene, random.Random(5)
    await scene.people_come(PEOPLE)
    receiver, worker = scene.bot("receiver"), scene.bot("worker", receives=False, behind=2)
    for bot in (receiver, worker):
        bot.start()
    reporting = scene.start_reporting(Reporter.type_in_turn, Reporter.press_in_turn, Reporter.type_at_once)
    for bot in (worker, receiver, worker):
        await scene.calls_reach(len(scene.emulator.world.calls) + chance.randrange(50, 250))
        await asyncio.sleep(chance.uniform(0, 0.03))
        await bot.kill()
        bot.start()
    await scene.only_the_abandoned_is_left()
    scene.turn_clocks(scene.clock() + LEASE + timedelta(seconds=5))
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order()
