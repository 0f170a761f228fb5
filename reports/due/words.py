"""One matter in words: what it is, its last day printed exactly, how many days are left or gone by."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.due.matters import Audience, Kind, Matter
from core.due.stages import Stage
from core.texts import Speech, lines, say

_DOT = " · "
#: kinds whose day is a deadline that documents speak of as "before" the day after
_BEFORE = (Kind.DUTY, Kind.DATE)


def matter_line(matter: Matter, today: date) -> Speech:
    """A mark for how urgent it is, its name, and by when; below it how it stands."""
    line = say(
        "due-line",
        mark=say(f"due-mark-{_mark(matter, today)}"),
        name=matter.name,
        when=lines(last_day(matter), left(matter, today), separator=_DOT),
    )
    return lines(line, matter.detail)


def last_day(matter: Matter) -> Speech:
    """`before 15/11, that is by the end of 14/11`; of what has no such wording `by 14/11`."""
    return day_before(matter.due) if matter.kind in _BEFORE else say("due-by", last=_short(matter.due))


def day_before(due: date) -> Speech:
    """The last day as documents have it, and exactly: `before 15/11 (by the end of 14/11)`."""
    return say("due-before", before=_short(due + timedelta(days=1)), last=_short(due))


def left(matter: Matter, today: date) -> Speech:
    """How many days are left, that it is today, or how long ago it was."""
    return left_days(matter.due, today)


def left_days(due: date, today: date) -> Speech:
    """The same of a day."""
    days = (due - today).days
    if days > 0:
        return say("due-left", days=days)
    return say("due-today") if days == 0 else say("due-late", days=-days)


def ahead_line(ahead: Sequence[Stage]) -> Speech | None:
    """Who will be told on which day if nothing happens, the nearest first; None if nobody will."""
    first: dict[Audience, Stage] = {}
    for stage in ahead:
        first.setdefault(stage.audience, stage)
    told = [say(f"due-told-{audience}", day=_short(stage.day)) for audience, stage in first.items()]
    return say("due-ahead", who=lines(*told, separator=", ")) if told else None


def _mark(matter: Matter, today: date) -> str:
    days = (matter.due - today).days
    if days < 0:
        return "late"
    return "soon" if days <= 3 else "coming"


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"
