"""Facts are added and ended, never edited."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.confidential import CONFIDENTIAL
from storage.models import Fact, Place

#: statuses in which a fact stands: it counts, or will when an officer confirms it
STANDING = ("confirmed", "pending")

#: the work is told, and counted, by another report (`duplicate_of_id`): ended as soon as it was recorded
JOINT = "joint"

#: the database compares words; numbers and lists are compared here, among the newest so many
_MOST_ALIKE = 50


def add(session: Session, fact: Fact) -> Fact:
    """Store a new fact and give it its id."""
    session.add(fact)
    session.flush()
    return fact


def by_draft_key(session: Session, key: str) -> Fact | None:
    """The fact a form became, if it was sent."""
    return session.scalar(select(Fact).where(Fact.draft_key == key))


def end(session: Session, fact_id: int, status: str, now: datetime, reason: str | None = None) -> bool:
    """Withdraw, supersede or reject a standing fact; False when it no longer stood. One statement decides."""
    ended = session.scalar(
        update(Fact)
        .where(Fact.id == fact_id, Fact.status.in_(STANDING))
        .values(status=status, ended_at=now, **({"reason": reason} if reason else {}))
        .returning(Fact.id)
    )
    return ended is not None


def confirm(session: Session, fact_id: int, by: int, now: datetime) -> bool:
    """An officer vouches for a household's report; False when it no longer waited."""
    confirmed = session.scalar(
        update(Fact)
        .where(Fact.id == fact_id, Fact.status == "pending")
        .values(status="confirmed", confirmed_at=now, decided_at=now, decided_by=by)
        .returning(Fact.id)
    )
    return confirmed is not None


def place_id(session: Session, tenant_id: int, code: str) -> int | None:
    """The row of a place named by its code."""
    return session.scalar(select(Place.id).where(Place.tenant_id == tenant_id, Place.code == code))


def alike(
    session: Session,
    tenant_id: int,
    kind: str,
    day: tuple[date, date],
    fields: dict[str, Any],
    reporter_id: int | None,
) -> list[Fact]:
    """Standing facts of this kind on these days whose named fields are equal: likely doubles.

    Of a confidential kind only those of the reporter, who is told of no other.
    """
    words = [
        Fact.fields[name].as_string() == value for name, value in fields.items() if isinstance(value, str)
    ]
    found = session.scalars(
        select(Fact)
        .where(
            Fact.tenant_id == tenant_id,
            Fact.type == kind,
            Fact.status.in_(STANDING),
            Fact.occurred_from <= day[1],
            Fact.occurred_to >= day[0],
            *words,
            *((Fact.reporter_id == reporter_id,) if kind in CONFIDENTIAL else ()),
        )
        .order_by(Fact.id.desc())
        .limit(_MOST_ALIKE)
    )
    return [fact for fact in found if all(fact.fields.get(name) == value for name, value in fields.items())]
