"""The migrated schema is the models' schema, and the way up and down keeps what it can."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, create_engine, event, func, inspect, make_url, select, text
from sqlalchemy import table as sql_table
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import Session

from storage import schema
from storage.db import open_database
from storage.models import PARTIAL_INDEXES, Base, Conversation, Fact, Person, Tenant, Unit
from storage.repositories import audit

T = TypeVar("T")
NOW = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


class Bare:
    """A connection as migrations get it, on either engine."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)

    async def run(self, fn: Callable[[Connection], T]) -> T:
        if self._url.get_backend_name() == "sqlite":
            return await asyncio.to_thread(self._in_sqlite, fn)
        engine = create_async_engine(self._url.set(drivername="postgresql+asyncpg"))
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(fn)
        finally:
            await engine.dispose()

    def _in_sqlite(self, fn: Callable[[Connection], T]) -> T:
        engine = create_engine(self._url)

        @event.listens_for(engine, "connect")
        def connected(connection: Any, _record: object) -> None:
            connection.isolation_level = None

        @event.listens_for(engine, "begin")
        def began(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

        try:
            with engine.connect() as connection:
                return fn(connection)
        finally:
            engine.dispose()


@pytest.fixture
def bare(database_url: str) -> Bare:
    return Bare(database_url)


def differences(connection: Connection) -> list[Any]:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    partial_indexes = {name for name, *_ in PARTIAL_INDEXES}
    only = {"include_name": lambda name, kind, above: kind != "index" or name not in partial_indexes}
    context = MigrationContext.configure(connection, opts={"compare_type": True, **only})
    return list(compare_metadata(context, Base.metadata))


@pytest.fixture
async def migrated(bare: Bare) -> Bare:
    """A database that came by the migrations from the first on, which a new one does not."""
    await bare.run(partial(schema.move, revision="base"))
    await bare.run(schema.move)
    return bare


def plain(value: object) -> str:
    """As text, conditions of indexes too."""
    return str({key: plain(one) for key, one in value.items()} if isinstance(value, dict) else value)


def described(connection: Connection) -> dict[str, list[str]]:
    """All there is to each table, and how many rows it has."""
    found = inspect(connection)
    return {
        name: sorted(
            [
                *map(plain, found.get_columns(name)),
                *map(plain, found.get_indexes(name)),
                *map(plain, found.get_unique_constraints(name)),
                *map(plain, found.get_foreign_keys(name)),
                *map(plain, found.get_check_constraints(name)),
                plain(found.get_pk_constraint(name)),
                f"{connection.scalar(select(func.count()).select_from(sql_table(name)))} rows",
            ]
        )
        for name in found.get_table_names()
    }


def triggers(connection: Connection) -> list[str]:
    """Everything the database does by itself, with all it says."""
    query = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT pg_get_triggerdef(t.oid) || p.prosrc FROM pg_trigger t"
        " JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal",
    }[connection.dialect.name]
    return sorted(str(one) for one in connection.scalars(text(query)))


async def test_a_new_database_is_what_the_migrations_come_to(bare: Bare) -> None:
    new = await bare.run(described), await bare.run(schema.current)
    by_itself = await bare.run(triggers)
    await bare.run(partial(schema.move, revision="base"))
    assert set(await bare.run(described)) == {"alembic_version"}
    await bare.run(schema.move)
    assert (await bare.run(described), await bare.run(schema.current)) == new
    assert await bare.run(triggers) == by_itself
    assert len(by_itself) == {"sqlite": 5, "postgresql": 6}[await bare.run(lambda one: one.dialect.name)]


async def test_the_migrated_schema_is_what_the_models_say(migrated: Bare) -> None:
    assert await migrated.run(differences) == []


async def test_every_index_and_constraint_of_the_models_is_there_by_name(migrated: Bare) -> None:
    def missing(connection: Connection) -> list[str]:
        found = inspect(connection)
        names: set[str] = set()
        for table in Base.metadata.tables:
            names |= {str(index["name"]) for index in found.get_indexes(table)}
            names |= {str(unique["name"]) for unique in found.get_unique_constraints(table)}
            names |= {str(key["name"]) for key in found.get_foreign_keys(table)}
        wanted = {str(index.name) for table in Base.metadata.tables.values() for index in table.indexes}
        wanted |= {name for name, *_ in PARTIAL_INDEXES}
        wanted |= {
            str(constraint.name)
            for table in Base.metadata.tables.values()
            for constraint in table.constraints
            if not str(constraint.name).startswith("pk_")
        }
        return sorted(wanted - names)

    assert await migrated.run(missing) == []


