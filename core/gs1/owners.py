"""Who a number belongs to, as far as a tenant's own records tell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.gs1.numbers import shortest

#: digits of the company prefixes that GS1 Vietnam gives out: with fewer a code is no prefix
PREFIX_DIGITS = (7, 8, 9, 10, 12)
_DIGITS = re.compile(r"[0-9](?:[ .\-]?[0-9])*")


@dataclass(frozen=True, slots=True)
class Product:
    """A number in the register of products: GTIN in 14 digits, what it is and whose."""

    id: int
    gtin: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class CodeHolder:
    """A business that was given barcodes, as it was reported: its code, and until when it is valid."""

    organisation: str
    code: str
    valid_until: date | None = None

    def covers(self, gtin: str) -> bool:
        """Whether the GTIN, in 14 digits, is its own or begins with its company prefix."""
        return any(_covers(found, gtin) for found in codes_in(self.code))


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a number is: of the register with its product, else of a business with that prefix."""

    product: Product | None = None
    holder: CodeHolder | None = None


def holder_of(gtin: str, holders: Iterable[CodeHolder]) -> CodeHolder | None:
    """The business whose code covers the GTIN; the longest code where several do."""
    covering = [holder for holder in holders if holder.covers(gtin)]
    return max(covering, key=lambda holder: max(map(len, codes_in(holder.code))), default=None)


def codes_in(text: str) -> list[str]:
    """The prefixes or numbers that a code as it was typed holds."""
    found = (re.sub(r"[^0-9]", "", run) for run in _DIGITS.findall(text))
    return [digits for digits in found if len(digits) in (*PREFIX_DIGITS, 13, 14)]


def _covers(code: str, gtin: str) -> bool:
    if len(code) in (13, 14):
        return code.zfill(len(gtin)) == gtin
    # a carton's number begins with its packaging level
    item = shortest(gtin) if gtin.startswith("000000") else gtin[1:]
    return len(item) == 13 and item.startswith(code)
