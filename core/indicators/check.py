"""What is wrong with an expression, seen from the content it speaks of."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.catalogue.plans import Plan
from core.indicators.checking_fields import NUMBERS, FieldChecks, unknown
from core.indicators.checking_parts import part_problems
from core.indicators.checking_plan import plan_problems
from core.indicators.expression import (
    Aggregate,
    Aggregation,
    Answered,
    Average,
    Combinations,
    Delay,
    Expression,
    Overspent,
    Register,
    RosterSize,
    Source,
    Stage,
    Valid,
)
from core.indicators.quantities import STAGE_FIELD
from core.indicators.references import Leaf, atoms, keys, leaves, sources


def problems(expression: Expression, catalogue: Catalogue, plan: Plan | None = None) -> list[str]:
    """Everything in the expression that the content does not have or that cannot be computed; in English.

    With its plan also what it counts that the plan does not have. A parameter that is not filled in hides
    only what it stands for.
    """
    found = [text for leaf in leaves(expression) for text in _leaf(leaf, catalogue)]
    found += part_problems(expression, catalogue)
    if plan is not None:
        found += plan_problems(expression, plan)
    return list(dict.fromkeys(found))


def _leaf(leaf: Leaf, catalogue: Catalogue) -> Iterator[str]:
    if isinstance(leaf, RosterSize):
        yield from unknown("roster", leaf.roster, catalogue.rosters)
        return
    for source in sources(leaf):
        if source.type in catalogue.fact_types:
            yield from _source(leaf, source, FieldChecks(source.type, catalogue))
        else:
            yield from unknown("fact type", source.type, catalogue.fact_types)


def _source(leaf: Leaf, source: Source, checks: FieldChecks) -> Iterator[str]:
    yield from _counted(leaf, source, checks)
    for name in (*source.latest_by, *keys(leaf, source)):
        yield from checks.exists(name)
    for atom in atoms(source.where):
        yield from checks.test(atom)


def _counted(leaf: Leaf, source: Source, checks: FieldChecks) -> Iterator[str]:
    """The field that is counted, summed, or read as a stage."""
    match leaf:
        case Stage():
            yield from checks.needs(source.field or STAGE_FIELD, (FieldType.CHOICE,), "stage")
        case Aggregate(kind=kind):
            yield from _aggregated(kind, source, checks)
        case Delay():
            yield from checks.exists(source.field or "")
        case Combinations() | Answered():
            return
        case Overspent():
            yield from checks.needs(source.field or "", NUMBERS, "overspent")
            yield from checks.needs(leaf.by, (FieldType.CHOICE,), "the line of overspent")
        case Average():
            yield from checks.needs(source.field or "", NUMBERS, "avg")
        case Valid() | Register():
            word = type(leaf).__name__.lower()
            whole = isinstance(leaf, Valid) and source == leaf.source and leaf.of
            for field in (source.field, whole) if whole else (source.field,):
                yield from checks.needs(field or "", NUMBERS, word)


def _aggregated(kind: Aggregation, source: Source, checks: FieldChecks) -> Iterator[str]:
    field = source.field or ""
    if kind is Aggregation.LATEST:
        yield from checks.needs(field, NUMBERS, "latest")
    elif kind is Aggregation.SUM and source.options:
        yield from checks.exists(field)
        yield from checks.tally(field, source.options)
    elif kind is Aggregation.SUM:
        yield from checks.needs(field, (*NUMBERS, FieldType.TALLY), "sum")
    elif field:
        yield from checks.exists(field)
