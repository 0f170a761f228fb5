import asyncio
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from storage.db import Database, open_database
from storage.errors import DatabaseClosed, DatabaseInUse, DatabaseUnavailable, SchemaTooNew
from storage.models import Counter

NAMES = select(Counter.name).order_by(Counter.name)


def keep(name: str, session: Session) -> str:
    session.add(Counter(name=name, value=1))
    return name


async def names(db: Database) -> list[str]:
    return await db.read(lambda session: list(session.scalars(NAMES)))


async def test_what_was_written_is_there_to_read(db: Database) -> None:
    assert await db.write(partial(keep, "a")) == "a"
    assert await names(db) == ["a"]


async def test_a_function_that_fails_leaves_nothing_and_its_error_comes_out(db: Database) -> None:
    def fail(session: Session) -> None:
        keep("a", session)
        session.flush()
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        await db.write(fail)
    assert await names(db) == []


async def test_of_functions_written_together_only_the_failing_ones_are_lost(db: Database) -> None:
    def work(number: int, session: Session) -> int:
        keep(f"{number:03}", session)
        session.flush()
        if number % 3 == 0:
            raise ValueError(number)
        return number

    tasks = [db.write(partial(work, number)) for number in range(100)]
    results = await asyncio.gather(*tasks, return_exceptions=True)
    kept = [number for number in range(100) if number % 3]
    assert [result for result in results if not isinstance(result, ValueError)] == kept
    assert await names(db) == [f"{number:03}" for number in kept]


async def test_a_broken_rule_of_the_database_concerns_only_who_broke_it(db: Database) -> None:
    await db.write(partial(keep, "a"))
    results = await asyncio.gather(
        *(db.write(partial(keep, name)) for name in "bac"),
        return_exceptions=True,
    )
    assert [isinstance(result, IntegrityError) for result in results] == [False, True, False]
    # errors go into logs, what people wrote does not
    assert "parameters hidden" in str(results[1])
    assert await names(db) == ["a", "b", "c"]


async def test_a_function_may_undo_a_part_of_its_own(db: Database) -> None:
    def work(session: Session) -> None:
        keep("a", session)
        session.flush()
        try:
            with session.begin_nested():
                session.add(Counter(name="b", value=1))
                session.flush()
                raise RuntimeError
        except RuntimeError:
            keep("c", session)

    await db.write(work)
    assert await names(db) == ["a", "c"]


async def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(DBAPIError):
        await db.read(lambda session: session.execute(text("DELETE FROM counter")))


async def test_a_reader_sees_one_state_however_long_it_reads(db: Database) -> None:
    gate, read = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    await db.write(partial(keep, "a"))

    async def writer() -> None:
        await read.wait()
        await db.write(partial(keep, "b"))
        gate.set()

    def reader(session: Session) -> tuple[list[str], list[str]]:
        from sqlalchemy.util import await_only

        first = list(session.scalars(NAMES))
        loop.call_soon(read.set)
        await_only(gate.wait())
        return first, list(session.scalars(NAMES))

    seen, _ = await asyncio.gather(db.read(reader), writer())
    assert seen == (["a"], ["a"])


async def test_a_closed_database_takes_no_more(db: Database) -> None:
    await db.close()
    await db.close()
    with pytest.raises(DatabaseClosed):
        await db.write(partial(keep, "a"))
    with pytest.raises(DatabaseClosed):
        await names(db)


async def test_what_waited_when_it_was_closed_is_kept(database_url: str) -> None:
    db = await open_database(database_url)
    tasks = [asyncio.create_task(db.write(partial(keep, name))) for name in "abc"]
    await asyncio.gather(*tasks)
    await db.close()
    again = await open_database(database_url)
    assert await names(again) == ["a", "b", "c"]
    await again.close()


async def test_a_second_owner_of_a_sqlite_file_is_refused(sqlite_url: str) -> None:
    first = await open_database(sqlite_url, exclusive=True)
    with pytest.raises(DatabaseInUse, match=r"tiendo\.db"):
        await open_database(sqlite_url, exclusive=True)
    await first.close()
    second = await open_database(sqlite_url, exclusive=True)
    await second.close()


async def test_a_command_may_work_beside_the_owner(sqlite_url: str) -> None:
    owner = await open_database(sqlite_url, exclusive=True)
    command = await open_database(sqlite_url)
    await command.write(partial(keep, "a"))
    assert await names(owner) == ["a"]
    assert (owner.sole_owner, command.sole_owner) == (True, False)
    await command.close()
    await owner.close()


async def test_a_new_file_gets_all_tables_and_its_folder(tmp_path: Path) -> None:
    db = await open_database(f"sqlite:///{tmp_path}/new/folder/tiendo.db", exclusive=True)
    assert await names(db) == []
    await db.close()


async def test_an_empty_postgres_database_gets_all_tables(empty_postgres_url: str) -> None:
    db = await open_database(empty_postgres_url)
    assert await names(db) == []
    await db.close()


async def test_of_two_processes_that_start_together_one_migrates(empty_postgres_url: str) -> None:
    code = (
        "import asyncio, sys; from storage.db import open_database; asyncio.run(open_database(sys.argv[1]))"
    )
    started = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", code, empty_postgres_url) for _ in "ab"
    ]
    assert [await process.wait() for process in started] == [0, 0]


async def test_a_database_of_a_newer_version_is_refused(database_url: str) -> None:
    db = await open_database(database_url)
    await db.write(
        lambda session: session.execute(text("UPDATE alembic_version SET version_num = '9999'")) and None
    )
    await db.close()
    with pytest.raises(SchemaTooNew, match="9999"):
        await open_database(database_url)


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Kính gửi" * 1000)
    with pytest.raises(DatabaseUnavailable, match=r"letter\.db"):
        await open_database(f"sqlite:///{tmp_path}/letter.db", exclusive=True)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://tiendo:s3cret@127.0.0.1:1/tiendo",
        "postgresql://tiendo:s3cret@/tiendo?host=/nowhere",
        "mysql://root:s3cret@host/db",
        "sqlite://",
        "tiendo.db",
        "",
    ],
)
async def test_an_address_that_leads_nowhere_is_refused_without_showing_the_password(url: str) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        await open_database(url)
    assert "s3cret" not in str(caught.value)


async def test_a_postgres_database_that_is_not_there_is_refused(postgres_url: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="does not exist"):
        await open_database(postgres_url.replace("/test_", "/missing_"))


async def test_a_deadlock_is_solved_by_running_one_side_again(postgres_url: str) -> None:
    from sqlalchemy.util import await_only

    db = await open_database(postgres_url)
    await db.write(partial(keep, "a"))
    await db.write(partial(keep, "b"))
    met = asyncio.Barrier(2)
    runs: list[str] = []

    def work(order: str, session: Session) -> None:
        runs.append(order)
        for name in order:
            session.execute(text("UPDATE counter SET value = value + 1 WHERE name = :name"), {"name": name})
            if name == order[0] and runs.count(order) == 1:
                await_only(met.wait())

    await asyncio.gather(*(db.write(partial(work, order)) for order in ("ab", "ba")))
    assert len(runs) == 3
    assert await db.read(lambda session: list(session.scalars(select(Counter.value)))) == [3, 3]
    await db.close()


async def test_a_lost_connection_fails_one_write_and_the_next_works(postgres_url: str) -> None:
    db = await open_database(postgres_url)
    with pytest.raises(DBAPIError):
        await db.write(lambda session: session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())")))
    await db.write(partial(keep, "a"))
    assert await names(db) == ["a"]
    await db.close()
