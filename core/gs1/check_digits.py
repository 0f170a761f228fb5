"""The check digit of GS1 numbers, and which single slip would explain a wrong one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

#: digits that are taken for each other on a label or on a keypad, in either direction
_ALIKE = frozenset(frozenset(pair) for pair in ("17", "08", "38", "56", "68", "06", "49", "27", "35", "89"))
#: digits that say which organisation gave the number out
_PREFIX = 3


def check_digit(payload: str) -> str:
    """The digit that belongs behind these digits: weights 3, 1, 3 ... from the right."""
    weighted = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(payload)))
    return str(-weighted % 10)


def is_right(number: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    return check_digit(number[:-1]) == number[-1]


@dataclass(frozen=True, slots=True)
class Repair:
    """A number with a right check digit that differs by one slip: a digit misread, or two neighbours swapped.

    `at` is the place, counted from 1, of the digit, or of the first of the two; `was` and `now` what stands
    there (one digit, or two).
    """

    number: str
    slip: Literal["digit", "swap"]
    at: int
    was: str
    now: str


def repairs(number: str) -> tuple[Repair, ...]:
    """Every number of one slip away whose check digit is right, the likelier slip first; none of a right one.

    At each place exactly one other digit does it, so that no arithmetic can tell which was meant: swapped
    neighbours, digits that look alike and the check digit itself come before the others, and those that keep
    the prefix, which people know by heart, before those that change it.
    """
    if is_right(number):
        return ()
    return tuple(sorted((*_swaps(number), *_digits(number)), key=lambda repair: _likely(repair, number)))


def _swaps(number: str) -> Iterator[Repair]:
    for at, (first, second) in enumerate(pairwise(number)):
        made = number[:at] + second + first + number[at + 2 :]
        if first != second and is_right(made):
            yield Repair(made, "swap", at + 1, first + second, second + first)


def _digits(number: str) -> Iterator[Repair]:
    for at, was in enumerate(number):
        for now in "0123456789":
            made = number[:at] + now + number[at + 1 :]
            if now != was and is_right(made):
                yield Repair(made, "digit", at + 1, was, now)


def _likely(repair: Repair, number: str) -> tuple[bool, int, int]:
    in_prefix = repair.at <= _PREFIX
    if repair.slip == "swap":
        return in_prefix, 0, repair.at
    if repair.at == len(number):
        return in_prefix, 2, repair.at
    alike = frozenset((repair.was, repair.now)) in _ALIKE
    return in_prefix, (1 if alike else 3), repair.at
