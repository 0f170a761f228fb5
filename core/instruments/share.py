"""How many instruments with a card are in use, and how many of them hold a valid verification."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.instruments.history import Standing


@dataclass(frozen=True, slots=True)
class Share:
    """So many hold a valid verification of so many in use."""

    valid: int = 0
    in_use: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.valid + other.valid, self.in_use + other.in_use)


def shares(standings: Iterable[tuple[tuple[str, str], Standing]], day: date) -> dict[tuple[str, str], Share]:
    """By place and kind, of instruments as they stand on the day."""
    found: dict[tuple[str, str], Share] = {}
    for key, now in standings:
        one = Share(int(now.valid(day)), int(now.in_use))
        found[key] = found.get(key, Share()) + one
    return found
