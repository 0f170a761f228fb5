"""The trail is only added to, line after line, and says so when somebody got behind the database."""

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from core.trail import Break
from storage import triggers
from storage.copying import copied_tables, put_back, rows_of
from storage.db import Database, open_database
from storage.models import Audit
from storage.repositories import audit
from storage.repositories.audit import Change

AT = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


def line(number: int, chain: int = 1, **words: Any) -> Change:
    return Change(AT, None, "settle", "fact", number, chain=chain, **words)


async def noted(db: Database, *lines: Change) -> None:
    def write(session: Session) -> None:
        for one in lines:
            audit.note(session, one)

    await db.write(write)


async def broken(db: Database, chain: int = 1) -> tuple[Break, ...]:
    return (await db.read(lambda session: audit.checked(session, chain))).breaks


async def behind_its_back(db: Database, statement: Any) -> None:
    """What somebody does who owns the database."""

    def write(session: Session) -> None:
        triggers.unguard_trail(session.connection())
        session.execute(statement)
        triggers.guard_trail(session.connection())

    await db.write(write)


async def test_many_at_once_make_one_chain_for_each_tenant(db: Database) -> None:
    words = {"old": {"giá": 1.0, "b": None}, "new": {"tên": "Hộ “Bé” 5%", "n": [1e16, 2.50]}}
    await asyncio.gather(*(noted(db, line(n, 1 + n % 2, **words), line(n, 1)) for n in range(12)))
    first, second = [await db.read(partial(audit.checked, chain=chain)) for chain in (1, 2)]
    assert (first.lines, first.breaks, second.lines, second.breaks) == (18, (), 6, ())
    assert await db.read(audit.chains) == [1, 2]
    assert await db.read(lambda session: audit.seal_at(session, 2, 6)) == second.seal


async def test_what_is_rolled_back_leaves_no_line(db: Database) -> None:
    def fails(session: Session) -> None:
        with session.begin_nested():
            with session.begin_nested():
                audit.note(session, line(2))
            raise ValueError("no")

    def write(session: Session) -> None:
        audit.note(session, line(1))
        with pytest.raises(ValueError, match="no"):
            fails(session)
        with session.begin_nested():
            audit.note(session, line(4))

    await db.write(write)
    with pytest.raises(ValueError, match="no"):
        await db.write(fails)
    found = await db.read(lambda s: s.scalars(select(Audit.entity_id).order_by(Audit.seq)).all())
    assert found == [1, 4]
    assert await broken(db) == ()


async def test_the_database_refuses_to_change_or_delete_a_line(db: Database) -> None:
    await noted(db, line(1, new={"a": 1}), line(2))
    refused = [
        delete(Audit),
        update(Audit).values(actor_id=None, action="x"),
        update(Audit).values(new={"a": 2}),
        update(Audit).values(salt=None, at=AT.replace(year=2020)),
        *([text("TRUNCATE audit CASCADE")] if db.dialect == "postgresql" else []),
    ]
    for statement in refused:
        with pytest.raises(DBAPIError, match="only added to"):
            await db.write(partial(Session.execute, statement=statement))
    assert await broken(db) == ()


async def test_who_gets_behind_the_database_is_found(db: Database) -> None:
    await noted(db, *(line(n, new={"a": n}) for n in range(1, 6)))
    await behind_its_back(db, update(Audit).where(Audit.seq == 2).values(new={"a": 9}))
    await behind_its_back(db, update(Audit).where(Audit.seq == 3).values(actor_id=None, action="other"))
    await behind_its_back(db, delete(Audit).where(Audit.seq == 4))
    assert await broken(db) == (Break(2, "words"), Break(3, "altered"), Break(5, "missing"))


async def test_words_are_taken_out_and_the_chain_holds_also_after_a_restore(
    db: Database, database_url: str, tmp_path: Any
) -> None:
    await noted(db, line(1, new={"name": "An"}), line(2, chain=2, old={"name": "An"}), line(3))

    def erase(session: Session) -> None:
        rows = session.scalars(select(Audit).where(Audit.entity_id < 3)).all()
        audit.erase_words(session, [(row, None, {"name": "–"}) for row in rows], AT, None)

    await db.write(erase)
    assert await broken(db) == await broken(db, 2) == ()
    copied = await db.read(lambda s: {each: list(rows_of(s, each)) for each in copied_tables()})
    assert not any(b"An" in row for rows in copied.values() for row in rows)
    restored = await open_database(f"sqlite:///{tmp_path / 'restored.db'}")
    await restored.write(lambda session: put_back(session, lambda each: copied[each]))
    await noted(restored, line(4))
    assert await broken(restored) == await broken(restored, 2) == ()
    await behind_its_back(restored, update(Audit).where(Audit.seq == 1).values(new={"name": "Ba"}))
    assert await broken(restored) == (Break(1, "words"),)
    await restored.close()
