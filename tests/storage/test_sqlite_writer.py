"""The writer thread when the database itself is in trouble."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from functools import partial
from threading import Event

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session

from storage.db import Database, open_database
from storage.errors import is_outage
from storage.models import Counter


@pytest.fixture
async def sqlite(sqlite_url: str) -> AsyncIterator[Database]:
    db = await open_database(sqlite_url, exclusive=True)
    yield db
    await db.close()


def keep(name: str, session: Session) -> str:
    session.add(Counter(name=name, value=1))
    session.flush()
    return name


async def count(db: Database) -> int:
    return await db.read(lambda session: len(session.scalars(select(Counter.name)).all()))


async def test_a_commit_that_fails_fails_for_all_who_shared_it_and_keeps_nothing(sqlite: Database) -> None:
    def doom(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(
            text("INSERT INTO invite SELECT 1,'x',999,NULL,'r',NULL,'2026-01-01','2026-01-01',1,1")
        )

    calls = [sqlite.write(partial(keep, "a")), sqlite.write(doom)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(result) for result in results] == [IntegrityError, IntegrityError]
    assert await count(sqlite) == 0
    await sqlite.write(partial(keep, "a"))
    assert await count(sqlite) == 1


async def test_a_full_disk_loses_nothing_that_was_acknowledged_and_the_writer_lives_on(
    sqlite: Database,
) -> None:
    await limit_pages(sqlite, 40)
    acknowledged: list[str] = []
    refused: list[BaseException] = []

    async def write(number: int) -> None:
        name = f"{number:05}" * 15
        try:
            acknowledged.append(await sqlite.write(partial(keep, name)))
        except DBAPIError as error:
            refused.append(error)

    for start in range(0, 3000, 300):
        await asyncio.gather(*(write(number) for number in range(start, start + 300)))
    assert refused
    assert {str(error) for error in refused if not is_outage(error)} == set()
    assert await count(sqlite) == len(acknowledged)
    await limit_pages(sqlite, 100_000)
    await sqlite.write(partial(keep, "room again"))


async def limit_pages(db: Database, pages: int) -> None:
    """A disk with room for so many pages more or less."""

    def limit(session: Session) -> None:
        used = session.scalar(text("PRAGMA page_count")) or 0
        session.execute(text(f"PRAGMA max_page_count = {used + pages}"))

    await db.write(limit)


async def test_a_function_that_goes_on_after_the_transaction_was_lost_keeps_nothing(sqlite: Database) -> None:
    def stubborn(session: Session) -> str:
        keep("before", session)
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("ROLLBACK")  # what SQLite does by itself when a disk error strikes
        return "done"

    begun, go_on = Event(), Event()

    def holds(session: Session) -> None:
        begun.set()
        assert go_on.wait(60)

    # both wait behind another, so that they come into one transaction
    held = asyncio.ensure_future(sqlite.write(holds))
    await asyncio.to_thread(begun.wait)
    calls = [asyncio.ensure_future(sqlite.write(one)) for one in (partial(keep, "a"), stubborn)]
    await asyncio.sleep(0)
    go_on.set()
    await held
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert all(isinstance(result, Exception) for result in results)
    assert await count(sqlite) == 0
    await sqlite.write(partial(keep, "a"))


async def test_a_locked_database_fails_who_waited_as_an_outage_and_nothing_is_half_stored(
    sqlite: Database, sqlite_url: str
) -> None:
    await sqlite.write(lambda session: session.execute(text("PRAGMA busy_timeout = 50")) and None)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    calls = [sqlite.write(partial(keep, name)) for name in "ab"]
    results = await asyncio.gather(*calls, return_exceptions=True)
    other.execute("COMMIT")
    other.close()
    assert all(isinstance(result, OperationalError) and is_outage(result) for result in results)
    await sqlite.write(partial(keep, "a"))
    assert await count(sqlite) == 1


async def test_a_function_that_fails_for_its_own_reason_is_no_outage(sqlite: Database) -> None:
    with pytest.raises(OperationalError) as caught:
        await sqlite.write(lambda session: session.execute(text("SELECT no_such_column FROM counter")))
    assert not is_outage(caught.value)


async def test_even_an_exit_raised_by_a_function_does_not_end_the_writer(sqlite: Database) -> None:
    def leave(session: Session) -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        await sqlite.write(leave)
    assert await sqlite.write(partial(keep, "a")) == "a"


async def test_a_caller_that_gave_up_waiting_stops_nobody(sqlite: Database) -> None:
    tasks = [asyncio.create_task(sqlite.write(partial(keep, str(n)))) for n in range(20)]
    await asyncio.sleep(0)
    tasks[3].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [result for result in results if isinstance(result, str)] == [str(n) for n in range(20) if n != 3]


async def test_commits_are_flushed_to_the_disk_and_foreign_keys_are_kept(sqlite: Database) -> None:
    def settings(session: Session) -> list[object]:
        return [
            session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert await sqlite.write(settings) == ["wal", 2, 1]
