"""The units of a tenant as an admin sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit with what hangs on it: what moves to a successor, and what stays under its own name.

    `targets` and `tasks` are those it is in charge of, `reports` those it sent.
    """

    id: int
    name: str
    since: date | None
    until: date | None
    successor: str | None
    people: int
    requests: int
    targets: int
    tasks: int
    reports: int


class UnitLookups(Protocol):
    """Nothing, unless the speaker keeps units."""

    def listed(self) -> Sequence[tuple[int, str, date | None]]: ...
    def card(self, unit_id: int) -> UnitCard | None: ...
