"""What a number of 8, 12, 13, 14 or 18 digits is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.gs1.check_digits import Repair, check_digit, is_right, repairs

#: blanks, hyphens and dots between digits, as people type them and labels print them
_BETWEEN = re.compile(r"[\s.\-\u2010-\u2015]+")


class Kind(StrEnum):
    """What a GS1 number identifies, by its length. A GLN has 13 digits as well: only its code tells."""

    GTIN_8 = "gtin-8"
    GTIN_12 = "gtin-12"
    GTIN_13 = "gtin-13"
    GTIN_14 = "gtin-14"
    SSCC = "sscc"
    GLN = "gln"


_KINDS: Mapping[int, Kind] = {
    8: Kind.GTIN_8,
    12: Kind.GTIN_12,
    13: Kind.GTIN_13,
    14: Kind.GTIN_14,
    18: Kind.SSCC,
}
LENGTHS = tuple(_KINDS)
#: a trade item number in 14 digits
GTIN_DIGITS = 14


@dataclass(frozen=True, slots=True)
class Gs1Number:
    """A number with a length that GS1 knows, right or not.

    `gtin` is the trade item number in 14 digits, where it is one and right. `prefix` are the three digits
    that say who gave the number out. `expected` is the check digit that the digits before it ask for.
    """

    digits: str
    kind: Kind
    right: bool
    expected: str
    prefix: str
    gtin: str | None
    repairs: tuple[Repair, ...] = ()

    @property
    def indicator(self) -> str | None:
        """The packaging level of a GTIN-14: 1-8, or 9 for a variable measure; None of other numbers."""
        return self.digits[0] if self.kind is Kind.GTIN_14 and self.digits[0] != "0" else None

    @property
    def inner(self) -> str | None:
        """The 13 digits of the item in a carton, their check digit worked out anew."""
        if self.indicator is None or not self.right:
            return None
        payload = self.digits[1:-1]
        return payload + check_digit(payload)


def bare(text: str) -> str:
    """The digits of a number typed with blanks, hyphens or dots; empty for any other text."""
    digits = _BETWEEN.sub("", text)
    return digits if digits.isascii() and digits.isdigit() else ""


def number_of(text: str, kind: Kind | None = None) -> Gs1Number | None:
    """What the number is; None for a text that is none, has a length GS1 does not know, or only noughts.

    `kind` is given where it is known otherwise: a GLN looks like a GTIN-13.
    """
    digits = bare(text)
    by_length = _KINDS.get(len(digits))
    if by_length is None or not digits.strip("0"):
        return None
    right = is_right(digits)
    what = kind or by_length
    item = right and what not in (Kind.SSCC, Kind.GLN)
    return Gs1Number(
        digits,
        what,
        right,
        check_digit(digits[:-1]),
        _prefix(digits, what),
        digits.zfill(GTIN_DIGITS) if item else None,
        repairs(digits),
    )


def shortest(gtin: str) -> str:
    """A GTIN of 14 digits as it stands on the goods: 8, 13 or 14 digits. One of 12 comes with 13."""
    if gtin.startswith("000000"):
        return gtin[-8:]
    return gtin[1:] if gtin.startswith("0") else gtin


def with_check_digit(digits: str) -> str | None:
    """The 13 digits that these 12 make when their check digit was left off; None of other lengths."""
    return digits + check_digit(digits) if len(digits) == 12 else None


def _prefix(digits: str, kind: Kind) -> str:
    match kind:
        case Kind.GTIN_14:
            # 000000 and eight digits more is a GTIN-8, 0 and thirteen a GTIN-13
            return digits[6:9] if digits.startswith("000000") else digits[1:4]
        case Kind.SSCC:
            return digits[1:4]
        case Kind.GTIN_12:
            return f"0{digits[:2]}"
        case _:
            return digits[:3]
