"""How a figure came about: what it was at the ends of earlier months or quarters, as it was known then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue import Catalogue
from core.catalogue.plans import Plan, Target
from core.indicators.evaluate import evaluate
from core.indicators.expression import Expression, Window, WindowKind
from core.indicators.facts import Facts, Moment
from core.indicators.parameters import expression_of
from core.indicators.progress import TargetProgress, progress
from core.indicators.references import leaves, sources
from core.periods import day_bounds

#: earlier points at most: each is an evaluation of its own
POINTS = 4

#: windows that are seen month by month; the others quarter by quarter
_MONTHLY = (WindowKind.YEAR, WindowKind.MONTH, WindowKind.WEEK)


@dataclass(frozen=True, slots=True)
class Seen:
    """A target with all it is measured by, as it was settled at a moment."""

    plan: Plan
    target: Target
    facts: Facts
    catalogue: Catalogue


def trend(
    plan: Plan, target: Target, as_of: Moment, zone: str, seen: Callable[[Moment], Seen]
) -> tuple[tuple[date, TargetProgress], ...]:
    """The target at up to `POINTS` earlier days, oldest first. None where it has no figure to follow.

    Each with the cut-off of its own day in the time zone: what was recorded or settled later was not known
    then. `seen` gives the target as it was then.
    """
    now = expression_of(target, plan, as_of.date)
    found = []
    for day in points(now, plan, as_of.date) if now is not None else ():
        then = Moment(day, min(day_bounds(day, zone)[1], as_of.cutoff))
        was = seen(then)
        expression = expression_of(was.target, was.plan, day)
        if expression is not None:
            measure = evaluate(expression, was.facts, was.catalogue, then, was.plan)
            found.append((day, progress(was.target, was.plan, measure, day)))
    return tuple(found)


def points(expression: Expression, plan: Plan, day: date) -> tuple[date, ...]:
    """The ends of months or quarters before the day and within the plan that a figure is followed through.

    A figure of the year is followed through the months of that year, others go back over the years.
    """
    window = _window(expression)
    kind = window.kind if window else None
    last = min(day - timedelta(days=1), plan.ends or day)
    first = max(plan.starts, date(day.year, 1, 1)) if kind is WindowKind.YEAR else plan.starts
    step = 1 if kind in _MONTHLY else 3
    ends = [end for end in _month_ends(last) if end.month % step == 0]
    return tuple(sorted(end for end in ends[:POINTS] if end >= first))


def _month_ends(last: date) -> Iterator[date]:
    """The last days of months up to a day, latest first, as many as quarters can be found among."""
    first_of_next = (last + timedelta(days=1)).replace(day=1)
    for _ in range(POINTS * 3):
        end = first_of_next - timedelta(days=1)
        yield end
        first_of_next = end.replace(day=1)


def _window(expression: Expression) -> Window | None:
    """The first window a figure names."""
    windows = (source.window for leaf in leaves(expression) for source in sources(leaf))
    return next((window for window in windows if window is not None), None)
