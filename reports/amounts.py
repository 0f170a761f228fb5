"""Numbers of figures with what they are of: units, a share in percent, a growth with its sign."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.catalogue.plans import Plan
from core.indicators.evaluate import Measure
from core.indicators.expression import Expression, Growth
from core.indicators.parameters import resolve
from core.indicators.progress import TargetProgress
from core.texts import Label, Speech, say

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


def rounded(value: Decimal) -> Decimal:
    """To a tenth, the way figures are read aloud."""
    return value.quantize(_TENTH, ROUND_HALF_UP)


def exact(value: float | None) -> Decimal:
    """A number of the content as people wrote it; none is 0."""
    return Decimal(str(value or 0))


@dataclass(frozen=True, slots=True)
class Terms:
    """How the numbers of a figure are told. `factor` brings them to percent where they are fractions."""

    unit: Label
    percent: bool = False
    factor: Decimal = Decimal(1)
    #: growth: more is told apart from less
    signed: bool = False

    def bare(self, value: Decimal) -> Speech:
        """The number alone: 14, +12.5."""
        number = rounded(value * self.factor)
        return say("progress-plus" if self.signed and number > 0 else "progress-number", value=number)

    def of(self, number: Speech) -> Speech:
        """Numbers with the unit, or the percent sign: 7-9 sites."""
        if self.percent:
            return say("progress-percent", value=number)
        return say("progress-amount-alone", value=number, unit=self.unit)

    def amount(self, value: Decimal) -> Speech:
        """The number with its unit, or the percent sign: 14 persons, +12.5 %."""
        return self.of(self.bare(value))

    def share(self, value: Decimal, measure: Measure) -> Speech:
        """The same of a measure's own value: a share says of how many."""
        if not self.percent or measure.numerator is None or measure.denominator is None:
            return self.amount(value)
        above, below = rounded(measure.numerator), rounded(measure.denominator)
        key = "progress-growth" if self.signed else "progress-share"
        return say(key, value=self.bare(value), above=above, below=below)


def terms(item: TargetProgress) -> Terms:
    """The terms of a target: of its value, its goal, and what is expected or forecast."""
    grows = isinstance(shape(item), Growth)
    if item.goal is not None and item.goal.percent:
        return Terms(item.target.unit, percent=True, signed=grows)
    compared = item.goal is not None and item.goal.op != "increase"
    if compared:
        return Terms(item.target.unit, signed=grows)
    return measured_terms(item.measure, item.target.unit, grows=grows)


def measured_terms(measure: Measure, unit: Label, *, grows: bool) -> Terms:
    """The terms of a figure that is compared with no number: a share, a growth, or units."""
    if measure.denominator is not None and measure.share is None:
        return Terms(unit, percent=True, factor=_HUNDRED, signed=grows)
    return Terms(unit, signed=grows)


def shape(item: TargetProgress) -> Expression | None:
    """What kind of figure a target is; None for one without an indicator."""
    return shape_of(item.target.indicator, item.plan)


def shape_of(indicator: str | None, plan: Plan) -> Expression | None:
    """The expression of a sentence of the plan, with its parameters filled in as far as they are set."""
    return None if indicator is None else resolve(indicator, plan)
