"""What is wrong with an expression, seen from the content it speaks of."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.indicators.checking_fields import NUMBERS, FieldChecks, unknown
from core.indicators.expression import (
    Aggregate,
    Aggregation,
    All,
    Any,
    Expression,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Test,
    Valid,
)
from core.indicators.quantities import STAGE_FIELD
from core.indicators.references import Leaf, atoms, leaves, sources
from core.indicators.values import as_number


def problems(expression: Expression, catalogue: Catalogue) -> list[str]:
    """Everything in the expression that the content does not have or that cannot be computed; in English."""
    found = [text for leaf in leaves(expression) for text in _leaf(leaf, catalogue)]
    found += [text for test in _tests(expression) for text in _bound(test, catalogue)]
    found += _keys(expression)
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
    for name in (*source.latest_by, *(leaf.by if isinstance(leaf, Valid | Register) else ())):
        yield from checks.exists(name)
    for atom in atoms(source.where):
        yield from checks.test(atom)


def _counted(leaf: Leaf, source: Source, checks: FieldChecks) -> Iterator[str]:
    """The field that is counted, summed, or read as a stage."""
    field = source.field or STAGE_FIELD
    match leaf:
        case Stage():
            yield from checks.needs(field, (FieldType.CHOICE,), "stage")
        case Aggregate(kind=Aggregation.LATEST):
            yield from checks.needs(field, NUMBERS, "latest")
        case Aggregate(kind=Aggregation.SUM) if source.options:
            yield from checks.exists(field)
            yield from checks.tally(field, source.options)
        case Aggregate(kind=Aggregation.SUM):
            yield from checks.needs(field, (*NUMBERS, FieldType.TALLY), "sum")
        case Aggregate():
            yield from checks.exists(field) if source.field else ()
        case _:
            yield from checks.needs(field, NUMBERS, type(leaf).__name__.lower())


def _tests(expression: Expression) -> Iterator[Test]:
    match expression:
        case All() | Any():
            for part in expression.parts:
                yield from _tests(part)
        case Test():
            yield expression
        case _:
            return


def _bound(test: Test, catalogue: Catalogue) -> Iterator[str]:
    """What a quantity is compared with: a number, or one of the stages."""
    if not isinstance(test.quantity, Stage):
        if as_number(test.bound) is None:
            yield f"{test.bound} is no number to compare with"
        return
    source = test.quantity.source
    if source.type in catalogue.fact_types:
        checks = FieldChecks(source.type, catalogue)
        spec = checks.kind.field(source.field or STAGE_FIELD)
        if spec is not None:
            yield from checks.option(spec, test.bound)


def _keys(expression: Expression) -> Iterator[str]:
    """A verified share of a register needs the same keys on both sides, or nothing can be matched."""
    match expression:
        case All() | Any():
            for part in expression.parts:
                yield from _keys(part)
        case Test():
            yield from _keys(expression.quantity)
        case Ratio(numerator=Valid() as above, denominator=Register() as below) if above.by != below.by:
            yield f"ratio(valid by {', '.join(above.by)}, register by {', '.join(below.by)}): the keys differ"
        case _:
            return
