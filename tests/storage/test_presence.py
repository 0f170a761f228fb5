"""Processes that share a database see whether the others live, by no clock."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Integer, bindparam, func, select, text
from sqlalchemy.orm import Session

from core.messages import Address, Outbound
from core.pace import Rate
from storage.db import Database, open_database
from storage.models import Outbox
from storage.repositories import outbox
from storage.repositories.outbox_claims import PERHAPS_SENT, Terms, claim, take_over

Open = Callable[[], Awaitable[Database]]


@pytest.fixture
async def processes(postgres_url: str) -> AsyncIterator[Open]:
    opened: list[Database] = []

    async def another() -> Database:
        opened.append(await open_database(postgres_url, exclusive=True))
        return opened[-1]

    yield another
    for db in opened:
        await db.close()


async def send(db: Database, now: datetime) -> None:
    """Claim a reply and a reminder, with a lease that is as good as endless."""

    def work(session: Session) -> None:
        outbox.add(session, address=Address("loop", "an"), message=Outbound("a reply"), now=now)
        to = Address("loop", "binh")
        outbox.add(session, address=to, message=Outbound("a reminder"), now=now, dedupe_key="weekly:2")
        terms = Terms("loop", now, Rate.of(0), 16, 12, timedelta(days=1), process=db.process)
        assert len(claim(session, terms, {}).rows) == 2

    await db.write(work)


async def look(db: Database, now: datetime) -> list[tuple[str, str | None]]:
    """Take over what is left of the dead; how everything stands then."""

    def work(session: Session) -> list[tuple[str, str | None]]:
        take_over(session, "loop", db.process or 0, now)
        rows = session.execute(select(Outbox.status, Outbox.error).order_by(Outbox.id))
        return [(status, error) for status, error in rows]

    return await db.write(work)


async def test_what_a_living_process_sends_is_left_to_it(processes: Open, now: datetime) -> None:
    one, other = await processes(), await processes()
    await send(one, now)
    for db in (one, other):
        assert await look(db, now) == [("sending", None)] * 2


async def test_what_a_dead_process_had_in_hand_is_taken_back_at_once(processes: Open, now: datetime) -> None:
    one, other = await processes(), await processes()
    await send(one, now)
    await one.close()
    assert await look(other, now) == [("waiting", None), ("dead", PERHAPS_SENT)]


async def test_a_process_whose_connections_broke_is_seen_again(processes: Open, now: datetime) -> None:
    one, other = await processes(), await processes()
    ours = text(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    before = await other.read(lambda session: set(session.scalars(ours)))
    assert len(before) == 2
    cut = select(func.pg_terminate_backend(bindparam("pid", type_=Integer())))
    for pid in before:
        await other.write(partial(Session.execute, statement=cut, params={"pid": pid}))
    async with asyncio.timeout(30):
        while len((await other.read(lambda session: set(session.scalars(ours)))) - before) != 2:
            await asyncio.sleep(0.05)
    await send(one, now)
    assert await look(other, now) == [("sending", None)] * 2
