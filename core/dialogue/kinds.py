"""Which kinds of report a tenant has a use for, and the shape in which a stored one is corrected."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec
from core.catalogue.plans import Target
from core.dialogue.state import Answer
from core.identity import Same
from core.indicators.parse import parse
from core.indicators.references import References, references
from core.indicators.rosters import ASSIGNMENT

#: week without work, what stands in the way, a hint, a wish: welcome whatever the plans count
GENERAL = frozenset({"nil_report", "difficulty", "violation_tip", "support_need"})
#: how many a roster should have, reported so that an admin can check its members
ROSTER_COUNT = "roster_count"

#: the code of the report that there was nothing to report
NIL_REPORT = "nil_report"


def useful_kinds(catalogue: Catalogue, tenant: str) -> frozenset[str]:
    """Codes of the kinds that a plan of the tenant, or of a tenant below it, reads; and of the general ones.

    A plan reads what a target counts, shows beside its figure or beside its words, and what says who belongs
    to a roster that it counts over.
    """
    return _useful(Same(catalogue), tenant)


@lru_cache(maxsize=256)
def _useful(content: Same[Catalogue], tenant: str) -> frozenset[str]:
    catalogue = content.value
    found = set(GENERAL)
    for code in catalogue.with_children(tenant):
        for plan in catalogue.plans_of(code):
            for target in plan.targets:
                found.update(target.linked)
                for named in _named(target):
                    found |= named.fact_types | _of_rosters(named.rosters, catalogue)
    return frozenset(found)


def _named(target: Target) -> Iterator[References]:
    for indicator in (target.indicator, *(figure.indicator for figure in target.also)):
        if indicator is not None:
            yield references(parse(indicator))


def kinds_read(target: Target) -> tuple[str, ...]:
    """Codes of the kinds of report that a target's own figure counts."""
    return tuple(sorted(references(parse(target.indicator)).fact_types)) if target.indicator else ()


def _of_rosters(codes: frozenset[str], catalogue: Catalogue) -> set[str]:
    rosters = [roster for code in codes if (roster := catalogue.rosters.get(code))]
    assigned = any(roster.duty is not None for roster in rosters)
    return ({ROSTER_COUNT} if rosters else set()) | ({ASSIGNMENT} if assigned else set())


def for_correction(whole: FactType, offered: FactType | None, said: Mapping[str, Answer]) -> FactType:
    """The kind as the tenant is offered it now, with every field and option that the report already names.

    Nothing a stored report says is lost by correcting it. `offered` is None for a kind no longer offered: it
    is corrected as it is.
    """
    if offered is None:
        return whole
    kept = said.keys() | {field.code for field in offered.fields}
    fields = [
        _field(field, offered.field(field.code), said.get(field.code))
        for field in whole.fields
        if field.code in kept or (field.formula is not None and kept >= set(field.operands()))
    ]
    codes = {field.code for field in fields}
    checks = tuple(check for check in whole.checks if check.fields() <= codes)
    return whole.model_copy(update={"fields": tuple(fields), "checks": checks})


def _field(whole: FieldSpec, offered: FieldSpec | None, answer: Answer | None) -> FieldSpec:
    if offered is None or answer is None:
        return offered or whole
    chosen = answer if isinstance(answer, list | dict) else [answer]
    options = (option for option in whole.options if option.code in chosen or offered.option(option.code))
    return whole.model_copy(update={"options": tuple(options)})


def owners_reading(catalogue: Catalogue, tenant: str, kind: str) -> tuple[str, ...]:
    """Codes of the units that own a target of the tenant which counts reports of this kind."""
    return tuple(
        dict.fromkeys(
            target.owner
            for plan in catalogue.plans_of(tenant)
            for target in plan.targets
            if target.owner is not None and any(kind in named.fact_types for named in _named(target))
        )
    )
