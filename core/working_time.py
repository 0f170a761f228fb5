"""Office hours: whether somebody is at their desk, and by when an answer may be expected.

Which days are worked is told by core.working_days.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from core.periods import local_time, moment_of
from core.working_days import WorkingDays

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """From and to on working days."""

    opens: time
    closes: time
    calendar: WorkingDays = field(default_factory=WorkingDays)

    def open_at(self, moment: datetime, zone: str) -> bool:
        """Whether offices there are open at this moment."""
        there = local_time(moment, zone)
        return self.calendar.works(there.date()) and self.opens <= there.time() < self.closes

    def next_opening(self, moment: datetime, zone: str) -> datetime:
        """The moment itself within office hours, else when they next begin."""
        if self.open_at(moment, zone):
            return moment
        there = local_time(moment, zone)
        day = there.date() if there.time() < self.opens else there.date() + _DAY
        return moment_of(self.calendar.on_or_after(day), self.opens, zone)

    def after_days(self, moment: datetime, days: int, zone: str) -> datetime:
        """The same time of day so many working days later, counted from when offices are open."""
        begins = local_time(self.next_opening(moment, zone), zone)
        return moment_of(self.calendar.later(begins.date(), days), begins.time(), zone)
