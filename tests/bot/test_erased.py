"""Who had their data deleted stays deleted when a backup from before is restored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import backups
from bot.erased import FILE, Erased, Erasures, note_erased, read_erased
from bot.files import FileStore
from bot.knowledge import Knowledge
from handlers.effects.erase_traces import NOBODY
from storage.db import Database, open_database
from storage.models import Person
from storage.repositories import audit
from tests import shipped
from tests.handlers.village import Village

AT = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@asynccontextmanager
async def _restored(village: Village, path: Path, folder: Path) -> AsyncIterator[tuple[Database, int]]:
    turns = village.knowledge.turns
    db = await open_database(f"sqlite:///{folder / 'elsewhere.sqlite3'}")
    try:
        _, again = await backups.restore(
            db,
            FileStore(folder / "there"),
            path,
            lambda session, person: turns.erase(session, person, village.now),
        )
        yield db, again
    finally:
        await db.close()


def _erased(session: Session) -> list[int]:
    assert not [each for chain in audit.chains(session) if (each := audit.checked(session, chain)).breaks]
    return list(session.scalars(select(Person.id).where(Person.name == NOBODY)))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("another", [False, True])
async def test_a_backup_from_before_brings_nobody_back(
    db: Database, knowledge: Knowledge, tmp_path: Path, another: bool
) -> None:
    village, folder = await Village(db, knowledge).build(), tmp_path / "backups"
    path, _ = await backups.back_up(db, FileStore(tmp_path / "files"), folder, village.now)
    number = await village.person_id("binh")
    await village.press("binh", "me:erase")
    erasures = Erasures(db, folder)
    await erasures.look()
    await erasures.look()
    (noted,) = read_erased(folder)
    if another:  # somebody who got that number later
        (folder / FILE).unlink()
        note_erased(folder, [(1, Erased(noted.person, AT.isoformat(), noted.at))])
    async with _restored(village, path, tmp_path) as (restored, again):
        assert await restored.read(_erased) == ([] if another else [number])
        assert again == (not another)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_backup_from_after_stays_as_it_is(db: Database, knowledge: Knowledge, tmp_path: Path) -> None:
    village, folder = await Village(db, knowledge).build(), tmp_path / "backups"
    await village.press("binh", "me:erase")
    path, _ = await backups.back_up(db, FileStore(tmp_path / "files"), folder, village.now)
    assert len(read_erased(folder)) == 1
    async with _restored(village, path, tmp_path) as (_, again):
        assert again == 0


def test_a_line_that_was_cut_off_is_passed_over_and_the_next_one_stands(tmp_path: Path) -> None:
    first, second = (
        Erased(number, AT.isoformat(), (AT + timedelta(days=1)).isoformat()) for number in (1, 2)
    )
    note_erased(tmp_path, [(1, first)])
    with (tmp_path / FILE).open("a") as file:
        file.write('{"person": 3, "joi')
    note_erased(tmp_path, [(1, first), (2, second)])
    assert read_erased(tmp_path) == {first, second}
