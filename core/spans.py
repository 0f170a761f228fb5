"""The time a report is about: a year, a quarter, or any days. Its code goes into buttons and file names."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.periods import month_bounds, year_bounds

_CODE = re.compile(r"(\d{4})(?:q([1-4]))?|(\d{8})-(\d{8})", re.ASCII)
_MONTHS = 3
#: days that no quarter has
_A_QUARTER = 93
_LOOKS_BACK = 4
#: years that data may be of; those beside them can be reckoned, too
_FIRST_YEAR, _LAST = 1900, date(2999, 12, 31)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both within."""

    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> "Span":
        return cls(*year_bounds(year))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Span":
        """The quarter from 1 to 4."""
        last_month = quarter * _MONTHS
        return cls(month_bounds(year, last_month - _MONTHS + 1)[0], month_bounds(year, last_month)[1])

    @property
    def is_year(self) -> bool:
        return self == Span.year(self.last.year)

    @property
    def which_quarter(self) -> int | None:
        """1 to 4; None for anything but a quarter."""
        quarter = quarter_of(self.last)
        return quarter if self == Span.quarter(self.last.year, quarter) else None

    @property
    def code(self) -> str:
        """`2026`, `2026q3` or `20260701-20261015`."""
        if self.is_year:
            return f"{self.last.year}"
        if self.which_quarter is not None:
            return f"{self.last.year}q{self.which_quarter}"
        return f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"

    @property
    def before(self) -> date:
        """The day before the first."""
        return self.first - timedelta(days=1)

    def ends_until(self, end: date) -> tuple[date, ...]:
        """Days before `end` to look back on, at most four; in a part of a year the day before it too.

        They are the last days of months, or of quarters in anything longer than a quarter.
        """
        by_months = (self.last - self.first).days < _A_QUARTER
        found, day = list[date](), month_bounds(self.first.year, self.first.month)[1]
        while day < end:
            if by_months or day.month % _MONTHS == 0:
                found.append(day)
            after = day + timedelta(days=1)
            day = month_bounds(after.year, after.month)[1]
        start = () if self.is_year or self.before >= end else (self.before,)
        return (*start, *found[-_LOOKS_BACK:])


def quarter_of(day: date) -> int:
    """The day's quarter, from 1 to 4."""
    return (day.month - 1) // _MONTHS + 1


def span_of(code: str) -> Span | None:
    """The span a code names; None for anything else: days in the wrong order, years far off."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    year, quarter, first, last = found.groups()
    try:
        if year:
            told_of = _FIRST_YEAR <= int(year) <= _LAST.year
            span = Span.quarter(int(year), int(quarter)) if quarter else Span.year(int(year))
            return span if told_of else None
        span = Span(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None
    return span if span.first.year >= _FIRST_YEAR and span.first <= span.last <= _LAST else None
