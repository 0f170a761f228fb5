"""Live registers: what is there on a day, and how much of it holds a valid verification."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from core.catalogue.fact_types import FactType, Holds
from core.identity import Same
from core.indicators.expression import Adjustment, Register, Source, Valid
from core.indicators.facts import FactRow, FieldValue, in_order
from core.indicators.outcome import ZERO, Key, Outcome, Scope
from core.indicators.values import as_date, number_of
from core.instruments.cycles import last_day

#: the field of a verification that says until when it holds
VALID_UNTIL = "valid_until"
#: what a report says beside its fields: the keys of the instruments it is about, with 1 for those that passed
INSTRUMENTS = "instruments"

#: for each key the amount and the facts behind it
Holdings = Mapping[Key, tuple[Decimal, frozenset[int]]]


def total(holdings: Holdings) -> Outcome:
    """The sum over all keys."""
    amount = sum((each for each, _ in holdings.values()), ZERO)
    return Outcome(amount, frozenset(fact for _, facts in holdings.values() for fact in facts))


def registered(node: Register, scope: Scope) -> Holdings:
    """What each key holds: its last survey, then what came and went after it; never below 0.

    A change for a key that was never surveyed changes nothing: nothing is known to be there.
    """
    last = scope.last(node.source, node.by)
    surveys = dict(zip(scope.keys(last, node.by), last, strict=True))
    field = node.source.field or ""
    amounts = {key: number_of(row, field) for key, row in surveys.items()}
    facts = {key: {row.id} for key, row in surveys.items()}
    since = {key: in_order(row) for key, row in surveys.items()}
    for change, where in _changes(Same(node)):
        rows = scope.each(where, *node.by)
        for key, row in zip(scope.keys(rows, node.by), rows, strict=True):
            if key in since and in_order(row) > since[key]:
                amount = number_of(row, change.field)
                amounts[key] += amount if change.sign == "plus" else -amount
                facts[key].add(row.id)
    return {key: (max(amounts[key], ZERO), frozenset(facts[key])) for key in surveys}


@lru_cache(maxsize=1_000)
def _changes(node: Same[Register] | Same[Valid]) -> tuple[tuple[Adjustment, Source], ...]:
    """What changes a register, or ends verifications, with what is read of it: on the same condition."""
    survey = node.value.source
    return tuple(
        (each, Source(each.type, each.field, where=survey.where, window=survey.window))
        for each in (node.value.ended if isinstance(node.value, Valid) else node.value.adjustments)
    )


# not frozen: a figure makes one of each report
@dataclass(slots=True)
class _Look:
    """What was looked at on one occasion; what ended verifications is a look at which nothing passed.

    `counts`: it takes its part of what is there; what left is only known no longer to be.
    """

    key: Key
    row: FactRow
    passed: Decimal
    seen: Decimal
    until: date
    counts: bool = True


def passed(node: Valid, scope: Scope, register: Register) -> Holdings:
    """What was passed for each key of the register when last verified, whether that still holds or not."""
    return _valid_of(node, scope, register, registered(register, scope), held=False)


def valid(node: Valid, scope: Scope, register: Register | None = None) -> Holdings:
    """What was passed for each key in verifications that still hold on the day.

    With a register only its keys count. Of no key more are looked at than are there, from the last
    verification back: what is verified again passes or fails anew. Of instruments that reports name one by
    one, each counts as it was last looked at, and not at all once it has left.
    """
    return _valid_of(node, scope, register, None if register is None else registered(register, scope))


def _valid_of(
    node: Valid, scope: Scope, register: Register | None, there: Holdings | None, *, held: bool = True
) -> Holdings:
    """`held`: only what still holds on the day."""
    amounts: dict[Key, Decimal] = {}
    facts: dict[Key, set[int]] = {}
    rest = None if there is None else {key: held for key, (held, _) in there.items()}
    met: dict[Key, set[str]] = {}
    today = scope.as_of.date
    for look in _looks(node, scope, register):
        key, passed, seen = look.key, look.passed, max(look.seen, look.passed)
        if named := named_instruments(look.row):
            before = met.setdefault(key, set())
            again = named.keys() & before
            before.update(named)
            passed -= sum(named[each] for each in again)
            seen = max(look.seen - len(again), passed)
        if not look.counts:
            continue
        if rest is not None:
            left = rest.get(key, ZERO)
            seen = min(seen, left)
            rest[key] = left - seen
        if seen and (today <= look.until or not held):
            amounts[key] = amounts.get(key, ZERO) + min(passed, seen)
            facts.setdefault(key, set()).add(look.row.id)
    return {key: (amount, frozenset(facts[key])) for key, amount in amounts.items()}


#: as facts are: in the order of happening
_in_order = attrgetter("row.occurred_from", "row.recorded_at", "row.id")


def _looks(node: Valid, scope: Scope, register: Register | None) -> list[_Look]:
    """All that says something of verifications, the last first."""
    kind = scope.catalogue.fact_types.get(node.source.type)
    found: list[_Look] = []
    rows = scope.each(node.source, *node.by)
    for key, row in zip(scope.keys(rows, node.by), rows, strict=True):
        passed = number_of(row, node.source.field or "")
        seen = max(number_of(row, node.of), passed) if node.of else passed
        found.append(_Look(key, row, passed, seen, holds_until(row, kind)))
    left = _changes(Same(register)) if register else ()
    for change, where in (*_changes(Same(node)), *(each for each in left if each[0].sign == "minus")):
        rows, counts = scope.each(where, *node.by), change in node.ended
        for key, row in zip(scope.keys(rows, node.by), rows, strict=True):
            found.append(_Look(key, row, ZERO, number_of(row, change.field), date.max, counts))
    return sorted(found, key=_in_order, reverse=True)


def named_instruments(row: FactRow) -> Mapping[str, int]:
    """The instruments a report names, each with 1 if it passed; none where it only says how many."""
    named = row.fields.get(INSTRUMENTS)
    return named if isinstance(named, dict) else {}


def holds_until(row: FactRow, kind: FactType | None) -> date:
    """The last day a verification holds: as it says itself, else as long as the content says of its kind.

    Where the content says nothing it holds for ever.
    """
    said = as_date(row.fields.get(VALID_UNTIL))
    if said is not None:
        return said
    return _held_until(row.occurred_from, Same(cycle_of(kind, row.fields) if kind else None)) or date.max


@lru_cache(maxsize=10_000)
def _held_until(day: date, cycle: Same[Holds | None]) -> date | None:
    return last_day(day, cycle.value, None)


def cycle_of(kind: FactType, answers: Mapping[str, FieldValue]) -> Holds | None:
    """How long the verification told of by these answers holds: by the option chosen, else by its kind."""
    for field, cycles in _cycles(Same(kind)):
        value = answers.get(field)
        if isinstance(value, str) and value in cycles:
            return cycles[value]
    return kind.holds


@lru_cache(maxsize=1_000)
def _cycles(kind: Same[FactType]) -> tuple[tuple[str, Mapping[str, Holds]], ...]:
    """The fields of which an option says how long a verification holds, with those options."""
    fields = (
        (field.code, {option.code: option.holds for option in field.options if option.holds})
        for field in kind.value.fields
    )
    return tuple((field, cycles) for field, cycles in fields if cycles)


def share_verified(node: Valid, register: Register, scope: Scope) -> Outcome:
    """The part of the register that is verified. None of nothing."""
    there = registered(register, scope)
    above, below = total(_valid_of(node, scope, register, there)), total(there)
    share = above.value / below.value if above.value is not None and below.value else None
    return Outcome(share, above.facts | below.facts, above.value, below.value)
