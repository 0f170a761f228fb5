"""Checks of goals: each can be judged, falls into the plan's time, and is the only one of its time."""

from collections.abc import Iterator

from core.catalogue.goals import Goal
from core.catalogue.plans import Plan

#: what a goal of each kind is made of; `>=` stands for all that compare with one value
_PARTS = {"increase": (), "between": ("low", "high"), "about": ("value", "tolerance")}
_ALL_PARTS = ("value", "low", "high", "tolerance")


def goal_findings(goal: Goal, plan: Plan) -> Iterator[tuple[str, str]]:
    """What is wrong with one goal, and what to do about it."""
    if goal.due is None and goal.years is None:
        yield "a goal without a time", "add due: a date, or years: [first, last]"
    yield from _part_findings(goal)
    yield from _number_findings(goal)
    yield from _year_findings(goal, plan)
    if plan.ends is not None and goal.due and not goal.years and not plan.starts <= goal.due <= plan.ends:
        yield f"due on {goal.due}, outside the plan", f"give a day from {plan.starts} to {plan.ends}"


def repeated(goals: tuple[Goal, ...]) -> Iterator[int]:
    """The places of goals that fall due when an earlier one does: only one of them could be judged."""
    times = [(goal.due, goal.years) for goal in goals]
    return (i for i, time in enumerate(times) if any(time) and time in times[:i])


def _part_findings(goal: Goal) -> Iterator[tuple[str, str]]:
    wanted = _PARTS.get(goal.op, ("value",))
    name = "an increase" if goal.op == "increase" else f"a goal {goal.op}"
    for part in _ALL_PARTS:
        given = getattr(goal, part) is not None
        if part in wanted and not given:
            yield f"{name} without a {part}", f"add {part}:"
        if given and part not in wanted:
            instead = " and ".join(wanted) or "the period before"
            yield f"{name} with a {part}", f"remove {part}: it is compared with {instead}"


def _number_findings(goal: Goal) -> Iterator[tuple[str, str]]:
    if goal.low is not None and goal.high is not None and goal.low > goal.high:
        yield f"from {goal.low:g} down to {goal.high:g}", "give the floor as low: and the ceiling as high:"
    if goal.tolerance is not None and goal.tolerance < 0:
        yield f"a tolerance of {goal.tolerance:g}", "give how far above or below still counts, 0 or more"
    for part in _ALL_PARTS:
        number = getattr(goal, part)
        if goal.percent and number is not None and part != "tolerance" and not 0 <= number <= 100:
            yield f"{number:g} percent", "give 0 to 100"


def _year_findings(goal: Goal, plan: Plan) -> Iterator[tuple[str, str]]:
    if goal.years is None:
        return
    first, last = goal.years
    if not plan.starts.year <= first <= last:
        yield f"the years {first} to {last}", "give the first and the last year, within the plan"
    if plan.ends is not None and last > plan.ends.year:
        yield f"years up to {last}, after the plan", f"end in {plan.ends.year} or before"
    if goal.due and (goal.due.month, goal.due.day) == (2, 29):
        yield "due on 29 February of each year", "give a day that every year has"
