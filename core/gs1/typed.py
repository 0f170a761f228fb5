"""A number of GS1 in what somebody types: alone, behind words that ask for it, or somewhere in a question."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.gs1.check_digits import is_right
from core.gs1.numbers import LENGTHS, bare

#: digits with at most one blank, hyphen or dot between two of them
_RUN = re.compile(r"(?<![0-9])[0-9](?:[ .\-\u2010-\u2015]?[0-9]){6,19}(?![0-9])")
_SHORT = 8
#: letters that are taken for digits, as they are read off a label
_ALIKE = str.maketrans("OoQIiLlSsBZz", "000111155822")
#: digits with letters among them, at least so many digits
_MIXED = re.compile(r"(?<![^\W_])[0-9][0-9A-Za-z]{6,19}(?![^\W_])")
_MOSTLY = 10
#: digits of item numbers that nothing else has: phones have 10, citizens' own numbers 12
_TELLING = (13, 14)


@dataclass(frozen=True, slots=True)
class Typed:
    """The digits, and the words around them."""

    digits: str
    words: str


def alone(text: str, asks: Callable[[str], bool]) -> Typed | None:
    """The number that is all a text says, but for words that ask about one."""
    typed = _only(text)
    if typed is None or (typed.words and not asks(typed.words)):
        return None
    if typed.words:
        return typed
    if len(typed.digits) == _SHORT:
        # a day and a code to link a channel have eight digits, too
        return typed if is_right(typed.digits) and "-" not in text and "." not in text else None
    return typed if len(typed.digits) in LENGTHS else None


def mentioned(text: str) -> str:
    """The one number of 13 or 14 digits that a sentence holds; empty if it holds none or several."""
    digits = [found for run in _RUN.findall(text) if len(found := bare(run)) in _TELLING]
    return digits[0] if len(digits) == 1 else ""


def any_number(text: str) -> str:
    """The digits of the first number in a text, of whatever length from 7 on; empty if it has none."""
    run = _RUN.search(text)
    return bare(run[0]) if run else ""


@dataclass(frozen=True, slots=True)
class Mixed:
    """A number with letters in it, and its digits where each letter looks like one; else none."""

    text: str
    letters: str
    digits: str


def with_letters(text: str, asks: Callable[[str], bool]) -> Mixed | None:
    """The number that is all a text says, but that letters stand in it; None for any other text."""
    *words, last = text.split() or [""]
    if words and not asks(" ".join(words).strip(" :")):
        return None
    letters = "".join(char for char in last if char.isalpha())
    if not letters or not _MIXED.fullmatch(last) or len(last) - len(letters) < _MOSTLY:
        return None
    digits = last.translate(_ALIKE)
    return Mixed(last, letters, digits if digits.isdecimal() and len(digits) in LENGTHS else "")


def _only(text: str) -> Typed | None:
    runs = list(_RUN.finditer(text))
    if len(runs) != 1:
        return None
    run = runs[0]
    around = f"{text[: run.start()]} {text[run.end() :]}"
    return Typed(bare(run[0]), " ".join(around.split()).strip(" :?.,!"))
