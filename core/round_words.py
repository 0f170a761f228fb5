"""What days, weeks, months and quarters are called."""

from datetime import date

from core.rounds import Every, Round
from core.texts import Speech, Text, say
from core.week import Week


def round_named(when: Round) -> Speech:
    """`Week 20 (11/5-17/5)`, a day, a month, a quarter."""
    if when.every is Every.WEEK:
        return _week(when.number, when.first, when.last)
    year = str(when.first.year)
    if when.every is Every.DAY:
        return say("summary-day", day=when.first)
    return say(f"summary-{when.every}", number=when.number, year=year)


def week_named(week: Week) -> Text:
    """`Week 20 (11/5-17/5)`."""
    return _week(week.number, week.monday, week.sunday)


def _week(number: int, first: date, last: date) -> Text:
    days = {"first": f"{first.day}/{first.month}", "last": f"{last.day}/{last.month}"}
    return say("summary-week", number=number, **days)
