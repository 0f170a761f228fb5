"""What facts name, combination by combination of several fields, and sets of such names compared."""

from collections.abc import Sequence
from dataclasses import replace
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
from core.indicators.names import folded, same_names
from core.indicators.outcome import Outcome, Scope
from core.indicators.quantities import occurrences
from core.indicators.references import atoms, leaves, sources
from core.indicators.steps import steps
from core.indicators.values import as_number, spec_of, values_of


def size(quantity: Names, scope: Scope) -> Outcome:
    """How many different things are named."""
    found = named(quantity, scope)
    names = spelled(name for name, _ in found)
    return Outcome(Decimal(len(set(names.values()))), facts_in(found))


def named(quantity: Names, scope: Scope, of: Found | None = None) -> Found:
    """What a quantity names, as it was typed or as it is compared, with the facts that name it.

    Where only what another set names is of use, much of the rest may be left out.
    """
    match quantity:
        case Aggregate(source=source):
            looked_at = scope if of is None else _among(of, (source.field or "",), scope)
            return [((value,), fact) for value, fact in occurrences(source, looked_at)]
        case Combinations(fields=fields):
            return _combinations(quantity, scope if of is None else _among(of, fields, scope))
        case Answered():
            return answered(quantity, scope)
        case Steps():
            codes = steps(quantity, scope.plan, scope.as_of.date)
            return [((code,), 0) for code in codes]
        case Common():
            first, *others = sorted(quantity.parts, key=_looks_back)
            least = named(first, scope)
            parts = alike([least, *(named(part, scope, of=least) for part in others)])
            shared = set.intersection(*({name for name, _ in part} for part in parts))
            return [each for part in parts for each in part if each[0] in shared]
        case Union():
            parts = alike([named(part, scope) for part in quantity.parts])
            return [each for part in parts for each in part]


def _looks_back(quantity: Names) -> bool:
    """Whether it looks at the last fact of each key: at more than those that meet its condition."""
    return any(source.latest_by for leaf in leaves(quantity) for source in sources(leaf))


def _among(names: Found, fields: tuple[str, ...], scope: Scope) -> Scope:
    """The scope of what is named in these fields by a set too."""
    different = {name for name, _ in names}
    columns = ({name[at] for name in different if at < len(name)} for at in range(len(fields)))
    return replace(
        scope, among={field: {*map(folded, each)} for field, each in zip(fields, columns, strict=True)}
    )


def alike(sets: Sequence[Found]) -> list[Found]:
    """Several sets in the same spelling: names typed in different ways are one, part by part."""
    names = spelled(name for found in sets for name, _ in found)
    return [[(names[name], fact) for name, fact in found] for found in sets]


def facts_in(found: Found) -> frozenset[int]:
    """The facts that name something of a set."""
    return frozenset(fact for _, fact in found if fact)


def _combinations(node: Combinations, scope: Scope) -> Found:
    tested = {atom.field for atom in atoms(node.source.where)}
    if node.having is None and not node.source.anew and tested.isdisjoint(node.fields):
        rows = scope.grouped(node.source, node.fields)
        pairs = said_by(rows, node.source.type, node.fields, scope)
    else:
        pairs = spoken(node.source, node.fields, scope)
    if node.having is None:
        return [(said, row.id) for row, said in pairs]
    names = spelled([said for _, said in pairs])
    groups: dict[Combination, dict[int, FactRow]] = {}
    for row, said in pairs:
        groups.setdefault(names[said], {})[row.id] = row
    return [
        (name, fact)
        for name, rows in groups.items()
        if _has(node.having, [*rows.values()], scope)
        for fact in rows
    ]


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
