"""What was decided about a conditional target: whether it applies, why, when that is looked at again."""

from core.catalogue.settled import DecidedTarget
from core.indicators.progress import TargetProgress
from core.texts import Speech, lines, say
from reports.people import clipped

#: letters of a reason in a line of a list, and on the target's own page
_SHORT, _LONG = 80, 400


def decision(item: TargetProgress) -> Speech | None:
    """The decision, or that there is none yet; nothing of a target without a condition."""
    target = item.target
    if target.conditional is None:
        return None
    if not isinstance(target, DecidedTarget):
        return say("progress-condition-open")
    stands = say("progress-condition-met" if target.condition_met else "progress-condition-not-met")
    review = target.condition_review
    again = say("progress-condition-review", date=review) if review else None
    return lines(lines(stands, _reason(item, _LONG), separator=": "), again, separator=" · ")


def short_reason(item: TargetProgress) -> Speech | None:
    """Why it was decided so, in a line of a list."""
    return _reason(item, _SHORT)


def _reason(item: TargetProgress, most: int) -> Speech | None:
    target = item.target
    return clipped(target.condition_reason, most) if isinstance(target, DecidedTarget) else None
