"""Why a fact does not move a target of its own kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.indicators.expression import (
    Aggregate,
    Aggregation,
    All,
    Any,
    Expression,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Test,
    Valid,
)
from core.indicators.facts import FactRow, within
from core.indicators.names import member_called, same_names
from core.indicators.outcome import Scope
from core.indicators.quantities import occurrences
from core.indicators.references import Leaf, leaves, sources
from core.indicators.registers import holds_until, registered
from core.indicators.values import number_of, spec_of, values_of
from core.indicators.windows import days
from core.indicators.wording import failed, field_label, listed, roster_label, value_label
from core.texts import Lines, Speech, say


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an expression a fact is read: the quantity, its source, and the whole it is a share of."""

    leaf: Leaf
    source: Source
    whole: Leaf | None


def reason(expression: Expression, row: FactRow, scope: Scope) -> Speech:
    """Why the figure stays as it is. `scope` holds the other facts; the fact is taken as confirmed."""
    own = [place for place in _places(expression) if place.source.type == row.type]
    failures = [(scope.matcher.failures(place.source.where, row), place) for place in own]
    passed = [place for atoms, place in failures if not atoms]
    if not own:
        return say("progress-why-same")
    if not passed:
        fewest = min((atoms for atoms, _ in failures), key=len, default=())
        sentences = tuple(failed(scope.catalogue, row, atom) for atom in dict.fromkeys(fewest))
        return Lines(sentences, separator=" ")
    found = (_unmoved(place, row, scope) for place in passed)
    return next((speech for speech in found if speech is not None), say("progress-why-same"))


def _unmoved(place: Place, row: FactRow, scope: Scope) -> Speech | None:
    """Why a fact that meets every condition still changes nothing."""
    day = scope.as_of.date
    if not within(row, *days(place.source.window, day, scope.plan_starts)):
        return say("progress-why-window", date=row.occurred_from)
    match place.leaf:
        case Aggregate(kind=Aggregation.SUM):
            return _nothing_summed(place.source, row, scope)
        case Aggregate(kind=Aggregation.DISTINCT):
            return _counted_before(place, row, scope)
        case Valid():
            return _unverified(place, place.leaf, row, scope)
        case Register() if row.type != place.leaf.source.type:
            known = scope.key(row, place.leaf.by) in registered(place.leaf, scope)
            return say("progress-why-newer" if known else "progress-why-not-registered")
        case Stage() | Register() | Aggregate(kind=Aggregation.LATEST):
            others = scope.ordered(place.source)
            later = any(other.order() > row.order() for other in others)
            return say("progress-why-newer") if later else None
        case _:
            return None


def _nothing_summed(source: Source, row: FactRow, scope: Scope) -> Speech | None:
    field = source.field or ""
    if number_of(row, field, source.options):
        return None
    options = [value_label(scope.catalogue, row.type, field, code) for code in source.options]
    label = field_label(scope.catalogue, row.type, field)
    if not options:
        return say("progress-why-nothing", field=label)
    return say("progress-why-options", field=label, wanted=listed(options))


def _counted_before(place: Place, row: FactRow, scope: Scope) -> Speech | None:
    field = place.source.field or ""
    values = values_of(row, field, spec_of(scope.catalogue, row.type, field))
    if not values:
        return say("progress-why-nothing", field=field_label(scope.catalogue, row.type, field))
    shown = listed(value_label(scope.catalogue, row.type, field, value) for value in values)
    outside = _outside_whole(place, values, shown, scope)
    if outside is not None:
        return outside
    before = occurrences(place.source, scope)
    names = same_names([*before, *values])
    known = {names[value] for value in before}
    return say("progress-why-counted", value=shown) if {names[v] for v in values} <= known else None


def _outside_whole(place: Place, values: tuple[str, ...], shown: Speech, scope: Scope) -> Speech | None:
    match place.whole:
        case RosterSize(roster=roster):
            members = scope.membership(roster).members
            if any(member_called(value, members) for value in values):
                return None
            label = roster_label(scope.catalogue, roster)
            return say("progress-why-not-listed", value=shown, roster=label)
        case Aggregate(kind=Aggregation.DISTINCT, source=source):
            asked = occurrences(source, scope)
            names = same_names([*asked, *values])
            if {names[value] for value in values} & {names[value] for value in asked}:
                return None
            return say("progress-why-not-in-whole", value=shown)
        case _:
            return None


def _unverified(place: Place, leaf: Valid, row: FactRow, scope: Scope) -> Speech | None:
    until = holds_until(row, scope.validity_months)
    if until < scope.as_of.date:
        return say("progress-why-expired", date=until)
    if isinstance(place.whole, Register):
        known = scope.key(row, leaf.by) in registered(place.whole, scope)
        return say("progress-why-all-verified" if known else "progress-why-not-registered")
    return None


def _places(expression: Expression) -> Iterator[Place]:
    match expression:
        case All() | Any():
            for part in expression.parts:
                yield from _places(part)
        case Test():
            yield from _places(expression.quantity)
        case Ratio():
            whole = next(leaves(expression.denominator), None)
            for leaf in leaves(expression.numerator):
                yield from (Place(leaf, source, whole) for source in sources(leaf))
            yield from _places(expression.denominator)
        case _:
            yield from (Place(expression, source, None) for source in sources(expression))
