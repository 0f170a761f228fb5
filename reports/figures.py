"""A target's figure in words: 14 of 20, a share with both its numbers, the stage that was reached."""

from decimal import ROUND_HALF_UP, Decimal

from core.catalogue.plans import Goal, Target
from core.indicators.expression import All, Stage
from core.indicators.parse import parse
from core.indicators.progress import TargetProgress
from core.indicators.references import leaves
from core.texts import Speech, lines, say

_TENTH = Decimal("0.1")


def rounded(value: Decimal) -> Decimal:
    """To a tenth, the way figures are read aloud."""
    return value.quantize(_TENTH, ROUND_HALF_UP)


def figure(progress: TargetProgress) -> Speech:
    """The value beside its goal."""
    if progress.value is None:
        return say("progress-none")
    if progress.measure.share is not None or _stages(progress.target):
        return _milestone(progress)
    if progress.goal is None:
        return _alone(progress, progress.value)
    if progress.goal.op == "increase":
        return _increase(progress, progress.value)
    return _against(progress, progress.goal, progress.value)


def _against(progress: TargetProgress, goal: Goal, value: Decimal) -> Speech:
    bound = Decimal(str(goal.value))
    if goal.percent:
        return lines(_percent(progress, value), say("progress-percent-goal", goal=bound), separator=" · ")
    key = "progress-amount-over" if goal.op == ">" else "progress-amount"
    return say(key, value=rounded(value), goal=bound, unit=progress.target.unit)


def _percent(progress: TargetProgress, percent: Decimal) -> Speech:
    above, below = progress.measure.numerator, progress.measure.denominator
    if above is None or below is None:
        return say("progress-percent", value=rounded(percent))
    return say("progress-share", value=rounded(percent), above=rounded(above), below=rounded(below))


def _alone(progress: TargetProgress, value: Decimal) -> Speech:
    if progress.measure.denominator is not None:
        return _percent(progress, value * 100)
    return say("progress-amount-alone", value=rounded(value), unit=progress.target.unit)


def _increase(progress: TargetProgress, value: Decimal) -> Speech:
    now = say("progress-amount-alone", value=rounded(value), unit=progress.target.unit)
    if progress.previous is None:
        return lines(now, say("progress-no-previous"), separator=" · ")
    return lines(now, say("progress-previous", value=rounded(progress.previous)), separator=" · ")


def _milestone(progress: TargetProgress) -> Speech:
    """The stage that was reached, or how many parts of several."""
    measure = progress.measure
    if measure.stage_label is not None:
        return say("progress-stage", stage=measure.stage_label)
    if measure.numerator is None or measure.denominator is None:
        return say("progress-done" if measure.value else "progress-not-done")
    of_parts = isinstance(parse(progress.target.indicator), All)
    if _stages(progress.target) and not of_parts:
        return say("progress-not-begun")
    return say(
        "progress-amount",
        value=rounded(measure.numerator),
        goal=rounded(measure.denominator),
        unit=say("progress-parts") if of_parts else progress.target.unit,
    )


def _stages(target: Target) -> list[Stage]:
    return [leaf for leaf in leaves(parse(target.indicator)) if isinstance(leaf, Stage)]
