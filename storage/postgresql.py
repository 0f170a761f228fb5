"""PostgreSQL: a small pool of connections; a transaction that meets a conflict is run once more."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session

from storage import schema
from storage.db import Database, dumps, loads
from storage.errors import DatabaseClosed, DatabaseUnavailable, is_conflict, sql_state
from storage.presence import Presence

T = TypeVar("T")

#: measured: more connections in one process only add to the wait
_POOL = 8


class PostgreSQL(Database):
    """One PostgreSQL database. Other processes may work with it at the same time."""

    dialect = "postgresql"
    sole_owner = False

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._snapshots = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._presence: Presence | None = None
        self._closed = False

    async def show_presence(self) -> None:
        """Let other processes see that this one lives, from now until it is closed or dies."""
        self._presence = Presence(self._engine)
        await self._presence.begin()
        self.process = self._presence.number

    async def write(self, fn: Callable[[Session], T]) -> T:
        self._refuse_when_closed()
        try:
            return await self._once(fn)
        except DBAPIError as error:
            if not is_conflict(error):
                raise
        return await self._once(fn)

    async def _once(self, fn: Callable[[Session], T]) -> T:
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            result = await session.run_sync(fn)
            await session.commit()
            return result

    async def read(self, fn: Callable[[Session], T]) -> T:
        self._refuse_when_closed()
        async with AsyncSession(self._snapshots, expire_on_commit=False) as session:
            return await session.run_sync(fn)

    async def close(self) -> None:
        self._closed = True
        if self._presence is not None:
            await self._presence.end()
        await self._engine.dispose()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise DatabaseClosed


async def open_postgresql(url: URL, *, exclusive: bool = False) -> PostgreSQL:
    """Connect, and migrate when needed; of two processes that start together one waits for the other."""
    engine = create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=_POOL + exclusive,  # one shows that the process lives
        max_overflow=0,
        pool_timeout=60,
        hide_parameters=True,  # errors go into logs: what people wrote does not
        json_serializer=dumps,
        json_deserializer=loads,
    )
    try:
        async with engine.connect() as connection:
            await _bring_up_to_date(connection)
        database = PostgreSQL(engine)
        if exclusive:
            await database.show_presence()
    except BaseException as error:
        await engine.dispose()
        if isinstance(error, DBAPIError | OSError) or sql_state(error):
            reason = error.orig if isinstance(error, DBAPIError) else error
            where = url.render_as_string()
            raise DatabaseUnavailable(f"the database {where} cannot be opened: {reason}") from error
        raise
    return database


async def _bring_up_to_date(connection: AsyncConnection) -> None:
    if not await connection.run_sync(schema.is_current):
        await connection.run_sync(schema.bring_up_to_date)
