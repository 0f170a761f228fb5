"""SQLite: one writer thread, readers beside it, and at most one process that owns the queues."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session

from storage import schema
from storage.db import Database, dumps, loads
from storage.errors import DatabaseClosed, DatabaseInUse, DatabaseUnavailable
from storage.sqlite_writer import Writer

T = TypeVar("T")

_WRITER_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000")
_READER_PRAGMAS = ("busy_timeout=10000", "query_only=ON")
#: tables are rebuilt by copying; with foreign keys on, dropping the old one would delete what refers to it
_MIGRATION_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF", "busy_timeout=10000")
_READERS = 4


class SQLite(Database):
    """One SQLite file."""

    dialect = "sqlite"

    def __init__(self, path: Path, owner: sqlite3.Connection | None, writing: Engine) -> None:
        self.sole_owner = owner is not None
        self._owner = owner
        self._closed = False
        self._writer = Writer(writing)
        self._readers = _reading(path)

    async def write(self, fn: Callable[[Session], T]) -> T:
        result: T = await self._writer.submit(fn)
        return result

    async def read(self, fn: Callable[[Session], T]) -> T:
        if self._closed:
            raise DatabaseClosed
        async with AsyncSession(self._readers, expire_on_commit=False) as session:
            return await session.run_sync(fn)

    async def close(self) -> None:
        self._closed = True
        await self._writer.close()
        await self._readers.dispose()
        if self._owner is not None:
            self._owner.close()
            self._owner = None


async def open_sqlite(url: URL, *, exclusive: bool) -> SQLite:
    """Open, and migrate when needed. The folder is made; the file too."""
    if not url.database or url.database == ":memory:":
        raise DatabaseUnavailable("the SQLite database must be a file: sqlite:///tiendo.db")
    path = Path(url.database)
    return await asyncio.to_thread(_open, path, exclusive)


def _open(path: Path, exclusive: bool) -> SQLite:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        owner = _own(path) if exclusive else None
        try:
            return SQLite(path, owner, _up_to_date(path, owned=exclusive))
        except BaseException:
            if owner is not None:
                owner.close()
            raise
    except (DBAPIError, sqlite3.Error, OSError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise DatabaseUnavailable(f"the database {path} cannot be opened: {reason}") from error


def _own(path: Path) -> sqlite3.Connection:
    """Take the lock beside the database. It is a SQLite lock: the system frees it when the process ends."""
    lock = sqlite3.connect(f"{path}.lock", timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise DatabaseInUse(f"another tiendo process works with {path}; stop that one first") from error
        raise
    return lock


def _up_to_date(path: Path, *, owned: bool) -> Engine:
    """What writes to the file, which has the schema of this version now."""
    writing = _writing(path, _WRITER_PRAGMAS)
    try:
        with writing.connect() as connection:
            current = schema.is_current(connection)
        if not current:
            writing.dispose()
            _migrate(path, owned=owned)
    except BaseException:
        writing.dispose()
        raise
    return writing


def _migrate(path: Path, *, owned: bool) -> None:
    engine = _writing(path, _MIGRATION_PRAGMAS)
    try:
        with engine.connect() as connection:
            owner = None if owned else _own(path)
            try:
                schema.bring_up_to_date(connection)
            finally:
                if owner is not None:
                    owner.close()
    finally:
        engine.dispose()


def _writing(path: Path, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(_url("sqlite+pysqlite", path), pool_size=1, **_common())
    _prepare(engine, pragmas, "BEGIN IMMEDIATE")
    return engine


def _reading(path: Path) -> AsyncEngine:
    engine = create_async_engine(_url("sqlite+aiosqlite", path), pool_size=_READERS, **_common())
    _prepare(engine.sync_engine, _READER_PRAGMAS, "BEGIN")
    return engine


def _url(driver: str, path: Path) -> URL:
    return URL.create(driver, database=str(path))


def _common() -> dict[str, Any]:
    """Errors go into logs: what people wrote does not."""
    return {
        "max_overflow": 0,
        "pool_timeout": 60,
        "hide_parameters": True,
        "json_serializer": dumps,
        "json_deserializer": loads,
    }


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    """Settings of each connection. The driver's own transactions are turned off: they hide savepoints."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def began(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
