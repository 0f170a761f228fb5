"""Whether a fact meets a condition, and, if not, which tests of it fail."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldSpec, FieldType
from core.identity import Same
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
from core.indicators.references import atoms, parts_of, together
from core.indicators.rosters import membership
from core.indicators.values import Values, is_held, rank, reading, said_in, spec_of

_ORDER: dict[Comparison, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


#: in a comparison of a date: the day the figure is for
TODAY = "today"

Check = Callable[[FactRow], bool]
#: fields with one code, and the codes that pass
Only = frozenset[tuple[str, frozenset[str]]]


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

    def test(self, condition: Condition | None, type_: str) -> Check:
        """The condition as a test of facts of one type. A field with no value meets no comparison."""
        match condition:
            case None:
                return _always
            case Not():
                inner = self.test(condition.condition, type_)
                return lambda row: not inner(row)
            case And():
                parts = [self.test(part, type_) for part in condition.conditions]
                return _all(parts)
            case Or():
                parts = [self.test(part, type_) for part in condition.conditions]
                return _any(parts)
            case _:
                return self._atom(condition, type_)

    def parted(self, condition: Condition | None, type_: str) -> tuple[Only, Condition | None]:
        """The tests of fields with one code, as the codes that pass; and what else the condition asks."""
        only: dict[str, frozenset[str]] = {}
        rest: list[Condition] = []
        for part in parts_of(condition):
            codes = self._codes(part, type_)
            if codes is None:
                rest.append(part)
            else:
                only[codes[0]] = only.get(codes[0], codes[1]) & codes[1]
        return frozenset(only.items()), together(rest)

    def _codes(self, part: Condition, type_: str) -> tuple[str, frozenset[str]] | None:
        """The options of a field with one code that pass a test; None for any other test."""
        if not isinstance(part, Compare | OneOf | InGroup):
            return None
        return _passing(Same(self.catalogue), part, type_)

    def matches(self, condition: Condition | None, row: FactRow) -> bool:
        """Whether one fact meets the condition."""
        return self.test(condition, row.type)(row)

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
                return tuple(atoms(condition))[:1]
            case _:
                return (condition,)

    def _atom(self, atom: Atom, type_: str) -> Check:
        accepts = self._accepts(atom, spec_of(self.catalogue, type_, atom.field))
        if self.counted is not None and self.counted[0] == atom.field:
            fits = accepts((self.counted[1],))
            return lambda row: fits
        spec = spec_of(self.catalogue, type_, atom.field)
        codes = self._codes(atom, type_)
        if codes is not None:
            return lambda row: row.fields.get(atom.field) in codes[1]
        if is_held(atom.field, spec):
            return _of_held(atom.field, accepts)
        read = reading(atom.field, spec)
        return lambda row: accepts(read(row))

    def _accepts(self, atom: Atom, spec: FieldSpec | None) -> Callable[[tuple[str, ...]], bool]:
        if not isinstance(atom, InRoster):
            day = self.as_of.date if isinstance(atom, Compare) and atom.value == TODAY else None
            return _remembered(atom, Same(spec), Same(self.catalogue), day)
        members = membership(self.catalogue, self.facts, atom.roster, self.as_of).members
        return cache(lambda values: any(member_called(value, members) is not None for value in values))


@lru_cache(maxsize=5_000)
def _passing(
    catalogue: Same[Catalogue], part: Compare | OneOf | InGroup, type_: str
) -> tuple[str, frozenset[str]] | None:
    spec = spec_of(catalogue.value, type_, part.field)
    if spec is None or spec.type is not FieldType.CHOICE:
        return None
    accepts = _accepting(part, spec, catalogue.value, None)
    return part.field, frozenset(o.code for o in spec.options if accepts((o.code,)))


@lru_cache(maxsize=5_000)
def _remembered(
    atom: Compare | OneOf | InGroup,
    spec: Same[FieldSpec | None],
    catalogue: Same[Catalogue],
    day: date | None,
) -> Callable[[Values], bool]:
    """The test, which remembers what it found: many facts say the same."""
    return lru_cache(maxsize=10_000)(_accepting(atom, spec.value, catalogue.value, day))


def _accepting(
    atom: Compare | OneOf | InGroup, spec: FieldSpec | None, catalogue: Catalogue, day: date | None
) -> Callable[[Values], bool]:
    """Whether values pass a test that asks for no roster."""
    match atom:
        case OneOf():
            return _among(atom.values)
        case InGroup():
            group = catalogue.groups.get(atom.group)
            return _among(group.members if group else ())
        case Compare():
            return _compared(atom, spec, day)


def _always(row: FactRow) -> bool:
    return True


def _all(parts: list[Check]) -> Check:
    def every(row: FactRow) -> bool:
        for part in parts:  # noqa: SIM110 - asked of each of thousands of facts: `all` would take twice as long
            if not part(row):
                return False
        return True

    return every


def _of_held(field: str, passes: Callable[[Values], bool]) -> Check:
    of_text = cache(lambda value: passes(said_in(value)))

    def check(row: FactRow) -> bool:
        value = row.fields.get(field)
        return of_text(value) if value.__class__ is str else passes(said_in(value))

    return check


def _any(parts: list[Check]) -> Check:
    def one(row: FactRow) -> bool:
        for part in parts:  # noqa: SIM110 - as in `_all`
            if part(row):
                return True
        return False

    return one


def _among(codes: tuple[str, ...]) -> Callable[[tuple[str, ...]], bool]:
    allowed = frozenset(codes)
    return lambda values: not allowed.isdisjoint(values)


def _compared(atom: Compare, spec: FieldSpec | None, day: date | None) -> Callable[[tuple[str, ...]], bool]:
    """One of several values is enough, but for `!=`, which none of them may be.

    Without a day nothing is compared with the day the figure is for.
    """
    value = day.isoformat() if day is not None and atom.value == TODAY else atom.value
    bound = rank(spec, value) if spec else None
    if spec is None or bound is None:
        if atom.op == "!=":
            return lambda values: bool(values) and atom.value not in values
        return lambda values: atom.op == "=" and atom.value in values
    place, limit = spec, bound
    if atom.op == "!=":
        return lambda values: bool(values) and all(rank(place, value) != limit for value in values)
    return lambda values: any(_reaches(rank(place, value), atom.op, limit) for value in values)


def _reaches(value: Decimal | None, op: Comparison, limit: Decimal) -> bool:
    return value is not None and holds(value, op, limit)
