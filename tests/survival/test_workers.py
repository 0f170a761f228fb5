"""Two bots on one PostgreSQL database share inbox and outbox. Their clocks differ, as clocks do."""

import asyncio
import random

import pytest

from bot.channel_sender import LEASE
from tests.survival import commune
from tests.survival.people import Reporter
from tests.survival.scene import Scene

pytestmark = pytest.mark.kill

PEOPLE = 100
#: more than one bot sends at the same time, so that both have some
IN_HAND = 20


async def test_each_may_be_killed_and_nothing_is_lost_doubled_or_out_of_order(shared_scene: Scene) -> None:
    scene, chance = shared_scene, random.Random(5)
    await scene.people_come(PEOPLE)
    receiver, worker = scene.bot("receiver"), scene.bot("worker", receives=False, behind=2)
    for bot in (receiver, worker):
        bot.start()
    reporting = scene.start_reporting(Reporter.type_in_turn, Reporter.press_in_turn, Reporter.type_at_once)
    for bot in (worker, receiver, worker):
        await scene.calls_reach(len(scene.emulator.world.calls) + chance.randrange(50, 200))
        await asyncio.sleep(chance.uniform(0, 0.03))
        await bot.kill()
        bot.start()
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order()


async def test_what_the_killed_had_in_hand_goes_out_long_before_its_lease_ends(shared_scene: Scene) -> None:
    scene = shared_scene
    await scene.people_come(IN_HAND)
    bots = [scene.bot("receiver"), scene.bot("worker", receives=False)]
    for bot in bots:
        bot.start()
    await scene.until(lambda: all(bot.is_ready() for bot in bots), "two bots that have started")
    scene.emulator.faults.add("sendMessage", "hang", times=None)
    for reporter in scene.reporters:
        reporter.person.say("/menu")
    await scene.stored(lambda session: len(commune.going(session)[0]) == IN_HAND, "all being sent")
    for bot in bots:
        await bot.kill()
    scene.emulator.faults.clear()
    killed_at = scene.clock()
    bots[1].start()
    await scene.all_is_done()
    assert scene.clock() - killed_at < LEASE
    assert [len(reporter.person.chat) for reporter in scene.reporters] == [1] * IN_HAND
