"""What people had done about their own data, noted beside the backups: a restore does it again.

    backups/erased.jsonl    {"person": 12, "joined": "2026-03-01T...", "at": "2026-11-02T..."}
                            {"of": 7, "joined": ..., "at": ..., "what": "agree", "purpose": "reminders"}
                            {"of": 7, "joined": ..., "at": ..., "what": "restrict"}

After a restore somebody else may get the number, hence the moment they joined. The lines hold nothing else of
anybody.
"""

import asyncio
import json
import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.background import Background
from core.consents import PURPOSES
from handlers.effects.keep_own_data import erase_person, stop
from handlers.effects.restrict_data import restrict
from handlers.turn import Turns
from storage.db import Database
from storage.models import Audit, Person
from storage.models.base import table

FILE = "erased.jsonl"
#: actions of the trail: a deletion, and what is ended by the first and goes on by the second
ERASE = "erase"
TAKE_BACK, AGREE = "take-back-consent", "agree"
RESTRICT, LIFT = "restrict", "lift-restriction"
#: seconds between looks: a database that is lost then takes what was noted for so long with it
_LOOK = 30.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """What was done about somebody's data: their number, when they had joined, when, and which action."""

    person: int
    joined: str
    at: str
    what: str = ERASE
    #: which consent, where it is about one
    purpose: str = ""

    @property
    def who(self) -> tuple[int, str]:
        """The person, whoever else gets the number later."""
        return self.person, self.joined

    @property
    def moment(self) -> datetime:
        """When it was done."""
        return datetime.fromisoformat(self.at)


def claims_in(session: Session, after: int = 0) -> list[tuple[int, Claim]]:
    """All that was done, each with the line of the trail behind `after` that tells of it."""
    columns = (Audit.id, Person.id, Person.joined_at, Audit.at, Audit.action, Audit.old, Audit.new)
    query = (
        select(*columns)
        .join(Person, Person.id == Audit.entity_id)
        .where(Audit.entity == table(Person).name, Audit.id > after)
        .where(Audit.action.in_((ERASE, TAKE_BACK, AGREE, RESTRICT, LIFT)))
    )
    return [
        (line, Claim(person, _written(joined), _written(at), action, (new or old or {}).get("purpose", "")))
        for line, person, joined, at, action, old, new in session.execute(query.order_by(Audit.id))
    ]


def undone(session: Session, known: Iterable[Claim]) -> list[tuple[Person, Claim]]:
    """What the database may not know of: of each person and matter the last word, where it ended something.

    Somebody whose data are to be deleted has nothing else to be done.
    """
    told = [each for _, each in claims_in(session)]
    gone = {each.who for each in told if each.what == ERASE}
    last: dict[tuple[tuple[int, str], str], Claim] = {}
    for each in sorted({*known, *told}, key=lambda one: (one.moment, one.what)):
        matter = each.purpose or (RESTRICT if each.what == LIFT else each.what)
        last[each.who, matter] = each
    found: list[tuple[Person, Claim]] = []
    for each in last.values():
        person = session.get(Person, each.person)
        if person is None or _written(person.joined_at) != each.joined or each.who in gone:
            continue
        goes = (each.who, ERASE) in last
        if each.what == ERASE or (not goes and each.what in (TAKE_BACK, RESTRICT)):
            found.append((person, each))
    return found


def done_again(turns: Turns, now: datetime) -> Callable[[Session, Person, Claim], bool]:
    """What does to somebody's data again what was done once; False where it holds already."""

    def do(session: Session, person: Person, claim: Claim) -> bool:
        context = turns.by_themselves(session, person, now)
        if claim.what == ERASE:
            erase_person(session, person, context)
            return True
        if claim.what == RESTRICT:
            return restrict(session, person, context, claim.moment)
        purpose = next((each for each in PURPOSES if each.code == claim.purpose), None)
        return purpose is not None and stop(session, person, purpose, context, claim.moment)

    return do


def note_claims(folder: Path, found: Iterable[tuple[int, Claim]]) -> None:
    """Add those that are not noted there yet; when this is done they are on the disk."""
    told = [each for _, each in found]
    if not told:
        return
    known = read_claims(folder)
    new = [each for each in told if each not in known]
    if not new:
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    lines = "".join(f"{json.dumps(_line(each))}\n" for each in new)
    with path.open("a", encoding="utf-8") as file:
        # a line that was cut off is not gone on with
        file.write(f"\n{lines}")
        file.flush()
        os.fsync(file.fileno())


def read_claims(folder: Path) -> frozenset[Claim]:
    """All that are noted in a folder; a line that was cut off when a process died is passed over."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return frozenset()
    return frozenset(each for line in text.splitlines() if (each := _read(line)) is not None)


class RightsRegister(Background):
    """Notes beside the backups, within half a minute, what was done about whose data."""

    def __init__(self, db: Database, folder: Path) -> None:
        self._db, self._folder = db, folder
        self._line = 0

    async def look(self) -> None:
        """Note those that came since the last look; the first one looks at all."""
        found = await self._db.read(lambda session: claims_in(session, self._line))
        await asyncio.to_thread(note_claims, self._folder, found)
        self._line = max((line for line, _ in found), default=self._line)

    async def _run(self) -> None:
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("rights_not_noted")
            await asyncio.sleep(_LOOK)


def _line(claim: Claim) -> dict[str, str | int]:
    moments: dict[str, str | int] = {"joined": claim.joined, "at": claim.at}
    if claim.what == ERASE:
        return {"person": claim.person, **moments}
    # under another key: programs that know of deletions only read every "person" as one
    said: dict[str, str | int] = {"of": claim.person, **moments, "what": claim.what}
    return {**said, "purpose": claim.purpose} if claim.purpose else said


def _read(line: str) -> Claim | None:
    try:
        said = json.loads(line)
        if "person" in said:
            claim = Claim(int(said["person"]), str(said["joined"]), str(said["at"]))
        else:
            what, purpose = str(said["what"]), str(said.get("purpose", ""))
            claim = Claim(int(said["of"]), str(said["joined"]), str(said["at"]), what, purpose)
        return claim if claim.moment.tzinfo else None
    except (ValueError, KeyError, TypeError):
        return None


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
