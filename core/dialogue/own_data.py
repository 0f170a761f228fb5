"""What a household tells of itself, agrees to, and may have deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from core.consents import CONTACT, REMINDERS

#: what a household is asked when it tells of itself, each by itself; the rest when it is needed
PURPOSES = (REMINDERS, CONTACT)
OwnField = Literal["name", "place", "spot", "trade", "tax"]
#: the questions in their order; all but the first may be passed over
QUESTIONS: tuple[OwnField, ...] = ("name", "place", "spot", "trade", "tax")


@dataclass(frozen=True, slots=True)
class OwnData:
    """What is stored of the speaker's business. `consents`: purposes they agreed to, since when."""

    organisation: str
    place_name: str
    spot: str
    trade: str
    tax_code: str
    consents: Mapping[str, date]
    reports: int
    #: the next announced day on which scales are verified there
    market_day: date | None = None


@dataclass(frozen=True, slots=True)
class SetOwnData:
    """An answer about one's own business; a place by its code."""

    field: OwnField
    value: str


@dataclass(frozen=True, slots=True)
class SetConsent:
    """Agree to one purpose, or take that back."""

    purpose: str
    given: bool


@dataclass(frozen=True, slots=True)
class EraseMe:
    """Delete what is stored of the speaker, but for what figures need without a name."""


OwnEffect = SetOwnData | SetConsent | EraseMe
