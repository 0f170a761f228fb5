"""Reminders that a manager has sent to units which reported nothing: one a day to each person.

Who was told by the clock, too, in the same half-day hears it in the next one, if it is still so.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from storage.models import Outbox, Person, Unit
from storage.queries.recipients import Recipient, recipients

#: of the recheck before it goes out
NAME = "nudge"


def nudge_key(person_id: int, day: date) -> str:
    """Of all nudges of a person with this key one is written."""
    return f"{NAME}:{person_id}:{day.isoformat()}"


def crews(session: Session, tenant_id: int, units: Collection[str]) -> Mapping[str, Sequence[Recipient]]:
    """The officers of these units who can be reached, by the unit's code."""
    if not units:
        return {}
    found: dict[str, list[Recipient]] = {}
    ours = (Person.tenant_id == tenant_id, Person.role == Role.OFFICER, Unit.code.in_(units))
    for each in recipients(session, *ours):
        found.setdefault(each.unit or "", []).append(each)
    return found


@dataclass(frozen=True, slots=True)
class Reachable:
    """Of some units (codes): those with an officer who can be written to, and those `nudged` on a day."""

    manned: frozenset[str] = frozenset()
    nudged: frozenset[str] = frozenset()


def reachable_on(session: Session, tenant_id: int, units: Collection[str], day: date) -> Reachable:
    """Which of the units a manager can remind that day, and of which somebody was reminded, or will be."""
    found = crews(session, tenant_id, units)
    keys = {
        nudge_key(each.person_id, on): unit
        for unit, crew in found.items()
        for each in crew
        for on in (day, day + timedelta(days=1))
    }
    if not keys:
        return Reachable()
    there = session.scalars(select(Outbox.dedupe_key).where(Outbox.dedupe_key.in_(keys)))
    return Reachable(frozenset(found), frozenset(keys[key] for key in there if key))
