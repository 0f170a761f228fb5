"""Counts, sums, distinct sets, last values and stages of the facts of one source."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from core.catalogue.fact_types import FieldSpec
from core.indicators.expression import Aggregate, Aggregation, Condition, Source, Stage
from core.indicators.matching import Check
from core.indicators.names import same_names
from core.indicators.outcome import ZERO, Outcome, Scope, amount_of, ids
from core.indicators.references import atoms
from core.indicators.values import as_number, column, rank, spec_of, values_of

#: the field that holds how far something has come, unless a source names another
STAGE_FIELD = "stage"


def aggregate(node: Aggregate, scope: Scope) -> Outcome:
    """The value of a count, sum, distinct or latest."""
    if node.kind is Aggregation.DISTINCT:
        return distinct(node.source, scope)
    match node.kind:
        case Aggregation.SUM:
            return _sum(node.source, scope)
        case Aggregation.LATEST:
            return _latest(node.source, scope)
        case _:
            rows = scope.rows(node.source)
            return Outcome(Decimal(sum(row.times for row in rows)), ids(rows))


def _sum(source: Source, scope: Scope) -> Outcome:
    amounts = [
        (row, amount_of(row, source.field or "", source.options)) for row in scope.rows(source, summed=True)
    ]
    counted = [row for row, amount in amounts if amount]
    return Outcome(sum((amount for _, amount in amounts), ZERO), ids(counted))


def _latest(source: Source, scope: Scope) -> Outcome:
    for row in reversed(scope.ordered(source, source.field or "")):
        value = as_number(row.fields.get(source.field or ""))
        if value is not None:
            return Outcome(value, frozenset({row.id}))
    return Outcome(None)


def distinct(source: Source, scope: Scope) -> Outcome:
    """How many different values; a fact that names several counts for each."""
    found = occurrences(source, scope)
    names = same_names(value for value, _ in found)
    return Outcome(Decimal(len(set(names.values()))), frozenset(fact for _, fact in found if fact))


def occurrences(source: Source, scope: Scope) -> list[tuple[str, int]]:
    """Each value of the source's field that meets the condition, with each fact that names it."""
    field = source.field or ""
    spec = spec_of(scope.catalogue, source.type, field)
    rows, condition = scope.candidates(source)
    named = [
        (row, value) for row, said in zip(rows, column(rows, field, spec), strict=True) for value in said
    ]
    if any(atom.field == field for atom in atoms(condition)):
        values = {value for _, value in named}
        tests = {value: _test_of(source, condition, value, scope) for value in values}
        named = [(row, value) for row, value in named if tests[value](row)]
    elif condition is not None:
        matches = scope.matcher.test(condition, source.type)
        named = [(row, value) for row, value in named if matches(row)]
    return [(value, row.id) for row, value in named]


def _test_of(source: Source, condition: Condition | None, value: str, scope: Scope) -> Check:
    """The condition with the counted field standing for this one value."""
    return replace(scope.matcher, counted=(source.field or "", value)).test(condition, source.type)


def facts_of(groups: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*groups)


def stage(node: Stage, scope: Scope) -> Outcome:
    """The position, from 1, of the stage last reported; 0 when nothing was."""
    spec = stage_spec(node, scope)
    field = node.source.field or STAGE_FIELD
    rows = scope.ordered(node.source, field)
    for row in reversed(rows):
        for value in values_of(row, field, spec):
            position = rank(spec, value) if spec else None
            option = spec.option(value) if spec else None
            if position is not None and option is not None:
                return Outcome(position, ids(rows), stage=value, stage_label=option.label)
    return Outcome(ZERO, ids(rows))


def stage_spec(node: Stage, scope: Scope) -> FieldSpec | None:
    """The field whose options are the stages."""
    return spec_of(scope.catalogue, node.source.type, node.source.field or STAGE_FIELD)
