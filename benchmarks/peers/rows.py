"""What a peer stores: one row for each finished report, by SQLAlchemy's async session and aiosqlite."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import JSON, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry


class Base(DeclarativeBase):
    pass


class Report(Base):
    """A finished report: the person and all answers in order."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int]
    answers: Mapped[list[str]] = mapped_column(JSON)


class Rows:
    """The table of reports in an SQLite file."""

    def __init__(self, path: str) -> None:
        self._engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        _write_ahead(self._engine.sync_engine)

    async def create(self) -> None:
        """Make the table, unless it is there."""
        async with self._engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)

    async def add(self, person: int, answers: Sequence[str]) -> None:
        """Store one report."""
        async with self._sessions() as session:
            session.add(Report(person=person, answers=list(answers)))
            await session.commit()


@dataclass(frozen=True)
class Texts:
    """What the bot says: `questions` in order, `lost` to whom it does not know, `done` at the end."""

    lost: str
    questions: list[str]
    done: str


@dataclass(frozen=True)
class Arguments:
    """The command line of a peer."""

    api: str
    token: str
    rows: Rows
    texts: Texts


def arguments() -> Arguments:
    """Read the command line."""
    _, api, token, database, script = sys.argv
    found = json.loads(Path(script).read_text(encoding="utf-8"))
    lost, *questions = found["asks"]
    return Arguments(api, token, Rows(database), Texts(lost, questions, found["done"]))


def _write_ahead(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()
