"""The notice of a year: which days are off or worked otherwise than the library of holidays says."""

from collections.abc import Iterable
from types import MappingProxyType

from pydantic import Field

from core.catalogue.fact_types import Strict
from core.catalogue.moments import Day
from core.texts import Label
from core.working_days import NoticedYear, WorkingDays


class DayOff(Strict):
    """A day on which offices are closed, and why."""

    day: Day
    name: Label


class CalendarYear(Strict):
    """One file content/calendar/<year>.yaml. Years without one are as the library has them."""

    year: int = Field(ge=2020, le=2100)
    #: whether the notice is out; until then days off are told as expected
    official: bool = False
    #: besides those the library knows
    off: tuple[DayOff, ...] = ()
    #: Saturdays and Sundays that make up for a swap, and days off of the library that are none
    worked: tuple[Day, ...] = ()


def working_days(years: Iterable[CalendarYear]) -> WorkingDays:
    """The calendar made of the notices of all years."""
    noticed = {
        each.year: NoticedYear(
            each.official,
            MappingProxyType({one.day: one.name for one in each.off}),
            frozenset(each.worked),
        )
        for each in years
    }
    return WorkingDays(MappingProxyType(noticed))
