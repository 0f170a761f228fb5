"""Whether a fact meets a condition, and, if not, which tests of it fail."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from core.catalogue import Catalogue
from core.catalogue.plans import Member
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
from core.indicators.facts import FactRow, Facts, Moment
from core.indicators.names import member_called
from core.indicators.rosters import membership
from core.indicators.values import rank, spec_of, values_of

_ORDER: dict[Comparison, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def holds(left: Decimal, op: Comparison, right: Decimal) -> bool:
    """Whether `left op right`."""
    return _ORDER[op](left, right)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Tests facts against conditions, on a day.

    `counted` stands for one value of a field that holds several: "persons in roster(x)" is then asked of that
    one person, not of all who are named beside.
    """

    catalogue: Catalogue
    facts: Facts
    as_of: Moment
    counted: tuple[str, str] | None = None

    def values(self, row: FactRow, field: str) -> tuple[str, ...]:
        if self.counted is not None and self.counted[0] == field:
            return (self.counted[1],)
        return values_of(row, field, spec_of(self.catalogue, row.type, field))

    def members(self, roster: str) -> tuple[Member, ...]:
        return membership(self.catalogue, self.facts, roster, self.as_of).members

    def matches(self, condition: Condition | None, row: FactRow) -> bool:
        """Whether the fact meets the condition. A field with no value meets no test."""
        match condition:
            case None:
                return True
            case Not():
                return not self.matches(condition.condition, row)
            case And():
                return all(self.matches(part, row) for part in condition.conditions)
            case Or():
                return any(self.matches(part, row) for part in condition.conditions)
            case _:
                return self._test(condition, row)

    def failures(self, condition: Condition | None, row: FactRow) -> tuple[Atom, ...]:
        """The fewest tests that keep the fact out; none if it matches."""
        if condition is None or self.matches(condition, row):
            return ()
        match condition:
            case And():
                return tuple(atom for part in condition.conditions for atom in self.failures(part, row))
            case Or():
                return min((self.failures(part, row) for part in condition.conditions), key=len)
            case Not():
                return _first_atom(condition)
            case _:
                return (condition,)

    def _test(self, atom: Atom, row: FactRow) -> bool:
        values = self.values(row, atom.field)
        match atom:
            case OneOf():
                return any(value in atom.values for value in values)
            case InGroup():
                group = self.catalogue.groups.get(atom.group)
                return group is not None and any(value in group.members for value in values)
            case InRoster():
                members = self.members(atom.roster)
                return any(member_called(value, members) is not None for value in values)
            case Compare():
                return self._compare(atom, row, values)

    def _compare(self, atom: Compare, row: FactRow, values: tuple[str, ...]) -> bool:
        spec = spec_of(self.catalogue, row.type, atom.field)
        bound = rank(spec, atom.value) if spec else None
        if spec is None or bound is None:
            if atom.op == "!=":
                return bool(values) and atom.value not in values
            return atom.op == "=" and atom.value in values
        ranks = [rank(spec, value) for value in values]
        if atom.op == "!=":
            return bool(ranks) and bound not in ranks
        return any(value is not None and holds(value, atom.op, bound) for value in ranks)


def _first_atom(condition: Condition) -> tuple[Atom, ...]:
    match condition:
        case Not():
            return _first_atom(condition.condition)
        case And() | Or():
            return _first_atom(condition.conditions[0])
        case _:
            return (condition,)
