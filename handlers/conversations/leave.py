"""Somebody is on leave for some days, in one message or asked for it; or is back. Verb: lv (end)."""

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
from handlers.conversations.one_day import days_to_come
from handlers.conversations.refusing import left, not_allowed

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
    return Turn(done, (TakeLeave(None),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The last day of the leave, or its first and last."""
    gone = left(state, known, inbound)
    if gone is not None:
        return gone
    days = _days(known, clean(inbound.text), until=True)
    if days is None:
        return Turn(state, (Message(say("leave-day-again"), (_ROW,), numbered=False),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (TakeLeave(days.last, days.first),))


def asked(state: State, known: Known, text: str) -> Turn | None:
    """A message that begins with words for leave and goes on to its days; None for any other."""
    words = text.split()
    if not known.may(Action.READ_PROGRESS):
        return None
    for count in range(min(_WORDS, len(words) - 1), 0, -1):
        if known.commands.get(words_of(" ".join(words[:count]))) == LEAVE:
            days = _days(known, " ".join(words[count:]), until=False)
            return Turn(state, (TakeLeave(days.last, days.first),)) if days else overview(state, known)
    return None


def _days(known: Known, text: str, *, until: bool) -> Span | None:
    """The first and last day of a leave that is not over: "20/11 to 25/11", "to 25/11" from today on.

    A single day is the whole leave, or the last of it where that was asked for (`until`).
    """
    words = text.split()
    to = next((at for at, word in enumerate(words) if fold(word) in known.words.dates.to), None)
    if to is None:
        days = _at_the_end(known, words)
        if days and until and days.first == days.last:
            days = Span(known.today, days.last)
    else:
        days = _from_to(known, words, to)
    return days if days and known.today <= days.last and days.first <= days.last else None


def _from_to(known: Known, words: list[str], to: int) -> Span | None:
    """Both days are read together first: in "20 to 25/11" the last one names the month of the first."""
    for start in range(to):
        days = days_to_come(" ".join(words[start:]), known)
        if days is not None:
            return days
    first, last = _at_the_end(known, words[:to]), _at_the_end(known, words[to + 1 :])
    return Span(first.first if first else known.today, last.last) if last else None


def _at_the_end(known: Known, words: list[str]) -> Span | None:
    """The day or days that the last of the words name, in as many of them as it takes."""
    read = (days_to_come(" ".join(words[start:]), known) for start in range(len(words)))
    return next((days for days in read if days is not None), None)
