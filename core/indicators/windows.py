"""Which days a window covers, seen from a day."""

import calendar
from datetime import date, timedelta

from core.indicators.expression import Window, WindowKind

#: windows that begin anew, with their length in months (a week has none)
_PERIODS = {WindowKind.YEAR: 12, WindowKind.QUARTER: 3, WindowKind.MONTH: 1, WindowKind.WEEK: 0}
_YEAR = Window(WindowKind.YEAR)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier, if negative); the last of a month that is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def first_day(window: Window | None, day: date, plan_starts: date | None) -> date | None:
    """The first day of a window that ends on `day`; None for no limit."""
    if window is None:
        return None
    if window.kind in _PERIODS:
        return _first_of_period(window, day)
    if window.kind is WindowKind.MONTHS:
        return add_months(day, -window.months) + timedelta(days=1)
    return plan_starts if window.kind is WindowKind.PLAN else None


def days(window: Window | None, day: date, plan_starts: date | None) -> tuple[date | None, date]:
    """The first day of a window seen from `day` (None for no limit) and the last."""
    return first_day(window, day, plan_starts), day


def period(window: Window | None, day: date) -> tuple[date, date]:
    """First and last day of the period around a day: its year, when the window has none of its own."""
    begins_anew = window if window is not None and window.kind in _PERIODS else _YEAR
    first = _first_of_period(begins_anew, day)
    months = _PERIODS[begins_anew.kind]
    following = add_months(first, months) if months else first + timedelta(days=7)
    return first, following - timedelta(days=1)


def _first_of_period(window: Window, day: date) -> date:
    """Weeks begin on Monday."""
    match window.kind:
        case WindowKind.WEEK:
            return day - timedelta(days=day.weekday())
        case WindowKind.MONTH:
            return day.replace(day=1)
        case WindowKind.QUARTER:
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case _:
            return date(day.year, 1, 1)
