"""Which goal of a target counts on a day, how much of its time has passed, and whether a value reaches it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.catalogue.plans import Goal, Plan, Target


class Band(StrEnum):
    """Where a value lies, seen from a goal with two ends. Above is no failure."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Term:
    """A goal with the days it runs. `due` is None for what must always hold."""

    goal: Goal
    starts: date
    due: date | None

    def elapsed(self, day: date) -> Decimal:
        """The part of the time that has passed at the end of the day, 0 to 1; 1 where there is no end."""
        if self.due is None or day >= self.due:
            return Decimal(1)
        if day < self.starts:
            return Decimal(0)
        return Decimal((day - self.starts).days + 1) / Decimal((self.due - self.starts).days + 1)


def term_on(target: Target, plan: Plan, day: date) -> Term | None:
    """The goal that falls due next; when all are past, the last one. None for a target without goals."""
    terms = sorted((_term(goal, plan, day) for goal in target.goals), key=_due)
    ahead = [term for term in terms if _due(term) >= day]
    return next(iter(ahead or terms[-1:]), None)


def _term(goal: Goal, plan: Plan, day: date) -> Term:
    """A yearly goal runs through its year, others from the plan's first day until they are due."""
    if goal.years is None:
        return Term(goal, plan.starts, goal.due or plan.ends)
    year = min(max(day.year, goal.years[0]), goal.years[1])
    due = date(year, goal.due.month, goal.due.day) if goal.due else date(year, 12, 31)
    return Term(goal, max(date(year, 1, 1), plan.starts), due)


def _due(term: Term) -> date:
    return term.due or date.max


def floor(goal: Goal) -> Decimal | None:
    """The least value that reaches a goal (more than it, for a strict one); of a ceiling, the ceiling itself.

    None for a goal that is not compared with a number.
    """
    if goal.op == "increase":
        return None
    if goal.op == "between":
        return _number(goal.low)
    value = _number(goal.value)
    if goal.op == "about" and value is not None:
        return value - (_number(goal.tolerance) or 0)
    return value


def reaches(goal: Goal, value: Decimal) -> bool:
    """Whether a value reaches its goal, or keeps under it. More than an exact goal is no failure."""
    bound = floor(goal)
    if bound is None:
        return False
    if goal.op == "<=":
        return value <= bound
    return value > bound if goal.op == ">" else value >= bound


def band(goal: Goal, value: Decimal) -> Band | None:
    """Where a value lies in a goal from low to high, or about a number; None for other goals."""
    low = floor(goal)
    if goal.op not in ("between", "about") or low is None:
        return None
    if value < low:
        return Band.BELOW
    high = _ceiling(goal)
    return Band.ABOVE if high is not None and value > high else Band.INSIDE


def _ceiling(goal: Goal) -> Decimal | None:
    value = _number(goal.value)
    if goal.op == "about" and value is not None:
        return value + (_number(goal.tolerance) or 0)
    return _number(goal.high)


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
