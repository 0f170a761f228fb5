"""Units that ended, and those that carry their work on."""

from collections.abc import Iterable
from datetime import date

from core.catalogue.tenants import UnitSpec


def lives(unit: UnitSpec, day: date) -> bool:
    """Whether a unit exists on a day."""
    return (unit.since is None or unit.since <= day) and (unit.until is None or unit.until >= day)


def carried_on(units: Iterable[UnitSpec], code: str, day: date) -> str:
    """The code of the unit in whose hands the work of this one is on a day: itself, or its successor.

    What has no successor, or is not known, keeps its own code.
    """
    known = {unit.code: unit for unit in units}
    unit, seen = known.get(code), {code}
    while unit and unit.until and unit.until < day and unit.successor and unit.successor not in seen:
        seen.add(unit.successor)
        unit = known.get(unit.successor, unit)
    return unit.code if unit else code
