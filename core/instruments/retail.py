"""Retail scales beside a check weight: how much short weight the law lets pass.

A scale is put right by what it shows for a known weight: showing more than that by more than the tolerance
means short weight for the buyer. Tolerances are content with their source; what no table says has to be
looked up.
"""

from decimal import Decimal

from core.catalogue.fact_types import Strict


class Range(Strict):
    """Above `over` up to `up_to` grams so many divisions may be missing."""

    over: int
    up_to: int
    divisions: int


class Scale(Strict):
    """A dial scale of a capacity, its division in grams, and what may be missing where."""

    capacity_kg: Decimal
    division_g: int
    ranges: tuple[Range, ...]


class RetailScales(Strict):
    """The table of a circular: check weights in kg, and the scales it names."""

    source: str
    check_source: str
    weights_kg: tuple[Decimal, ...]
    scales: tuple[Scale, ...]

    def scale(self, capacity_kg: float | Decimal | None) -> Scale | None:
        """The scale of this capacity; None where the table names none."""
        return next(
            (each for each in self.scales if capacity_kg and each.capacity_kg == Decimal(str(capacity_kg))),
            None,
        )


def tolerance(scale: Scale, weight_g: Decimal) -> int | None:
    """How many grams may be missing at this weight; None where the table does not say."""
    found = next((each for each in scale.ranges if each.over <= weight_g <= each.up_to), None)
    return found.divisions * scale.division_g if found else None


def excess(weight_g: Decimal, shown_g: Decimal) -> Decimal:
    """By how many grams a scale shows more than lies on it."""
    return shown_g - weight_g
