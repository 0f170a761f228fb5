"""Office hours: whether somebody is at their desk, and by when an answer may be expected.

Days off are given; a Saturday is worked only where it is among the days that make up for a swap.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.periods import local_time, moment_of

_DAY = timedelta(days=1)
#: no stretch of days off is longer
_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """From and to on working days, which are Monday to Friday but for `days_off`, and `made_up` besides."""

    opens: time
    closes: time
    days_off: Collection[date] = ()
    made_up: Collection[date] = ()

    def works(self, day: date) -> bool:
        """Whether offices are open on a day."""
        return day in self.made_up or (day.isoweekday() <= 5 and day not in self.days_off)

    def open_at(self, moment: datetime, zone: str) -> bool:
        """Whether offices there are open at this moment."""
        there = local_time(moment, zone)
        return self.works(there.date()) and self.opens <= there.time() < self.closes

    def next_opening(self, moment: datetime, zone: str) -> datetime:
        """The moment itself within office hours, else when they next begin."""
        if self.open_at(moment, zone):
            return moment
        there = local_time(moment, zone)
        day = there.date() if there.time() < self.opens else there.date() + _DAY
        return moment_of(self._working(day), self.opens, zone)

    def after_days(self, moment: datetime, days: int, zone: str) -> datetime:
        """The same time of day so many working days later, counted from when offices are open."""
        begins = local_time(self.next_opening(moment, zone), zone)
        day = begins.date()
        for _ in range(days):
            day = self._working(day + _DAY)
        return moment_of(day, begins.time(), zone)

    def _working(self, day: date) -> date:
        for _ in range(_FARTHEST):
            if self.works(day):
                return day
            day += _DAY
        return day
