"""How a target stands: its value against its goal, and whether the pace is right.

Pace is linear from start to due, in whole units ("17 of 20 by now"), rounded down, so that nobody is behind
on the first day. A shortfall of one unit, or of less than a third, is "behind"; more, or a due day gone by,
is "at risk". The forecast carries the pace so far on to the due day, once a tenth of the time has passed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from core.catalogue import Catalogue
from core.catalogue.plans import Goal, Plan, Target
from core.indicators.evaluate import Measure, evaluate
from core.indicators.expression import Aggregate, Aggregation, Comparison, Window
from core.indicators.facts import Facts, Moment
from core.indicators.goals import Term, term_on
from core.indicators.matching import holds
from core.indicators.parse import parse
from core.indicators.references import leaves, sources
from core.indicators.windows import period

_HUNDRED = Decimal(100)
#: below this part of what is expected, and more than one unit short, a target is at risk
AT_RISK_BELOW = Decimal(2) / Decimal(3)
#: the part of the time that must have passed before a forecast says anything
FORECAST_FROM = Decimal("0.1")


class State(StrEnum):
    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    #: nothing to tell from yet: 0 of 0, no observation, nothing to compare with
    NO_DATA = "no_data"
    #: tracked without a number to reach
    NOT_NUMERIC = "not_numeric"


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """One target on one day. `value`, `expected`, `forecast` are in the goal's terms: percent, or units."""

    plan: Plan
    target: Target
    measure: Measure
    state: State
    value: Decimal | None
    goal: Goal | None = None
    due: date | None = None
    expected: Decimal | None = None
    forecast: Decimal | None = None
    #: of the period before, for goals that ask for an increase
    previous: Decimal | None = None


def assess(plan: Plan, target: Target, facts: Facts, catalogue: Catalogue, as_of: Moment) -> TargetProgress:
    """Evaluates a target and says how it stands."""
    expression = parse(target.indicator)
    measure = evaluate(expression, facts, catalogue, as_of, plan)
    before = None
    if any(goal.op == "increase" for goal in target.goals):
        first, _ = period(window_of(target), as_of.date)
        last_of_before = Moment(date.fromordinal(first.toordinal() - 1), as_of.cutoff)
        before = evaluate(expression, facts, catalogue, last_of_before, plan)
    return progress(target, plan, measure, as_of.date, before)


def progress(
    target: Target, plan: Plan, measure: Measure, day: date, before: Measure | None = None
) -> TargetProgress:
    """How a measured target stands on a day. `before` is the measure of the period before, for increases."""
    term = term_on(target, plan, day)
    if term is None or (term.goal.value is None and term.goal.op != "increase"):
        return TargetProgress(plan, target, measure, _unmeasured(measure), measure.value)
    if term.goal.op == "increase":
        return _increase(target, plan, measure, term, day, before)
    return _against_goal(target, plan, measure, term, day)


def window_of(target: Target) -> Window | None:
    """The first window an indicator names."""
    windows = (source.window for leaf in leaves(parse(target.indicator)) for source in sources(leaf))
    return next((window for window in windows if window is not None), None)


def _unmeasured(measure: Measure) -> State:
    return State.NO_DATA if measure.value is None else State.NOT_NUMERIC


def _against_goal(target: Target, plan: Plan, measure: Measure, term: Term, day: date) -> TargetProgress:
    goal, elapsed = term.goal, term.elapsed(day)
    value = _in_terms(measure.value, goal)
    amount, whole, unit = _units(measure, goal)
    wanted = _wanted(whole, elapsed)
    return TargetProgress(
        plan,
        target,
        measure,
        _state(value, term, day, amount, wanted),
        value,
        goal,
        term.due,
        expected=None if measure.share is not None or value is None else wanted * unit,
        forecast=_forecast(target, measure, value, elapsed),
    )


def _in_terms(value: Decimal | None, goal: Goal) -> Decimal | None:
    return value * _HUNDRED if value is not None and goal.percent else value


def _units(measure: Measure, goal: Goal) -> tuple[Decimal, Decimal, Decimal]:
    """How many units there are, how many make the goal, and what one is in the goal's terms."""
    wanted = Decimal(str(goal.value))
    below = measure.denominator
    if measure.share is not None:
        return measure.numerator or Decimal(0), below or Decimal(1), Decimal(1)
    if goal.percent and below:
        return measure.numerator or Decimal(0), wanted * below / _HUNDRED, _HUNDRED / below
    return _in_terms(measure.value, goal) or Decimal(0), wanted, Decimal(1)


def _wanted(whole: Decimal, elapsed: Decimal) -> Decimal:
    """The units expected by now; at the end all of them, even a part of one."""
    return whole if elapsed == 1 else (whole * elapsed).to_integral_value(ROUND_FLOOR)


def _state(value: Decimal | None, term: Term, day: date, amount: Decimal, wanted: Decimal) -> State:
    if value is None:
        return State.NO_DATA
    # more than an exact goal is not a failure
    op: Comparison = ">" if term.goal.op == ">" else ">="
    if holds(value, op, Decimal(str(term.goal.value))):
        return State.REACHED
    if term.due is not None and day > term.due:
        return State.AT_RISK
    return _pace(amount, wanted)


def _pace(amount: Decimal, wanted: Decimal) -> State:
    if amount >= wanted:
        return State.ON_TRACK
    near = wanted - amount <= 1 or amount >= wanted * AT_RISK_BELOW
    return State.BEHIND if near else State.AT_RISK


def _forecast(target: Target, measure: Measure, value: Decimal | None, elapsed: Decimal) -> Decimal | None:
    """None where more time does not mean more: stages, last values, what must always hold."""
    kinds = [getattr(leaf, "kind", None) for leaf in leaves(parse(target.indicator))]
    grows = (
        measure.share is None
        and kinds
        and kinds[0] in (Aggregation.COUNT, Aggregation.SUM, Aggregation.DISTINCT)
    )
    if value is None or not grows or not FORECAST_FROM <= elapsed < 1:
        return None
    carried = (value / elapsed).to_integral_value(ROUND_FLOOR)
    return min(carried, _HUNDRED) if measure.denominator is not None else carried


def _accumulates(target: Target) -> bool:
    """What is counted grows with time; a stage, a last value or a register does not."""
    first = next(leaves(parse(target.indicator)))
    return isinstance(first, Aggregate) and first.kind is not Aggregation.LATEST


def _increase(
    target: Target, plan: Plan, measure: Measure, term: Term, day: date, before: Measure | None
) -> TargetProgress:
    """Better than the period before; while a period of its own runs, its share of that is enough."""
    value = _in_terms(measure.value, term.goal)
    previous = _in_terms(before.value, term.goal) if before else None
    expected = None
    if value is None or previous is None:
        state = State.NO_DATA
    elif value > previous:
        state = State.REACHED
    else:
        first, last = period(window_of(target), day)
        running = Term(term.goal, first, last).elapsed(day) if _accumulates(target) else Decimal(1)
        expected = _wanted(previous, running)
        state = State.ON_TRACK if running < 1 and value >= expected else State.BEHIND
    return TargetProgress(
        plan, target, measure, state, value, term.goal, term.due, expected=expected, previous=previous
    )
