"""A target's goal in words: short beside its figure, and in full on its own page."""

from decimal import Decimal

from core.catalogue.plans import Goal
from core.indicators.goals import Band
from core.indicators.progress import TargetProgress
from core.texts import Speech, lines, say
from reports.amounts import Terms, exact, terms

_WANTED = {
    ">": "progress-wanted-over",
    "<=": "progress-wanted-most",
    "about": "progress-wanted-about",
}
_GOALS = {
    ">": "progress-goal-over",
    "=": "progress-goal-exact",
    "<=": "progress-goal-most",
}
_WHOLE = Decimal(100)


def wanted(item: TargetProgress, goal: Goal) -> Speech | None:
    """The goal beside a value: "goal 60 %", "at most 1,770"; the unit is told with the value."""
    how = terms(item)
    if forbids(goal):
        return say("progress-wanted-none")
    if goal.op == "between":
        return say("progress-wanted", goal=_plain(how, _band(goal)))
    bound = exact(goal.value)
    number = how.amount(bound) if how.percent else how.bare(bound)
    return say(_WANTED.get(goal.op, "progress-wanted"), goal=number)


def goal_line(item: TargetProgress) -> Speech | None:
    """What is to be reached, by when; None for a target without a goal."""
    if item.goal is None:
        return None
    due = say("progress-due", date=item.due) if item.due else None
    return lines(say("progress-goal", goal=goal_in_full(item, item.goal)), due, separator=" · ")


def band_words(item: TargetProgress) -> Speech | None:
    """That a value lies in its band, or above it, which is no failure."""
    match item.band:
        case Band.ABOVE:
            return say("progress-band-above")
        case Band.INSIDE:
            return say("progress-band-inside")
        case _:
            return None


def forbids(goal: Goal) -> bool:
    """Whether nothing at all is allowed: a ceiling of 0."""
    return goal.op == "<=" and not goal.value


def goal_in_full(item: TargetProgress, goal: Goal) -> Speech:
    """The goal with its unit: "at least 20 attendances", "no more than 1,770"."""
    how = terms(item)
    if goal.op == "increase":
        return say("progress-goal-increase")
    if item.measure.share is not None:
        return say("progress-goal-done")
    if forbids(goal):
        return say("progress-goal-none", unit=item.target.unit)
    if goal.op == "between":
        return how.of(_band(goal))
    amount = how.amount(exact(goal.value))
    if goal.op == "about":
        return say("progress-goal-about", goal=amount, tolerance=exact(goal.tolerance))
    if goal.op == ">=" and how.percent and exact(goal.value) >= _WHOLE:
        return amount
    return say(_GOALS.get(goal.op, "progress-goal-least"), goal=amount)


def _band(goal: Goal) -> Speech:
    if goal.high is None:
        return say("progress-from", low=exact(goal.low))
    return say("progress-band", low=exact(goal.low), high=exact(goal.high))


def _plain(how: Terms, number: Speech) -> Speech:
    return how.of(number) if how.percent else number
