"""Names of people, typed one a line or with commas, with or without "anh", "chị" in front."""

import re

from core.answers.checking import check_answer
from core.answers.outcome import Outcome, Read, Refused, Setting
from core.answers.tokens import phrase
from core.answers.vocabulary import TitleWords
from core.catalogue.fact_types import FieldSpec
from core.folding import clean
from core.texts import say

_BETWEEN = re.compile(r"[,;+&\n]|\s[-–/]\s")
#: "1. ", "2) ", "- " in front of a line
_BULLET = re.compile(r"^(?:[0-9]{1,3}[.)]|[-–•*])\s*")
_ENDING = " .!?:"


def read_people(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """The names without titles, capitalised, each once, in the order typed."""
    words = setting.words.titles
    names = [_name(piece, words) for piece in _pieces(clean(typed), words)]
    once = {name.casefold(): name for name in reversed(names) if name}
    value = list(reversed(once.values()))
    problem = check_answer(field, value, setting) if value else say("answer-people")
    return Refused(problem) if problem else Read(value)


def _pieces(text: str, words: TitleWords) -> list[str]:
    pieces: list[str] = []
    for part in _BETWEEN.split(_unlisted(text, words)):
        current: list[str] = []
        for word in part.split():
            if word.casefold() in words.conjunctions and current:
                pieces.append(" ".join(current))
                current = []
            else:
                current.append(word)
        pieces.append(" ".join(current))
    return pieces


def _unlisted(text: str, words: TitleWords) -> str:
    """Without "gồm:" in front of the whole list."""
    pieces = text.split(maxsplit=2)
    for width in (2, 1):
        if len(pieces) > width and phrase(" ".join(pieces[:width])).removesuffix(" :") in words.leading:
            return text.split(maxsplit=width)[width]
    return text


def _name(piece: str, words: TitleWords) -> str:
    text = _BULLET.sub("", piece.strip()).strip(_ENDING)
    return " ".join(_capitalised(word) for word in _untitled(text, words).split())


def _untitled(text: str, words: TitleWords) -> str:
    """Without titles in front, as long as a name remains: "c.Lan", "đồng chí An"."""
    longest_first = sorted(words.titles, key=len, reverse=True)
    while width := next((len(title) for title in longest_first if _leads(text, title)), 0):
        text = text[width:].strip(_ENDING)
    return text


def _leads(text: str, title: str) -> bool:
    """Whether the title stands in front of something that can be a name."""
    rest = text[len(title) :]
    return text[: len(title)].casefold() == title and rest[:1] in (" ", ".") and bool(rest.strip(_ENDING))


def _capitalised(word: str) -> str:
    """`hùng` and `HÙNG` are Hùng; a word of both small and capital letters stays as it is."""
    plain = word.islower() or (word.isupper() and len(word) > 1)
    return word[:1].title() + word[1:].lower() if plain else word
