"""Means: of the years of a statistic, and of the days between two happenings."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from core.indicators.combinations import Combination, spelled, spoken
from core.indicators.expression import Average, Delay
from core.indicators.facts import FactRow
from core.indicators.outcome import ZERO, Outcome, Scope
from core.indicators.values import as_number


def average(node: Average, scope: Scope) -> Outcome:
    """The mean of the last values of the calendar years; None while no year has one."""
    field = node.source.field or ""
    last: dict[int, tuple[Decimal, int]] = {}
    for row in scope.each(node.source):
        value = as_number(row.fields.get(field))
        if value is not None:
            last[row.occurred_from.year] = value, row.id
    if not last:
        return Outcome(None)
    total = sum((value for value, _ in last.values()), ZERO)
    return Outcome(total / len(last), frozenset(fact for _, fact in last.values()))


def delay(node: Delay, scope: Scope) -> Outcome:
    """Mean days over the names that have both facts; below 0 where what should follow came first."""
    later = spoken(node.source, (node.source.field or "",), scope)
    earlier = spoken(node.after, (node.after.field or "",), scope)
    names = spelled(said for _, said in (*later, *earlier))
    ends, starts = _firsts(later, names), _firsts(earlier, names)
    both = ends.keys() & starts.keys()
    if not both:
        return Outcome(None)
    days = sum((ends[name].occurred_from - starts[name].occurred_from).days for name in both)
    facts = frozenset(row.id for name in both for row in (ends[name], starts[name]))
    return Outcome(Decimal(days) / len(both), facts)


def _firsts(
    pairs: Iterable[tuple[FactRow, Combination]], names: Mapping[Combination, Combination]
) -> dict[Combination, FactRow]:
    """The first fact that names each thing, of facts in order of happening."""
    found: dict[Combination, FactRow] = {}
    for row, said in pairs:
        found.setdefault(names[said], row)
    return found
