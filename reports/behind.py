"""The reports behind a target's figure, in words: the newest on its page, all on pages of their own."""

from collections.abc import Sequence
from decimal import Decimal

from core.catalogue import Catalogue
from core.indicators.expression import Aggregate, Aggregation
from core.indicators.progress import TargetProgress
from core.indicators.references import leaves
from core.indicators.values import number_in
from core.texts import Speech, lines, say
from reports.amounts import shape
from storage.queries.visible import FactShown

#: reports a target's own page names, and those on a page of the whole list
NEWEST, PAGE = 4, 6
_DOT = " · "


def newest_reports(item: TargetProgress, catalogue: Catalogue, facts: Sequence[FactShown]) -> list[Speech]:
    """How many reports there are, and the newest the reader may see. Nothing for a figure of the past."""
    total = len(item.measure.facts)
    if not total:
        return [] if item.target.baseline is not None else [say("progress-facts-none")]
    shown = [report_line(item, catalogue, fact) for fact in facts[:NEWEST]]
    rest = total - len(shown)
    others = "progress-facts-more" if shown else "progress-facts-of-others"
    more = [say(others, count=rest)] if rest else []
    heading = "progress-facts-linked" if item.target.linked else "progress-facts"
    return [say(heading, count=total), *shown, *more]


def reports_page(item: TargetProgress, catalogue: Catalogue, facts: Sequence[FactShown], page: int) -> Speech:
    """One page of the reports the reader may see, counted from 0, newest first."""
    target = item.target
    shown = facts[page * PAGE : (page + 1) * PAGE]
    heading = say("progress-facts-page", page=page + 1, pages=report_pages(facts))
    return lines(
        say("progress-title", code=target.code, name=target.name),
        heading,
        *(report_line(item, catalogue, fact) for fact in shown),
    )


def report_pages(facts: Sequence[FactShown]) -> int:
    """How many pages they take, at least one."""
    return max(-(-len(facts) // PAGE), 1)


def report_line(item: TargetProgress, catalogue: Catalogue, fact: FactShown) -> Speech:
    """One report behind a target: number, day, kind, place, and what it adds to a sum."""
    kind = catalogue.fact_types.get(fact.type)
    amount = _contribution(item, fact)
    parts = (
        fact.receipt,
        say("progress-date", date=fact.occurred_from),
        kind.label if kind else fact.type,
        fact.place_name,
        say("progress-amount-alone", value=amount, unit=item.target.unit) if amount else None,
    )
    return say("progress-fact", fact=lines(*parts, separator=_DOT))


def _contribution(item: TargetProgress, fact: FactShown) -> Decimal | None:
    """What a fact adds to a sum; nothing for other figures."""
    expression = shape(item)
    for leaf in leaves(expression) if expression is not None else ():
        if isinstance(leaf, Aggregate) and leaf.kind is Aggregation.SUM and leaf.source.type == fact.type:
            return number_in(fact.fields, leaf.source.field or "", leaf.source.options)
    return None
