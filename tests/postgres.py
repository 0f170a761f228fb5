"""Databases of one PostgreSQL server: new ones, and one that is emptied after each test that had it."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import quote

import asyncpg

from storage.db import open_database

T = TypeVar("T")

#: nothing here has to outlive the machine, only the processes that are killed; and what autovacuum finds out
#: about a table would outlive the test that filled it, and give the next one other plans than a new database
_OFF = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")

#: whoever a test left in the database, until they are gone
_SEND_AWAY = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

#: everything a test may have changed besides rows; two texts are equal when the schemas are
_SCHEMA = """
    SELECT concat_ws(' ', (SELECT string_agg(version_num, ' ') FROM alembic_version),
        (SELECT string_agg(concat_ws(' ', relname, relkind, attname, atttypid, attnotnull), ', '
            ORDER BY relname, attnum)
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = 'public'::regnamespace))
"""

#: as many pages as PostgreSQL takes a table to have of which it knows nothing
_SMALL = 10
#: TRUNCATE makes new files for every table and index; a few rows are gone in a tenth of that time
_EMPTY = f"""
    DO $$ DECLARE
        emptied text;
    BEGIN
        PERFORM set_config('session_replication_role', 'replica', true);
        IF (SELECT max(pg_relation_size(oid)) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace) < {_SMALL} * current_setting('block_size')::int
        THEN
            FOR emptied IN SELECT quote_ident(tablename) FROM pg_tables
                WHERE schemaname = 'public' AND tablename <> 'alembic_version'
            LOOP
                EXECUTE 'DELETE FROM ' || emptied;
            END LOOP;
            PERFORM setval(oid::regclass, 1, false) FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'S';
        ELSE
            EXECUTE (SELECT format('TRUNCATE %s RESTART IDENTITY', string_agg(quote_ident(tablename), ', '))
                FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version');
        END IF;
    END $$
"""


class Server:
    """A running PostgreSQL server, reached through its socket.

    One connection to each database stays open: a new one takes the server longer than all that is asked.
    """

    def __init__(self, socket_folder: str) -> None:
        self._socket_folder = socket_folder
        self._numbers = itertools.count()
        self._spare: list[str] = []
        self._schema = ""
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="postgres", daemon=True)
        self._thread.start()
        self._open: dict[str, Any] = {}
        for setting in _OFF:
            self._run("postgres", f"ALTER SYSTEM SET {setting} = off")
        self._run("postgres", "SELECT pg_reload_conf()")

    def close(self) -> None:
        """Let go of all connections."""
        for name in list(self._open):
            self._let_go(name)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a new database without tables, which is dropped afterwards."""
        name = self._create()
        yield self._url(name)
        self._drop(name)

    @contextmanager
    def emptied(self) -> Iterator[str]:
        """The address of a database with all tables and no rows.

        The next one gets the same: to empty it takes a tenth of the time that a new one does.
        One whose schema was changed is dropped.
        """
        name = self._spare.pop() if self._spare else self._create_with_tables()
        yield self._url(name)
        if self._run(name, _SEND_AWAY, _SCHEMA) == self._schema:
            self._run(name, _EMPTY)
            self._spare.append(name)
        else:
            self._drop(name)

    def _create(self) -> str:
        name = f"test_{next(self._numbers)}"
        self._run("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
        return name

    def _create_with_tables(self) -> str:
        name = self._create()
        in_thread(lambda: migrate(self._url(name)))
        self._schema = self._run(name, _SCHEMA)
        return name

    def _drop(self, name: str) -> None:
        self._let_go(name)
        self._run("postgres", f"DROP DATABASE {name} WITH (FORCE)")

    def _url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(self._socket_folder, safe='')}"

    def _run(self, database: str, *statements: str) -> str:
        """The statements one by one, outside any transaction; the first value of the last."""
        return self._wait_for(self._values(database, statements))

    async def _values(self, database: str, statements: tuple[str, ...]) -> str:
        connection = self._open.get(database)
        if connection is None or connection.is_closed():
            to = {"host": self._socket_folder, "user": "postgres", "database": database}
            connection = self._open[database] = await asyncpg.connect(**to)
        return [str(await connection.fetchval(statement)) for statement in statements][-1]

    def _let_go(self, database: str) -> None:
        if connection := self._open.pop(database, None):
            self._wait_for(connection.close())

    def _wait_for(self, what: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result()


async def migrate(url: str) -> None:
    """Give it all tables."""
    await (await open_database(url)).close()


def in_thread(start: Callable[[], Coroutine[object, object, T]]) -> T:
    """Run it in a loop of its own, whatever loop the test has."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(start())).result()
