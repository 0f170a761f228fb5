"""What facts name, combination by combination of several fields, and sets of such names compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from core.indicators.expression import Aggregate, Combinations, Common, Having, Names, Source, Steps, Union
from core.indicators.facts import FactRow, FieldValue
from core.indicators.matching import holds
from core.indicators.names import same_names
from core.indicators.outcome import Outcome, Scope, ids
from core.indicators.quantities import facts_of, occurrences
from core.indicators.references import atoms
from core.indicators.steps import steps
from core.indicators.values import as_number, spec_of, values_of

#: one value of each of several fields; empty where nothing was said
Combination = tuple[str, ...]
#: the facts behind each combination
Found = Mapping[Combination, frozenset[int]]


def size(quantity: Names, scope: Scope) -> Outcome:
    """How many different things are named."""
    (found,) = alike([named(quantity, scope)])
    return Outcome(Decimal(len(found)), facts_of(found.values()))


def named(quantity: Names, scope: Scope) -> Found:
    """What a quantity names, as it was typed or as it is compared, with the facts that name it."""
    match quantity:
        case Aggregate():
            found = occurrences(quantity.source, scope)
            return {(value,): facts for value, facts in found.items()}
        case Combinations():
            return _combinations(quantity, scope)
        case Steps():
            codes = steps(quantity, scope.plan, scope.as_of.date)
            return {(code,): frozenset() for code in codes}
        case Common():
            parts = alike([named(part, scope) for part in quantity.parts])
            shared = set(parts[0]).intersection(*parts[1:])
            return {name: facts_of(part[name] for part in parts) for name in shared}
        case Union():
            parts = alike([named(part, scope) for part in quantity.parts])
            return {
                name: facts_of(part[name] for part in parts if name in part) for name in set().union(*parts)
            }


def alike(sets: Sequence[Found]) -> list[dict[Combination, frozenset[int]]]:
    """Several sets in the same spelling: names typed in different ways are one, part by part."""
    combinations = [combination for found in sets for combination in found]
    names = spelled(combinations)
    result: list[dict[Combination, frozenset[int]]] = []
    for found in sets:
        merged: dict[Combination, frozenset[int]] = {}
        for combination, facts in found.items():
            name = names[combination]
            merged[name] = merged.get(name, frozenset()) | facts
        result.append(merged)
    return result


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
        return [(row, said) for row in scope.each(source, *fields) for said in _said(row, fields, scope)]
    rows = scope.each(replace(source, where=None), *fields, *tested)
    meets = scope.matcher.test(source.where, source.type)
    pairs = ((row, said) for row in rows for said in _said(row, fields, scope))
    return [(row, said) for row, said in pairs if meets(_narrowed(row, fields, said))]


def _combinations(node: Combinations, scope: Scope) -> Found:
    tested = {atom.field for atom in atoms(node.source.where)}
    if node.having is None and not node.source.anew and tested.isdisjoint(node.fields):
        rows = scope.grouped(node.source, node.fields)
        pairs = [(row, said) for row in rows for said in _said(row, node.fields, scope)]
    else:
        pairs = spoken(node.source, node.fields, scope)
    names = spelled([said for _, said in pairs])
    groups: dict[Combination, dict[int, FactRow]] = {}
    for row, said in pairs:
        groups.setdefault(names[said], {})[row.id] = row
    return {
        name: ids(list(rows.values()))
        for name, rows in groups.items()
        if _has(node.having, list(rows.values()), scope)
    }


def _has(having: Having | None, rows: list[FactRow], scope: Scope) -> bool:
    """Whether there are so many facts, or so many different values in another field of them."""
    if having is None:
        return True
    count = len(rows) if having.field is None else _different(having.field, rows, scope)
    bound = as_number(having.bound)
    return bound is not None and holds(Decimal(count), having.op, bound)


def _different(field: str, rows: list[FactRow], scope: Scope) -> int:
    found = [
        value for row in rows for value in values_of(row, field, spec_of(scope.catalogue, row.type, field))
    ]
    return len(set(same_names(found).values()))


def _said(row: FactRow, fields: tuple[str, ...], scope: Scope) -> Iterator[Combination]:
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
