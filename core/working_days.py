"""Working days of Vietnam: the national days off as PyPI `holidays` knows them, what a year's notice says
otherwise, and what a place decided for itself. Pure: a day goes in, days come out.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from core.texts import Label, Speech

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)
#: no stretch of days off is longer
_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class NoticedYear:
    """What the notice of a year adds to the library, or takes back. Not `official`: as it was proposed."""

    official: bool
    off: Mapping[date, Speech]
    worked: Collection[date]


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days offices work: Monday to Friday but for days off, and weekend days that make up for a swap.

    `own` says of single days whether a place works on them, and goes before everything else.
    """

    years: Mapping[int, NoticedYear] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[date, bool] = field(default_factory=lambda: MappingProxyType({}))

    def with_own(self, own: Mapping[date, bool]) -> "WorkingDays":
        """The same with the days that a place decided for itself."""
        return replace(self, own=MappingProxyType(dict(own))) if own else self

    def works(self, day: date) -> bool:
        """Whether offices are open on a day."""
        if day in self.own:
            return self.own[day]
        noticed = self.years.get(day.year)
        if noticed is not None and (day in noticed.worked or day in noticed.off):
            return day in noticed.worked
        if day in _made_up(day.year):
            return True
        return day.isoweekday() <= 5 and day not in national(day.year)

    def name(self, day: date) -> Speech | None:
        """What a day off is called; None of a plain weekend, a working day, or one a place took itself."""
        if self.works(day):
            return None
        noticed = self.years.get(day.year)
        return (noticed.off.get(day) if noticed else None) or national(day.year).get(day)

    def is_settled(self, year: int) -> bool:
        """Whether the official notice of a year is in; until then its days off are expected ones."""
        noticed = self.years.get(year)
        return noticed is not None and noticed.official

    def on_or_after(self, day: date) -> date:
        """The day, or the next one that is worked."""
        return self._walk(day, _DAY)

    def on_or_before(self, day: date) -> date:
        """The day, or the last one before it that is worked."""
        return self._walk(day, -_DAY)

    def later(self, day: date, working_days: int) -> date:
        """So many working days after the first one that is not before `day`."""
        found = self.on_or_after(day)
        for _ in range(working_days):
            found = self.on_or_after(found + _DAY)
        return found

    def between(self, first: date, last: date) -> int:
        """How many working days there are from the one to the other, both included."""
        return sum(self.works(first + _DAY * number) for number in range((last - first).days + 1))

    def days_off(self, first: date, last: date) -> Iterator[date]:
        """Days between the two, both included, that are off though in a week, or worked though not."""
        for number in range((last - first).days + 1):
            day = first + _DAY * number
            if self.works(day) != (day.isoweekday() <= 5):
                yield day

    def _walk(self, day: date, step: timedelta) -> date:
        for _ in range(_FARTHEST):
            if self.works(day):
                return day
            day += step
        return day


@cache
def national(year: int) -> Mapping[date, Label]:
    """The days off of a year with their names, as far as the library knows them."""
    found, english = _library(year, "vi"), _library(year, "en_US")
    named = {day: Label(name, english[day]) for day, name in found.items() if day.year == year}
    return MappingProxyType(named)


@cache
def _made_up(year: int) -> frozenset[date]:
    return frozenset(day for day in _library(year, "vi").weekend_workdays if day.year == year)


@cache
def _library(year: int, language: str) -> "HolidayBase":
    # half a second to import, for a process that may never ask; the language would be that of the server
    from holidays import country_holidays

    return country_holidays("VN", years=year, language=language)
