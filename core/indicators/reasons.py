"""Why a fact does not move a target of its own kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.indicators.evaluate import outcome
from core.indicators.expression import (
    All,
    Any,
    Difference,
    Expression,
    Growth,
    Quantity,
    Ratio,
    Source,
    Test,
)
from core.indicators.facts import FactRow
from core.indicators.outcome import Scope
from core.indicators.reasons_names import unmoved_names
from core.indicators.reasons_numbers import unmoved_number
from core.indicators.reasons_words import failures, sentences
from core.indicators.references import Leaf, as_names, leaves, sources
from core.indicators.told import Told
from core.texts import Speech, say


@dataclass(frozen=True, slots=True)
class Reading:
    """Where an expression reads facts of a type: the quantity, its sources of that type, and the whole it is
    a share of. What names things is read as one, however many sources it has.
    """

    quantity: Quantity
    sources: tuple[Source, ...]
    whole: Quantity | None
    told: Told

    @property
    def met(self) -> tuple[Source, ...]:
        """The sources whose condition the fact meets."""
        return tuple(source for source in self.sources if not self.told.failing(source))


def reason(expression: Expression, row: FactRow, scope: Scope) -> Speech:
    """Why the figure stays as it is. `scope` holds the other facts; the fact is taken as confirmed.

    The nearest reason is given: what stands in the way of a fact in the period that meets a condition, then
    that it is outside the period, then the fewest tests that keep it out.
    """
    told = Told(row, scope)
    readings = list(_readings(expression, told))
    let_in = [reading for reading in readings if reading.met]
    timely = [reading for reading in let_in if any(map(reading.told.on_time, reading.met))]
    if timely:
        found = (_unmoved(reading) for reading in timely)
        return next((speech for speech in found if speech is not None), _same(expression, scope))
    if let_in:
        return say("progress-why-window", date=row.occurred_from)
    tests = (told.failing(source) for reading in readings for source in reading.sources)
    fewest = min(tests, key=len, default=())
    return sentences(failures(fewest, told)) if fewest else say("progress-why-same")


def _unmoved(reading: Reading) -> Speech | None:
    names = as_names(reading.quantity)
    if names is not None:
        return unmoved_names(names, reading.whole, reading.told)
    found = (
        unmoved_number(leaf, source, reading.whole, reading.told)
        for leaf in leaves(reading.quantity)
        for source in reading.met
    )
    return next((speech for speech in found if speech is not None), None)


def _same(expression: Expression, scope: Scope) -> Speech:
    """What is reached already is reached no further."""
    judged = isinstance(expression, All | Any | Test)
    reached = judged and outcome(expression, scope).value == 1
    return say("progress-why-reached" if reached else "progress-why-same")


def _readings(expression: Expression, told: Told, whole: Quantity | None = None) -> Iterator[Reading]:
    match expression:
        case All() | Any():
            for part in expression.parts:
                yield from _readings(part, told)
        case Test():
            yield from _readings(expression.quantity, told)
        case Difference():
            yield from _readings(expression.left, told)
            yield from _readings(expression.right, told)
        case Ratio():
            yield from _readings(expression.numerator, told, expression.denominator)
            yield from _readings(expression.denominator, told)
        case Growth():
            yield from _readings(expression.quantity, told)
            before = told.scope.as_of.date.year - 1
            if expression.base is None or expression.base.year != before:
                yield from _readings(expression.quantity, told.on(date(before, 12, 31)))
        case _:
            own = [source for leaf in leaves(expression) for source in _own(leaf, told)]
            apart = [tuple(own)] if as_names(expression) is not None else [(source,) for source in own]
            yield from (Reading(expression, each, whole, told) for each in apart if each)


def _own(leaf: Leaf, told: Told) -> list[Source]:
    return [source for source in sources(leaf) if source.type == told.row.type]
