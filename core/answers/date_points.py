"""What a piece of a date names, before it is known which day of the calendar that is."""

from dataclasses import dataclass

from core.answers.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day by its figures; what was not said is None.

    `month_shift` and `year_shift` count from now: "14 tháng trước" has a month shift of -1.
    """

    day: int
    month: int | None = None
    year: int | None = None
    month_shift: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """So many days, weeks, months or years from today; negative in the past."""

    count: int
    span: Span = "day"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 is Monday: of this week (0), the last (-1), or the last one that has been."""

    number: int
    week: int | None = None
    #: not today, even if today is such a day
    before: bool = False


@dataclass(frozen=True, slots=True)
class MonthOnly:
    """A month without its day: "5/2026"."""

    month: int
    year: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A day given twice: "thứ 5 ngày 14/5"."""

    weekday: Weekday
    day: Calendar


Point = Calendar | Away | MonthOnly | Weekday | Checked


@dataclass(frozen=True, slots=True)
class Said:
    """The points of an answer in order."""

    points: tuple[Point, ...]
    #: joined by "to" (from, to) rather than "and"
    span: bool = False
    #: some stand beside each other with nothing between
    loose: bool = False
