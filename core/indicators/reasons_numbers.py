"""Why a report changes nothing where amounts, stages, days and registers are read."""

from core.indicators.averages import average, delay
from core.indicators.combinations import spelled, spoken
from core.indicators.expression import (
    Aggregate,
    Aggregation,
    Average,
    Delay,
    Overspent,
    Quantity,
    Register,
    Source,
    Stage,
    Valid,
)
from core.indicators.outcome import ZERO
from core.indicators.overspent import overspent
from core.indicators.quantities import aggregate
from core.indicators.reasons_words import awaited, combined, not_given
from core.indicators.references import Leaf
from core.indicators.registers import holds_until, registered, share_verified
from core.indicators.told import Told
from core.indicators.values import as_number, number_of, spec_of, values_of
from core.indicators.wording import field_label, listed, value_label
from core.texts import Speech, say


def unmoved_number(leaf: Leaf, source: Source, whole: Quantity | None, told: Told) -> Speech | None:
    """Why a report that meets the condition of a source changes nothing. `source` is one of the leaf's."""
    if told.superseded(source):
        return say("progress-why-earlier" if source.anew else "progress-why-newer")
    match leaf:
        case Aggregate(kind=Aggregation.SUM):
            return _nothing_summed(source, told)
        case Aggregate(kind=Aggregation.LATEST):
            return _not_last(source, aggregate(leaf, told.after).facts, told)
        case Average():
            return _not_last(source, average(leaf, told.after).facts, told)
        case Stage():
            later = any(other.order() > told.row.order() for other in told.scope.ordered(source))
            return say("progress-why-newer") if later else None
        case Valid():
            return _unverified(leaf, whole, told)
        case Register():
            return _unregistered(leaf, told)
        case Delay():
            return _undated(leaf, source, told)
        case Overspent():
            return _unspent(leaf, told)
        case _:
            return None


def _nothing_summed(source: Source, told: Told) -> Speech | None:
    catalogue, type_, field = told.scope.catalogue, told.row.type, source.field or ""
    if number_of(told.row, field, source.options):
        return None
    options = [value_label(catalogue, type_, field, code) for code in source.options]
    if not options:
        return not_given(told, field)
    return say("progress-why-options", field=field_label(catalogue, type_, field), wanted=listed(options))


def _not_last(source: Source, behind: frozenset[int], told: Told) -> Speech | None:
    """`behind` are the reports whose values are taken, the last of all or of each year."""
    if as_number(told.row.fields.get(source.field or "")) is None:
        return not_given(told, source.field or "")
    return say("progress-why-newer") if told.row.id not in behind else None


def _unverified(leaf: Valid, whole: Quantity | None, told: Told) -> Speech | None:
    if told.row.type != leaf.source.type:
        return say("progress-why-newer")
    until = holds_until(told.row, told.scope.catalogue.fact_types.get(told.row.type))
    if until < told.scope.as_of.date:
        return say("progress-why-expired", date=until)
    passed = leaf.source.field or ""
    if not isinstance(whole, Register):
        return None
    if told.scope.key(told.row, leaf.by) not in registered(whole, told.scope):
        return say("progress-why-not-registered")
    if told.row.id not in share_verified(leaf, whole, told.after).facts:
        return say("progress-why-newer")
    return say("progress-why-all-verified") if number_of(told.row, passed) else not_given(told, passed)


def _unregistered(leaf: Register, told: Told) -> Speech | None:
    key = told.scope.key(told.row, leaf.by)
    if told.row.type != leaf.source.type:
        known = key in registered(leaf, told.scope)
        return say("progress-why-newer" if known else "progress-why-not-registered")
    _, behind = registered(leaf, told.after).get(key, (ZERO, frozenset[int]()))
    return say("progress-why-newer") if told.row.id not in behind else None


def _undated(leaf: Delay, source: Source, told: Told) -> Speech | None:
    """A delay needs a report on each side about the same name, and takes the first of each."""
    other = leaf.after if source == leaf.source else leaf.source
    field = source.field or ""
    said = [name for _, name in spoken(source, (field,), told.alone)]
    if not said:
        return not_given(told, field)
    met = [name for _, name in spoken(other, (other.field or "",), told.scope)]
    spelling = spelled([*said, *met])
    if {spelling[name] for name in said}.isdisjoint(spelling[name] for name in met):
        catalogue = told.scope.catalogue
        return awaited(catalogue, other, combined(catalogue, told.row.type, (field,), said))
    return say("progress-why-earlier") if told.row.id not in delay(leaf, told.after).facts else None


def _unspent(leaf: Overspent, told: Told) -> Speech | None:
    catalogue, plan, row = told.scope.catalogue, told.scope.plan, told.row
    if not number_of(row, leaf.source.field or ""):
        return not_given(told, leaf.source.field or "")
    lines = values_of(row, leaf.by, spec_of(catalogue, row.type, leaf.by))
    if not lines:
        return not_given(told, leaf.by)
    shown = listed(value_label(catalogue, row.type, leaf.by, line) for line in lines)
    found = overspent(leaf, told.after)
    if plan is None or plan.budget is None or found.value is None:
        return None
    if {line.option(plan.code) for line in plan.budget.all_lines()}.isdisjoint(lines):
        return say("progress-why-not-in-whole", value=shown)
    return say("progress-why-exceeded" if row.id in found.facts else "progress-why-not-exceeded", value=shown)
