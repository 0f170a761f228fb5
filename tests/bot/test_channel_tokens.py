"""Administrators are told that a channel's tokens are in danger: each once a day, in their own language."""

import logging
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.channel_tokens import StoredTokens, TokenAlarm
from bot.channels.zalo_oa import NAME, Pair
from storage.db import Database
from storage.models import Outbox
from tests.scheduler.world import World

DAY = timedelta(days=1)


@pytest.fixture
async def world(db: Database, now: datetime) -> World:
    """Two tenants; the pair of an account that lives."""
    world = await World.create(db)
    await StoredTokens(db, NAME).plant(Pair("a", "r", "s", now, now + DAY, now + 90 * DAY))
    return world


async def told(world: World) -> list[tuple[int | None, str]]:
    rows = await world.db.read(
        lambda session: session.execute(select(Outbox.person_id, Outbox.payload)).all()
    )
    return [(person, payload["text"].split()[1]) for person, payload in rows]


async def test_every_administrator_is_told_once_a_day(world: World, now: datetime) -> None:
    alarm = TokenAlarm(world.db, NAME, world.content.texts)
    an = await world.person("An", role="admin")
    binh = await world.person("Bình", role="admin", tenant="cao_duc", locale="en")
    await world.person("Chi", role="officer")
    for hours in (0, 1, 23):
        await alarm("no hope", now + timedelta(hours=hours))
    assert await told(world) == [(an, "Kênh"), (binh, "The")]
    await alarm("no hope", now + DAY)
    assert len(await told(world)) == 4


async def test_operators_find_each_in_the_log(
    world: World, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    alarm = TokenAlarm(world.db, NAME, world.content.texts)
    await alarm("no hope", now)
    await alarm("no hope", now)
    found = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [vars(record)["trouble"] for record in found] == ["no hope"] * 2


async def test_what_is_stored_is_read_again_whole(db: Database, now: datetime) -> None:
    store = StoredTokens(db, NAME)
    assert await store.read() is None
    first = Pair("a", "r", "s", now, now + DAY, now + 90 * DAY)
    await store.plant(first)
    assert await store.read() == first
    second = Pair("a2", "r2", "s", now + DAY, now + 2 * DAY, now + 91 * DAY)
    assert await store.claim(first, now, DAY)
    assert not await store.claim(first, now, DAY)
    await store.release()
    assert await store.claim(first, now, DAY)
    assert await store.replace(first, second)
    assert not await store.replace(first, second)
    assert await store.read() == second
