"""The database as the rest of the program sees it: hand in a function of a session, get its result.

What touches the database is a plain function run whole in one transaction; there is no `await` in the middle.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

import orjson
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from storage.errors import DatabaseUnavailable

T = TypeVar("T")


class Database(ABC):
    """One open database.

    `dialect` is "sqlite" or "postgresql". `sole_owner`: no other process works through its queues.
    `process`: the number by which other processes see that this one lives (storage.presence), if it works
    through queues that it shares.
    """

    dialect: str
    sole_owner: bool
    process: int | None = None

    @abstractmethod
    async def write(self, fn: Callable[[Session], T]) -> T:
        """Run `fn` in a transaction; its result once that is committed for good.

        When `fn` raises, nothing it did is kept and the error comes out here. On PostgreSQL `fn` may be run
        a second time after a conflict, so it must change nothing but the database.
        """

    @abstractmethod
    async def read(self, fn: Callable[[Session], T]) -> T:
        """Run `fn` on one consistent view of the data; it cannot write."""

    @abstractmethod
    async def close(self) -> None:
        """Finish what was handed in and let go of all connections. Safe to call twice."""


def dumps(value: Any) -> str:
    """JSON as it is stored: letters stay letters."""
    return orjson.dumps(value).decode()


def loads(value: str | bytes) -> Any:
    return orjson.loads(value)


async def open_database(url: str, *, exclusive: bool = False) -> Database:
    """Open the database at `url` with its schema brought up to date.

    `url` is "sqlite:///file.db" or "postgresql://user:password@host/name". `exclusive` is for whoever works
    through the queues: on SQLite only one process may, and `DatabaseInUse` is raised for the second; on
    PostgreSQL the others see that it lives.
    Raises DatabaseUnavailable, or SchemaTooNew.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseUnavailable(
            "the database address cannot be read; it looks like sqlite:///tiendo.db"
        ) from error
    match parsed.get_backend_name():
        case "sqlite":
            from storage.sqlite import open_sqlite

            return await open_sqlite(parsed, exclusive=exclusive)
        case "postgresql":
            from storage.postgresql import open_postgresql

            return await open_postgresql(parsed, exclusive=exclusive)
        case other:
            raise DatabaseUnavailable(
                f"there is no support for {other} databases, only sqlite and postgresql"
            )
