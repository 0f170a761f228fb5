"""Until when a verification holds: as its certificate says, else by the cycle of its kind at that time."""

from datetime import date

from core.catalogue.fact_types import Holds
from core.indicators.windows import add_months


def cycle_on(holds: Holds, day: date) -> Holds:
    """The cycle in force on a day: the newest of the kind's that had begun, else its oldest."""
    every = sorted((holds, *holds.earlier), key=lambda each: each.since or date.min)
    begun = [each for each in every if each.since is None or each.since <= day]
    return begun[-1] if begun else every[0]


def last_day(verified_on: date, holds: Holds | None, written: date | None) -> date | None:
    """The last day of a verification; None where neither the certificate nor a cycle says."""
    if written is not None:
        return written
    return add_months(verified_on, cycle_on(holds, verified_on).months) if holds else None
