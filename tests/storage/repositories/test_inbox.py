"""Claims that meet: what keeps two processes out of one lane."""

import asyncio
from datetime import datetime

from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from storage.db import Database, open_database
from storage.repositories import inbox
from storage.repositories.inbox import Arrival, InboxRow


async def store(db: Database, now: datetime, *chats: str) -> list[InboxRow]:
    """One row for each; as rows to be claimed."""
    arrivals = [Arrival("loop", str(key), f"loop:{chat}", {}) for key, chat in enumerate(chats)]
    await db.write(lambda session: inbox.add(session, arrivals, now))
    return [InboxRow(number, "loop", f"loop:{chat}", {}, 0) for number, chat in enumerate(chats, 1)]


async def test_only_the_oldest_row_of_a_lane_can_be_claimed(db: Database, now: datetime) -> None:
    first, second, other = await store(db, now, "an", "an", "binh")
    assert not await db.write(lambda session: inbox.claim(session, second))
    assert await db.write(lambda session: inbox.claim(session, other))
    assert await db.write(lambda session: inbox.claim(session, first))
    assert await db.write(lambda session: inbox.claim(session, second))


async def test_a_row_is_claimed_once(db: Database, now: datetime) -> None:
    [row] = await store(db, now, "an")
    assert await db.write(lambda session: inbox.claim(session, row))
    assert not await db.write(lambda session: inbox.claim(session, row))


async def test_the_heads_are_the_oldest_rows_of_the_lanes_that_are_due(db: Database, now: datetime) -> None:
    await store(db, now, "an", "an", "binh", "chi", "chi")

    def look(session: Session) -> list[int]:
        inbox.step_aside(session, 4, "later", now.replace(hour=20))
        return [row.id for row in inbox.heads(session, ["loop"], now, 10)]

    assert await db.write(look) == [1, 3]


async def test_a_lane_in_which_another_process_works_is_left_at_once(
    postgres_url: str, now: datetime
) -> None:
    db = await open_database(postgres_url)
    [row] = await store(db, now, "an")
    claimed, finish = asyncio.Event(), asyncio.Event()

    def slow(session: Session) -> bool:
        taken = inbox.claim(session, row)
        claimed.set()
        await_only(finish.wait())
        return taken

    first = asyncio.create_task(db.write(slow))
    await claimed.wait()
    # It must not wait for the other: its connection is needed for other lanes.
    assert not await db.write(lambda session: inbox.claim(session, row))
    finish.set()
    assert await first
    await db.close()
