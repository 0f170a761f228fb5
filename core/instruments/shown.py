"""Instruments, what is due of them, and inspections, as conversations and documents show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.instruments.due import Due
from core.instruments.history import Happening, Status, Trouble


@dataclass(frozen=True, slots=True)
class DueTally:
    """How many instruments of a kind at a place need attention, by how soon. `place` is None without one."""

    place: str | None
    place_name: str | None
    kind: str
    counts: Mapping[Due, int]


@dataclass(frozen=True, slots=True)
class InstrumentShown:
    """One instrument with the name of its place. `due_on`: see core.instruments.due; None out of use.

    `capacity` is in kg; `trouble` says why it has no verification that was not let run out.
    """

    id: int
    key: str
    place: str | None
    place_name: str | None
    kind: str
    owner: str
    stall: str
    capacity: float | None
    serial: str
    status: Status
    since: date
    verified_on: date | None
    valid_until: date | None
    trouble: Trouble | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class EventShown:
    """One line of an instrument's history, with the receipt of its report."""

    kind: Happening
    day: date
    passed: bool | None
    valid_until: date | None
    reason: str
    body: str
    certificate: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One instrument with all that happened to it, the latest first, and how many photos there are."""

    instrument: InstrumentShown
    events: tuple[EventShown, ...]
    fact_id: int
    photos: int


class Finding(StrEnum):
    """What was found of an instrument on inspection day."""

    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class InspectionShown:
    """An inspection day at a place: the instruments there by stall, and what was found so far, by key."""

    id: int
    place: str
    place_name: str
    day: date
    status: str
    opened_at: datetime
    instruments: tuple[InstrumentShown, ...]
    found: Mapping[str, Finding]
    photos: Mapping[str, int]

    def count(self, finding: Finding) -> int:
        """How many were found so."""
        return sum(each is finding for each in self.found.values())

    def left(self) -> tuple[InstrumentShown, ...]:
        """Those nobody has looked at yet."""
        return tuple(each for each in self.instruments if each.key not in self.found)


def by_stall(instrument: InstrumentShown) -> tuple[bool, list[tuple[int, int | str]], str]:
    """The order in which somebody walks along: stall 2 before stall 10, those without one last."""
    return not instrument.stall, _natural(instrument.stall), instrument.owner


def _natural(text: str) -> list[tuple[int, int | str]]:
    parts: list[tuple[int, int | str]] = []
    for char in text.casefold():
        if char.isdecimal() and parts and parts[-1][0] == 0:
            parts[-1] = (0, int(parts[-1][1]) * 10 + int(char))
        else:
            parts.append((0, int(char)) if char.isdecimal() else (1, char))
    return parts
