"""The pages behind a summary. Verb: wk (t: targets, p: their picture, u: units, l: late steps, d:
difficulties, n: remind the silent units); pages and rounds are its second argument.
"""

from collections.abc import Callable, Mapping

from core.dialogue.effects import Effect, ShowSummary
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Turn
from core.dialogue.summary_effects import (
    NudgeUnits,
    ShowDifficulties,
    ShowLateSteps,
    ShowSummaryTargets,
    ShowUnits,
)
from core.dialogue.tokens import whole_number
from core.messages import Inbound
from core.permissions import Action
from handlers.conversations.refusing import not_allowed

_PAGES: Mapping[str, Callable[[str], Effect]] = {
    "t": lambda page: ShowSummaryTargets(whole_number(page) or 0),
    "p": lambda page: ShowSummaryTargets(whole_number(page) or 0, picture=True),
    "u": ShowUnits,
    "l": lambda page: ShowLateSteps(whole_number(page) or 0),
    "d": ShowDifficulties,
    "n": NudgeUnits,
}

VERBS = frozenset({"wk"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.READ_SUMMARY):
        return not_allowed(state)
    what, about, *_ = (*args, "", "")
    shown = _PAGES.get(what)
    return Turn(state, (shown(about) if shown else ShowSummary(),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return press(state, known, "wk", ())
