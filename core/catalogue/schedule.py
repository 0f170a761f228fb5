"""When jobs are due, and when people are left alone. Local time of each tenant."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from core.catalogue.fact_types import Code, Strict
from core.catalogue.moments import Clock
from core.catalogue.reminders import Reminders
from core.catalogue.retention import Keep, Kept
from core.periods import latest_due, latest_in_months, local_date, moment_of, month_bounds, week_bounds
from core.requests.states import RequestKind
from core.rounds import Every
from core.working_days import WorkingDays


class JobTime(Strict):
    """When a job is due, local time, and until when it is still worth running late.

    Every day; or with a `weekday` every week; or with a `month_day` every month, of which `months` are some.
    """

    #: 1 is Monday
    weekday: Annotated[int, Field(ge=1, le=7)] | None = None
    #: a month that is too short for it has its last day instead
    month_day: (
        Annotated[int, Field(ge=1, le=31)] | Literal["first working day", "last working day"] | None
    ) = None
    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = tuple(range(1, 13))
    at: Clock
    #: hours after the due moment in which a missed run is still made up for
    late_hours: int = Field(default=60, ge=1)

    @model_validator(mode="after")
    def _one_rhythm(self) -> Self:
        if self.month_day is not None and self.weekday is not None:
            raise ValueError("a job has a weekday or a month_day, not both")
        if self.month_day is None and "months" in self.model_fields_set:
            raise ValueError("months need a month_day")
        if not self.months:
            raise ValueError("name at least one month")
        return self

    @property
    def every(self) -> Every:
        """How often it comes: once a day, week or month."""
        if self.month_day is not None:
            return Every.MONTH
        return Every.DAY if self.weekday is None else Every.WEEK

    def latest(self, zone: str, now: datetime, calendar: WorkingDays) -> datetime:
        """The latest moment at which it was due, not after `now`."""
        if self.month_day is None:
            return self._in_weeks(zone, now, calendar) or latest_due(self.weekday, self.at, zone, now)

        def day(year: int, month: int) -> date:
            return self._day_of(*month_bounds(year, month), calendar)

        return latest_in_months(day, self.months, self.at, zone, now)

    def day_in_week(self, monday: date, calendar: WorkingDays) -> date | None:
        """Its day in that week. A day off moves to the working day before, or after; None if all is off."""
        if self.weekday is None:
            return None
        week = [monday + timedelta(days=number) for number in range(7)]
        day = week[self.weekday - 1]
        if self.weekday > 5 or calendar.works(day):
            return day
        worked = [each for each in week if calendar.works(each)]
        before = [each for each in worked if each < day]
        return before[-1] if before else next(iter(worked), None)

    def _in_weeks(self, zone: str, now: datetime, calendar: WorkingDays) -> datetime | None:
        """The latest moment of a weekly job; None where all of the last weeks were off."""
        monday, _ = week_bounds(local_date(now, zone))
        for back in range(10):
            day = self.day_in_week(monday - timedelta(weeks=back), calendar)
            due = moment_of(day, self.at, zone) if day else None
            if due is not None and due <= now:
                return due
        return None

    def _day_of(self, first: date, last: date, calendar: WorkingDays) -> date:
        match self.month_day:
            case "first working day":
                return calendar.on_or_after(first)
            case "last working day":
                return calendar.on_or_before(last)
            case number:
                return first.replace(day=min(number or 1, last.day))


class Office(Strict):
    """When people are at their desks, and within how many working days they answer requests of a kind."""

    opens: Clock = time(8)
    closes: Clock = time(17)
    answer_within: Mapping[RequestKind, Annotated[int, Field(ge=1, le=60)]] = Field(default_factory=dict)

    def days_to_answer(self, kind: RequestKind) -> int:
        """Working days within which a request of this kind is answered; one where nobody said more."""
        return self.answer_within.get(kind, 1)


class Schedule(Strict):
    """The times of the jobs and the hours in which people are left alone (local time)."""

    quiet_from: Clock = time(20)
    quiet_to: Clock = time(7)
    office: Office = Office()
    reminders: Reminders = Reminders()
    #: what is not named is kept
    keep: dict[Kept, Keep] = Field(default_factory=dict)
    jobs: dict[Code, JobTime]
