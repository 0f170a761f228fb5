"""What is told beside a target in words: how many reports of its kinds came this year."""

from dataclasses import replace
from decimal import Decimal

from core.catalogue import Catalogue
from core.catalogue.plans import Target
from core.indicators.evaluate import Measure, evaluate
from core.indicators.expression import Aggregate, Aggregation, Source, Window, WindowKind
from core.indicators.facts import Facts, Moment
from core.indicators.progress import TargetProgress

_THIS_YEAR = Window(WindowKind.YEAR)


def with_linked(item: TargetProgress, facts: Facts, catalogue: Catalogue, as_of: Moment) -> TargetProgress:
    """A target in words with the reports linked to it as its measure; any other target as it is."""
    if not item.target.linked:
        return item
    return replace(item, measure=linked_reports(item.target, facts, catalogue, as_of))


def linked_reports(target: Target, facts: Facts, catalogue: Catalogue, as_of: Moment) -> Measure:
    """The confirmed reports of the linked kinds that happened in the year of the day. Never a share."""
    counts = [
        evaluate(Aggregate(Aggregation.COUNT, Source(kind, window=_THIS_YEAR)), facts, catalogue, as_of)
        for kind in target.linked
    ]
    return Measure(
        value=sum((each.value or Decimal(0) for each in counts), Decimal(0)),
        pending=sum((each.pending for each in counts), Decimal(0)),
        facts=tuple(sorted(fact for each in counts for fact in each.facts)),
    )
