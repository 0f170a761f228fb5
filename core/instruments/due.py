"""Which instruments need attention on a day, and how soon."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.instruments.history import Standing, Trouble

#: of an instrument in use without a verification: earlier than any day
AT_ONCE = date(1, 1, 1)
#: of one whose verification nothing ends
NEVER_ENDS = date(9999, 12, 31)
SOON_DAYS, LATER_DAYS = 7, 30


class Due(StrEnum):
    """How soon an instrument in use has to be verified."""

    #: never verified, failed, or its stamp is gone
    UNVERIFIED = "unverified"
    EXPIRED = "expired"
    SOON = "soon"
    LATER = "later"
    VALID = "valid"


#: those that need attention, the most urgent first
ATTENTION = (Due.EXPIRED, Due.UNVERIFIED, Due.SOON, Due.LATER)


def due_on(now: Standing) -> date | None:
    """The last day it may be used as it is; AT_ONCE without a verification, None out of use.

    Lists of what is due ask for this alone, so it is what the database keeps and sorts by.
    """
    if not now.in_use:
        return None
    return AT_ONCE if now.trouble is not None else now.valid_until or NEVER_ENDS


def due(last_day: date, today: date) -> Due:
    """How soon something with this `due_on` has to be verified."""
    return next(each for each in Due if bounds(each, today).holds(last_day))


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last `due_on` that belong together."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def bounds(which: Due, today: date) -> Bounds:
    """Between which days `due_on` lies of those that are due so soon; together they cover every day once."""
    soon, later = today + timedelta(days=SOON_DAYS), today + timedelta(days=LATER_DAYS)
    one = timedelta(days=1)
    match which:
        case Due.UNVERIFIED:
            return Bounds(AT_ONCE, AT_ONCE)
        case Due.EXPIRED:
            return Bounds(AT_ONCE + one, today - one)
        case Due.SOON:
            return Bounds(today, soon)
        case Due.LATER:
            return Bounds(soon + one, later)
        case Due.VALID:
            return Bounds(later + one, NEVER_ENDS)


def trouble_of(now: Standing, today: date) -> Trouble | None:
    """Why it has no verification on the day, None also for one that only ran out."""
    return now.trouble if now.in_use and not now.valid(today) else None
