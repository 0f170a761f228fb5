"""What an expression comes to on a day, with the facts known at a cut-off."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.catalogue import Catalogue
from core.catalogue.plans import Plan
from core.indicators.averages import average, delay
from core.indicators.expression import (
    Aggregate,
    All,
    Answered,
    Any,
    Average,
    Combinations,
    Common,
    Delay,
    Difference,
    Expression,
    Growth,
    Overspent,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Stage,
    Steps,
    Test,
    Union,
    Valid,
)
from core.indicators.facts import Facts, Moment
from core.indicators.judgement import all_of, any_of, judged
from core.indicators.keys import size
from core.indicators.outcome import ZERO, Outcome, Scope
from core.indicators.overspent import overspent
from core.indicators.quantities import aggregate, stage
from core.indicators.references import as_names
from core.indicators.registers import registered, share_verified, total, valid
from core.indicators.shares import share, share_of_names, share_of_roster
from core.indicators.values import as_number
from core.texts import Label


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
) -> Measure:
    """The figure on that day. `plan` gives the window `in plan`, the steps and the budget."""
    scope = Scope(facts, catalogue, as_of, plan)
    sure = outcome(expression, scope)
    if not scope.waiting.found:
        return measured(sure)
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
            return all_of([outcome(part, scope) for part in expression.parts])
        case Any():
            return any_of([outcome(part, scope) for part in expression.parts])
        case Test():
            return judged(expression, _quantity(expression.quantity, scope), scope)
        case _:
            return _quantity(expression, scope)


def _quantity(quantity: Quantity, scope: Scope) -> Outcome:
    match quantity:
        case Ratio():
            return _ratio(quantity, scope)
        case Growth():
            return _growth(quantity, scope)
        case Difference():
            return _difference(quantity, scope)
        case Combinations() | Answered() | Common() | Union() | Steps():
            return size(quantity, scope)
        case _:
            return _leaf(quantity, scope)


def _leaf(
    leaf: Aggregate | Stage | RosterSize | Valid | Register | Average | Delay | Overspent, scope: Scope
) -> Outcome:
    match leaf:
        case Aggregate():
            return aggregate(leaf, scope)
        case Stage():
            return stage(leaf, scope)
        case RosterSize():
            listed = scope.membership(leaf.roster)
            return Outcome(Decimal(len(listed.members)), listed.facts)
        case Valid():
            return total(valid(leaf, scope))
        case Register():
            return total(registered(leaf, scope))
        case Average():
            return average(leaf, scope)
        case Delay():
            return delay(leaf, scope)
        case Overspent():
            return overspent(leaf, scope)


def _ratio(ratio: Ratio, scope: Scope) -> Outcome:
    """A share. Where both sides name things, only what the denominator names counts above."""
    above, below = ratio.numerator, ratio.denominator
    if isinstance(above, Valid) and isinstance(below, Register) and above.by == below.by:
        return share_verified(above, below, scope)
    names, whole = as_names(above), as_names(below)
    if names is not None and isinstance(below, RosterSize):
        return share_of_roster(names, below.roster, scope)
    if names is not None and whole is not None:
        return share_of_names(names, whole, scope)
    numerator, denominator = _quantity(above, scope), _quantity(below, scope)
    return share(numerator.value, denominator.value, numerator.facts | denominator.facts)


def _growth(growth: Growth, scope: Scope) -> Outcome:
    """How much more than last year, known at the same cut-off; with nothing last year there is no figure."""
    year = scope.as_of.date.year - 1
    now = _quantity(growth.quantity, scope)
    if growth.base is not None and growth.base.year == year:
        before = Outcome(as_number(growth.base.value))
    else:
        end_of_year = Moment(date(year, 12, 31), scope.as_of.cutoff)
        before = _quantity(growth.quantity, replace(scope, as_of=end_of_year))
    value = now.value / before.value - 1 if now.value is not None and before.value else None
    return Outcome(value, now.facts | before.facts, now.value, before.value)


def _difference(difference: Difference, scope: Scope) -> Outcome:
    left, right = _quantity(difference.left, scope), _quantity(difference.right, scope)
    facts = left.facts | right.facts
    if left.value is None or right.value is None:
        return Outcome(None, facts)
    return Outcome(left.value - right.value, facts)


def _amount(found: Outcome) -> Decimal:
    """What grows when more facts count; of something reached or not, whether it is reached."""
    if found.share is None and found.numerator is not None:
        return found.numerator
    return found.value or ZERO
