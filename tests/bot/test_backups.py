"""A backup holds everything, is the same when restored elsewhere, and is taken whole or not at all."""

import asyncio
import os
import resource
import zipfile
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import orjson
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import backups
from bot.backup_archive import BrokenBackup, Copied, NotEmpty, digest_of
from bot.files import FileStore
from bot.nightly import Nightly
from bot.rights_register import Claim
from core.errors import TiendoError
from storage.copying import copied_tables
from storage.db import Database, open_database
from storage.models import Fact, Outbox, Person, Unit
from tests.reports.plan_report.world import a_year

NOW = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


async def _pieces() -> AsyncIterator[bytes]:
    yield b"\xff\xd8\xff a photo"


def _nobody(session: Session, person: Person, claim: Claim) -> bool:
    raise AssertionError("nobody claimed anything")


def _linked(session: Session) -> None:
    """Rows that refer to later ones of their own table."""
    first, *_, last = session.scalars(select(Fact).order_by(Fact.id)).all()
    first.supersedes_id = last.id
    units = session.scalars(select(Unit).order_by(Unit.id)).all()
    units[0].successor_id = units[-1].id
    payload = {"b": [1, 2.5, None], "a": "\u0103"}
    session.add(Outbox(channel="web", chat="x", payload=payload, created_at=NOW, not_before=NOW))


def _digests(session: Session) -> dict[str, Copied]:
    return {each.name: digest_of(session, each) for each in copied_tables()}


async def test_restored_elsewhere_it_is_the_same_and_goes_on(
    db: Database, database_url: str, tmp_path: Path, sqlite_url: str
) -> None:
    await db.write(a_year)
    await db.write(_linked)
    files = FileStore(tmp_path / "files")
    key = (await files.store(_pieces(), 100)).key
    path, made = await backups.back_up(db, files, tmp_path / "backups", NOW)
    assert await backups.check(path) == made
    assert made.rows > 100
    assert made.files == (key,)
    other = await open_database(f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}")
    try:
        there = FileStore(tmp_path / "there")
        await backups.restore(other, there, path, _nobody)
        assert await other.read(_digests) == await db.read(_digests)
        assert there.path(key).read_bytes() == files.path(key).read_bytes()
        with pytest.raises(TiendoError, match="empty"):
            await backups.restore(other, there, path, _nobody)
        # what is stored from now on gets numbers and states of its own
        await other.write(lambda session: session.get_one(Fact, 1).__setattr__("status", "withdrawn"))
        back, _ = await backups.back_up(other, there, tmp_path / "back", NOW)
    finally:
        await other.close()
    assert (await backups.check(back)).tables["fact"] != made.tables["fact"]


async def test_into_either_engine(database_url: str, db: Database, tmp_path: Path) -> None:
    source = await open_database(f"sqlite:///{tmp_path / 'source.sqlite3'}")
    try:
        await source.write(a_year)
        await source.write(_linked)
        files = FileStore(tmp_path / "files")
        path, _ = await backups.back_up(source, files, tmp_path / "backups", NOW)
        await backups.restore(db, files, path, _nobody)
        assert await db.read(_digests) == await source.read(_digests)
    finally:
        await source.close()
    unit = await db.write(_another_unit)
    assert unit > 1


def _another_unit(session: Session) -> int:
    like = session.get_one(Unit, 1)
    new = Unit(tenant_id=like.tenant_id, code="another", name="Another")
    session.add(new)
    session.flush()
    return new.id


async def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(
    db: Database, database_url: str, tmp_path: Path
) -> None:
    await db.write(a_year)
    done = asyncio.Event()

    def pair(number: int, session: Session) -> None:
        like = {"channel": "web", "chat": str(number), "payload": {}, "created_at": NOW, "not_before": NOW}
        session.add_all([Outbox(**like), Outbox(**like)])

    async def write() -> int:
        number = 0
        while not done.is_set():
            number += 1
            await db.write(partial(pair, number))
        return number

    writing = asyncio.create_task(write())
    path, made = await backups.back_up(db, FileStore(tmp_path / "files"), tmp_path / "backups", NOW)
    done.set()
    assert await writing > made.tables["outbox"].rows / 2
    other = await open_database(f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}")
    try:
        await backups.restore(other, FileStore(tmp_path / "there"), path, _nobody)
        assert dict((await other.read(_digests)).items()) == made.tables
        chats = select(func.count()).select_from(Outbox).group_by(Outbox.chat)
        assert set(await other.read(lambda session: list(session.scalars(chats)))) <= {2}
    finally:
        await other.close()


