"""Closed periods: figures of them were given away, so what comes late waits until somebody opens them again.

A lock is never deleted: who closed, who asked, who opened until when stays to be read. What was known at a
cut-off is read by the moment it counted from, so a late report that is let in later changes no past figure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.spans import Span, quarter_of

#: for so long a period is open once it was opened again
OPEN_FOR = timedelta(days=3)
#: periods offered to be closed
_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked to open a period again: when (local time), why, and what was decided by whom."""

    id: int
    name: str
    at: datetime
    why: str
    own: bool
    #: None as long as nobody decided
    granted: bool | None = None
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class LockKnown:
    """A closed period of the speaker's tenant; moments are local. `open_until`: open again until then."""

    id: int
    span: Span
    closed_by: str
    closed_on: date
    open_until: datetime | None = None
    asked: tuple[Asked, ...] = ()


def offered(today: date, closed: Iterable[Span]) -> tuple[Span, ...]:
    """What may be closed: last year and the last four quarters, but for what is."""
    shut = tuple(closed)
    found, at = [Span.year(today.year - 1)], Span.quarter(today.year, quarter_of(today))
    for _ in range(_QUARTERS):
        at = Span.quarter(at.before.year, quarter_of(at.before))
        found.append(at)
    return tuple(each for each in found if not any(within(each, other) for other in shut))


def within(inner: Span, outer: Span) -> bool:
    """Whether all days of one are among the other's."""
    return outer.first <= inner.first and inner.last <= outer.last
