"""What can go wrong with the database itself, and telling that apart from a fault of what was asked."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from core.errors import TiendoError


class DatabaseInUse(TiendoError):
    """Another tiendo process works with this database; stop that one first."""


class DatabaseUnavailable(TiendoError):
    """The database cannot be opened."""


class SchemaTooNew(TiendoError):
    """The database was written by a newer version of tiendo; update the program."""


class TransactionLost(TiendoError):
    """The transaction was ended by something that ran in it."""


class DatabaseClosed(TiendoError):
    """The database is closed."""


#: busy, locked, no memory, read-only, disk error, disk full, cannot open, lock protocol
_SQLITE_TROUBLE = frozenset({5, 6, 7, 8, 10, 13, 14, 15})
#: connection lost, conflict with another transaction, out of resources, shut down, system error
_POSTGRESQL_TROUBLE = ("08", "40", "53", "57P", "58")
_SYSTEM_TROUBLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE})


def is_outage(error: BaseException) -> bool:
    """Whether the database or the disk is in trouble, so that the same thing may succeed later as it is."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or (error.orig is not None and is_outage(error.orig))
    if isinstance(error, sqlite3.Error):
        return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _SQLITE_TROUBLE
    if isinstance(error, PoolTimeout | DatabaseClosed | ConnectionError):
        return True
    if isinstance(error, OSError):
        return error.errno in _SYSTEM_TROUBLE
    state = sql_state(error)
    return state is not None and state.startswith(_POSTGRESQL_TROUBLE)


def is_conflict(error: BaseException) -> bool:
    """Whether PostgreSQL refused a transaction only because of another one (serialization, deadlock)."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return original is not None and sql_state(original) in ("40001", "40P01")


def sql_state(error: BaseException) -> str | None:
    """PostgreSQL's five-letter code, when there is one."""
    state = getattr(error, "sqlstate", None)
    return state if isinstance(state, str) else None
