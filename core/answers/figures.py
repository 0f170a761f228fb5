"""Figures with separators, the Vietnamese way first: `1.500` is 1500 and `2,5` is two and a half."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"[0-9]+")
_VIETNAMESE = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_COMMA = re.compile(r"([0-9]+),([0-9]+)")
#: a point in front of four or more figures is no decimal mark here: a group was mistyped
_POINT = re.compile(r"([0-9]+)\.([0-9]{1,3}|(?<=^0\.)[0-9]+)")

#: longer figures are no quantity of anything reported; phone and serial numbers are kept out by this
_LONGEST = 15


def figure_values(text: str) -> tuple[Decimal, ...]:
    """What the figures may mean: none, one, or two values (`1,500` is 1500 or one and a half)."""
    if len(text) > 2 * _LONGEST or (text[0] == "0" and _PLAIN.fullmatch(text) and len(text) > 3):
        return ()
    found = [value for value in (_grouped(text), _decimal(text)) if value is not None]
    return tuple(value for value in found if value < Decimal(10) ** _LONGEST)


def _grouped(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _SPACED.fullmatch(text):
        return Decimal(text.replace(" ", ""))
    if _VIETNAMESE.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def _decimal(text: str) -> Decimal | None:
    if _COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _POINT.fullmatch(text) and not _VIETNAMESE.fullmatch(text):
        return Decimal(text)
    return None
