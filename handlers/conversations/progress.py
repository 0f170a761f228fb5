"""Figures of the plans. Verbs: pg (all plans), pl (a plan's targets), tg (one target), tw (why it stands as
it does), tv (why some target stands at a value), bh (the reports behind it), ts (a plan's tasks), tk (one
task), bd (a plan's money). Lists take a page as their second argument; pg, pl and tg a day as their last,
for what was known at its end.
"""

from collections.abc import Callable, Mapping
from datetime import date

from core.dialogue.effects import Effect
from core.dialogue.known import Known
from core.dialogue.plan_effects import (
    FindFigure,
    ShowBudget,
    ShowPlan,
    ShowProgress,
    ShowReason,
    ShowReports,
    ShowTarget,
    ShowTask,
    ShowTasks,
)
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.dialogue.why_pages import figure_in
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations import mine
from handlers.conversations.refusing import not_allowed

#: what is shown for a verb: of a code, of a page, and at the end of which day
_PAGES: Mapping[str, Callable[[str, int, date | None], Effect]] = {
    "pl": ShowPlan,
    "tg": lambda code, page, day: ShowTarget(code, day),
    "tw": lambda code, page, day: ShowReason(code),
    "tv": lambda value, page, day: FindFigure(figure) if (figure := figure_in(value)) else ShowProgress(day),
    "bh": lambda code, page, day: ShowReports(code, page),
    "ts": lambda code, page, day: ShowTasks(code, page),
    "tk": lambda code, page, day: ShowTask(code),
    "bd": lambda code, page, day: ShowBudget(code, page),
}

VERBS = frozenset({"pg", *_PAGES})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.READ_PROGRESS):
        return not_allowed(state)
    shown = _PAGES.get(verb)
    if shown is None or not args:
        return Turn(state, (ShowProgress(_day(known, args[0] if args else "")),))
    page = whole_number(args[1]) if len(args) > 1 else None
    day = _day(known, args[2] if len(args) > 2 else "")
    return Turn(state, (shown(args[0], page or 0, day),))


def _day(known: Known, text: str) -> date | None:
    """The day before today that a button names; None for now."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < known.today else None


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """The plans; for whom they are not, what became of their own reports."""
    if known.person is not None and not known.may(Action.READ_PROGRESS):
        return mine.overview(state, known, say("progress-own"))
    return press(state, known, "pg", ())


def money(state: State, known: Known) -> Turn:
    """The money of the tenant's plan; of several plans with money, which one."""
    person = known.person
    if person is None or not known.may(Action.READ_PROGRESS):
        return not_allowed(state)
    paid = [plan.code for plan in known.catalogue.plans_of(person.tenant) if plan.budget is not None]
    if not paid:
        return overview(state, known)
    if len(paid) == 1:
        return press(state, known, "bd", (paid[0],))
    plans = rows_of(Option(code, token("bd", code)) for code in paid)
    menu = (Option(say("menu-button"), "go:menu"),)
    return Turn(state, (Message(say("progress-budget-which"), (*plans, menu)),))
