"""What facts say in several fields together: combinations of one value of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from core.indicators.expression import Source
from core.indicators.facts import FactRow, FieldValue
from core.indicators.names import same_names
from core.indicators.outcome import Scope
from core.indicators.references import atoms
from core.indicators.values import spec_of, values_of

#: one value of each of several fields; empty where nothing was said
Combination = tuple[str, ...]
#: the facts behind each combination
Found = Mapping[Combination, frozenset[int]]


def spelled(combinations: Iterable[Combination]) -> Mapping[Combination, Combination]:
    """Each combination in the spelling in which it is compared with the others."""
    listed = list(combinations)
    widest = max((len(each) for each in listed), default=0)
    names = [same_names(each[at] for each in listed if at < len(each)) for at in range(widest)]
    return {each: tuple(names[at][part] for at, part in enumerate(each)) for each in listed}


def spoken(source: Source, fields: tuple[str, ...], scope: Scope) -> list[tuple[FactRow, Combination]]:
    """Each combination of what each fact says in the fields, facts in order of happening.

    The condition is asked of the one combination: of the persons a report names, only those it is true of.
    """
    tested = {atom.field for atom in atoms(source.where)}
    if tested.isdisjoint(fields) or source.anew:
        return [(row, said) for row in scope.each(source, *fields) for said in said_by(row, fields, scope)]
    rows = scope.each(replace(source, where=None), *fields, *tested)
    meets = scope.matcher.test(source.where, source.type)
    pairs = ((row, said) for row in rows for said in said_by(row, fields, scope))
    return [(row, said) for row, said in pairs if meets(_narrowed(row, fields, said))]


def said_by(row: FactRow, fields: tuple[str, ...], scope: Scope) -> Iterator[Combination]:
    """Each combination of what one fact says; a part nobody filled in is empty, but never all of them."""
    parts = [values_of(row, field, spec_of(scope.catalogue, row.type, field)) or ("",) for field in fields]
    return (said for said in product(*parts) if any(said))


def _narrowed(row: FactRow, fields: tuple[str, ...], said: Combination) -> FactRow:
    """The fact as if it said this one combination only."""
    changed: dict[str, FieldValue] = {}
    for field, value in zip(fields, said, strict=True):
        held = row.fields.get(field)
        if isinstance(held, list) and value:
            changed[field] = [value]
        elif isinstance(held, dict) and value:
            changed[field] = {value: held[value]}
    return replace(row, fields={**row.fields, **changed})
