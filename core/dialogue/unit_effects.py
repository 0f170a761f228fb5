"""What an admin does about units: a new one, another name, an end with a successor."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MakeUnit:
    """A new unit from today on; `parted_from` is the number of the one it was a part of, 0 for none."""

    name: str
    parted_from: int = 0


@dataclass(frozen=True, slots=True)
class RenameUnit:
    """The unit is called otherwise; by its old name it is still understood."""

    unit_id: int
    name: str


@dataclass(frozen=True, slots=True)
class EndUnit:
    """The unit exists until the end of `last`; its people and what waits go to the successor then."""

    unit_id: int
    successor_id: int
    last: date


@dataclass(frozen=True, slots=True)
class KeepUnit:
    """A unit that was to end on a day to come goes on."""

    unit_id: int


UnitEffect = MakeUnit | RenameUnit | EndUnit | KeepUnit
