"""What a figure will come to at the end of a year that still runs, as yearly reports tell it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.plans import Goal
from core.indicators.expression import Expression, WindowKind
from core.indicators.goals import Term, term_on
from core.indicators.pace import forecast
from core.indicators.parameters import expression_of
from core.indicators.progress import State, TargetProgress, begun, window_of


def year_end(item: TargetProgress, day: date) -> Decimal | None:
    """The value the pace so far leads to by 31 December of the day's year, in the goal's terms.

    What can no longer grow keeps its value: a goal whose time is over, a duty that was done. None where more
    time does not mean more (stages, last values, means), of shares without a goal, in the first days, and of
    what does not apply.
    """
    expression = expression_of(item.target, item.plan, day)
    if expression is None or item.value is None or item.state is State.NOT_APPLICABLE:
        return None
    term = _this_year(item, expression, day)
    done = item.target.kind == "D" and item.state is State.REACHED
    if term is not None and (done or term.elapsed(day) == 1):
        return item.value
    return forecast(expression, item.measure, term, day) if term else None


def _this_year(item: TargetProgress, expression: Expression, day: date) -> Term | None:
    """The goal as it runs this year: from the plan's first day, or the year's where each year starts anew."""
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    window = window_of(expression)
    yearly = window is not None and window.kind is WindowKind.YEAR
    found = term_on(item.target, item.plan, day) if item.goal is not None else None
    if found is None:
        tracked = yearly and item.measure.denominator is None
        return Term(Goal(value=0), max(first, item.plan.starts), last) if tracked else None
    term = begun(found, expression)
    starts = max(term.starts, first) if yearly else term.starts
    return replace(term, starts=starts, due=min(term.due or last, last))
