"""Like is compared with like: the value before is one of the same source and the same kind of period."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.catalogue import Catalogue
from core.catalogue.plans import Member, Plan
from core.indicators.evaluate import Measure
from core.indicators.expression import Aggregate, Expression
from core.indicators.facts import Ask, FactRow, Facts, Moment
from core.indicators.names import same_names
from core.indicators.values import spec_of, values_of
from core.indicators.windows import days


@dataclass(frozen=True, slots=True)
class LikeFacts:
    """Another source, of one type of which only those facts are there that say the same as one of them."""

    source: Facts
    catalogue: Catalogue
    like: FactRow
    fields: tuple[str, ...]

    def read(self, ask: Ask) -> Iterable[FactRow]:
        if ask.type != self.like.type:
            return self.source.read(ask)
        more = frozenset(self.fields)
        looked_at = ask.fields | more if ask.fields else ask.fields
        asked = replace(ask, fields=looked_at, shown=None if ask.shown is None else ask.shown | more)
        return [row for row in self.source.read(asked) if self._alike(row)]

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return self.source.roster(code, as_of)

    def _alike(self, row: FactRow) -> bool:
        return all(_said(row, name, self.catalogue, self.like) for name in self.fields)


def comparable(
    expression: Expression,
    measure: Measure,
    facts: Facts,
    catalogue: Catalogue,
    as_of: Moment,
    plan: Plan | None,
) -> Facts:
    """The facts an earlier value may be taken from, to compare it with a measure made with that plan."""
    if not isinstance(expression, Aggregate) or not expression.alike or not measure.facts:
        return facts
    first, last = days(expression.source.window, as_of.date, plan.starts if plan else None)
    asked = Ask(expression.source.type, first, last, as_of.cutoff)
    found = next((row for row in facts.read(asked) if row.id == measure.facts[0]), None)
    return LikeFacts(facts, catalogue, found, expression.alike) if found is not None else facts


def _said(row: FactRow, field: str, catalogue: Catalogue, other: FactRow) -> bool:
    spec = spec_of(catalogue, row.type, field)
    one, two = values_of(row, field, spec), values_of(other, field, spec)
    names = same_names((*one, *two))
    return [names[each] for each in one] == [names[each] for each in two]
