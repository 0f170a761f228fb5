"""Summaries of any day, week, month or quarter, and the pages behind them.

Verb: wk (s: of a round, t: targets, p: their picture, u: units, l: late steps, d: difficulties, n: remind the
silent units, or the one named behind, a: whether to remind a unit); pages and rounds are its second argument.
"""

from collections.abc import Callable, Mapping

from core.dialogue.effects import Effect, ShowSummary
from core.dialogue.known import Known
from core.dialogue.no_such_time import why
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.summary_effects import (
    NudgeUnits,
    ShowDifficulties,
    ShowLateSteps,
    ShowOwnWeek,
    ShowSummaryTargets,
    ShowUnits,
)
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.round_words import round_named
from core.rounds import Every, Round, round_of
from core.texts import lines, say
from handlers.conversations.refusing import not_allowed

_PAGES: Mapping[str, Callable[[str], Effect]] = {
    "t": lambda page: ShowSummaryTargets(whole_number(page) or 0),
    "p": lambda page: ShowSummaryTargets(whole_number(page) or 0, picture=True),
    "u": ShowUnits,
    "l": lambda page: ShowLateSteps(whole_number(page) or 0),
    "d": ShowDifficulties,
}

VERBS = frozenset({"wk"})
#: rounds are named by their days alone
_ZONE = "UTC"


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.READ_SUMMARY):
        return not_allowed(state)
    what, about, unit, *_ = (*args, "", "", "")
    if what == "s":
        return of(state, known, about)
    if what == "a":
        return _whether_to_nudge(state, known, about)
    if what == "n":
        return Turn(state, (NudgeUnits(about, unit),))
    shown = _PAGES.get(what)
    return Turn(state, (shown(about) if shown else ShowSummary(),))


def of(state: State, known: Known, code: str) -> Turn:
    """The summary of the round with this code: of everybody's reports, or for whom that is not, of their own.
    Which ones there are where it is none, or still to come, and why.
    """
    when = round_of(code, _ZONE)
    if when is None or when.first > known.today:
        reason = say("summary-to-come", today=known.today) if when else why(code)
        return Turn(state, (Message(lines(reason, say("summary-which")), _rounds(known), in_place=True),))
    every = known.may(Action.READ_SUMMARY)
    return Turn(state, (ShowSummary(when.code) if every else ShowOwnWeek(when.code),))


def own(state: State, known: Known, code: str) -> Turn:
    """What the person sent themselves, this week or in the round with this code."""
    return of(state, known, code) if code else Turn(state, (ShowOwnWeek(),))


def _whether_to_nudge(state: State, known: Known, unit: str) -> Turn:
    """Asked once before a unit that somebody named is written to; who else is silent is a press away."""
    name, week = dict(known.look.units()).get(unit), Round.of(Every.WEEK, known.today, _ZONE).code
    if name is None:
        return Turn(state, (ShowUnits(week),))
    nudge = token("wk", "n", week, unit)
    rows = (
        (Option(say("nudge-button-one"), nudge, main=True),),
        (
            Option(say("summary-button-units"), token("wk", "u", week)),
            Option(say("menu-button"), "go:menu"),
        ),
    )
    return Turn(state, (Message(say("nudge-ask", unit=name), rows, yes=nudge),))


def _rounds(known: Known) -> tuple[tuple[Option, ...], ...]:
    """Those that run, and those before them; of a year there is a report."""
    running = [Round.of(every, known.today, _ZONE) for every in Every]
    rows = [
        tuple(Option(round_named(each), token("wk", "s", each.code)) for each in (now.before, now))
        for now in running
    ]
    year = (Option(say("menu-papers"), "go:papers"),) if known.may(Action.MAKE_REPORTS) else ()
    return (*rows, (*year, Option(say("menu-button"), "go:menu")))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return press(state, known, "wk", ())
