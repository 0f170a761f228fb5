"""Exports that were asked for: which waits, who makes it, what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from core.messages import Address
from storage.models import Contact, DataExport, Evidence

#: whoever makes one is taken for dead after this
LEASE = timedelta(minutes=15)
#: attempts before it is given up
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """An export to be made."""

    id: int
    tenant_id: int
    person_id: int
    contact_id: int
    wanted: dict[str, Any]
    asked_at: datetime
    attempts: int


def ask(session: Session, columns: dict[str, Any]) -> DataExport:
    """Put one in line."""
    row = DataExport(**columns)
    session.add(row)
    session.flush()
    return row


def asked_since(session: Session, person_id: int, moment: datetime) -> int:
    """How many this person asked for since then."""
    query = select(func.count()).where(DataExport.person_id == person_id, DataExport.asked_at >= moment)
    return session.scalar(query) or 0


def unfinished(session: Session, person_id: int) -> list[dict[str, Any]]:
    """What this person waits for."""
    query = select(DataExport.wanted).where(
        DataExport.person_id == person_id, DataExport.state.in_(("waiting", "making"))
    )
    return list(session.scalars(query))


def due(session: Session, now: datetime) -> int | None:
    """The export that is to be made next."""
    free = or_(DataExport.state == "waiting", DataExport.leased_until <= now)
    query = select(DataExport.id).where(DataExport.state.in_(("waiting", "making")), free)
    return session.scalar(query.order_by(DataExport.id).limit(1))


def claim(session: Session, export_id: int, now: datetime) -> Asked | None:
    """Take it to make it; None when somebody else has."""
    free = or_(DataExport.state == "waiting", DataExport.leased_until <= now)
    taken = session.scalar(
        update(DataExport)
        .where(DataExport.id == export_id, DataExport.state.in_(("waiting", "making")), free)
        .values(state="making", leased_until=now + LEASE, attempts=DataExport.attempts + 1)
        .returning(DataExport.id)
    )
    row = session.get(DataExport, taken) if taken is not None else None
    if row is None:
        return None
    session.refresh(row)
    return Asked(row.id, row.tenant_id, row.person_id, row.contact_id, row.wanted, row.asked_at, row.attempts)


def ready(session: Session, export_id: int, rows: int, stored: str, expires_at: datetime) -> DataExport:
    """It was made."""
    row = session.get_one(DataExport, export_id)
    row.state, row.rows, row.stored, row.expires_at, row.error = "ready", rows, stored, expires_at, None
    return row


def failed(session: Session, asked: Asked, why: str, *, for_good: bool) -> bool:
    """It could not be made; whether it is given up now."""
    row = session.get_one(DataExport, asked.id)
    row.error, row.leased_until = why[:500], None
    row.state = "failed" if for_good or asked.attempts >= ATTEMPTS else "waiting"
    return row.state == "failed"


def expired(session: Session, now: datetime) -> list[DataExport]:
    """Those whose files are to go."""
    query = select(DataExport).where(DataExport.state == "ready", DataExport.expires_at <= now)
    return list(session.scalars(query))


def still_needed(session: Session, stored: str, now: datetime) -> bool:
    """Whether a file is also another export's, or somebody's evidence."""
    living = select(DataExport.id).where(
        DataExport.stored == stored, DataExport.state == "ready", DataExport.expires_at > now
    )
    evidence = select(Evidence.id).where(Evidence.stored == stored)
    return any(session.scalar(query.limit(1)) is not None for query in (living, evidence))


def address_of(session: Session, contact_id: int) -> Address | None:
    """Where a contact is, if it can be written to."""
    row = session.execute(
        select(Contact.channel, Contact.chat).where(Contact.id == contact_id, Contact.reachable)
    ).first()
    return Address(row[0], row[1]) if row else None
