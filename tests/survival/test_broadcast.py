"""A bot that is killed while a message goes to many goes on with the next person."""

import asyncio
import random
from collections import Counter
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.broadcasts.audience import OFFICERS
from core.broadcasts.states import BroadcastState, Fate
from storage.models import Broadcast, Person
from storage.queries.broadcasts import tally
from tests.survival.scene import Scene

pytestmark = pytest.mark.kill

PEOPLE, KILLS = 60, 2
WORDS = "No market tomorrow"


async def test_everybody_gets_it_once_or_is_listed(scene: Scene) -> None:
    await scene.people_come(PEOPLE)
    await scene.manager_comes()
    blocked = list(scene.emulator.world.people.values())[1:4]
    for person in blocked:
        person.blocked = True
    bot, chance = scene.bot("one"), random.Random(4)
    bot.start()
    await scene.until(bot.is_ready, "a bot that has started")
    number = await scene.in_database(partial(released, scene))
    for kill in range(1, KILLS + 1):
        await scene.until(partial(has_reached, scene, kill * PEOPLE // (KILLS + 2)), "the first of them")
        await asyncio.sleep(chance.uniform(0, 0.02))
        await bot.kill()
        bot.start()
    await scene.stored(partial(is_done, number), "a message that has gone out")
    fates = await scene.in_database(lambda session: tally(session, number).fates)
    assert set(fates) <= {Fate.SENT, Fate.BLOCKED, Fate.PERHAPS}, scene.told(str(fates))
    assert sum(fates.values()) == PEOPLE
    assert fates.get(Fate.BLOCKED, 0) <= len(blocked)
    times = heard(scene)
    assert max(times.values()) == 1
    assert fates[Fate.SENT] <= times.total() <= fates[Fate.SENT] + fates.get(Fate.PERHAPS, 0)


def released(scene: Scene, session: Session) -> int:
    """A message to all officers, as it is when somebody has just let it go out; its number."""
    head = session.scalars(select(Person).where(Person.role == "manager")).one()
    one = Broadcast(tenant_id=head.tenant_id, text=WORDS, audience=OFFICERS.as_json())
    one.state, one.size, one.any_hour = BroadcastState.SCHEDULED.value, PEOPLE, True
    one.written_by = one.released_by = head.id
    one.written_at = one.released_at = scene.clock()
    session.add(one)
    session.flush()
    return one.id


def is_done(number: int, session: Session) -> bool:
    return session.get_one(Broadcast, number).state == BroadcastState.DONE


def heard(scene: Scene) -> Counter[int]:
    """How often each person has got the message."""
    return Counter(
        chat
        for chat, person in scene.emulator.world.people.items()
        for seen in person.chat
        if WORDS in seen.text
    )


def has_reached(scene: Scene, people: int) -> bool:
    return heard(scene).total() >= people
