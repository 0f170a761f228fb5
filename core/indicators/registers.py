"""Live registers: what is there on a day, and how much of it holds a valid verification."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from core.catalogue.fact_types import FactType
from core.identity import Same
from core.indicators.expression import Adjustment, Register, Source, Valid
from core.indicators.facts import FactRow, in_order
from core.indicators.outcome import ZERO, Key, Outcome, Scope
from core.indicators.values import as_date, number_of
from core.indicators.windows import add_months

#: the field of a verification that says until when it holds
VALID_UNTIL = "valid_until"

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
    for change, where in _changes(Same(node)):
        rows = scope.each(where, *node.by)
        for key, row in zip(scope.keys(rows, node.by), rows, strict=True):
            if key in surveys and in_order(row) > in_order(surveys[key]):
                amount = number_of(row, change.field)
                amounts[key] += amount if change.sign == "plus" else -amount
                facts[key].add(row.id)
    return {key: (max(amounts[key], ZERO), frozenset(facts[key])) for key in surveys}


@lru_cache(maxsize=1_000)
def _changes(node: Same[Register]) -> tuple[tuple[Adjustment, Source], ...]:
    """The changes of a register with what is read of them: that on the condition of its survey."""
    survey = node.value.source
    return tuple(
        (each, Source(each.type, each.field, where=survey.where, window=survey.window))
        for each in node.value.adjustments
    )


def valid(node: Valid, scope: Scope, registered_: Holdings | None = None) -> Holdings:
    """What was passed for each key in verifications that still hold on the day.

    With a register only its keys count. Of no key more are looked at than are there, from the last
    verification back: what is verified again passes or fails anew.
    """
    holdings: dict[Key, tuple[Decimal, frozenset[int]]] = {}
    kind = scope.catalogue.fact_types.get(node.source.type)
    rows = scope.each(node.source, *node.by)
    rest = None if registered_ is None else {key: amount for key, (amount, _) in registered_.items()}
    for key, row in reversed([*zip(scope.keys(rows, node.by), rows, strict=True)]):
        amount, facts = holdings.get(key, (ZERO, frozenset()))
        passed = number_of(row, node.source.field or "")
        seen = max(number_of(row, node.of), passed) if node.of else passed
        if rest is not None:
            seen = min(seen, rest.get(key, ZERO))
            rest[key] = rest.get(key, ZERO) - seen
        if seen and scope.as_of.date <= holds_until(row, kind):
            holdings[key] = (amount + min(passed, seen), facts | {row.id})
    return holdings


def holds_until(row: FactRow, kind: FactType | None) -> date:
    """The last day a verification holds: as it says itself, else as long as the content says of its kind.

    Where the content says nothing it holds for ever.
    """
    said = as_date(row.fields.get(VALID_UNTIL))
    months = _months(row, kind) if said is None else None
    return add_months(row.occurred_from, months) if months is not None else said or date.max


def _months(row: FactRow, kind: FactType | None) -> int | None:
    """By the option that was chosen, or else by the kind of report."""
    if kind is None:
        return None
    values = ((field, row.fields.get(field.code)) for field in kind.fields if field.options)
    chosen = (field.option(value) for field, value in values if isinstance(value, str))
    every = (*(option.holds for option in chosen if option), kind.holds)
    return next((holds.months for holds in every if holds), None)


def share_verified(node: Valid, register: Register, scope: Scope) -> Outcome:
    """The part of the register that is verified. None of nothing."""
    there = registered(register, scope)
    above, below = total(valid(node, scope, there)), total(there)
    share = above.value / below.value if above.value is not None and below.value else None
    return Outcome(share, above.facts | below.facts, above.value, below.value)
