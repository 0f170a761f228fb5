"""How a target stands: its value against its goal, and whether the pace is right (core.indicators.pace).

A shortfall of one unit, or of less than a third, is "behind"; more, or a due day gone by, is "at risk".
A ceiling has no pace: it is kept, or it is not.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.catalogue import Catalogue
from core.catalogue.plans import Goal, Plan, SideFigure, Target
from core.catalogue.settled import DecidedTarget
from core.indicators.alike import comparable
from core.indicators.evaluate import Measure, evaluate
from core.indicators.expression import Expression, Window, WindowKind
from core.indicators.facts import Facts, Moment
from core.indicators.goals import Band, Term, band, floor, reaches, term_on
from core.indicators.pace import Pace, accumulates, forecast, in_terms, pace, part
from core.indicators.parameters import expression_of, missing, resolve
from core.indicators.references import leaves, sources
from core.indicators.windows import period

#: below this part of what is expected, and more than one unit short, a target is at risk
AT_RISK_BELOW = Decimal(2) / Decimal(3)


class State(StrEnum):
    #: of a ceiling: kept so far
    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    #: nothing to tell from yet: 0 of 0, no observation, nothing to compare with, a parameter not set
    NO_DATA = "no_data"
    #: tracked without a number to reach, told in words, or a figure of the past
    NOT_NUMERIC = "not_numeric"
    #: a conditional target that was decided not to apply: never late
    NOT_APPLICABLE = "not_applicable"


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
    #: of a goal from low to high, or about a number
    band: Band | None = None
    #: the parameters of the plan an admin must set before there is a figure
    missing: tuple[str, ...] = ()


def assess(plan: Plan, target: Target, facts: Facts, catalogue: Catalogue, as_of: Moment) -> TargetProgress:
    """Evaluates a target and says how it stands. A target without an indicator is only told."""
    expression = expression_of(target, plan, as_of.date)
    if expression is None:
        return progress(target, plan, Measure(None), as_of.date)
    measure = evaluate(expression, facts, catalogue, as_of, plan)
    before = None
    if any(goal.op == "increase" for goal in target.goals):
        first, _ = period(window_of(expression), as_of.date)
        last_of_before = Moment(date.fromordinal(first.toordinal() - 1), as_of.cutoff)
        others = comparable(expression, measure, facts, catalogue, as_of, plan)
        before = evaluate(expression, others, catalogue, last_of_before, plan)
    return progress(target, plan, measure, as_of.date, before)


def side_figures(
    plan: Plan, target: Target, facts: Facts, catalogue: Catalogue, as_of: Moment
) -> tuple[tuple[SideFigure, Measure], ...]:
    """The figures beside a target's own. One that waits for a parameter has no value."""
    return tuple(
        (
            figure,
            Measure(None)
            if missing(figure.indicator, plan, as_of.date)
            else evaluate(resolve(figure.indicator, plan), facts, catalogue, as_of, plan),
        )
        for figure in target.also
    )


def progress(
    target: Target, plan: Plan, measure: Measure, day: date, before: Measure | None = None
) -> TargetProgress:
    """How a measured target stands on a day. `before` is the measure of the period before, for increases.

    One that was decided not to apply has its figure, and nothing it is held against.
    """
    found = _standing(target, plan, measure, day, before)
    if isinstance(target, DecidedTarget) and not target.condition_met:
        return replace(found, state=State.NOT_APPLICABLE, expected=None, forecast=None, missing=())
    return found


def _standing(
    target: Target, plan: Plan, measure: Measure, day: date, before: Measure | None
) -> TargetProgress:
    expression, term = expression_of(target, plan, day), term_on(target, plan, day)
    state = State.NO_DATA if measure.value is None and target.indicator else State.NOT_NUMERIC
    found = TargetProgress(plan, target, measure, state, measure.value)
    if term is not None and (floor(term.goal) is not None or term.goal.op == "increase"):
        value = in_terms(measure.value, term.goal)
        found = replace(found, value=value, goal=term.goal, due=term.due)
    if expression is None:
        return replace(found, missing=missing(target.indicator, plan, day) if target.indicator else ())
    if term is None or found.goal is None:
        return found
    if found.goal.op == "increase":
        return _increase(found, expression, day, before)
    if found.value is None:
        return found
    return _against_goal(found, found.value, expression, begun(term, expression), day)


def _against_goal(
    found: TargetProgress, value: Decimal, expression: Expression, term: Term, day: date
) -> TargetProgress:
    carried = forecast(expression, found.measure, term, day)
    if term.goal.op == "<=":
        state = State.REACHED if reaches(term.goal, value) else State.AT_RISK
        return replace(found, state=state, forecast=carried)
    now = pace(expression, found.measure, term, found.plan, day)
    return replace(
        found,
        state=_state(value, term, day, now),
        expected=now.expected,
        forecast=carried,
        band=band(term.goal, value),
    )


def _state(value: Decimal, term: Term, day: date, now: Pace) -> State:
    if reaches(term.goal, value):
        return State.REACHED
    if term.due is not None and day > term.due:
        return State.AT_RISK
    if now.amount >= now.wanted:
        return State.ON_TRACK
    near = now.wanted - now.amount <= 1 or now.amount >= now.wanted * AT_RISK_BELOW
    return State.BEHIND if near else State.AT_RISK


def begun(term: Term, expression: Expression) -> Term:
    """The term, begun no earlier than the days the indicator counts."""
    window = window_of(expression)
    if window is None or window.kind is not WindowKind.SPAN or window.first is None:
        return term
    return replace(term, starts=max(term.starts, window.first))


def window_of(expression: Expression) -> Window | None:
    """The first window an indicator names."""
    windows = (source.window for leaf in leaves(expression) for source in sources(leaf))
    return next((window for window in windows if window is not None), None)


def _increase(
    found: TargetProgress, expression: Expression, day: date, before: Measure | None
) -> TargetProgress:
    """Better than the period before; while a period of its own runs, its share of that is enough."""
    goal, value = found.goal, found.value
    previous = in_terms(before.value, goal) if before and goal else None
    if goal is None or value is None or previous is None:
        return replace(found, state=State.NO_DATA, previous=previous)
    if value > previous:
        return replace(found, state=State.REACHED, previous=previous)
    first, last = period(window_of(expression), day)
    running = Term(goal, first, last).elapsed(day) if accumulates(expression) else Decimal(1)
    expected = part(previous, running)
    state = State.ON_TRACK if running < 1 and value >= expected else State.BEHIND
    return replace(found, state=state, expected=expected, previous=previous)
