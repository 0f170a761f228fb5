"""Somebody is on leave for some days, in one message or asked for it; or is back.

Verb: lv (end; days, first, last).
"""

from datetime import date, timedelta

from core.dialogue.commanding import command_of
from core.dialogue.due_effects import TakeLeave
from core.dialogue.known import LEAVE, Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean, fold, words_of
from core.messages import Inbound
from core.permissions import Action
from core.spans import Span
from core.texts import say
from handlers.conversations.one_day import days_to_come, period_to_come
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"lv"})

#: the words for leave are at most so many
_WORDS = 4
_ROW = (Option(say("leave-end"), token("lv", "end")), Option(say("menu-button"), "go:menu"))


def overview(state: State, known: Known) -> Turn:
    """Until when?"""
    if not known.may(Action.READ_PROGRESS):
        return not_allowed(state)
    asks = state.model_copy(update={"asking": "leave", "about": None})
    return Turn(asks, (Message(say("leave-until-when"), (_ROW,), numbered=False),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.READ_PROGRESS):
        return not_allowed(state)
    done = state.model_copy(update={"asking": None, "about": None}) if state.asking == "leave" else state
    if args[:1] != ("days",):
        return Turn(done, (TakeLeave(None),))
    days = [_day(each) for each in (*args[1:], "", "")[:2]]
    first, last = days
    # a button of days that are over asks anew
    if first is None or last is None or not max(first, known.today) <= last:
        return overview(state, known)
    return Turn(done, (TakeLeave(last, first),))


def _until_when(state: State, first: date, *, again: bool = False) -> Turn:
    """From a day on is not yet until when: that day alone, the rest of its week, or a day that is typed."""
    sunday = first + timedelta(days=7 - first.isoweekday())
    options = [Option(say("leave-one-day"), token("lv", "days", first.isoformat(), first.isoformat()))]
    if sunday > first:
        rest = token("lv", "days", first.isoformat(), sunday.isoformat())
        options.append(Option(say("leave-rest-of-week", until=sunday), rest))
    asks = state.model_copy(update={"asking": "leave", "about": first.isoformat()})
    text = say("leave-last-again" if again else "leave-from", since=first)
    return Turn(asks, (Message(text, (tuple(options), _ROW), numbered=False),))


def _day(text: str) -> date | None:
    """A day as a button or the state has it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The last day of the leave, or its first and last."""
    text, since = clean(inbound.text), _day(state.about or "")
    if (first := _only_first(known, text)) is not None:
        return _until_when(state, first)
    days = _days(known, text, until=True, since=since)
    if days is None and since is not None:
        return _until_when(state, since, again=True)
    if days is None:
        return Turn(state, (Message(say("leave-day-again"), (_ROW,), numbered=False),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (TakeLeave(days.last, days.first),))


def asked(state: State, known: Known, text: str) -> Turn | None:
    """A message of words for leave and of its days, in either order; None for any other."""
    words = text.split()
    if not known.may(Action.READ_PROGRESS):
        return None
    for count in range(1, len(words)):
        wish = command_of(" ".join(words[count:]), known.commands, known.words.common)
        before = _named(" ".join(words[:count]), known) if wish == LEAVE else None
        if before is not None and known.today <= before.last:
            return Turn(state, (TakeLeave(before.last, before.first),))
    for count in range(min(_WORDS, len(words) - 1), 0, -1):
        if known.commands.get(words_of(" ".join(words[:count]))) == LEAVE:
            said = " ".join(words[count:])
            if (first := _only_first(known, said)) is not None:
                return _until_when(state, first)
            days = _days(known, said, until=False)
            return Turn(state, (TakeLeave(days.last, days.first),)) if days else overview(state, known)
    return None


def _only_first(known: Known, text: str) -> date | None:
    """The day from which on somebody is away, where the last one is not said: "from 20/11"."""
    words, dates = text.split(), known.words.dates
    folded = [fold(word) for word in words]
    if any(word in dates.to for word in folded):
        return None
    for at, word in enumerate(folded[:-1]):
        # without its mark it may be the end of a weekday's name
        named = at > 0 and f"{folded[at - 1]} {word}" in dates.weekdays
        days = days_to_come(" ".join(words[at + 1 :]), known) if word in dates.since and not named else None
        if days is not None:
            return days.first if days.first == days.last and days.first >= known.today else None
    return None


def _days(known: Known, text: str, *, until: bool, since: date | None = None) -> Span | None:
    """The first and last day of a leave that is not over: "20/11 to 25/11", "to 25/11" from today on.

    A single day is the whole leave, or the last of it where that was asked for (`until`), from `since` on.
    """
    words = text.split()
    to = next((at for at, word in enumerate(words) if fold(word) in known.words.dates.to), None)
    if to is None:
        days = _at_the_end(known, words, later=until)
        if days and until and days.first == days.last:
            days = Span(since or known.today, days.last)
    else:
        days = _from_to(known, words, to, since)
    return days if days and known.today <= days.last and days.first <= days.last else None


def _from_to(known: Known, words: list[str], to: int, since: date | None) -> Span | None:
    """Both days are read together first: in "20 to 25/11" the last one names the month of the first."""
    for start in range(to):
        days = days_to_come(" ".join(words[start:]), known)
        if days is not None:
            return days
    # who is away until a weekday and says so on such a day means that of the next week
    first, last = _at_the_end(known, words[:to]), _at_the_end(known, words[to + 1 :], later=True)
    return Span(first.first if first else since or known.today, last.last) if last else None


def _at_the_end(known: Known, words: list[str], *, later: bool = False) -> Span | None:
    """The day or days that the last of the words name, in as many of them as it takes."""
    read = (_named(" ".join(words[start:]), known, later=later) for start in range(len(words)))
    return next((days for days in read if days is not None), None)


def _named(text: str, known: Known, *, later: bool = False) -> Span | None:
    """The days that a text names and nothing else: one, from one to another, or "next week"."""
    return days_to_come(text, known, later=later) or period_to_come(text, known)
