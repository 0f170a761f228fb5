"""What facts say in several fields together: combinations of one value of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product, zip_longest

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.identity import Same
from core.indicators.expression import Condition, Source
from core.indicators.facts import FactRow, FieldValue
from core.indicators.names import same_names
from core.indicators.outcome import Scope
from core.indicators.references import atoms, parts_of, together
from core.indicators.values import column, spec_of

#: one value of each of several fields; empty where nothing was said
Combination = tuple[str, ...]
#: each combination with a fact that names it, as often as it is named; 0 for facts that are not told
Found = Sequence[tuple[Combination, int]]

_NOTHING = ("",)


def spelled(combinations: Iterable[Combination]) -> Mapping[Combination, Combination]:
    """Each combination in the spelling in which it is compared with the others."""
    listed = dict.fromkeys(combinations)
    columns = [*zip_longest(*listed)]
    names = [same_names(part for part in set(column) if part is not None) for column in columns]
    spelt = [map(name.get, column) for name, column in zip(names, columns, strict=True)]
    if len({*map(len, listed)}) <= 1:
        return dict(zip(listed, zip(*spelt, strict=True), strict=True))
    return {each: said[: len(each)] for each, said in zip(listed, zip(*spelt, strict=True), strict=True)}


def spoken(source: Source, fields: tuple[str, ...], scope: Scope) -> list[tuple[FactRow, Combination]]:
    """Each combination of what each fact says in the fields, facts in order of happening.

    The condition is asked of the one combination: of the persons a report names, only those it is true of.
    """
    once, told = _parted(Same(source), fields, Same(scope.catalogue))
    if told is None or source.anew:
        return said_by(scope.each(source, *fields), source.type, fields, scope)
    tested = tuple(dict.fromkeys(atom.field for atom in atoms(told)))
    rows = scope.each(once, *fields, *tested)
    meets = scope.matcher.test(told, source.type)
    pairs = said_by(rows, source.type, fields, scope)
    narrowed = [(at, field) for at, field in enumerate(fields) if field in tested]
    return [(row, said) for row, said in pairs if meets(_narrowed(row, narrowed, said))]


@lru_cache(maxsize=1_000)
def _parted(
    source: Same[Source], fields: tuple[str, ...], catalogue: Same[Catalogue]
) -> tuple[Source, Condition | None]:
    """The source with what of its condition is asked of a whole fact, and what is of each combination."""
    type_, parts = source.value.type, parts_of(source.value.where)
    specs = {field: spec_of(catalogue.value, type_, field) for field in fields}
    several = {field for field, spec in specs.items() if spec is None or spec.type is not FieldType.CHOICE}
    told = [part for part in parts if not {atom.field for atom in atoms(part)}.isdisjoint(several)]
    asked_once = together([part for part in parts if part not in told])
    return replace(source.value, where=asked_once), together(told)


def said_by(
    rows: Sequence[FactRow], type_: str, fields: tuple[str, ...], scope: Scope
) -> list[tuple[FactRow, Combination]]:
    """Each combination of what facts of a type say; a part not filled in is empty, never all."""
    columns = [column(rows, field, spec_of(scope.catalogue, type_, field)) for field in fields]
    if all(len(said) <= 1 for each in columns for said in each):
        alone = ([said[0] if said else "" for said in each] for each in columns)
        return [(row, said) for row, said in zip(rows, zip(*alone, strict=True), strict=True) if any(said)]
    filled = ([said or _NOTHING for said in each] for each in columns)
    every = zip(rows, zip(*filled, strict=True), strict=True)
    return [(row, said) for row, parts in every for said in product(*parts) if any(said)]


def _narrowed(row: FactRow, fields: Iterable[tuple[int, str]], said: Combination) -> FactRow:
    """The fact as if it said this one combination only, in the fields at these places of it."""
    changed: dict[str, FieldValue] = {}
    for at, field in fields:
        held, value = row.fields.get(field), said[at]
        if isinstance(held, list) and len(held) > 1 and value:
            changed[field] = [value]
        elif isinstance(held, dict) and len(held) > 1 and value:
            changed[field] = {value: held[value]}
    return row.saying({**row.fields, **changed}) if changed else row
