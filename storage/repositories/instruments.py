"""Instruments and what happened to them. After each change how one stands is worked out from its events."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.folding import words_of
from core.instruments.due import due_on
from core.instruments.history import Event, Happening, standing
from storage.models import Instrument, InstrumentEvent

_EVER = (date.max, datetime.max.replace(tzinfo=UTC))


def serial_key(serial: str) -> str:
    """A serial number as it is compared: "No. 12-345a" and "no 12345A" are one."""
    return words_of(serial).replace(" ", "")[:60]


def add(session: Session, instrument: Instrument) -> Instrument:
    """A new row; what happened to it is noted next."""
    session.add(instrument)
    session.flush()
    return instrument


def by_key(session: Session, tenants: Collection[int], key: str) -> Instrument | None:
    """The instrument with this key, if it is one of these tenants' and still on the list."""
    return session.scalar(
        select(Instrument).where(
            Instrument.key == key, Instrument.tenant_id.in_(tenants), Instrument.ended_at.is_(None)
        )
    )


def by_keys(session: Session, tenant_id: int, keys: Collection[str]) -> dict[str, Instrument]:
    """Those of a tenant with these keys."""
    found = session.scalars(
        select(Instrument).where(
            Instrument.tenant_id == tenant_id, Instrument.key.in_(keys), Instrument.ended_at.is_(None)
        )
    )
    return {each.key: each for each in found}


def same_serial(session: Session, tenant_id: int, serial: str) -> Instrument | None:
    """Another instrument of the tenant with this serial number, whatever its state."""
    key = serial_key(serial)
    if not key:
        return None
    return session.scalar(
        select(Instrument)
        .where(Instrument.tenant_id == tenant_id, Instrument.serial_key == key, Instrument.ended_at.is_(None))
        .order_by(Instrument.id)
        .limit(1)
    )


def note(session: Session, events: Sequence[InstrumentEvent]) -> None:
    """Keep what happened, and how the instruments stand after it."""
    session.add_all(events)
    session.flush()
    settle(session, {event.instrument_id for event in events})


def void(session: Session, fact_id: int, now: datetime) -> None:
    """A report does not stand any more: what it told did not happen, what it listed is not on the list."""
    touched = session.scalars(
        update(InstrumentEvent)
        .where(InstrumentEvent.fact_id == fact_id, InstrumentEvent.voided_at.is_(None))
        .values(voided_at=now)
        .returning(InstrumentEvent.instrument_id)
    ).all()
    session.execute(
        update(Instrument)
        .where(Instrument.fact_id == fact_id, Instrument.ended_at.is_(None))
        .values(ended_at=now, due_on=None)
    )
    settle(session, set(touched))


def events_of(session: Session, ids: Collection[int]) -> dict[int, list[InstrumentEvent]]:
    """What happened to each of these and still stands, in order."""
    found: dict[int, list[InstrumentEvent]] = {}
    rows = session.scalars(
        select(InstrumentEvent)
        .where(InstrumentEvent.instrument_id.in_(ids), InstrumentEvent.voided_at.is_(None))
        .order_by(InstrumentEvent.day, InstrumentEvent.at, InstrumentEvent.id)
    )
    for row in rows:
        found.setdefault(row.instrument_id, []).append(row)
    return found


def history(rows: Iterable[InstrumentEvent]) -> list[Event]:
    """Stored events as the core reads them."""
    return [
        Event(Happening(row.kind), row.day, row.at, row.passed, row.valid_until, row.reason) for row in rows
    ]


def settle(session: Session, ids: Collection[int]) -> None:
    """Write how these stand by all that is known of them."""
    if not ids:
        return
    events = events_of(session, ids)
    for row in session.scalars(select(Instrument).where(Instrument.id.in_(ids))):
        now = standing(history(events.get(row.id, ())), *_EVER)
        if now is None or row.ended_at is not None:
            row.due_on = None
            continue
        row.status, row.since = now.status.value, now.since
        row.verified_on, row.valid_until = now.verified_on, now.valid_until
        row.trouble = now.trouble.value if now.trouble else None
        row.due_on = due_on(now)
    session.flush()
