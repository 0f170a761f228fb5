"""The bots that are measured: how each is started, what it needs beforehand, and what it stored."""

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.crowd import FIRST_PERSON
from benchmarks.script import TENANT, Script, Stored, as_typed, fact_type
from bot.clock import utc_now
from bot.seed import bring_in
from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.messages import Address
from storage.db import open_database
from storage.models import Person, Tenant
from storage.repositories import conversations, people

HOME = Path(__file__).resolve().parent.parent
#: variables that would make a bot another one than is usual: settings of its own, Python without bytecode
_LEFT_OUT = ("TIENDO_", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bot runs: its own folder, and the server it talks to."""

    folder: Path
    api: str
    token: str


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot by name. `stored` lists (person, what was stored) from the bot's database."""

    name: str
    command: Callable[[Place], Sequence[str]]
    environment: Callable[[Place], Mapping[str, str]]
    stored: Callable[[Place, Catalogue, Script], list[tuple[int, Stored]]]
    own: bool = False


def tiendo_command() -> list[str]:
    """The console script beside this interpreter."""
    return [str(Path(sys.executable).with_name("tiendo"))]


def environment(**more: str) -> dict[str, str]:
    """This process's environment as a bot usually finds it, and what is given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
    return {**kept, "PYTHONPATH": str(HOME), **more}


async def bring_people(place: Place, catalogue: Catalogue, count: int) -> None:
    """The crowd as members, in the database of a bot that is not running."""
    db = await open_database(_tiendo(place)["TIENDO_DATABASE_URL"])
    try:
        await db.write(lambda session: add_people(session, catalogue, count))
    finally:
        await db.close()


def add_people(session: Session, catalogue: Catalogue, count: int) -> None:
    """Officers of all units who have joined on Telegram long ago."""
    bring_in(session, catalogue)
    joined = utc_now() - timedelta(days=60)
    tenant = session.scalars(select(Tenant).where(Tenant.code == TENANT)).one()
    units = people.units_now(session, tenant.id, utc_now().date())
    for number in range(count):
        unit = units[number % len(units)]
        person = Person(
            tenant_id=tenant.id,
            unit_id=unit.id if unit else None,
            name=f"An {FIRST_PERSON + number}",
            role=Role.OFFICER.value,
            status="active",
            consent_at=joined,
            joined_at=joined,
        )
        session.add(person)
        session.flush()
        address = Address("telegram", str(FIRST_PERSON + number))
        conversations.assign(session, conversations.speaker(session, address, joined), person.id)


def _tiendo(place: Place) -> dict[str, str]:
    return environment(
        TIENDO_DATA_DIR=str(place.folder),
        TIENDO_DATABASE_URL=f"sqlite:///{place.folder / 'tiendo.sqlite3'}",
        TIENDO_PORT="0",
        TIENDO_TELEGRAM_TOKEN=place.token,
        TIENDO_TELEGRAM_API_URL=place.api,
        TIENDO_MESSAGES_PER_MINUTE="0",
        TIENDO_TELEGRAM_PER_SECOND="0",
        TIENDO_TELEGRAM_PER_CHAT_PER_SECOND="0",
    )


def _tiendo_stored(place: Place, catalogue: Catalogue, script: Script) -> list[tuple[int, Stored]]:
    kind = fact_type(catalogue)
    rows = _rows(
        place.folder / "tiendo.sqlite3",
        "SELECT CAST(contact.chat AS INTEGER), fact.fields FROM fact"
        " JOIN contact ON contact.person_id = fact.reporter_id WHERE contact.channel = 'telegram'",
    )
    return [(person, as_typed(kind, json.loads(fields))) for person, fields in rows]


def _peer(module: str) -> Callable[[Place], Sequence[str]]:
    def command(place: Place) -> Sequence[str]:
        files = (str(place.folder / "peer.sqlite3"), str(place.folder / "script.json"))
        return [sys.executable, "-m", f"benchmarks.peers.{module}", place.api, place.token, *files]

    return command


def _peer_stored(place: Place, catalogue: Catalogue, script: Script) -> list[tuple[int, Stored]]:
    rows = _rows(place.folder / "peer.sqlite3", "SELECT person, answers FROM report")
    # A peer's first stored answer is to its first question, the second of the script.
    kept = slice((script.kept.start or 0) - 1, script.kept.stop + 1)
    return [(person, tuple(json.loads(answers)[kept])) for person, answers in rows]


def _rows(path: Path, query: str) -> list[tuple[int, str]]:
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def _nothing(place: Place, catalogue: Catalogue, script: Script) -> list[tuple[int, Stored]]:
    return []


def _floor(place: Place) -> Sequence[str]:
    script = str(place.folder / "script.json")
    return [sys.executable, "-m", "benchmarks.peers.floor", place.api, place.token, script]


BOTS = (
    Bot("tiendo", lambda place: [*tiendo_command(), "run"], _tiendo, _tiendo_stored, own=True),
    Bot("aiogram", _peer("aiogram_form"), lambda place: environment(), _peer_stored),
    Bot("ptb", _peer("ptb_form"), lambda place: environment(), _peer_stored),
)
#: no bot, only a client: far faster than any of them, or else the server is what is measured
FLOOR = Bot("floor", _floor, lambda place: environment(), _nothing)
