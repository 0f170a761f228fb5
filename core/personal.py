"""Telephone and identity card numbers in what people write: found, and shown with most digits hidden.

A number of twelve digits counts as one of a card only where it is built like one, and one of ten as a
telephone's only where such telephones exist: codes of goods, receipts and amounts are left as they are.
"""

import re
from collections.abc import Mapping
from typing import Any

#: mobile and fixed lines as they are dialled, written together or in groups
_PHONE = r"(?:\+84[ .-]?|0)(?:[35789](?:[ .-]?\d){8}|2(?:[ .-]?\d){9}|2(?:[ .-]?\d){8})"
#: province, century with sex, year and six digits
_CARD = r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}"
_NUMBER = re.compile(rf"(?<![\w+/-])(?:{_PHONE}|{_CARD})(?![\w/]|[.,-]\d)")
_FIRST, _LAST = 3, 2
_HIDDEN = "•"


def has_number(text: str) -> bool:
    """Whether somebody's telephone or card number stands in it."""
    return _NUMBER.search(text) is not None


def hidden(text: str) -> str:
    """The text with all but the first three and the last two digits of such numbers blotted out."""
    return _NUMBER.sub(_blotted, text)


def hidden_in(value: Any) -> Any:
    """The same for every text within an answer or several; what holds none is given back as it is."""
    match value:
        case str():
            return hidden(value)
        case list():
            return [hidden_in(each) for each in value]
        case Mapping():
            return {key: hidden_in(each) for key, each in value.items()}
        case _:
            return value


def _blotted(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found.group())
    return digits[:_FIRST] + _HIDDEN * (len(digits) - _FIRST - _LAST) + digits[-_LAST:]
