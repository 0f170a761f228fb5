"""What a share is made of: the places of a register, the members of a roster that are not reached yet."""

from dataclasses import dataclass
from decimal import Decimal

from core.catalogue.plans import Member
from core.indicators.expression import Expression, Ratio, Register, RosterSize, Valid
from core.indicators.outcome import ZERO, Scope
from core.indicators.references import as_names
from core.indicators.registers import Holdings, passed, registered, valid
from core.indicators.shares import lacking
from core.indicators.values import PLACE


@dataclass(frozen=True, slots=True)
class Part:
    """One place: how much is there, how much of it is verified, and how much was until it ran out."""

    place: str
    there: Decimal
    valid: Decimal
    ended: Decimal

    @property
    def never(self) -> Decimal:
        """What never passed, or not at its last verification."""
        return self.there - self.valid - self.ended


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of a share; nothing of other figures."""

    #: those that lack most first
    places: tuple[Part, ...] = ()
    #: of a share of a roster, who is not reached yet
    missing: tuple[Member, ...] = ()


def breakdown(expression: Expression, scope: Scope) -> Breakdown:
    """What the figure is made of on the day of the scope."""
    if not isinstance(expression, Ratio):
        return Breakdown()
    above, below = expression.numerator, expression.denominator
    if isinstance(above, Valid) and isinstance(below, Register) and above.by == below.by:
        return Breakdown(places=_places(above, below, scope)) if PLACE in below.by else Breakdown()
    names = as_names(above)
    if names is not None and isinstance(below, RosterSize):
        return Breakdown(missing=lacking(names, below.roster, scope))
    return Breakdown()


def _places(above: Valid, below: Register, scope: Scope) -> tuple[Part, ...]:
    at = below.by.index(PLACE)
    there = _by_place(registered(below, scope), at)
    now = _by_place(valid(above, scope, below), at)
    ever = _by_place(passed(above, scope, below), at)
    parts = [
        Part(place, whole, now.get(place, ZERO), ever.get(place, ZERO) - now.get(place, ZERO))
        for place, whole in there.items()
        if whole
    ]
    return tuple(sorted(parts, key=lambda part: (part.valid - part.there, part.place)))


def _by_place(holdings: Holdings, at: int) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for key, (amount, _) in holdings.items():
        place = next(iter(key[at]), "")
        found[place] = found.get(place, ZERO) + amount
    return found
