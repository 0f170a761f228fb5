"""Inspection days: opened at a place, kept tap by tap, closed once."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.models import Inspection, InspectionEntry, Instrument
from storage.models.base import table
from storage.upserts import dialect_of, insert_into

_entry = table(InspectionEntry)
OPEN = "open"


def opened(
    session: Session, tenant_id: int, place_id: int, by: int, day: date, now: datetime
) -> tuple[Inspection, bool]:
    """The inspection day that is open at the place, or a new one, which the second says: two officers share
    one list."""
    there = session.scalar(
        select(Inspection)
        .where(Inspection.tenant_id == tenant_id, Inspection.place_id == place_id, Inspection.status == OPEN)
        .order_by(Inspection.id)
        .limit(1)
    )
    if there is not None:
        return there, False
    row = Inspection(
        tenant_id=tenant_id, place_id=place_id, day=day, status=OPEN, opened_by=by, opened_at=now
    )
    session.add(row)
    session.flush()
    return row, True


def one(session: Session, tenant_id: int, inspection_id: int) -> Inspection | None:
    """An inspection day of the tenant."""
    query = select(Inspection).where(Inspection.id == inspection_id, Inspection.tenant_id == tenant_id)
    return session.scalar(query)


def all_open(session: Session, tenant_id: int) -> Sequence[Inspection]:
    """Those not closed yet, the latest first."""
    query = select(Inspection).where(Inspection.tenant_id == tenant_id, Inspection.status == OPEN)
    return session.scalars(query.order_by(Inspection.id.desc())).all()


def find(
    session: Session, inspection_id: int, instrument_id: int, result: str, by: int, now: datetime
) -> None:
    """Keep what was found; a later finding takes the place of an earlier one."""
    values = {"result": result, "at": now, "person_id": by}
    new = insert_into(_entry, dialect_of(session)).values(
        inspection_id=inspection_id, instrument_id=instrument_id, **values
    )
    session.execute(new.on_conflict_do_update(index_elements=["inspection_id", "instrument_id"], set_=values))


def close(session: Session, inspection_id: int, status: str, now: datetime) -> bool:
    """Close it as "signed" or "dropped"; False when it was closed before. One statement decides."""
    closed = session.scalar(
        update(Inspection)
        .where(Inspection.id == inspection_id, Inspection.status == OPEN)
        .values(status=status, closed_at=now)
        .returning(Inspection.id)
    )
    return closed is not None


def entries(session: Session, inspection_id: int) -> dict[str, str]:
    """What was found, by the keys of the instruments."""
    rows = session.execute(
        select(Instrument.key, InspectionEntry.result)
        .join(Instrument, Instrument.id == InspectionEntry.instrument_id)
        .where(InspectionEntry.inspection_id == inspection_id)
        .order_by(InspectionEntry.id)
    )
    return {row.key: row.result for row in rows}
