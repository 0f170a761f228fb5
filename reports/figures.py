"""A target's figure in words: 14 of 20, a share with both its numbers, the stage that was reached."""

from datetime import date

from core.catalogue.plans import Baseline, Plan, SideFigure, Target
from core.indicators.evaluate import Measure
from core.indicators.expression import All, Any, Expression, Growth, Stage
from core.indicators.parameters import missing
from core.indicators.progress import State, TargetProgress
from core.indicators.references import leaves
from core.texts import Label, Speech, lines, say
from reports.amounts import exact, measured_terms, rounded, shape, shape_of, terms
from reports.goal_words import forbids, wanted

_DOT = " · "


def figure(item: TargetProgress) -> Speech:
    """The value beside its goal; of a target without one, what there is to tell."""
    target, goal, value = item.target, item.goal, item.value
    if target.baseline is not None:
        return _of_the_past(target, target.baseline)
    if target.indicator is None:
        return say("progress-linked", count=int(item.measure.value or 0))
    if item.missing:
        return missing_words(item.plan, item.missing)
    if value is None or goal is None or is_milestone(item.measure, shape(item)):
        return value_words(item)
    if goal.op == "increase":
        return lines(value_words(item), _before(item), separator=_DOT)
    if goal.op in (">=", "=") and not terms(item).percent:
        return say("progress-amount", value=rounded(value), goal=exact(goal.value), unit=target.unit)
    kept_at_none = forbids(goal) and not value
    return lines(value_words(item), None if kept_at_none else wanted(item, goal), separator=_DOT)


def known_figure(item: TargetProgress) -> Speech | None:
    """The same beside the state, which tells already where there is no figure at all."""
    words = figure(item)
    return None if item.state is State.NO_DATA and words == say("progress-none") else words


def value_words(item: TargetProgress) -> Speech:
    """The value alone: 14 persons, a share, a stage; or that there is none yet."""
    expression = shape(item)
    if item.value is None:
        return _nothing(item.measure, expression)
    if is_milestone(item.measure, expression):
        return _milestone(item.measure, expression, item.target.unit)
    return terms(item).share(item.value, item.measure)


def point_words(item: TargetProgress) -> Speech:
    """The value in a row of others: as short as it can be told."""
    if item.value is None:
        return say("progress-trend-none")
    if is_milestone(item.measure, shape(item)):
        return value_words(item)
    how = terms(item)
    return how.amount(item.value) if how.percent else how.bare(item.value)


def side_figure(figure: SideFigure, measure: Measure, plan: Plan, day: date) -> Speech:
    """A figure beside a target's own, in its own unit; of something reached or not, whether it is."""
    unit, lacking = figure.unit, missing(figure.indicator, plan, day)
    expression = shape_of(figure.indicator, plan)
    if measure.value is None:
        return missing_words(plan, lacking) if lacking else _nothing(measure, expression)
    if measure.share is not None:
        done = say("progress-done" if measure.value else "progress-not-done")
        return lines(done, _reached(measure, expression, unit), separator=_DOT)
    if is_milestone(measure, expression):
        return _milestone(measure, expression, unit)
    how = measured_terms(measure, unit, grows=isinstance(expression, Growth))
    return how.share(measure.value, measure)


def missing_words(plan: Plan, codes: tuple[str, ...]) -> Speech:
    """Which parameters of the plan an admin must set before there is a figure."""
    known = [(code, plan.parameter(code)) for code in codes]
    names = lines(*(each.name if each else code for code, each in known), separator=", ")
    return say("progress-missing", names=names)


def is_milestone(measure: Measure, expression: Expression | None) -> bool:
    """Whether a figure is something reached or not, or a stage, and no amount."""
    return measure.share is not None or _has_stage(expression)


def _nothing(measure: Measure, expression: Expression | None) -> Speech:
    """A growth that cannot be told still tells what there is this year."""
    if isinstance(expression, Growth) and measure.numerator is not None:
        return say("progress-growth-none", value=rounded(measure.numerator))
    return say("progress-none")


def _before(item: TargetProgress) -> Speech:
    if item.previous is None:
        return say("progress-no-previous")
    how = terms(item)
    number = how.amount(item.previous) if how.percent else how.bare(item.previous)
    return say("progress-previous", value=number)


def _of_the_past(target: Target, baseline: Baseline) -> Speech:
    met = {True: "progress-met", False: "progress-not-met", None: "progress-met-unknown"}[baseline.met]
    value = say("progress-amount-alone", value=exact(baseline.value), unit=target.unit)
    return lines(say("progress-past", value=value, period=baseline.period), say(met), separator=_DOT)


def _milestone(measure: Measure, expression: Expression | None, unit: Label) -> Speech:
    """The stage that was reached, or how many parts of several, or just whether it is done."""
    reached = _reached(measure, expression, unit)
    if reached is not None:
        return reached
    if _has_stage(expression) and not isinstance(expression, All | Any):
        return say("progress-not-begun")
    return say("progress-done" if measure.value else "progress-not-done")


def _reached(measure: Measure, expression: Expression | None, unit: Label) -> Speech | None:
    """How far something has come that is reached or not; None where only that can be told."""
    if measure.stage_label is not None:
        return say("progress-stage", stage=measure.stage_label)
    of_parts = isinstance(expression, All)
    in_stages = _has_stage(expression) and not of_parts
    if in_stages or measure.numerator is None or measure.denominator is None:
        return None
    return say(
        "progress-amount",
        value=rounded(measure.numerator),
        goal=rounded(measure.denominator),
        unit=say("progress-parts") if of_parts else unit,
    )


def _has_stage(expression: Expression | None) -> bool:
    return expression is not None and any(isinstance(leaf, Stage) for leaf in leaves(expression))
