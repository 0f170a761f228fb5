"""Announcing a day on which instruments are verified at a market."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AnnounceMarketDay:
    """Households of the place who agreed to be reminded hear of it."""

    place: str
    day: date


@dataclass(frozen=True, slots=True)
class CallOffMarketDay:
    """The day does not take place."""

    number: int


MarketEffect = AnnounceMarketDay | CallOffMarketDay
