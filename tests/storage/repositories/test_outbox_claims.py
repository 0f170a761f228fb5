"""Claims that meet: two processes share the budget of a channel, and the order of a chat."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from core.messages import Address, Outbound
from core.pace import Rate
from storage.db import Database, open_database
from storage.repositories import outbox, pace
from storage.repositories.outbox_claims import Claimed, Terms, claim


@pytest.fixture
async def shared(postgres_url: str) -> AsyncIterator[Database]:
    db = await open_database(postgres_url)
    yield db
    await db.close()


async def write(db: Database, now: datetime, *chats: str) -> None:
    def add(session: Session) -> None:
        for chat in chats:
            outbox.add(session, address=Address("loop", chat), message=Outbound("hi"), now=now)

    await db.write(add)


def terms(now: datetime, rate: float = 0) -> Terms:
    return Terms("loop", now, Rate.of(rate), places=16, bulk_places=12, lease=timedelta(minutes=5))


async def both(db: Database, asked: Terms) -> list[Claimed]:
    """Two processes claim, the second while the first has not committed."""
    claimed, finish = asyncio.Event(), asyncio.Event()

    def slow(session: Session) -> Claimed:
        result = claim(session, asked, {})
        claimed.set()
        await_only(finish.wait())
        return result

    first = asyncio.create_task(db.write(slow))
    await claimed.wait()
    second = asyncio.create_task(db.write(partial(claim, terms=asked, rechecks={})))
    await asyncio.sleep(0.2)  # the second one is waiting by now, or has gone wrong
    finish.set()
    return [await first, await second]


async def test_two_claims_at_once_stay_within_the_budget(shared: Database, now: datetime) -> None:
    await write(shared, now, *map(str, range(40)))
    await shared.write(partial(pace.lock, channel="loop", rate=Rate.of(5), now=now))
    results = await both(shared, terms(now, rate=5))
    assert [len(result.rows) for result in results] == [5, 0]


async def test_two_first_claims_at_once_stay_within_the_budget(shared: Database, now: datetime) -> None:
    await write(shared, now, *map(str, range(40)))
    results = await both(shared, terms(now, rate=5))
    assert [len(result.rows) for result in results] == [5, 0]


async def test_two_claims_at_once_take_no_message_twice(shared: Database, now: datetime) -> None:
    await write(shared, now, *map(str, range(40)))
    first, second = await both(shared, terms(now))
    ids = [row.id for row in first.rows + second.rows]
    assert len(ids) == len(set(ids)) == 32


async def test_a_chat_with_a_message_on_its_way_gets_no_second_one(db: Database, now: datetime) -> None:
    await write(db, now, "an", "an", "binh")
    take = partial(claim, terms=terms(now), rechecks={})
    assert [row.id for row in (await db.write(take)).rows] == [1, 3]
    assert (await db.write(take)).rows == ()
    await db.write(lambda session: outbox.sent(session, 1, None, now))
    assert [row.id for row in (await db.write(take)).rows] == [2]


async def test_it_says_when_the_budget_will_allow_more(db: Database, now: datetime) -> None:
    await write(db, now, *map(str, range(10)))
    take = partial(claim, terms=terms(now, rate=5), rechecks={})
    assert (await db.write(take)).again_at == now + Rate.of(5).span
