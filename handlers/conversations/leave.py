"""Somebody is on leave for some days, in one message or asked for it; or is back.

Verb: lv (end; days, first, last).
"""

from datetime import date, timedelta

from core.dialogue.due_effects import TakeLeave
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean, words_of
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations.leave_days import days_of, leave_in, only_first
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"lv"})

#: where words of being back lead
_BACK = "go:back"
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
    if known.commands.get(words_of(text)) == _BACK:
        return press(state, known, "lv", ("end",))
    if (first := only_first(known, text)) is not None:
        return _until_when(state, first)
    days = days_of(known, text, until=True, since=since)
    if days is None and since is not None:
        return _until_when(state, since, again=True)
    if days is None:
        return Turn(state, (Message(say("leave-day-again"), (_ROW,), numbered=False),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (TakeLeave(days.last, days.first),))


def asked(state: State, known: Known, text: str) -> Turn | None:
    """A message of words for leave and its days, in whichever order; None for any other.

    Words that may mean something else have to be said with days.
    """
    found = leave_in(known, text) if known.may(Action.READ_PROGRESS) else None
    if found is None:
        return None
    said, plain = found
    if (first := only_first(known, said)) is not None:
        return _until_when(state, first)
    days = days_of(known, said, until=False)
    if days is not None:
        return Turn(state, (TakeLeave(days.last, days.first),))
    return overview(state, known) if plain else None
