"""Statements that stand in a module are run as those written on the spot."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storage.db import Database
from storage.models import Counter
from storage.written_once import run

_NAMED = select(Counter.value).where(Counter.name == bindparam("name"))


async def test_what_was_added_before_is_found(db: Database) -> None:
    def added_and_asked(session: Session) -> list[int]:
        session.add(Counter(name="a", value=3))
        return list(run(session, _NAMED, name="a").scalars())

    assert await db.write(added_and_asked) == [3]


async def test_where_nothing_is_to_be_stored_yet_nothing_is(db: Database) -> None:
    def added_and_asked(session: Session) -> list[int]:
        with session.no_autoflush:
            session.add(Counter(name="a", value=3))
            return list(run(session, _NAMED, name="a").scalars())

    assert await db.write(added_and_asked) == []
