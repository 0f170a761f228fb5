"""Why a figure is what it is: of a target that is named, or of the one that stands at a value."""

from decimal import Decimal

from sqlalchemy.orm import Session

from core.dialogue.plan_effects import FindFigure, ShowReason
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.indicators.expression import Ratio, Register
from core.indicators.progress import TargetProgress
from core.permissions import Action
from core.texts import lines, say
from handlers.context import Context
from handlers.effects.pages import MENU, PROGRESS, back_to_plan, gone, read
from reports.amounts import shape, terms
from reports.progress import coded_line
from reports.reason_page import UNCOUNTED, asked_of, figure_reason, reason_page
from reports.summary.reading import LAGGING
from storage.queries.visible import facts_by_ids

#: reports that do not count and are looked up, and targets offered where several stand at a value
_LOOKED_UP, _OFFERED = 40, 6


def reason(session: Session, effect: ShowReason, context: Context) -> list[Message]:
    """What is behind the figure of one target; the reports that do not count open from here."""
    figures = read(session, context, whole=True)
    found = figures.target(effect.code)
    if found is None:
        return [gone("target-unknown")]
    item = figures.stands(*found)
    behind = figure_reason(figures, item)
    newest = [row.id for row in behind.left_out[:_LOOKED_UP]]
    shown = facts_by_ids(session, context.viewer, newest)
    counted = facts_by_ids(session, context.viewer, item.measure.facts)
    code = item.target.code
    every = Option(say("target-reports", count=len(counted)), token("bh", code))
    scales = _of_register(item) and context.may(Action.KEEP_REGISTER)
    rows = (
        *(((every,),) if counted else ()),
        *rows_of([Option(fact.receipt, token("rep", fact.id, code)) for fact in shown[:UNCOUNTED]], 2),
        *(((Option(say("reason-scales"), "go:due"),),) if scales else ()),
        (Option(say("target-back", code=code), token("tg", code)), back_to_plan(item.plan.code)),
        (MENU,),
    )
    return [Message(reason_page(behind, figures, shown), rows, in_place=True)]


def find(session: Session, effect: FindFigure, context: Context) -> list[Message]:
    """The reason of the one target that stands at a value; of several which, of none those that lag."""
    figures = read(session, context)
    every = [item for plan in figures.plans for item in figures.progress(plan)]
    meant = [item for item in every if _stands_at(item, effect.value)]
    if len(meant) == 1:
        return reason(session, ShowReason(meant[0].target.code), context)
    offered = meant or [item for item in every if item.state in LAGGING]
    key = "reason-which" if meant else "reason-none-lags" if offered else "reason-none"
    options = [Option(item.target.code, token("tw", item.target.code)) for item in offered[:_OFFERED]]
    told = lines(*(coded_line(item) for item in offered[:_OFFERED]))
    text = lines(say(key, value=Decimal(effect.value)), told, separator="\n\n")
    return [Message(text, (*rows_of(options, 2), (PROGRESS, MENU)))]


def why_option(item: TargetProgress) -> Option | None:
    """Below a target's page: why it stands as it does. None where there is nothing to explain."""
    if item.target.indicator is None or item.target.baseline is not None or item.missing:
        return None
    if not item.measure.facts and item.state not in LAGGING:
        return None
    return Option(asked_of(item), token("tw", item.target.code))


def _stands_at(item: TargetProgress, value: str) -> bool:
    """Whether people read this value of the target: it may be rounded further than pages do."""
    asked = Decimal(value)
    if item.value is None or item.target.indicator is None:
        return False
    # `value` stands in the goal's terms; where there is no goal, a share is a fraction
    read_as = item.value * terms(item).factor
    return read_as.quantize(asked) == asked or read_as.quantize(Decimal("0.1")) == asked


def _of_register(item: TargetProgress) -> bool:
    expression = shape(item)
    return isinstance(expression, Ratio) and isinstance(expression.denominator, Register)
