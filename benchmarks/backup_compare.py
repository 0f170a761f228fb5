"""What `benchmarks.backup` asks of a database that a backup was restored into."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.backup_archive import Backup, be_whole, digest_of
from bot.files import FileStore
from storage.copying import copied_tables
from storage.models import Fact, Outbox
from storage.repositories import audit


@dataclass(frozen=True, slots=True)
class Marks:
    """What was committed when somebody looked: the numbers of reports, and how many messages went out."""

    facts: frozenset[int]
    sent: int


def marks(session: Session) -> Marks:
    """Look now."""
    sent = session.scalar(select(func.count()).select_from(Outbox).where(Outbox.status == "sent")) or 0
    return Marks(frozenset(session.scalars(select(Fact.id))), sent)


def unlike(session: Session, made: Backup) -> list[str]:
    """Tables that are not as in the backup; the trail has one line more, which tells of the restore."""
    wrong = []
    for each in copied_tables():
        kept = made.tables[each.name]
        more = digest_of(session, each).rows - kept.rows
        most = 1 if each.name == "audit" else 0
        if not 0 <= more <= most or digest_of(session, each, kept.rows) != kept:
            wrong.append(each.name)
    return wrong


def halves(session: Session, by_hand: Set[int]) -> int:
    """Reports of the crowd without the receipt that was written in the same transaction."""
    answered = set(session.scalars(select(Outbox.answers_inbox_id)))
    rows = session.execute(select(Fact.id, Fact.inbox_id)).all()
    return sum(number not in by_hand and inbox not in answered for number, inbox in rows)


def broken_chains(session: Session) -> int:
    """How many chains of the trail do not hold."""
    return sum(bool(audit.checked(session, chain).breaks) for chain in audit.chains(session))


def lost_files(made: Backup, data: Path) -> int:
    """How many files of the backup are not in the data folder, or not what they were."""
    store = FileStore(data / "files")
    for key in made.files:
        be_whole(store.path(key), key)
    return len(set(made.files) - set(store.every_key()))
