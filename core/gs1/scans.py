"""What was read off a picture, and what it means."""

from dataclasses import dataclass

from core.gs1.contents import Contents, contents_of
from core.gs1.numbers import GTIN_DIGITS, Gs1Number, number_of, shortest

#: symbols that hold a number of an item and nothing else, by the names zxing-cpp gives them
_ITEM_SYMBOLS = ("EAN-13", "EAN-8", "UPC-A", "UPC-E", "ITF-14")
_ITF = "ITF"


@dataclass(frozen=True, slots=True)
class Scan:
    """The text of one code, and the name of its symbol ("EAN-13", "QR Code")."""

    text: str
    symbol: str


Meaning = Gs1Number | Contents


def meaning(scan: Scan) -> Meaning | None:
    """The number or the contents; None of a code that is not GS1's: a web address, a parcel's number."""
    if scan.symbol in _ITEM_SYMBOLS:
        return _right(scan.text)
    if scan.symbol == _ITF:
        # interleaved codes of other lengths are read into any stripes
        return _right(shortest(scan.text)) if len(scan.text) == GTIN_DIGITS else None
    return contents_of(scan.text)


def _right(digits: str) -> Gs1Number | None:
    number = number_of(digits)
    return number if number is not None and number.right else None