async def test_the_way_down_leaves_nothing_and_the_way_up_works_again(database_url: str, bare: Bare) -> None:
    db = await open_database(database_url)
    await db.write(some_data)
    await db.close()
    await bare.run(partial(schema.move, revision="base"))
    assert await bare.run(lambda connection: inspect(connection).get_table_names()) == ["alembic_version"]
    await bare.run(schema.move)
    assert await bare.run(differences) == []


async def test_each_step_down_and_up_again_works_on_data(database_url: str, bare: Bare) -> None:
    db = await open_database(database_url)
    await db.write(some_data)
    await db.close()
    revisions = schema.revisions()
    for before, revision in pairwise(revisions):
        await bare.run(partial(schema.move, revision=before))
        await bare.run(partial(schema.move, revision=revision))
    db = await open_database(database_url)
    assert await db.read(what_is_kept) == ("Xã Mẫu", "An", {"giá": "1,5 triệu"}, NOW, date(2026, 5, 10))
    trail = await db.read(lambda session: audit.checked(session, 1))
    assert (trail.lines, trail.breaks) == (2, ())
    await db.close()


def some_data(session: Session) -> None:
    session.add(Tenant(id=1, code="mau", name="Xã Mẫu"))
    session.flush()
    session.add(Unit(id=1, tenant_id=1, code="t1", name="Thôn 1"))
    session.flush()
    session.add(Person(id=1, tenant_id=1, unit_id=1, name="An", role="officer", joined_at=NOW))
    session.flush()
    session.add(Conversation(id=1, person_id=1, state={"open": True}, updated_at=NOW))
    for action in ("join", "approve"):
        audit.note(session, audit.Change(NOW, 1, action, "person", 1, new={"giá": 1.5}, chain=1))
    session.add(
        Fact(
            tenant_id=1,
            type="training",
            type_version=1,
            receipt="BC-1",
            draft_key="d1",
            occurred_from=date(2026, 5, 10),
            occurred_to=date(2026, 5, 10),
            reporter_id=1,
            fields={"giá": "1,5 triệu"},
            status="confirmed",
            recorded_at=NOW,
        )
    )


def what_is_kept(session: Session) -> tuple[str, str, dict[str, Any], datetime, date]:
    fact = session.scalars(select(Fact)).one()
    person = session.get_one(Person, fact.reporter_id)
    tenant = session.get_one(Tenant, person.tenant_id)
    return tenant.name, person.name, fact.fields, fact.recorded_at, fact.occurred_from


async def test_a_migration_that_fails_half_way_changes_nothing(
    bare: Bare, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    await bare.run(partial(schema.move, revision="base"))
    create, made = op.create_table, list[str]()

    def failing(name: str, *columns: Any, **options: Any) -> Any:
        made.append(name)
        if len(made) == 5:
            raise RuntimeError("power cut")
        return create(name, *columns, **options)

    monkeypatch.setattr(op, "create_table", failing)
    with pytest.raises(RuntimeError, match="power cut"):
        await bare.run(schema.move)
    assert set(await bare.run(lambda connection: inspect(connection).get_table_names())) <= {
        "alembic_version"
    }


def test_the_file_names_carry_the_revisions_in_order() -> None:
    from alembic.script import ScriptDirectory

    from storage.migrations.run import config

    scripts = ScriptDirectory.from_config(config())
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(schema.revisions())


async def test_a_current_and_a_new_sqlite_database_are_opened_without_alembic_and_postgresql(
    sqlite_url: str, tmp_path: Path
) -> None:
    code = (
        "import asyncio, sys\n"
        "from storage.db import open_database\n"
        "async def main():\n"
        "    for url in sys.argv[1:]:\n"
        "        await (await open_database(url)).close()\n"
        "asyncio.run(main())\n"
        "sys.exit(bool({'alembic', 'sqlalchemy.dialects.postgresql'} & set(sys.modules)))\n"
    )
    urls = (sqlite_url, f"sqlite:///{tmp_path / 'new.sqlite3'}")
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, *urls)
    assert await process.wait() == 0
