"""Which days a window covers, seen from a day."""

import calendar
from datetime import date, timedelta

from core.indicators.source import Window, WindowKind

#: windows that begin anew, with their length in months (a week has none)
_PERIODS = {WindowKind.YEAR: 12, WindowKind.QUARTER: 3, WindowKind.MONTH: 1, WindowKind.WEEK: 0}
_YEAR = Window(WindowKind.YEAR)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier, if negative); the last of a month that is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def days(window: Window | None, day: date, plan_starts: date | None) -> tuple[date | None, date]:
    """The first day of a window seen from `day` (None for no limit) and the last, never after `day`.

    The last is before the first where nothing can count yet.
    """
    if window is None:
        return None, day
    if window.kind is WindowKind.SPAN and window.last is not None:
        return window.first, min(day, window.last)
    if window.kind in _PERIODS:
        until = _in_year(window.until, day.year) if window.until else day
        return _first_of_period(window, day), min(day, until)
    if window.kind is WindowKind.MONTHS:
        return add_months(day, -window.months) + timedelta(days=1), day
    return plan_starts if window.kind is WindowKind.PLAN else None, day


def period(window: Window | None, day: date) -> tuple[date, date]:
    """First and last day of the period around a day: its year, when the window has none of its own."""
    begins_anew = window if window is not None and window.kind in _PERIODS else _YEAR
    first = _first_of_period(begins_anew, day)
    months = _PERIODS[begins_anew.kind]
    following = add_months(first, months) if months else first + timedelta(days=7)
    return first, following - timedelta(days=1)


def _in_year(month_and_day: str, year: int) -> date:
    """That day of a year; 29 February is the 28th where there is none."""
    month, day = (int(part) for part in month_and_day.split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


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
