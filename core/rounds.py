"""The time a summary tells of: a day, a week, a month or a quarter of a place."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.periods import day_bounds, local_date, month_bounds, week_bounds
from core.spans import Span, quarter_of

#: years that a round may be of: those before and after them can be reckoned, too
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


class Every(StrEnum):
    """How often a summary comes."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Round:
    """One such time, in the time zone named `zone`; both days are within."""

    every: Every
    first: date
    last: date
    zone: str

    @classmethod
    def of(cls, every: Every, day: date, zone: str) -> "Round":
        """The one a day is in."""
        match every:
            case Every.DAY:
                return cls(every, day, day, zone)
            case Every.WEEK:
                return cls(every, *week_bounds(day), zone)
            case Every.MONTH:
                return cls(every, *month_bounds(day.year, day.month), zone)
            case Every.QUARTER:
                span = Span.quarter(day.year, quarter_of(day))
                return cls(every, span.first, span.last, zone)

    @classmethod
    def at(cls, every: Every, moment: datetime, zone: str) -> "Round":
        """The one a moment is in, there."""
        return cls.of(every, local_date(moment, zone), zone)

    @classmethod
    def told_at(cls, every: Every, moment: datetime, zone: str) -> "Round":
        """The one a summary tells of that comes at that moment: in its first half, the one before it."""
        now = cls.at(every, moment, zone)
        return now.before if moment - now.starts < now.ends - moment else now

    @property
    def number(self) -> int:
        """Of the week, month or quarter in its year; of a day, its day of the month."""
        match self.every:
            case Every.DAY:
                return self.first.day
            case Every.WEEK:
                return self.first.isocalendar().week
            case Every.MONTH:
                return self.first.month
            case Every.QUARTER:
                return quarter_of(self.first)

    @property
    def starts(self) -> datetime:
        """Its first moment."""
        return day_bounds(self.first, self.zone)[0]

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return day_bounds(self.last, self.zone)[1]

    @property
    def before(self) -> "Round":
        """The one before it."""
        return Round.of(self.every, self.first - timedelta(days=1), self.zone)

    @property
    def after(self) -> "Round":
        """The one after it."""
        return Round.of(self.every, self.last + timedelta(days=1), self.zone)

    @property
    def code(self) -> str:
        """As buttons name it: `week-20260511`."""
        return f"{self.every}-{self.first:%Y%m%d}"


def round_of(code: str, zone: str) -> Round | None:
    """What a button names; None for anything else, and for years of which nothing can be told."""
    every, _, day = code.partition("-")
    try:
        found = Round.of(Every(every), date.fromisoformat(day), zone)
    except (ValueError, OverflowError):
        return None
    told_of = _FIRST_YEAR <= found.first.year <= _LAST_YEAR
    return found if found.code == code and told_of else None


def round_over(first: date, last: date, zone: str) -> Round | None:
    """The one that has these first and last days; None where there is no such day, week, month or quarter."""
    rounds = (Round.of(every, first, zone) for every in Every)
    return next((each for each in rounds if (each.first, each.last) == (first, last)), None)
