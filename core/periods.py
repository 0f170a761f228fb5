"""Days, weeks, months, years and quiet hours of a place. Moments are aware; what comes back is in UTC.

A zone is named as in the tz database ("Asia/Ho_Chi_Minh"). Bounds are first and last day, both within.
"""

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def local_date(moment: datetime, zone: str) -> date:
    """The day it is there at this moment."""
    return local_time(moment, zone).date()


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The moment when clocks there show `at` on that day; of two, the first."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def day_bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """The first moment of the day there, and the first of the next one."""
    return moment_of(day, time(), zone), moment_of(day + _DAY, time(), zone)


def week_label(day: date) -> str:
    """The ISO week of a day: "2026-W20". The week belongs to the year of its Thursday."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def week_bounds(day: date) -> tuple[date, date]:
    """Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def week_of_label(label: str) -> tuple[date, date]:
    """Monday and Sunday of "2026-W20". Raises ValueError for a week that year does not have."""
    year, _, week = label.partition("-W")
    return week_bounds(date.fromisocalendar(int(year), int(week), 1))


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """First and last day of the month."""
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return first, after - _DAY


def year_bounds(year: int) -> tuple[date, date]:
    """First and last day of the year."""
    return date(year, 1, 1), date(year, 12, 31)


def quiet(moment: datetime, start: time, end: time, zone: str) -> bool:
    """Whether people there are left alone at this moment: from `start` until before `end`, over midnight too.

    Equal times mean no quiet hours.
    """
    clock = local_time(moment, zone).time()
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end


def next_allowed(moment: datetime, start: time, end: time, zone: str) -> datetime:
    """This moment, or the end of the quiet hours it falls into."""
    if not quiet(moment, start, end, zone):
        return moment
    today = local_date(moment, zone)
    ends = moment_of(today, end, zone)
    return ends if ends > moment else moment_of(today + _DAY, end, zone)


def latest_due(weekday: int | None, at: time, zone: str, now: datetime) -> datetime:
    """The latest moment not after `now` of this time there, on this weekday (1 is Monday) or on any day."""
    today = local_date(now, zone)
    every = _DAY if weekday is None else _WEEK
    day = today - timedelta(days=(today.isoweekday() - (weekday or today.isoweekday())) % 7)
    due = moment_of(day, at, zone)
    return due if due <= now else moment_of(day - every, at, zone)


def latest_in_months(
    day_of: Callable[[int, int], date], months: Collection[int], at: time, zone: str, now: datetime
) -> datetime:
    """The latest moment not after `now` of this time there on the day `day_of` a year and month, of these
    months. Raises ValueError when there is no month.
    """
    today = local_date(now, zone)
    number = today.year * 12 + today.month - 1
    # the day of this year's only month may be still to come
    for back in range(13):
        year, month = divmod(number - back, 12)
        due = moment_of(day_of(year, month + 1), at, zone) if month + 1 in months else None
        if due is not None and due <= now:
            return due
    raise ValueError("no month is named")


def clock_time(text: str) -> time:
    """ "07:30" as content writes it. Raises ValueError for anything else."""
    return datetime.strptime(text, "%H:%M").replace(tzinfo=UTC).time()


def local_time(moment: datetime, zone: str) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(ZoneInfo(zone))
