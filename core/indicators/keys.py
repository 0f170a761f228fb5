"""What facts name, combination by combination of several fields, and sets of such names compared."""

from collections.abc import Sequence
from decimal import Decimal

from core.indicators.answered import answered
from core.indicators.combinations import Combination, Found, said_by, spelled, spoken
from core.indicators.expression import (
    Aggregate,
    Answered,
    Combinations,
    Common,
    Having,
    Names,
    Steps,
    Union,
)
from core.indicators.facts import FactRow
from core.indicators.matching import holds
from core.indicators.names import same_names
from core.indicators.outcome import Outcome, Scope, behind
from core.indicators.quantities import facts_of, occurrences
from core.indicators.references import atoms
from core.indicators.steps import steps
from core.indicators.values import as_number, spec_of, values_of


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
        case Answered():
            return answered(quantity, scope)
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
            merged[name] = merged[name] | facts if name in merged else facts
        result.append(merged)
    return result


def _combinations(node: Combinations, scope: Scope) -> Found:
    tested = {atom.field for atom in atoms(node.source.where)}
    if node.having is None and not node.source.anew and tested.isdisjoint(node.fields):
        rows = scope.grouped(node.source, node.fields)
        pairs = said_by(rows, node.source.type, node.fields, scope)
    else:
        pairs = spoken(node.source, node.fields, scope)
    if node.having is None:
        return behind(pairs)
    names = spelled([said for _, said in pairs])
    groups: dict[Combination, dict[int, FactRow]] = {}
    for row, said in pairs:
        groups.setdefault(names[said], {})[row.id] = row
    return {
        name: frozenset(rows) for name, rows in groups.items() if _has(node.having, [*rows.values()], scope)
    }


def _has(having: Having, rows: list[FactRow], scope: Scope) -> bool:
    """Whether there are so many facts, or so many different values in another field of them."""
    count = len(rows) if having.field is None else _different(having.field, rows, scope)
    bound = as_number(having.bound)
    return bound is not None and holds(Decimal(count), having.op, bound)


def _different(field: str, rows: list[FactRow], scope: Scope) -> int:
    found = [
        value for row in rows for value in values_of(row, field, spec_of(scope.catalogue, row.type, field))
    ]
    return len(set(same_names(found).values()))
