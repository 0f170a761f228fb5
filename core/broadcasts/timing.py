"""When a message to many goes out: at a day and an hour that somebody typed, once or again and again."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from core.folding import fold
from core.periods import local_time, moment_of

_HOUR = re.compile(
    r"(?:\bluc\s+|\bat\s+)?\b([01]?[0-9]|2[0-4])\s*(?:gio\b|[:hg])(?:\s?([0-5][0-9])(?![0-9/.-]))?\s*(ruoi\b)?"
    r"(?:\s*(sang|trua|chieu|toi|am|pm)\b)?"
)
_LATER_HALF = ("chieu", "toi", "pm")
#: nothing is put off further than this
FARTHEST = timedelta(days=366)
#: what was due so long ago goes out no more by itself: it may invite to what is over
TOO_LATE = timedelta(hours=6)


class Repeat(StrEnum):
    """How often a message goes out."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


def cut_hour(text: str) -> tuple[time | None, str]:
    """The hour a text names ("8h", "7g30", "14:05", "2 gio chieu"), and the folded rest of it.

    None where there is none, or one that no clock shows.
    """
    folded = fold(text)
    found = _HOUR.search(folded)
    if found is None:
        return None, folded
    hour, half = int(found[1]), found[4]
    if half in _LATER_HALF and hour < 12:
        hour += 12
    minute = int(found[2] or (30 if found[3] else 0))
    rest = " ".join((folded[: found.start()] + " " + folded[found.end() :]).split())
    return (time(hour, minute), rest) if hour < 24 else (None, rest)


def next_time(first: datetime, last: datetime, repeat: Repeat, zone: str) -> datetime | None:
    """When a message of which `first` was the first goes out after `last`, at the same hour there.

    Weekly on the same weekday; monthly on the same day, or the last one of a month that has no such day.
    None for one that goes out once.
    """
    began, latest = local_time(first, zone), local_time(last, zone)
    match repeat:
        case Repeat.WEEKLY:
            day = latest.date() + timedelta(days=7)
        case Repeat.MONTHLY:
            day = _in_next_month(latest.date(), began.day)
        case Repeat.ONCE:
            return None
    return moment_of(day, began.time(), zone)


def _in_next_month(day: date, wanted: int) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(wanted, monthrange(year, month)[1]))
