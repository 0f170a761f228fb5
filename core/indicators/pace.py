"""How fast a target should come on, in whole units, and where it is heading.

Pace is linear from start to due ("17 of 20 by now"), rounded down, so that nobody is behind on the first day.
Growth has the pace of its year, and something to show after a tenth of it; steps of a plan have that of
their own months; all(...) is wanted on the last day. What is a level and no amount, a mean for instance, has
no pace: it is wanted whole all the time.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from core.catalogue.plans import Goal, Plan
from core.indicators.evaluate import Measure
from core.indicators.expression import (
    Aggregate,
    Aggregation,
    All,
    Answered,
    Average,
    Combinations,
    Common,
    Delay,
    Expression,
    Growth,
    Ratio,
    Steps,
    Union,
)
from core.indicators.goals import Term, floor
from core.indicators.steps import steps

HUNDRED = Decimal(100)
#: the part of the time that must have passed before a forecast says anything
FORECAST_FROM = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Pace:
    """How many units there are, and how many are wanted by now.

    `expected` is what is wanted by now in the goal's terms; None where it would say nothing.
    """

    amount: Decimal
    wanted: Decimal
    expected: Decimal | None


def pace(expression: Expression, measure: Measure, term: Term, plan: Plan, day: date) -> Pace:
    """What is there and what is wanted on a day. The measure has a value, the goal a number."""
    goal = term.goal
    amount, whole, unit = _units(expression, measure, goal)
    match expression:
        case Growth() if accumulates(expression):
            elapsed = _year(term, day).elapsed(day)
            begun = min(whole, Decimal(1)) if elapsed >= FORECAST_FROM else Decimal(0)
            return Pace(amount, max(part(whole, elapsed), begun), None)
        case Average() | Delay() | Growth():
            return Pace(amount, whole, None)
        case Ratio(denominator=Steps(which="all") as all_steps) if term.elapsed(day) < 1:
            due = len(steps(Steps("due"), plan, day))
            share = Decimal(due) / (len(steps(all_steps, plan, day)) or 1)
            wanted = part(whole, share)
        case All():
            # its parts are wanted together, on the last day
            wanted = whole if term.elapsed(day) == 1 else Decimal(0)
        case _:
            wanted = part(whole, term.elapsed(day))
    return Pace(amount, wanted, None if measure.share is not None else wanted * unit)


def part(whole: Decimal, elapsed: Decimal) -> Decimal:
    """The units expected by now; at the end all of them, even a part of one."""
    return whole if elapsed == 1 else (whole * elapsed).to_integral_value(ROUND_FLOOR)


def in_terms(value: Decimal | None, goal: Goal) -> Decimal | None:
    """A value as its goal counts: percent, or units."""
    return value * HUNDRED if value is not None and goal.percent else value


def forecast(expression: Expression, measure: Measure, term: Term, day: date) -> Decimal | None:
    """Where the pace so far leads by the due day, in the goal's terms.

    None where more time does not mean more (stages, last values, means), and in the first days.
    """
    over = _year(term, day) if isinstance(expression, Growth) else term
    elapsed = over.elapsed(day)
    value = in_terms(measure.value, term.goal)
    if value is None or measure.share is not None or not accumulates(expression):
        return None
    if not FORECAST_FROM <= elapsed < 1:
        return None
    if isinstance(expression, Growth):
        return _grown(measure, elapsed, term.goal)
    carried = (value / elapsed).to_integral_value(ROUND_FLOOR)
    return min(carried, HUNDRED) if measure.denominator is not None else carried


def accumulates(expression: Expression) -> bool:
    """Whether a figure grows with time, as what is counted does; a stage, a last value or a mean does not."""
    match expression:
        case Aggregate(kind=kind):
            return kind is not Aggregation.LATEST
        case Combinations() | Answered() | Common() | Union():
            return True
        case Ratio():
            return accumulates(expression.numerator)
        case Growth():
            return accumulates(expression.quantity)
        case _:
            return False


def _units(expression: Expression, measure: Measure, goal: Goal) -> tuple[Decimal, Decimal, Decimal]:
    """How many units there are, how many make the goal, and what one is in the goal's terms."""
    wanted = floor(goal) or Decimal(0)
    above, below = measure.numerator or Decimal(0), measure.denominator
    if measure.share is not None:
        return above, below or Decimal(1), Decimal(1)
    if isinstance(expression, Growth) and below:
        return above, below * (1 + (wanted / HUNDRED if goal.percent else wanted)), Decimal(1)
    if goal.percent and below:
        return above, wanted * below / HUNDRED, HUNDRED / below
    return in_terms(measure.value, goal) or Decimal(0), wanted, Decimal(1)


def _grown(measure: Measure, elapsed: Decimal, goal: Goal) -> Decimal | None:
    """The growth of a whole year that goes on as it began."""
    if measure.numerator is None or not measure.denominator:
        return None
    carried = (measure.numerator / elapsed).to_integral_value(ROUND_FLOOR)
    return in_terms(carried / measure.denominator - 1, goal)


def _year(term: Term, day: date) -> Term:
    return Term(term.goal, date(day.year, 1, 1), date(day.year, 12, 31))
