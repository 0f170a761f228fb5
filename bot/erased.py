"""Whose data were deleted, noted beside the backups: what is restored from one is deleted again.

    backups/erased.jsonl    {"person": 12, "joined": "2026-03-01T...", "at": "2026-11-02T..."}

After a restore somebody else may get the number, hence the moment they joined. The lines hold nothing else of
anybody.
"""

import asyncio
import json
import logging
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.background import Background
from storage.db import Database
from storage.models import Audit, Person
from storage.models.base import table

FILE = "erased.jsonl"
#: seconds between looks: a database that is lost then takes the deletions of so long with it
_LOOK = 30.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Erased:
    """Somebody whose data were deleted: their number, when they had joined, and when it was done."""

    person: int
    joined: str
    at: str


def erased_in(session: Session, after: int = 0) -> list[tuple[int, Erased]]:
    """All whose data were deleted, each with the line of the trail behind `after` that tells of it."""
    query = (
        select(Audit.id, Person.id, Person.joined_at, Audit.at)
        .join(Person, Person.id == Audit.entity_id)
        .where(Audit.entity == table(Person).name, Audit.action == "erase", Audit.id > after)
    )
    rows = session.execute(query.order_by(Audit.id))
    return [(line, Erased(person, _written(joined), _written(at))) for line, person, joined, at in rows]


def still_there(session: Session, known: Iterable[Erased]) -> list[Person]:
    """Those among them whose data the database has."""
    gone = {each.person for _, each in erased_in(session)}
    found = ((session.get(Person, each.person), each) for each in sorted(known, key=lambda one: one.at))
    people = (person for person, each in found if person and _written(person.joined_at) == each.joined)
    return [person for person in dict.fromkeys(people) if person.id not in gone]


def note_erased(folder: Path, found: Iterable[tuple[int, Erased]]) -> None:
    """Add those that are not noted there yet; when this is done they are on the disk."""
    known = read_erased(folder)
    new = [each for _, each in found if each not in known]
    if not new:
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    lines = "".join(f"{json.dumps(asdict(each))}\n" for each in new)
    with path.open("a", encoding="utf-8") as file:
        # a line that was cut off is not gone on with
        file.write(f"\n{lines}")
        file.flush()
        os.fsync(file.fileno())


def read_erased(folder: Path) -> frozenset[Erased]:
    """All that are noted in a folder; a line that was cut off when a process died is passed over."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return frozenset()
    return frozenset(each for line in text.splitlines() if (each := _read(line)) is not None)


class Erasures(Background):
    """Notes beside the backups, within half a minute, whose data were deleted."""

    def __init__(self, db: Database, folder: Path) -> None:
        self._db, self._folder = db, folder
        self._line = 0

    async def look(self) -> None:
        """Note those that came since the last look; the first one looks at all."""
        found = await self._db.read(lambda session: erased_in(session, self._line))
        await asyncio.to_thread(note_erased, self._folder, found)
        self._line = max((line for line, _ in found), default=self._line)

    async def _run(self) -> None:
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("erasures_not_noted")
            await asyncio.sleep(_LOOK)


def _read(line: str) -> Erased | None:
    try:
        said = json.loads(line)
        return Erased(int(said["person"]), str(said["joined"]), str(said["at"]))
    except (ValueError, KeyError, TypeError):
        return None


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
