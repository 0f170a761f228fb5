"""A number of a message, and what has to be known of the message's pieces to find it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

#: sums from here on are money whatever stands behind
MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words[start:end]; what is counted stands from `end` on. `value` is NaN for "a few"."""

    start: int
    end: int
    value: Decimal
    #: "N/M", "N trên M": out of how many
    total: Decimal | None = None
    #: "about", "nearly", "3-4", "a dozen or so"
    guess: bool = False
    money: bool = False
    percent: bool = False
    #: made of words only, so that it may be none: "năm", "ba", "không"
    spoken: bool = False

    @property
    def whole(self) -> int | None:
        if self.value.is_nan():
            return None
        return int(self.value) if self.value == self.value.to_integral_value() else None

    @property
    def millions(self) -> int | float:
        """A sum of money in million đồng."""
        value = self.value / MILLION
        return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class NumberMarks:
    """What else is known of the pieces of a message, by their places."""

    #: of days and names of standards; where something that is counted begins
    taken: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()
    #: words of numbers with fitting marks; behind words that make the next number a guess
    spelled: frozenset[int] = frozenset()
    about: frozenset[int] = frozenset()
    #: behind words that tell what a number is: "hỏng ba"
    told: frozenset[int] = frozenset()
    #: how many pieces the longest word for something counted has that begins there
    units: Mapping[int, int] = field(default_factory=dict)
    #: words that are a guess by themselves, from where to where; those behind a number that make it one
    vague: Mapping[int, int] = field(default_factory=dict)
    rough: Mapping[int, int] = field(default_factory=dict)
    #: words in front of names of people: "ông Tư"
    titles: frozenset[int] = frozenset()
