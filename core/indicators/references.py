"""What an expression speaks of: for checking content, and for finding the targets a fact may move."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.indicators.expression import (
    Aggregate,
    Aggregation,
    All,
    And,
    Answered,
    Any,
    Atom,
    Average,
    Combinations,
    Common,
    Compare,
    Condition,
    Delay,
    Difference,
    Expression,
    Growth,
    InGroup,
    InRoster,
    Names,
    Not,
    OneOf,
    Or,
    Overspent,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Steps,
    Test,
    Union,
    Valid,
)


@dataclass(frozen=True, slots=True)
class References:
    """All names in an expression. Fields and option codes come with the fact type they belong to."""

    fact_types: frozenset[str]
    fields: frozenset[tuple[str, str]]
    options: frozenset[tuple[str, str, str]]
    groups: frozenset[str]
    rosters: frozenset[str]


#: a quantity that is not made of others
Leaf = (
    Aggregate
    | Combinations
    | Answered
    | Stage
    | RosterSize
    | Valid
    | Register
    | Average
    | Delay
    | Overspent
    | Steps
)


def references(expression: Expression) -> References:
    """Every fact type, field, option code, group and roster the expression names."""
    found = list(leaves(expression))
    pairs = [source for leaf in found for source in sources(leaf)]
    tests = [(source.type, atom) for source in pairs for atom in atoms(source.where)]
    rosters = {leaf.roster for leaf in found if isinstance(leaf, RosterSize)}
    rosters |= {atom.roster for _, atom in tests if isinstance(atom, InRoster)}
    options = {(s.type, s.field or "", option) for s in pairs for option in s.options}
    options |= {(type_, atom.field, code) for type_, atom in tests for code in literals(atom)}
    fields = {(leaf_source.type, name) for leaf in found for leaf_source, name in _named(leaf)}
    return References(
        fact_types=frozenset(source.type for source in pairs),
        fields=frozenset(fields | {(type_, atom.field) for type_, atom in tests}),
        options=frozenset(options),
        groups=frozenset(atom.group for _, atom in tests if isinstance(atom, InGroup)),
        rosters=frozenset(rosters),
    )


def leaves(expression: Expression) -> Iterator[Leaf]:
    """The quantities that read facts, rosters or the plan, in the order they are written."""
    for node in nodes(expression):
        if isinstance(node, Leaf):
            yield node


def nodes(expression: Expression) -> Iterator[Expression]:
    """The expression and every expression inside it, in the order they are written."""
    yield expression
    match expression:
        case All() | Any() | Common() | Union():
            inside: tuple[Expression, ...] = expression.parts
        case Test() | Growth():
            inside = (expression.quantity,)
        case Ratio():
            inside = expression.numerator, expression.denominator
        case Difference():
            inside = expression.left, expression.right
        case _:
            inside = ()
    for part in inside:
        yield from nodes(part)


def as_names(expression: Expression) -> Names | None:
    """The expression, if it names things: then a whole decides which of them count."""
    match expression:
        case Aggregate(kind=Aggregation.DISTINCT) | Combinations() | Answered():
            return expression
        case Common() | Union() | Steps():
            return expression
        case _:
            return None


def sources(leaf: Leaf) -> Iterator[Source]:
    """The sources a quantity reads. What changes a register is read under the condition of its survey."""
    match leaf:
        case RosterSize() | Steps():
            return
        case Delay():
            yield leaf.source
            yield leaf.after
        case Answered():
            yield leaf.questions.source
            yield leaf.answers.source
        case Register() | Valid():
            yield leaf.source
            for each in leaf.adjustments if isinstance(leaf, Register) else leaf.ended:
                yield Source(each.type, each.field, where=leaf.source.where, window=leaf.source.window)
        case _:
            yield leaf.source


def together(conditions: Sequence[Condition]) -> Condition | None:
    """One condition that asks for all of these; None of none."""
    if len(conditions) > 1:
        return And(tuple(conditions))
    return conditions[0] if conditions else None


def parts_of(condition: Condition | None) -> tuple[Condition, ...]:
    """The conditions that must all be met."""
    if isinstance(condition, And):
        return condition.conditions
    return () if condition is None else (condition,)


def atoms(condition: Condition | None) -> Iterator[Atom]:
    """The single tests of a condition, in the order they are written."""
    match condition:
        case None:
            return
        case Not():
            yield from atoms(condition.condition)
        case And() | Or():
            for part in condition.conditions:
                yield from atoms(part)
        case _:
            yield condition


def literals(atom: Atom) -> tuple[str, ...]:
    """The values a test compares with."""
    match atom:
        case Compare():
            return (atom.value,)
        case OneOf():
            return atom.values
        case _:
            return ()


def keys(leaf: Leaf, source: Source) -> tuple[str, ...]:
    """The fields a quantity reads of one of its sources beside those that names."""
    match leaf:
        case Valid(of=of):
            return leaf.by + ((of,) if of and source == leaf.source else ())
        case Register():
            return leaf.by
        case Aggregate(alike=alike):
            return alike
        case Answered():
            said = leaf.questions if source == leaf.questions.source else leaf.answers
            return said.fields + said.by
        case Overspent():
            return (leaf.by,)
        case Combinations(having=having):
            return leaf.fields + ((having.field,) if having and having.field else ())
        case _:
            return ()


def _named(leaf: Leaf) -> Iterator[tuple[Source, str]]:
    for source in sources(leaf):
        if source.field is not None:
            yield source, source.field
        for name in (*source.latest_by, *keys(leaf, source)):
            yield source, name
