"""kill -9 in the middle of the work of a whole commune, on SQLite."""

import random

import pytest

from tests.emulators.telegram import FaultKind
from tests.survival.people import Reporter
from tests.survival.scene import Scene

pytestmark = pytest.mark.kill

PEOPLE = 200


async def test_killed_again_and_again_it_stores_every_report_once(scene: Scene) -> None:
    await scene.people_come(PEOPLE)
    bot = scene.bot()
    bot.start()
    reporting = scene.start_reporting(Reporter.type_in_turn, Reporter.press_in_turn)
    await scene.kill_at(bot, random.Random(1), 3)
    await scene.everything_is_right(await reporting)


async def test_killed_under_a_burst_it_answers_everything_in_order(scene: Scene) -> None:
    await scene.people_come(PEOPLE)
    bot = scene.bot()
    reporting = scene.start_reporting(Reporter.type_at_once)
    bot.start()
    await scene.kill_at(bot, random.Random(2), 3)
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order()


async def test_killed_while_every_update_comes_twice_it_counts_none_twice(scene: Scene) -> None:
    await scene.people_come(PEOPLE)
    scene.emulator.faults.add("updates", FaultKind.DUPLICATE, None)
    bot = scene.bot()
    bot.start()
    reporting = scene.start_reporting(Reporter.type_in_turn, Reporter.press_in_turn, Reporter.type_at_once)
    await scene.kill_at(bot, random.Random(3), 2)
    await scene.everything_is_right(await reporting)


async def test_every_button_hit_twice_has_one_effect(scene: Scene) -> None:
    await scene.people_come(PEOPLE // 2, taps=2)
    bot = scene.bot()
    bot.start()
    reporting = scene.start_reporting(Reporter.press_in_turn)
    await scene.kill_at(bot, random.Random(4), 1)
    await scene.everything_is_right(await reporting)
