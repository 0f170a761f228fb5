"""What an expression comes to on a day, with the facts known at a cut-off."""

from dataclasses import dataclass, replace
from decimal import Decimal

from core.catalogue import Catalogue
from core.catalogue.plans import Plan
from core.indicators.expression import (
    Aggregate,
    Aggregation,
    All,
    Any,
    Expression,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Test,
    Valid,
)
from core.indicators.facts import Facts, Moment
from core.indicators.matching import holds
from core.indicators.names import member_called, same_names
from core.indicators.outcome import ONE, ZERO, Outcome, Scope
from core.indicators.quantities import aggregate, facts_of, occurrences, stage, stage_spec
from core.indicators.registers import capped, registered, total, valid
from core.indicators.values import as_number, rank
from core.texts import Label

#: how long a verification holds that does not say so itself
VALIDITY_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure. `value` is None where there is nothing to tell from (0 of 0); of a test it is 1 or 0.

    `pending` is what would be added if everything that waits were confirmed: to the numerator of a share,
    else to the value. `share` is how far something has come that is either reached or not; `stage` the stage
    it is at, with its name. `facts` are the ids behind the figure, smallest first.
    """

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    stage: str | None = None
    stage_label: Label | None = None
    share: Decimal | None = None
    pending: Decimal = ZERO
    facts: tuple[int, ...] = ()


def evaluate(
    expression: Expression,
    facts: Facts,
    catalogue: Catalogue,
    as_of: Moment,
    plan: Plan | None = None,
    validity_months: int = VALIDITY_MONTHS,
) -> Measure:
    """The figure on that day. `plan` is where the window `in plan` begins."""
    scope = Scope(facts, catalogue, as_of, plan, validity_months)
    sure = outcome(expression, scope)
    hoped = outcome(expression, replace(scope, pending=True))
    return measured(sure, _amount(hoped) - _amount(sure))


def measured(sure: Outcome, pending: Decimal = ZERO) -> Measure:
    """An outcome as a figure."""
    return Measure(
        value=sure.value,
        numerator=sure.numerator,
        denominator=sure.denominator,
        stage=sure.stage,
        stage_label=sure.stage_label,
        share=sure.share,
        pending=pending,
        facts=tuple(sorted(sure.facts)),
    )


def outcome(expression: Expression, scope: Scope) -> Outcome:
    """The value over the facts of a scope."""
    match expression:
        case All():
            return _all([outcome(part, scope) for part in expression.parts])
        case Any():
            return _any([outcome(part, scope) for part in expression.parts])
        case Test():
            return _test(expression, scope)
        case _:
            return _quantity(expression, scope)


def _quantity(quantity: Quantity, scope: Scope) -> Outcome:
    match quantity:
        case Aggregate():
            return aggregate(quantity, scope)
        case Stage():
            return stage(quantity, scope)
        case RosterSize():
            listed = scope.membership(quantity.roster)
            return Outcome(Decimal(len(listed.members)), listed.facts)
        case Valid():
            return total(valid(quantity, scope))
        case Register():
            return total(registered(quantity, scope))
        case Ratio():
            return _ratio(quantity, scope)


def _ratio(ratio: Ratio, scope: Scope) -> Outcome:
    """A share. Where both sides name things, only what the denominator names counts above."""
    above, below = ratio.numerator, ratio.denominator
    if isinstance(above, Valid) and isinstance(below, Register) and above.by == below.by:
        return capped(valid(above, scope), registered(below, scope))
    if isinstance(above, Aggregate) and above.kind is Aggregation.DISTINCT:
        if isinstance(below, RosterSize):
            return _share_of_roster(above.source, below.roster, scope)
        if isinstance(below, Aggregate) and below.kind is Aggregation.DISTINCT:
            return _share_of_set(above.source, below.source, scope)
    numerator, denominator = _quantity(above, scope), _quantity(below, scope)
    return _share(numerator.value, denominator.value, numerator.facts | denominator.facts)


def _share_of_roster(source: Source, roster: str, scope: Scope) -> Outcome:
    listed = scope.membership(roster)
    members = listed.members
    found = {value: (member_called(value, members), f) for value, f in occurrences(source, scope).items()}
    reached = {member for member, _ in found.values() if member is not None}
    facts = facts_of(facts for member, facts in found.values() if member is not None)
    return _share(Decimal(len(reached)), Decimal(len(members)), facts | listed.facts)


def _share_of_set(above: Source, below: Source, scope: Scope) -> Outcome:
    reached, asked = occurrences(above, scope), occurrences(below, scope)
    names = same_names([*reached, *asked])
    whole = {names[value] for value in asked}
    part = {value: facts for value, facts in reached.items() if names[value] in whole}
    facts = facts_of(part.values()) | facts_of(asked.values())
    return _share(Decimal(len({names[value] for value in part})), Decimal(len(whole)), facts)


def _share(above: Decimal | None, below: Decimal | None, facts: frozenset[int]) -> Outcome:
    value = above / below if above is not None and below else None
    return Outcome(value, facts, above, below)


def _test(test: Test, scope: Scope) -> Outcome:
    inner = _quantity(test.quantity, scope)
    bound = _bound(test, scope)
    if inner.value is None or bound is None:
        return replace(inner, value=None, numerator=None, denominator=bound)
    reached = holds(inner.value, test.op, bound)
    done, needed = inner.value, bound
    if isinstance(test.quantity, Stage):
        # the first of the stages is no step: it is where things stand that have stopped
        done, needed = max(done - 1, ZERO), max(needed - 1, ONE)
    grows = test.op in (">=", ">") and needed > 0
    part = min(max(done / needed, ZERO), ONE) if grows else ZERO
    return replace(
        inner,
        value=ONE if reached else ZERO,
        numerator=done,
        denominator=needed,
        share=ONE if reached else part,
    )


def _bound(test: Test, scope: Scope) -> Decimal | None:
    if isinstance(test.quantity, Stage):
        spec = stage_spec(test.quantity, scope)
        return rank(spec, test.bound) if spec else None
    return as_number(test.bound)


def _all(parts: list[Outcome]) -> Outcome:
    """1 if every part is reached. A part that cannot be told leaves it open, unless another has failed."""
    reached = sum(1 for part in parts if part.value)
    failed = any(part.value == 0 for part in parts)
    unknown = any(part.value is None for part in parts)
    value = ZERO if failed else None if unknown else ONE
    share = sum((_part_share(part) for part in parts), ZERO) / len(parts)
    return Outcome(value, _facts(parts), Decimal(reached), Decimal(len(parts)), share=share)


def _any(parts: list[Outcome]) -> Outcome:
    """1 if some part is reached."""
    reached = any(part.value for part in parts)
    unknown = any(part.value is None for part in parts)
    value = ONE if reached else None if unknown else ZERO
    best = max(parts, key=_part_share)
    return Outcome(
        value, _facts(parts), stage=best.stage, stage_label=best.stage_label, share=_part_share(best)
    )


def _facts(parts: list[Outcome]) -> frozenset[int]:
    return facts_of(part.facts for part in parts)


def _part_share(part: Outcome) -> Decimal:
    if part.share is not None:
        return part.share
    return ONE if part.value else ZERO


def _amount(found: Outcome) -> Decimal:
    """What grows when more facts count; of something reached or not, whether it is reached."""
    if found.share is None and found.numerator is not None:
        return found.numerator
    return found.value or ZERO
