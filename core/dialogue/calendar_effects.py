"""What conversations about the calendar of a tenant ask for."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class ShowCalendar:
    """Deadlines ahead with the days left, days off, and how ready each unit is, a page of units at a time."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class AddDay:
    """Something is wanted of all units that report, by the end of a day."""

    due: date
    name: str


@dataclass(frozen=True, slots=True)
class ShowSetDays:
    """A page of the days that were set, those that are still told of though they are over among them."""

    page: int


@dataclass(frozen=True, slots=True)
class DropDay:
    """It is wanted no more."""

    number: int


@dataclass(frozen=True, slots=True)
class DecideDay:
    """Offices of the tenant work on a day, or do not."""

    day: date
    works: bool


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """The last day for a report that a plan obliges to: `day`, and the same one of the years after."""

    duty: str
    day: date


@dataclass(frozen=True, slots=True)
class ShowHours:
    """When jobs come that write to people, and when nobody is written to."""


@dataclass(frozen=True, slots=True)
class SetHours:
    """One of them: a job at a time or on another `weekday`, or the quiet hours from one time to another.

    `off`: the job, one that need not be, comes no more.
    """

    key: str
    times: tuple[time, ...] = ()
    weekday: int | None = None
    off: bool = False


CalendarEffect = (
    ShowCalendar | AddDay | ShowSetDays | DropDay | DecideDay | SetDeadline | ShowHours | SetHours
)
