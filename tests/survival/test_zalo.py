"""The same on Zalo, by a bot and an account: a bot's choices are typed, and Zalo keeps nothing it polled."""

import asyncio
import random

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.models import Inbox, Outbox
from tests.emulators.zalo_bot import FaultKind
from tests.survival.people import Reporter
from tests.survival.zalo_scene import ZaloScene

pytestmark = pytest.mark.kill

PEOPLE = 60
KILLS = 4


async def test_killed_behind_the_webhooks_of_a_bot_and_an_account_it_stores_every_report_once(
    webhook_scene: ZaloScene,
) -> None:
    scene = webhook_scene
    await scene.people_come(PEOPLE)
    bot = scene.bot()
    bot.start()
    reporting = scene.start_reporting(Reporter.type_in_turn, Reporter.press_in_turn, Reporter.type_at_once)
    await scene.kill_at(bot, random.Random(6), 3)
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order()


async def test_a_burst_in_which_every_update_comes_twice_counts_none_twice(polling_scene: ZaloScene) -> None:
    scene = polling_scene
    await scene.people_come(PEOPLE)
    scene.emulator.faults.add("updates", FaultKind.DUPLICATE, None)
    bot = scene.bot()
    reporting = scene.start_reporting(Reporter.type_at_once, Reporter.press_in_turn)
    bot.start()
    await scene.everything_is_right(await reporting)
    scene.everything_is_in_order(repeated=False)


async def test_killed_while_it_polls_it_loses_no_more_than_what_it_had_just_read(
    polling_scene: ZaloScene,
) -> None:
    scene, chance = polling_scene, random.Random(8)
    await scene.people_come(PEOPLE)
    bot = scene.bot()
    bot.start()
    for _ in range(KILLS):
        for reporter in scene.reporters:
            reporter.person.say("/menu")
        await scene.calls_reach(scene.calls_made() + chance.randrange(10, PEOPLE))
        await asyncio.sleep(chance.uniform(0, 0.01))
        await bot.kill()
        bot.start()
    updates = scene.emulator.updates
    await scene.until(lambda: not len(updates), "all updates to be read")
    said = {update["message"]["message_id"] for update in updates.all}
    await scene.stored(lambda session: len(said - _stored(session)) <= KILLS, "all but those in hand")
    await scene.all_is_done()
    kept, answers = await scene.in_database(_kept)
    assert kept <= said
    assert len(said) == PEOPLE * KILLS
    assert len(said - kept) <= KILLS
    assert answers == len(kept)


def _stored(session: Session) -> set[str]:
    return set(session.scalars(select(Inbox.update_key)))


def _kept(session: Session) -> tuple[set[str], int]:
    """What was stored, and how many of those have an answer of their own."""
    answered = select(func.count(func.distinct(Outbox.answers_inbox_id))).where(Outbox.status == "sent")
    return _stored(session), session.scalar(answered) or 0
