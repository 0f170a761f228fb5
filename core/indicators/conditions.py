"""Reads conditions: what stands behind `where`."""

from typing import cast

from core.indicators.expression import (
    And,
    Atom,
    Compare,
    Comparison,
    Condition,
    InGroup,
    InRoster,
    Not,
    OneOf,
    Or,
)
from core.indicators.reader import Reader

COMPARISONS = ("=", "!=", ">=", "<=", ">", "<")


def read_condition(reader: Reader) -> Condition:
    """`a or b and not c`: `not` binds closest, then `and`, then `or`."""
    with reader.deeper():
        parts = [_conjunction(reader)]
        while reader.accept("or"):
            parts.append(_conjunction(reader))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))


def read_comparison(reader: Reader) -> Comparison:
    """One of = != >= <= > <."""
    if reader.here.text not in COMPARISONS:
        raise reader.error("one of = != >= <= > < in")
    return cast(Comparison, reader.take().text)


def read_field(reader: Reader) -> str:
    """A field, or `place.kind`."""
    field = reader.name("a field")
    if field == "place" and reader.here.text == ".":
        reader.take()
        reader.expect("kind")
        return "place.kind"
    return field


def _conjunction(reader: Reader) -> Condition:
    parts = [_negation(reader)]
    while reader.accept("and"):
        parts.append(_negation(reader))
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _negation(reader: Reader) -> Condition:
    with reader.deeper():
        if reader.accept("not"):
            return Not(_negation(reader))
        if reader.accept("("):
            condition = read_condition(reader)
            reader.expect(")")
            return condition
        return _atom(reader)


def _atom(reader: Reader) -> Atom:
    field = read_field(reader)
    if not reader.accept("in"):
        return Compare(field, read_comparison(reader), reader.value())
    if reader.accept("{"):
        return OneOf(field, reader.listed(lambda: reader.code("a code"), "}"))
    if reader.accept("@"):
        return InGroup(field, reader.name("the name of a group"))
    if reader.accept("roster"):
        reader.expect("(")
        roster = reader.name("the name of a roster")
        reader.expect(")")
        return InRoster(field, roster)
    raise reader.error('"{", "@" or "roster"')
