"""Making a backup beside a bot that runs, checking it by restoring it, and restoring it for good."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from bot.backup_archive import (
    Backup,
    BrokenBackup,
    Copied,
    be_whole,
    copy_file,
    digest_of,
    keep_files,
    kept_at,
    put_archive_back,
    read_manifest,
    write_manifest,
    write_tables,
)
from bot.files import FileStore
from storage import schema
from storage.copying import copied_tables
from storage.db import Database, open_database


async def back_up(db: Database, files: FileStore, folder: Path, now: datetime) -> tuple[Path, Backup]:
    """Write a backup into the folder. Raises OSError where there is no room; then there is none."""
    path = folder / f"tiendo-{now.astimezone(UTC):%Y%m%d-%H%M%S}.zip"
    part = path.with_suffix(".part")
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    try:
        tables = await db.read(partial(write_tables, part))
        # a file is kept before the row that names it: those of all rows in the backup are there now
        keys = await asyncio.to_thread(lambda: tuple(keep_files(files, folder)))
        backup = Backup(now.astimezone(UTC).isoformat(), schema.revisions()[-1], tables, keys)
        await asyncio.to_thread(write_manifest, part, backup)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path, backup


async def check(path: Path) -> Backup:
    """Restore a backup into a database of its own and compare. Raises BrokenBackup for what differs."""
    backup = await asyncio.to_thread(_read, path)
    with TemporaryDirectory() as folder:
        db = await open_database(f"sqlite:///{Path(folder) / 'check.sqlite3'}")
        try:
            await db.write(partial(put_archive_back, path, backup))
            found = await db.read(_digests)
        finally:
            await db.close()
    wrong = sorted(name for name, copied in backup.tables.items() if found.get(name) != copied)
    if wrong:
        raise BrokenBackup(f"{path}: restored, these tables are not the same: {', '.join(wrong)}")
    return backup


async def restore(db: Database, files: FileStore, path: Path) -> Backup:
    """Put a backup into an empty database, all of it or nothing, and its files into the store.

    Raises BrokenBackup, and TiendoError for a database with data in it.
    """
    backup = await asyncio.to_thread(_read, path)
    # files first: broken off, it is done again from the start
    await asyncio.to_thread(_take_files, path.parent, backup.files, files)
    await db.write(partial(put_archive_back, path, backup))
    return backup


def forget(folder: Path, most: int) -> None:
    """Keep the latest archives only. The files beside them stay: they are in no other place twice."""
    for path in sorted(folder.glob("tiendo-*.zip"))[:-most]:
        path.unlink()


def _read(path: Path) -> Backup:
    backup = read_manifest(path)
    for key in backup.files:
        be_whole(kept_at(path.parent, key), key)
    return backup


def _digests(session: Session) -> dict[str, Copied]:
    return {each.name: digest_of(session, each) for each in copied_tables()}


def _take_files(folder: Path, keys: Sequence[str], files: FileStore) -> None:
    for key in keys:
        copy_file(kept_at(folder, key), files.path(key))
