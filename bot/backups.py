"""Making a backup beside a bot that runs, checking it by restoring it, and restoring it for good."""

import asyncio
import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from bot.backup_archive import (
    FILES,
    Backup,
    BrokenBackup,
    Copied,
    be_empty,
    be_whole,
    copy_file,
    digest_of,
    keep_files,
    kept_at,
    manifest_of,
    put_archive_back,
    read_manifest,
    write_manifest,
    write_tables,
)
from bot.files import FileStore
from bot.rights_register import Claim, claims_in, note_claims, read_claims, undone
from storage import schema
from storage.copying import copied_tables
from storage.db import Database, open_database
from storage.models import Person

#: what is younger may be of a backup that is under way
_YOUNG = timedelta(days=1)


async def back_up(db: Database, files: FileStore, folder: Path, now: datetime) -> tuple[Path, Backup]:
    """Write a backup into the folder; it is there under its name once it was restored and found the same.

    Raises OSError or a database error where there is no room, and BrokenBackup; then there is none.
    """
    path = folder / f"tiendo-{now.astimezone(UTC):%Y%m%d-%H%M%S}.zip"
    part = path.with_suffix(f".{os.getpid()}.part")
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    try:
        tables = await db.read(partial(write_tables, part))
        # a file is kept before the row that names it: those of all rows in the backup are there now
        keys = await asyncio.to_thread(lambda: tuple(keep_files(files, folder)))
        backup = Backup(now.astimezone(UTC).isoformat(), schema.revisions()[-1], tables, keys)
        await asyncio.to_thread(write_manifest, part, backup)
        await asyncio.to_thread(note_claims, folder, await db.read(claims_in))
        await check(part)
        part.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # of a full disk nothing says which one
        raise
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


async def restore(
    db: Database, files: FileStore, path: Path, again: Callable[[Session, Person, Claim], bool]
) -> tuple[Backup, Counter[str]]:
    """Put a backup into an empty database, all of it or nothing, and its files into the store.

    `again` is called for what people had done about their data since (bot.rights_register), and tells whether
    that changed anything; how often it did is told by the action.
    Raises BrokenBackup, and NotEmpty for a database with data in it.
    """
    await db.read(be_empty)
    backup = await asyncio.to_thread(_read, path)
    known = await asyncio.to_thread(read_claims, path.parent)
    # files first: broken off, it is done again from the start
    await asyncio.to_thread(_take_files, path.parent, backup.files, files)

    def put(session: Session) -> Counter[str]:
        put_archive_back(path, backup, session)
        return Counter(
            claim.what for person, claim in undone(session, known) if again(session, person, claim)
        )

    return backup, await db.write(put)


def forget(folder: Path, most: int, now: datetime) -> None:
    """Keep the latest archives, the files that these name, and nothing that was broken off."""
    archives = sorted(folder.glob("tiendo-*.zip"))
    for path in archives[:-most]:
        path.unlink()
    old = (now - _YOUNG).timestamp()
    for part in folder.glob("tiendo-*.part"):
        if part.stat().st_mtime < old:
            part.unlink(missing_ok=True)
    try:
        named = {key for path in archives[-most:] for key in manifest_of(path).files}
    except BrokenBackup:
        return  # what it named is not known
    for path in sorted(folder.glob(f"{FILES}/[0-9a-f][0-9a-f]/*")):
        if path.name not in named and path.stat().st_mtime < old:
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
