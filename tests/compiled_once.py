"""What SQLAlchemy compiled for one database holds for the next of its kind: the tests open thousands of them.

An engine keeps what it compiled to itself. Here the engines of a process, all set up alike, keep it together.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_compiled: LRUCache[Any, Any] = LRUCache(4000)


class _Alike(DefaultDialect):
    """Equal to the others of its kind: it is part of the key under which something compiled is kept."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_compiled)


class Pysqlite(_Alike, SQLiteDialect_pysqlite):
    """The writers of SQLite files."""

    supports_statement_cache = True


class Aiosqlite(_Alike, SQLiteDialect_aiosqlite):
    """Their readers."""

    supports_statement_cache = True


class Asyncpg(_Alike, PGDialect_asyncpg):
    """PostgreSQL."""

    supports_statement_cache = True


def keep_together() -> None:
    """From now on, for every engine of this process."""
    registry.register("sqlite.pysqlite", __name__, Pysqlite.__name__)
    registry.register("sqlite.aiosqlite", __name__, Aiosqlite.__name__)
    registry.register("postgresql.asyncpg", __name__, Asyncpg.__name__)
