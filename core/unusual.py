"""A figure that is far from all a unit reported before: worth one question, and never more than that.

Median and median deviation are taken of logarithms: counts are skewed, and a mean of them would ask about
every busy week.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log1p
from statistics import median

#: so many values are needed before anything is unusual
LEAST = 6
#: median deviations, scaled to be standard deviations of what is normally distributed
_FAR = 3.5 * 1.4826
#: where all were alike, nothing less than about three times as much, or a third, is asked about
_TIMES = log(3)
#: nor a difference of fewer than this: one more of two is no news
_APART = 5


@dataclass(frozen=True, slots=True)
class Usual:
    """What was reported before: the median, the least and the most."""

    middle: float
    least: float
    most: float


def unusual(value: float, before: Sequence[float]) -> Usual | None:
    """What is usual, where this value is not; None for one that is, or too few to tell. None are negative."""
    if len(before) < LEAST or min(before) <= value <= max(before):
        return None
    middle = median(before)
    if abs(value - middle) < _APART:
        return None
    logs = [log1p(each) for each in before]
    at = median(logs)
    deviation = median(abs(each - at) for each in logs)
    if abs(log1p(value) - at) <= max(_FAR * deviation, _TIMES):
        return None
    return Usual(middle, min(before), max(before))
