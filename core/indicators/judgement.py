"""Whether what was measured reaches a bound, and what several such answers come to together."""

from dataclasses import replace
from decimal import Decimal

from core.indicators.expression import Stage, Test
from core.indicators.matching import holds
from core.indicators.outcome import ONE, ZERO, Outcome, Scope
from core.indicators.quantities import facts_of, stage_spec
from core.indicators.values import as_number, rank


def judged(test: Test, inner: Outcome, scope: Scope) -> Outcome:
    """Whether a quantity with this outcome reaches its bound, and how far it has come."""
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


def all_of(parts: list[Outcome]) -> Outcome:
    """1 if every part is reached. A part that cannot be told leaves it open, unless another has failed."""
    reached = sum(1 for part in parts if part.value)
    failed = any(part.value == 0 for part in parts)
    unknown = any(part.value is None for part in parts)
    value = ZERO if failed else None if unknown else ONE
    share = sum((_part_share(part) for part in parts), ZERO) / len(parts)
    return Outcome(value, _facts(parts), Decimal(reached), Decimal(len(parts)), share=share)


def any_of(parts: list[Outcome]) -> Outcome:
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
