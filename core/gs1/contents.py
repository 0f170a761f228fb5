"""What the content of a GS1-128, DataMatrix or QR code says: element strings, and links that hold them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from core.gs1.check_digits import is_right
from core.gs1.numbers import Gs1Number, Kind, number_of, shortest

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

#: between elements of variable length
FNC1 = "\x1d"
#: prefixes by which scanners say that a code's content is GS1's
_MARKS = ("]C1", "]d2", "]Q3", "]e0", "]e1", "]e2", "]J1")
#: an item number and more behind it, as a scanner that gives no mark hands it over
_ITEM_FIRST = re.compile(r"01([0-9]{14})[0-9A-Za-z]{3,}")
#: one identifier with its value, as it is printed under a code
_PART = re.compile(r"\(([0-9]{2,4})\)([^(]*)")
#: longer content is none of GS1's
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Element:
    """One application identifier with its value: as it stands there, and as a day or number where it is one.

    `title` is GS1's own short name of it.
    """

    code: str
    title: str
    value: str
    meant: date | datetime | Decimal | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All elements in their order, and the number they are about (a GTIN, an SSCC or a GLN)."""

    form: Literal["elements", "link"]
    text: str
    elements: tuple[Element, ...]
    number: Gs1Number | None


def contents_of(text: str) -> Contents | None:
    """The elements of a text such as `(01)...(10)...`, of what a scanner hands over, or of a Digital Link.

    None for any other text, a wrong check digit inside it included.
    """
    stripped = text.strip(" \t\r\n")
    if len(stripped) > _LONGEST:
        return None
    if stripped.casefold().startswith(("http://", "https://")):
        return _link(stripped)
    if stripped.startswith("("):
        return _written_out(stripped)
    if stripped.startswith(_MARKS):
        return _scanned(stripped[3:])
    item = _ITEM_FIRST.fullmatch(stripped)
    return _scanned(stripped) if FNC1 in stripped or (item and is_right(item[1])) else None


def wrong_parts(text: str) -> tuple[str, ...]:
    """Of a text written as `(01)...(17)...` that cannot be read, the elements wrong by themselves."""
    written = text.strip()
    if not written.startswith("(") or len(written) > _LONGEST or contents_of(written) is not None:
        return ()
    parts = [match[0].strip() for match in _PART.finditer(written)]
    return tuple(part for part in parts if _written_out(part) is None)


def link_of(gtin: str, resolver: str) -> str:
    """The Digital Link of a GTIN in 14 digits."""
    return f"{resolver}/01/{gtin}"


def _written_out(text: str) -> Contents | None:
    from biip import ParseError
    from biip.gs1_messages import GS1Message

    try:
        parsed = GS1Message.parse_hri(text)
    except ParseError:
        return None
    return _made("elements", text, parsed.element_strings)


def _scanned(text: str) -> Contents | None:
    from biip import ParseError
    from biip.gs1_messages import GS1Message

    try:
        parsed = GS1Message.parse(text.lstrip(FNC1))
    except ParseError:
        return None
    return _made("elements", parsed.as_hri(), parsed.element_strings)


def _link(text: str) -> Contents | None:
    from biip import ParseError
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    try:
        parsed = GS1DigitalLinkURI.parse(text)
    except (ParseError, ValueError):
        # not every text that begins like an address is one
        return None
    return _made("link", text, parsed.element_strings)


def _made(form: Literal["elements", "link"], text: str, strings: "list[GS1ElementString]") -> Contents | None:
    number = next((found for string in strings if (found := _number(string))), None)
    wrong = any(string.gtin_error or string.sscc_error or string.gln_error for string in strings)
    return None if wrong else Contents(form, text, tuple(map(_element, strings)), number)


def _element(string: "GS1ElementString") -> Element:
    meant = string.datetime or string.date or string.decimal
    return Element(string.ai.ai, string.ai.data_title, string.value, meant)


def _number(string: "GS1ElementString") -> Gs1Number | None:
    if string.ai.ai in ("01", "02"):
        return number_of(shortest(string.value))
    if string.sscc is not None:
        return number_of(string.value)
    return number_of(string.value, Kind.GLN) if string.gln is not None else None
