"""SIGTERM in the middle of the work: what is in hand is finished, and the next start goes on from there."""

import random

import pytest

from bot.clock import utc_now
from tests.acceptance.clock import TurnableClock
from tests.survival import commune
from tests.survival.command import started, tiendo_run
from tests.survival.people import FEWEST, Reporter
from tests.survival.scene import Scene

pytestmark = pytest.mark.kill


async def test_stopped_again_and_again_it_answers_everything_exactly_once(scene: Scene) -> None:
    chance = random.Random(7)
    await scene.people_come(60)
    bot = scene.bot()
    reporting = scene.start_reporting(Reporter.type_at_once)
    for _ in range(3):
        bot.start()
        await scene.calls_reach(len(scene.emulator.world.calls) + chance.randrange(20, 50))
        await bot.stop()
        claimed, waiting = await scene.in_database(commune.going)
        assert (claimed, waiting > 0) == (set(), True)
    bot.start()
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order(repeated=False)


async def test_the_command_and_its_worker_stop_in_the_middle_and_lose_nothing(shared_scene: Scene) -> None:
    scene = shared_scene
    scene.clock = TurnableClock(utc_now())
    await scene.people_come(60)
    async with tiendo_run(scene) as receiver, tiendo_run(scene, "--worker") as worker:
        await scene.until(lambda: all(map(started, scene.logs)), "both commands to start")
        reporting = scene.start_reporting(Reporter.type_at_once)
        await scene.calls_reach(60 * FEWEST // 3)
        for process in (receiver, worker):
            process.terminate()
        codes = [await receiver.wait(), await worker.wait()]
        assert codes == [0, 0], scene.told(f"exit codes {codes}")
    assert {call.status for call in scene.emulator.calls("getUpdates")} == {200}, "both received"
    claimed, waiting = await scene.in_database(commune.going)
    assert (claimed, waiting > 0) == (set(), True)
    for bot in (scene.bot("receiver"), scene.bot("worker", receives=False)):
        bot.start()
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order(repeated=False)
