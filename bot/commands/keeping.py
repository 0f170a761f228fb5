"""`tiendo backup` and `tiendo restore`."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot import backups
from bot.backup_archive import Backup, BrokenBackup
from bot.backup_news import tell_admins, tell_broken
from bot.clock import utc_now
from bot.config import Settings, read_settings
from bot.file_purge import unused_files
from bot.files import FileStore
from bot.knowledge import read_knowledge
from bot.rights_register import ERASE, RESTRICT, TAKE_BACK, done_again
from storage.db import open_database
from storage.repositories import audit
from storage.repositories.audit import INSTALLATION, Change, Checked

_MEGA = 1_000_000
_AGAIN = {
    ERASE: "of deleting all data of somebody",
    TAKE_BACK: "of taking back a consent or objecting",
    RESTRICT: "of restricting somebody's data",
}


def backup(
    to: Annotated[Path | None, typer.Option(help="Folder; else TIENDO_BACKUP_DIR.")] = None,
    tell: Annotated[bool, typer.Option("--tell", help="Let admins know what came of it.")] = False,
) -> None:
    """Back up all data beside a bot that may be running, and check it by restoring it."""
    settings = read_settings()
    asyncio.run(_backup(settings, to or settings.backups, tell=tell))


def restore(
    file: Annotated[
        Path, typer.Argument(help="A backup: tiendo-....zip, with the folder `files` beside it.")
    ],
) -> None:
    """Put a backup into an empty database, and its files beside it. The bot does not run meanwhile."""
    settings = read_settings()
    found, again = asyncio.run(_restore(settings, file))
    typer.echo(f"Restored: {_told(found)}")
    if done := ", ".join(f"{again[what]} {name}" for what, name in _AGAIN.items() if again[what]):
        typer.echo(f"Done again, as people had asked for it since: {done}")


async def _backup(settings: Settings, folder: Path, *, tell: bool) -> None:
    db = await open_database(settings.database)
    try:
        try:
            path, made = await backups.back_up(db, FileStore(settings.data_dir / "files"), folder, utc_now())
        except (OSError, BrokenBackup, DBAPIError) as error:
            if tell:
                await db.write(tell_admins(read_knowledge(settings.content_dir), utc_now(), str(error)))
            raise
        backups.forget(folder, settings.backups_kept or 1, utc_now())
        await db.write(_noted("backup", {"file": path.name, "rows": made.rows}))
        if tell:
            store = FileStore(settings.data_dir / "files")
            for key in await db.read(lambda session: unused_files(session, store, utc_now())):
                store.remove(key)
            broken = await db.read(_broken)
            if broken:
                await db.write(tell_broken(read_knowledge(settings.content_dir), utc_now(), broken))
        size = path.stat().st_size / _MEGA
        typer.echo(f"Written: {path} ({size:.1f} MB, {_told(made)}); restored and compared: the same")
        if tell:
            knowledge = read_knowledge(settings.content_dir)
            await db.write(tell_admins(knowledge, utc_now(), None, rows=made.rows, size=size))
    finally:
        await db.close()


async def _restore(settings: Settings, file: Path) -> tuple[Backup, Counter[str]]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    turns, now = read_knowledge(settings.content_dir).turns, utc_now()
    db = await open_database(settings.database, exclusive=True)
    try:
        store = FileStore(settings.data_dir / "files")
        found, again = await backups.restore(db, store, file, done_again(turns, now))
        told = {"file": file.name, "made": found.made_at, **again}
        await db.write(_noted("restore", told))
        return found, again
    finally:
        await db.close()


def _noted(action: str, told: dict[str, object]) -> Callable[[Session], None]:
    """A line of the trail about all tenants."""
    change = Change(utc_now(), None, action, "installation", INSTALLATION, new=told)
    return lambda session: audit.note(session, change)


def _broken(session: Session) -> list[Checked]:
    """The chains of the trail that do not hold."""
    found = (audit.checked(session, chain) for chain in audit.chains(session))
    return [each for each in found if each.breaks]


def _told(backup: Backup) -> str:
    return f"{backup.rows:,} rows, {len(backup.files):,} files, of {backup.made_at}"
