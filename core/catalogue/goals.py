"""What a target is to reach, and by when."""

from typing import Literal

from core.catalogue.fact_types import Strict
from core.catalogue.moments import Day

#: how a value is compared with its goal
GoalOp = Literal[">=", ">", "=", "<=", "between", "about", "increase"]


class Goal(Strict):
    """What is to be reached, by when or in which years. A target may have several goals.

    `between` runs from `low` to `high`: the floor is what must be reached, above the band is fine and said
    so. `about` is `value` within plus or minus `tolerance`. `<=` is a ceiling, kept while it is not exceeded.
    `increase` has no value: better than the period before. `percent` goals are compared with a ratio times
    100.
    """

    op: GoalOp = ">="
    value: float | None = None
    #: floor and ceiling of `between`, in the terms of `value`
    low: float | None = None
    high: float | None = None
    #: how far from `value` still counts as `about`
    tolerance: float | None = None
    percent: bool = False
    due: Day | None = None
    #: first and last calendar year of a goal that starts anew each year; `due` then gives the day in each
    years: tuple[int, int] | None = None
