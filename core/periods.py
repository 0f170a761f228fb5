"""Days, weeks and quiet hours, in the time zone of the people concerned. Moments come in with a zone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_time(moment: datetime, zone: str) -> datetime:
    """The moment as the clock on the wall shows it there."""
    return moment.astimezone(ZoneInfo(zone))


def local_date(moment: datetime, zone: str) -> date:
    """The day it is there: from midnight to 7:00 in Vietnam, UTC is still the day before."""
    return local_time(moment, zone).date()


def week_bounds(day: date) -> tuple[date, date]:
    """Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def week_label(day: date) -> str:
    """The ISO week: "2026-W20"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_bounds(day: date) -> tuple[date, date]:
    """First and last day of the month."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)


def year_bounds(day: date) -> tuple[date, date]:
    """First and last day of the year."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def latest_due(weekday: int, at: str, zone: str, now: datetime) -> datetime:
    """The latest weekly moment (weekday 1 is Monday, `at` is "16:00" local time) that is not after `now`."""
    today = local_time(now, zone)
    day = today.date() - timedelta(days=(today.isoweekday() - weekday) % 7)
    due = datetime.combine(day, time.fromisoformat(at), ZoneInfo(zone))
    return due if due <= now else datetime.combine(day - timedelta(days=7), due.timetz())


def quiet(moment: datetime, quiet_from: str, quiet_to: str, zone: str) -> bool:
    """Whether people are left alone then; the hours may span midnight ("20:00" to "07:00")."""
    clock = local_time(moment, zone).time()
    start, end = time.fromisoformat(quiet_from), time.fromisoformat(quiet_to)
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end


def next_allowed(moment: datetime, quiet_from: str, quiet_to: str, zone: str) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into."""
    if not quiet(moment, quiet_from, quiet_to, zone):
        return moment
    local = local_time(moment, zone)
    end = datetime.combine(local.date(), time.fromisoformat(quiet_to), ZoneInfo(zone))
    return end if end > moment else end + timedelta(days=1)
