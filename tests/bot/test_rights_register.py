"""What people had done about their own data holds when a backup from before is restored."""

import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import backups
from bot.files import FileStore
from bot.knowledge import Knowledge
from bot.rights_register import (
    ERASE,
    FILE,
    RESTRICT,
    Claim,
    RightsRegister,
    done_again,
    note_claims,
    read_claims,
)
from core.catalogue.fact_types import Role
from core.consents import purposes_of
from handlers.effects.erase_traces import NOBODY
from storage.db import Database, open_database
from storage.models import Consent, Person
from storage.repositories import audit
from storage.repositories.consents import holds
from tests import shipped
from tests.handlers.test_restricted import asked_for
from tests.handlers.village import Village

AT = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@asynccontextmanager
async def _restored(
    village: Village, path: Path, folder: Path
) -> AsyncIterator[tuple[Database, Counter[str]]]:
    again = done_again(village.knowledge.turns, village.now)
    db = await open_database(f"sqlite:///{folder / 'elsewhere.sqlite3'}")
    try:
        _, done = await backups.restore(db, FileStore(folder / "there"), path, again)
        yield db, done
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
    register = RightsRegister(db, folder)
    await register.look()
    await register.look()
    (noted,) = read_claims(folder)
    if another:  # somebody who got that number later
        (folder / FILE).unlink()
        note_claims(folder, [(1, Claim(noted.person, AT.isoformat(), noted.at))])
    async with _restored(village, path, tmp_path) as (restored, again):
        assert await restored.read(_erased) == ([] if another else [number])
        assert again == ({} if another else {ERASE: 1})


def _wanted(session: Session) -> set[tuple[int, str]]:
    """What everybody's data are used for, and whose are only kept."""
    people = session.scalars(select(Person)).all()
    used = {
        (each.id, use.code)
        for each in people
        for use in purposes_of(Role(each.role))
        if holds(session, each.id, use)
    }
    return used | {(each.id, "restricted") for each in people if each.restricted_at is not None}


async def test_who_took_back_a_yes_or_had_their_data_restricted_since_the_backup_is_left_alone(
    db: Database, knowledge: Knowledge, tmp_path: Path
) -> None:
    village, folder = await Village(db, knowledge).build(), tmp_path / "backups"
    for purpose in ("reminders", "contact", "location"):
        await village.press("binh", f"dt:agree:{purpose}")
    path, _ = await backups.back_up(db, FileStore(tmp_path / "files"), folder, village.now)
    for purpose in ("reminders", "contact"):
        await village.press("binh", f"dt:stop:{purpose}")
    await village.press("binh", "dt:agree:contact")
    await village.press("an", "dt:stop:work-reminders")
    await village.press("chi", f"dt:restrict:{await asked_for(village, 'an')}")
    await village.press("chi", f"dt:restrict:{await asked_for(village, 'binh')}")
    await village.press("binh", "dt:lift")
    taken_at = select(Consent.withdrawn_at).where(Consent.purpose == "reminders")
    withdrawn = await db.read(lambda session: session.scalars(taken_at).one())
    await RightsRegister(db, folder).look()
    wanted, binh = await db.read(_wanted), await village.person_id("binh")
    assert {what for number, what in wanted if number == binh} == {"contact", "location"}
    async with _restored(village, path, tmp_path) as (restored, again):
        assert await restored.read(_wanted) == wanted
        assert await restored.read(lambda session: session.scalars(taken_at).one()) == withdrawn
        assert again == {"take-back-consent": 2, "restrict": 1}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_backup_from_after_stays_as_it_is(db: Database, knowledge: Knowledge, tmp_path: Path) -> None:
    village, folder = await Village(db, knowledge).build(), tmp_path / "backups"
    await village.press("binh", "me:erase")
    path, _ = await backups.back_up(db, FileStore(tmp_path / "files"), folder, village.now)
    assert len(read_claims(folder)) == 1
    async with _restored(village, path, tmp_path) as (_, again):
        assert not again


def test_a_register_from_before_holds_deletions_and_its_readers_take_nothing_else_for_one(
    tmp_path: Path,
) -> None:
    erased, restricted = (
        Claim(1, AT.isoformat(), AT.isoformat()),
        Claim(2, AT.isoformat(), AT.isoformat(), RESTRICT),
    )
    (tmp_path / FILE).write_text(json.dumps({"person": 1, "joined": erased.joined, "at": erased.at}))
    note_claims(tmp_path, [(1, erased), (2, restricted)])
    assert read_claims(tmp_path) == {erased, restricted}
    lines = [json.loads(line) for line in (tmp_path / FILE).read_text().split("\n") if line]
    assert [line.get("person") for line in lines] == [1, None]


def test_a_line_that_was_cut_off_is_passed_over_and_the_next_one_stands(tmp_path: Path) -> None:
    first, second = (Claim(number, AT.isoformat(), (AT + timedelta(days=1)).isoformat()) for number in (1, 2))
    note_claims(tmp_path, [(1, first)])
    with (tmp_path / FILE).open("a") as file:
        file.write('{"person": 3, "joi')
    note_claims(tmp_path, [(1, first), (2, second)])
    assert read_claims(tmp_path) == {first, second}
