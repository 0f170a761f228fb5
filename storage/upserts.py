"""Inserts that give way to a row already there: both databases have them, each in a dialect of its own."""

from typing import TYPE_CHECKING

from sqlalchemy import Dialect, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


def dialect_of(session: Session) -> str:
    """ "sqlite" or "postgresql"."""
    dialect: Dialect = session.get_bind().dialect
    return dialect.name


def insert_into(table: Table, dialect: str) -> "sqlite.Insert | postgresql.Insert":
    """An insert that can be told what to do where the row is there already."""
    if dialect == "postgresql":
        # only here: it takes 2 MB, which a bot on SQLite is spared
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)
