"""Somebody is on leave until a day, in one message or asked for it; or is back. Verb: lv (end)."""

from datetime import date

from core.dialogue.due_effects import TakeLeave
from core.dialogue.known import LEAVE, Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean, words_of
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations.one_day import one_day
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
    return Turn(done, (TakeLeave(None),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The last day of the leave."""
    until = _day(known, clean(inbound.text))
    if until is None:
        return Turn(state, (Message(say("leave-day-again"), (_ROW,), numbered=False),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (TakeLeave(until),))


def asked(state: State, known: Known, text: str) -> Turn | None:
    """A message that begins with words for leave and goes on to a day; None for any other."""
    words = text.split()
    if not known.may(Action.READ_PROGRESS):
        return None
    for count in range(min(_WORDS, len(words) - 1), 0, -1):
        if known.commands.get(words_of(" ".join(words[:count]))) == LEAVE:
            until = _day(known, " ".join(words[count:]))
            return Turn(state, (TakeLeave(until),)) if until else overview(state, known)
    return None


def _day(known: Known, text: str) -> date | None:
    """The day at the end of a text, today or later."""
    words = text.split()
    for start in range(len(words)):
        day = one_day(" ".join(words[start:]), known, future=True)
        if day is not None and day >= known.today:
            return day
    return None
