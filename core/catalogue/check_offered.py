"""Kinds of report that a target reads and nobody who has its plan is offered."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.catalogue.plans import Plan, Target
from core.indicators.parse import IndicatorError, parse
from core.indicators.references import references


def unoffered(plan: Plan, target: Target, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What and what to do, once for each kind. A plan that no tenant has is offered to nobody yet."""
    levels = {catalogue.tenants[code].level for code in _readers(plan, catalogue)}
    for code in dict.fromkeys((*_read(target), *target.linked)):
        kind = catalogue.fact_types.get(code)
        if levels and kind is not None and kind.levels and levels.isdisjoint(kind.levels):
            offered = ", ".join(kind.levels)
            what = (
                f"{target.code} reads reports of the kind {code}, which only tenants of {offered} are offered"
            )
            yield what, f"add {', '.join(sorted(levels))} to levels: of {code}, or leave it out"


def _readers(plan: Plan, catalogue: Catalogue) -> set[str]:
    """The tenants that have the plan and all below them, whose reports are theirs too."""
    found = {code for code, tenant in catalogue.tenants.items() if plan.code in tenant.plans}
    for _ in catalogue.tenants:
        found |= {code for code, tenant in catalogue.tenants.items() if tenant.parent in found}
    return found


def _read(target: Target) -> Iterator[str]:
    for sentence in (target.indicator, *(side.indicator for side in target.also)):
        try:
            yield from sorted(references(parse(sentence)).fact_types) if sentence else ()
        except IndicatorError:
            continue
