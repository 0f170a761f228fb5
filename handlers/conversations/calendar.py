"""The calendar of a tenant: deadlines, days off, readiness; an admin changes it.

Verb: cl (add, off, work, drop: number, set: page, duty: code; hours, hour, day and stop: what comes when).
"""

import re
from datetime import date, timedelta

from core.catalogue.hours import CHOSEN, QUIET, clocks
from core.dialogue.calendar_effects import (
    AddDay,
    DecideDay,
    DropDay,
    SetDeadline,
    SetHours,
    ShowCalendar,
    ShowHours,
    ShowSetDays,
)
from core.dialogue.effects import Effect
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean, fold
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.one_day import one_day
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"cl"})

MAX_NAME = 150
#: a day is said in at most so many words
_WORDS = 5
_BACK = ((Option(say("due-back"), "go:calendar"),),)
_ASKS = ("add", "off", "work", "duty", "hour")
#: hours are said in so many letters
_LONGEST = 60
#: the calendar shows what comes within a year
_AHEAD = timedelta(days=366)


def overview(state: State, known: Known, page: str = "") -> Turn:
    if not known.may(Action.READ_SUMMARY):
        return not_allowed(state)
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (ShowCalendar(whole_number(page) or 0),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value = (*args, "", "")[:2]
    if not known.may(Action.SETTLE_PLANS):
        return not_allowed(state)
    if what == "drop":
        return Turn(state, (DropDay(whole_number(value) or 0),))
    if what == "set":
        return Turn(state, (ShowSetDays(whole_number(value) or 0),))
    if what == "hours":
        return Turn(state.model_copy(update={"asking": None, "about": None}), (ShowHours(),))
    if what == "day":
        return Turn(state, (_weekday(value),))
    if what == "stop":
        return Turn(state.model_copy(update={"asking": None, "about": None}), (SetHours(value, off=True),))
    if what not in _ASKS:
        return overview(state, known)
    asks = state.model_copy(update={"asking": "calendar", "about": f"{what}:{value}"})
    if what == "hour":
        return Turn(asks, (_which_hour(value),))
    return Turn(asks, (_which_day(what, value, known),))


def _which_day(what: str, value: str, known: Known, why: Speech | None = None) -> Message:
    year = _year_of(value, known.today)
    over = year > known.today.year
    ask = say(
        f"calendar-ask-{what}", year=str(year), over="yes" if over else "no", last=str(known.today.year)
    )
    return Message(lines(why, ask), _BACK, numbered=False)


def _year_of(value: str, today: date) -> int:
    """The year that a deadline is to be set of, as its button has it behind its code; else this one."""
    year = whole_number(value.rpartition(".")[2]) or today.year
    return year if year in (today.year, today.year + 1) else today.year


def _weekday(value: str) -> Message | SetHours:
    """Which day of the week a job should come on; with the day, that it does."""
    key, _, day = value.partition(".")
    chosen = whole_number(day)
    if chosen is not None:
        return SetHours(key, weekday=chosen)
    options = [Option(say("hours-weekday", weekday=n), token("cl", "day", f"{key}.{n}")) for n in range(1, 7)]
    return Message(say("hours-ask-day"), (*rows_of(options, 3), (Option(say("due-back"), "cl:hours"),)))


def _which_hour(key: str) -> Message:
    ask = say("hours-ask-quiet") if key == QUIET else say("hours-ask-at")
    stop = ((Option(say("hours-stop"), token("cl", "stop", key)),),) if key in CHOSEN else ()
    return Message(ask, (*stop, (Option(say("due-back"), "cl:hours"),)), numbered=False)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The day, and behind it what is wanted."""
    if not known.may(Action.SETTLE_PLANS):
        return not_allowed(state)
    what, _, value = (state.about or "").partition(":")
    if what == "hour":
        times = clocks(fold(inbound.text)) if len(inbound.text) <= _LONGEST else ()
        if len(times) != (2 if value == QUIET else 1):
            return Turn(state, (_which_hour(value),))
        done = state.model_copy(update={"asking": None, "about": None})
        return Turn(done, (SetHours(value, times),))
    day, rest = _day_first(known, clean(inbound.text))
    year = _year_of(value, known.today)
    if what == "duty" and not re.search(r"\d{4}", inbound.text):
        # of a day that may be of several years, that of the report is meant
        named = _day_first(known, f"{clean(inbound.text)}/{year}")
        day, rest = named if named[0] is not None else (day, rest)
    if day is None or (rest and what != "add"):
        return Turn(state, (_which_day(what, value, known, say("calendar-no-such-day")),))
    if what == "add" and not 2 <= len(rest) <= MAX_NAME:
        why = say("calendar-name-length", day=day, most=MAX_NAME, count=len(rest))
        return Turn(state, (_which_day(what, value, known, why),))
    wrong = _no_deadline(known.today, day, year) if what == "duty" else _not_coming(known.today, day, what)
    if wrong is not None:
        return Turn(state, (Message(wrong, _BACK, numbered=False),))
    effect: Effect
    match what:
        case "add":
            effect = AddDay(day, rest)
        case "duty":
            effect = SetDeadline(value.partition(".")[0], day)
        case _:
            effect = DecideDay(day, works=what == "work")
    return Turn(state.model_copy(update={"asking": None, "about": None}), (effect,))


def _not_coming(today: date, day: date, what: str) -> Speech | None:
    """Why a day cannot be one to come: it is over, or too far off for something due to be seen."""
    if day < today:
        return say("calendar-past", today=today)
    far = what == "add" and day > today + _AHEAD
    return say("calendar-far", day=day, last=today + _AHEAD) if far else None


def _no_deadline(today: date, day: date, year: int) -> Speech | None:
    """Why a day cannot be the last one of a yearly report: it holds for that of its year at once."""
    if (day.month, day.day) == (2, 29):
        return say("calendar-not-each-year")
    if not today <= day <= date(year, 12, 31):
        return say("calendar-this-year", day=day, today=today, last=date(year, 12, 31))
    return None


def _day_first(known: Known, text: str) -> tuple[date | None, str]:
    """The day that a text begins with, in as many words as it takes, and what is behind it."""
    words = text.split()
    for count in range(min(_WORDS, len(words)), 0, -1):
        said = " ".join(words[:count]).rstrip(":,")
        day = one_day(said, known, future=True)
        if day is not None:
            return day, " ".join(words[count:]).lstrip(":,- ")
    return None, ""
