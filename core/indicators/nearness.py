"""How far a report is from counting for a target: of several it misses, the nearest is worth telling."""

from core.catalogue.plans import Target
from core.folding import fold
from core.indicators.expression import (
    All,
    Any,
    Atom,
    Common,
    Compare,
    Difference,
    Expression,
    Growth,
    InGroup,
    OneOf,
    Quantity,
    Ratio,
    RosterSize,
    Source,
    Test,
    Union,
)
from core.indicators.names import member_called
from core.indicators.references import as_names, leaves, sources
from core.indicators.told import Told
from core.indicators.values import as_number, spec_of, values_of

#: what a test costs: missed altogether, missed by another option of that kind, by a number alone
_MISSED, _KIN, _BOUND = 1.0, 0.75, 0.5
#: happened on another day than those that count
_LATE = 0.5
#: no farther: it counts but for its numbers or its day
NEAR = 0.5


def distance(expression: Expression, told: Told) -> float:
    """0 for what is let in; more for each test that keeps the report out."""
    match expression:
        case All() | Any():
            return min(distance(part, told) for part in expression.parts)
        case Test() | Growth():
            return distance(expression.quantity, told)
        case Difference():
            return min(distance(expression.left, told), distance(expression.right, told))
        case Ratio():
            above = distance(expression.numerator, told) + _unlisted(expression, told)
            return min(above, distance(expression.denominator, told))
        case Common():
            own = [distance(part, told) for part in expression.parts]
            return max((each for each in own if each != float("inf")), default=float("inf"))
        case Union():
            return min(distance(part, told) for part in expression.parts)
        case _:
            return min(
                (
                    _cost(source, told)
                    for leaf in leaves(expression)
                    for source in sources(leaf)
                    if source.type == told.row.type
                ),
                default=float("inf"),
            )


def tells(target: Target) -> bool:
    """Whether it is worth telling that a report does not count: not of what should stay small."""
    return not any(goal.op == "<=" for goal in target.goals)


def _cost(source: Source, told: Told) -> float:
    missed = sum(_missed(atom, told) for atom in told.failing(source))
    return missed + (0 if told.on_time(source) else _LATE)


def _missed(atom: Atom, told: Told) -> float:
    catalogue, row = told.scope.catalogue, told.row
    spec = spec_of(catalogue, row.type, atom.field)
    given = values_of(row, atom.field, spec)
    if isinstance(atom, Compare) and given and as_number(atom.value) is not None:
        return _BOUND if all(as_number(value) is not None for value in given) else _MISSED
    wanted: tuple[str, ...] = ()
    match atom:
        case Compare(op="="):
            wanted = (atom.value,)
        case OneOf():
            wanted = atom.values
        case InGroup():
            group = catalogue.groups.get(atom.group)
            wanted = group.members if group else ()
    if spec is None:
        return _MISSED

    def words(codes: tuple[str, ...]) -> set[str]:
        labels = (option.label.vi for option in spec.options if option.code in codes)
        return {word for label in labels for word in fold(label).split() if word.isalpha()}

    return _KIN if words(given) & words(wanted) else _MISSED


def _unlisted(ratio: Ratio, told: Told) -> float:
    """What names nobody of a roster that has members is farther off; an empty one is to be filled."""
    names = as_names(ratio.numerator)
    if names is None or not isinstance(ratio.denominator, RosterSize):
        return 0
    members = told.scope.membership(ratio.denominator.roster).members
    said = _named(ratio.numerator, told)
    if not members or not said:
        return 0
    return 0 if any(member_called(name, members) for name in said) else _MISSED


def _named(quantity: Quantity, told: Told) -> list[str]:
    """What the report says in the fields that are counted, let in or not."""
    found: list[str] = []
    for leaf in leaves(quantity):
        for source in sources(leaf):
            if source.type == told.row.type and source.field is not None:
                spec = spec_of(told.scope.catalogue, told.row.type, source.field)
                found.extend(values_of(told.row, source.field, spec))
    return found
