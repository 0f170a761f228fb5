"""The files of a backup: one archive of all rows a time, and beside them every file people sent, once.

    backups/tiendo-20261121-0230.zip    manifest.json, tables/<name>.jsonl
    backups/files/ab/abcdef...          files by their sha256, as in the file store

A file never changes, so that a later backup only adds those that are new.
"""

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from bot.files import FileStore
from core.errors import TiendoError
from storage import schema
from storage.copying import copied_tables, is_empty, put_back, rows_of

MANIFEST = "manifest.json"
FILES = "files"


class BrokenBackup(TiendoError):
    """The backup is not whole."""


class NotEmpty(TiendoError):
    """The database that a backup is to go into has data in it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows of a table are in a backup, and the sha256 of them."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: of which moment and schema, the tables, and the files beside it by their keys."""

    made_at: str
    revision: str
    tables: Mapping[str, Copied]
    files: tuple[str, ...]

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.tables.values())


def read_manifest(path: Path) -> Backup:
    """What a backup says of itself. Raises BrokenBackup for what is none, or of another schema."""
    backup = manifest_of(path)
    newest = schema.revisions()[-1]
    if backup.revision > newest:
        raise BrokenBackup(
            f"{path}: a newer version of tiendo made it (schema {backup.revision}, this one has {newest});"
            " install that version, then restore it"
        )
    if backup.revision != newest:
        raise BrokenBackup(
            f"{path}: it is of schema {backup.revision}, this version of tiendo has {newest};"
            " restore it with the version that made it, then start this one"
        )
    return backup


def manifest_of(path: Path) -> Backup:
    """What a backup of any schema says of itself. Raises BrokenBackup for what is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            said: dict[str, Any] = json.loads(archive.read(MANIFEST))
        tables = {name: Copied(**each) for name, each in said["tables"].items()}
        return Backup(said["made_at"], str(said["revision"]), tables, tuple(said["files"]))
    except FileNotFoundError:
        raise BrokenBackup(f"{path}: there is no such file") from None
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenBackup(f"{path}: this is no backup, or not a whole one: {error}") from error


def write_manifest(path: Path, backup: Backup) -> None:
    """Add what a backup says of itself to its archive."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(asdict(backup), indent=1))
    flush(path)


def kept_at(folder: Path, key: str) -> Path:
    """Where a file is kept beside the archives in a folder."""
    return folder / FILES / key[:2] / key


def write_tables(path: Path, session: Session) -> dict[str, Copied]:
    """Write all rows into a new archive."""
    tables = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for each in copied_tables():
            counted = Counted()
            with archive.open(_entry(each), "w", force_zip64=True) as entry:
                entry.writelines(counted.through(rows_of(session, each)))
            tables[each.name] = counted.copied
    return tables


def put_archive_back(path: Path, backup: Backup, session: Session) -> None:
    """Store all rows in an empty database. Raises NotEmpty for one that is not, and BrokenBackup."""
    be_empty(session)
    read: dict[str, Counted] = {}
    with zipfile.ZipFile(path) as archive:

        def lines(of: Table) -> Iterator[bytes]:
            read[of.name] = Counted()
            with archive.open(_entry(of)) as entry:
                yield from read[of.name].through(entry)

        try:
            put_back(session, lines)
        except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise BrokenBackup(f"{path}: its rows cannot be read: {error}") from error
    found = {name: counted.copied for name, counted in read.items()}
    wrong = sorted(name for name, copied in backup.tables.items() if found.get(name) != copied)
    if wrong:
        raise BrokenBackup(f"{path}: the rows are not those that were kept, of: {', '.join(wrong)}")


def be_empty(session: Session) -> None:
    """Raise NotEmpty for a database that somebody has stored something in."""
    if not is_empty(session):
        raise NotEmpty("the database has data in it, which stays as it is; restore into an empty one")


class Counted:
    """Counts lines that go through, and their sha256."""

    def __init__(self) -> None:
        self._rows, self._digest = 0, hashlib.sha256()

    def through(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        for line in lines:
            self._rows += 1
            self._digest.update(line)
            yield line

    @property
    def copied(self) -> Copied:
        """What went through so far."""
        return Copied(self._rows, self._digest.hexdigest())


def digest_of(session: Session, of: Table, most: int | None = None) -> Copied:
    """What a backup would say of a table, or of as many rows from its beginning."""
    counted = Counted()
    for _ in counted.through(islice(rows_of(session, of), most)):
        pass
    return counted.copied


def _entry(of: Table) -> str:
    return f"tables/{of.name}.jsonl"


def keep_files(files: FileStore, folder: Path) -> Iterator[str]:
    """Copy every file that is not there yet; the keys of all."""
    for key in files.every_key():
        copy_file(files.path(key), kept_at(folder, key))
        yield key


def copy_file(source: Path, target: Path) -> None:
    """Copy a file that is not there yet; one that is there is whole, and now is needed anew."""
    if target.exists():
        os.utime(target)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    shutil.copyfile(source, part)
    flush(part)
    part.replace(target)


def be_whole(path: Path, key: str) -> None:
    """Raise BrokenBackup for a file that is missing or not what its key says."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BrokenBackup(f"{path}: a file that people sent is missing: {error.strerror}") from error
    if found != key:
        raise BrokenBackup(f"{path}: a file that people sent is not what it was")


def flush(path: Path) -> None:
    """Make what was written survive a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