def _changed(path: Path, name: str, make: Callable[[bytes], bytes]) -> None:
    """Write an archive anew, with one of its files as `make` has it; its checksum is right."""
    with zipfile.ZipFile(path) as archive:
        found = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for each, content in found.items():
            archive.writestr(each, make(content) if each == name else content)


@pytest.mark.parametrize("damage", ["cut", "other", "photo", "none", "row", "newer"])
async def test_a_backup_that_is_not_whole_is_not_taken(sqlite_url: str, tmp_path: Path, damage: str) -> None:
    source = await open_database(sqlite_url)
    empty = await open_database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    try:
        await source.write(a_year)
        files = FileStore(tmp_path / "files")
        key = (await files.store(_pieces(), 100)).key
        path, made = await backups.back_up(source, files, tmp_path / "backups", NOW)
        kept = tmp_path / "backups" / "files" / key[:2] / key
        match damage:
            case "cut":
                path.write_bytes(path.read_bytes()[:-2000])
            case "other":
                path.write_bytes(orjson.dumps({"no": "backup"}))
            case "photo":
                kept.write_bytes(b"another")
            case "row":
                _changed(path, "tables/fact.jsonl", lambda rows: rows.replace(b"confirmed", b"withdrawn", 1))
            case "newer":
                newer = b"9999"
                _changed(path, "manifest.json", lambda said: said.replace(made.revision.encode(), newer))
            case _:
                path.unlink()
        why = "newer version" if damage == "newer" else str(tmp_path)
        for attempt in (backups.check(path), backups.restore(empty, files, path, _nobody)):
            with pytest.raises(BrokenBackup, match=why):
                await attempt
        assert not any(each.rows for each in (await empty.read(_digests)).values())
    finally:
        await source.close()
        await empty.close()


async def test_where_there_is_data_not_even_a_file_is_added(sqlite_url: str, tmp_path: Path) -> None:
    db = await open_database(sqlite_url)
    try:
        await db.write(a_year)
        files = FileStore(tmp_path / "files")
        await files.store(_pieces(), 100)
        path, _ = await backups.back_up(db, files, tmp_path / "backups", NOW)
        there = FileStore(tmp_path / "there")
        with pytest.raises(NotEmpty):
            await backups.restore(db, there, path, _nobody)
        assert list(there.every_key()) == []
    finally:
        await db.close()


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    for day in range(1, 6):
        (tmp_path / f"tiendo-2026110{day}-023000.zip").touch()
    backups.forget(tmp_path, 2, NOW)
    assert sorted(path.stem[-9:] for path in tmp_path.iterdir()) == ["04-023000", "05-023000"]


async def test_where_there_is_no_room_there_is_none(sqlite_url: str, tmp_path: Path) -> None:
    db, folder = await open_database(sqlite_url), tmp_path / "backups"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        await db.write(a_year)
        files = FileStore(tmp_path / "files")
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, limits[1]))
        with pytest.raises(OSError, match=str(folder)):
            await backups.back_up(db, files, folder, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        await db.close()
    assert list(folder.iterdir()) == []


async def test_files_go_with_the_last_backup_that_names_them(sqlite_url: str, tmp_path: Path) -> None:
    db, files, folder = await open_database(sqlite_url), FileStore(tmp_path / "files"), tmp_path / "backups"
    try:
        key = (await files.store(_pieces(), 100)).key
        kept = folder / "files" / key[:2] / key
        await backups.back_up(db, files, folder, NOW)
        files.remove(key)
        await backups.back_up(db, files, folder, NOW + timedelta(days=1))
    finally:
        await db.close()
    os.utime(kept, (0, 0))
    backups.forget(folder, 2, NOW)
    assert kept.exists()
    backups.forget(folder, 1, NOW)
    assert not kept.exists()


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def test_one_is_made_each_night_and_after_an_hour_where_that_failed(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 5, 11, 12, tzinfo=UTC))
    makes = ("touch", str(tmp_path / "tiendo-20260511-193000.zip"))
    nightly = Nightly(tmp_path, "Asia/Ho_Chi_Minh", clock, makes)
    assert not await nightly.look()
    clock.now = datetime(2026, 5, 11, 19, 30, tzinfo=UTC)  # half past two there
    assert [await nightly.look(), await nightly.look()] == [True, False]
    failing = Nightly(tmp_path, "Asia/Ho_Chi_Minh", clock, ("false",))
    clock.now += timedelta(days=1)
    assert not await failing.look()
    works = ("touch", str(tmp_path / "tiendo-20260512-193000.zip"))
    after = Nightly(tmp_path, "Asia/Ho_Chi_Minh", clock, works)
    assert await after.look()
