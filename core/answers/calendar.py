"""Which days of the calendar a point may mean, the likeliest first."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from core.answers.date_points import Away, Calendar, Checked, MonthOnly, Point, Weekday

#: how far a year-less 29/2 or a 31 looks back: leap years and months with 31 days come round within this
_LOOK_BACK_YEARS, _LOOK_BACK_MONTHS = 8, 3
_LAST_YEAR = 9000
#: February is as long as it can be where no year was said
_LEAP = 2000


def days_meant(point: Point, today: date, future: bool) -> tuple[date, ...]:
    """The days a point may mean on this day: one, some to choose from, or none (there is no such day).

    `future` is for fields whose day may still come.
    """
    match point:
        case Away():
            day = _away(point, today)
            return (day,) if day else ()
        case Weekday():
            return _weekday(point, today, future)
        case Checked():
            return _checked(point, today, future)
        case MonthOnly():
            return _month_ends(point)
        case Calendar():
            return _calendar(point, today, future)


def too_late(point: Point) -> tuple[str, int] | None:
    """The month of a day that it does not have, and how many it has: ("2/2026", 28); None for any other."""
    if not isinstance(point, Calendar) or point.month is None:
        return None
    if point.month not in range(1, 13) or point.day not in range(29, 32):
        return None
    year = point.year or _LEAP
    days = monthrange(year, point.month)[1] if date.min.year <= year <= date.max.year else point.day
    month = f"2/{year}" if point.month == 2 and point.year else str(point.month)
    return (month, days) if point.day > days else None


def latest_until(point: Point, last: date, today: date) -> date | None:
    """The first day of "from .. to ..", given the last one: the latest such day not after it."""
    match point:
        case Weekday(week=None):
            return last - timedelta(days=(last.isoweekday() - point.number) % 7 or 7)
        case Calendar() if point.year is None and point.year_shift is None and point.month_shift is None:
            return next((day for day in _back_from(point, last) if day <= last), None)
        case _:
            return next(iter(days_meant(point, today, True)), None)


def _calendar(point: Calendar, today: date, future: bool) -> tuple[date, ...]:
    exact = _exact(point, today)
    if exact is not None:
        year, month = exact
        return _only(year, month, point.day)
    if future:
        return _ahead_or_back(point, today)
    back = [day for day in _back_from(point, today) if day <= today]
    if point.month is None:
        # a day of this month is plain; "20" on the 14th may be of the month before, or of the one before that
        return tuple(back[:1] if back and back[0].month == today.month else back[:2])
    if not back:
        return ()
    if back[0].year == today.year:
        return (back[0],)
    # it has not been this year: last year's, or a slip in the month
    month_slip = next((day for day in _back_from(Calendar(point.day), today) if day <= today), back[0])
    return tuple(dict.fromkeys((back[0], month_slip)))


def _exact(point: Calendar, today: date) -> tuple[int, int] | None:
    """Year and month if both were said, or counted from now."""
    if point.month_shift is not None:
        months = today.year * 12 + today.month - 1 + point.month_shift
        return months // 12, months % 12 + 1
    year = point.year if point.year_shift is None else today.year + point.year_shift
    return (year, point.month) if year is not None and point.month is not None else None


def _back_from(point: Calendar, last: date) -> Iterator[date]:
    """Days that fit the point, from the month (or year) of `last` backwards; the first may be later."""
    if point.month is not None:
        for year in range(last.year, last.year - _LOOK_BACK_YEARS, -1):
            yield from _only(year, point.month, point.day)
        return
    months = last.year * 12 + last.month - 1
    for month in range(months, months - _LOOK_BACK_MONTHS * 2, -1):
        yield from _only(month // 12, month % 12 + 1, point.day)


def _ahead_or_back(point: Calendar, today: date) -> tuple[date, ...]:
    """For a day that may still come: this year's (or month's), or the next and the one gone by."""
    if point.month is not None:
        ahead = [
            day for y in range(_LOOK_BACK_YEARS) for day in _only(today.year + y, point.month, point.day)
        ]
    else:
        months = [today.year * 12 + today.month - 1 + step for step in range(_LOOK_BACK_MONTHS)]
        ahead = [day for month in months for day in _only(month // 12, month % 12 + 1, point.day)]
    coming = [day for day in ahead if day >= today][:1]
    gone = [day for day in ahead if day < today][:1]
    return tuple(coming + gone)


def _weekday(point: Weekday, today: date, future: bool) -> tuple[date, ...]:
    if point.week is not None:
        monday = today - timedelta(days=today.weekday())
        return (monday + timedelta(days=7 * point.week + point.number - 1),)
    back = today - timedelta(days=(today.isoweekday() - point.number) % 7)
    if point.before:
        return (back - timedelta(days=7) if back == today else back,)
    if future:
        ahead = back + timedelta(days=7)
        return (back, ahead) if back == today else (ahead, back)
    return (today, today - timedelta(days=7)) if back == today else (back,)


def _checked(point: Checked, today: date, future: bool) -> tuple[date, ...]:
    """The day if its weekday is right; otherwise both, to choose from."""
    days = days_meant(point.day, today, future)
    right = tuple(day for day in days if day.isoweekday() == point.weekday.number)
    if right or not days:
        return right
    return tuple(dict.fromkeys((*days, *_weekday(point.weekday, today, future))))


def _month_ends(point: MonthOnly) -> tuple[date, ...]:
    first = _only(point.year, point.month, 1)
    last = (date for end in (31, 30, 29, 28) for date in _only(point.year, point.month, end))
    return (*islice(last, 1), *first)


def _away(point: Away, today: date) -> date | None:
    if abs(point.count) > 40_000:
        return None
    if point.span in ("day", "week"):
        return today + timedelta(days=point.count * (7 if point.span == "week" else 1))
    months = today.year * 12 + today.month - 1 + point.count * (12 if point.span == "year" else 1)
    # 31 January and a month more is the last of February
    days = (day for back in range(4) for day in _only(months // 12, months % 12 + 1, today.day - back))
    return next(days, None)


def _only(year: int, month: int, day: int) -> tuple[date, ...]:
    """The day, if there is one."""
    if not 1 <= year <= _LAST_YEAR:
        return ()
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()
