"""Which goal of a target counts on a day, from when to when, and how much of that time has passed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.catalogue.plans import Goal, Plan, Target


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
