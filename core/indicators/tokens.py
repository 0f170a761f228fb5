"""A sentence of the indicator language in words, each with the column where it stands."""

import re
from dataclasses import dataclass
from enum import StrEnum

from core.errors import TiendoError

#: far above any real sentence; keeps a hostile one from exhausting the parser
LONGEST = 4000

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+)
  | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![A-Za-z0-9_]))
  | (?P<day>[0-9]{2}-[0-9]{2}(?![A-Za-z0-9_-]))
  | (?P<number>-?[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_]))
  | (?P<word>[a-z0-9]+(?:_[a-z0-9]+)*(?![A-Za-z0-9_]))
  | (?P<parameter>\$[a-z0-9]+(?:_[a-z0-9]+)*(?![A-Za-z0-9_]))
  | (?P<mark>>=|<=|!=|[()\[\]{},.=<>@-])
    """,
    re.VERBOSE,
)


class IndicatorError(TiendoError):
    """A sentence of the indicator language cannot be read. `column` counts from 1."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(f"column {column}: {message}")
        self.message = message
        self.column = column


class Kind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    #: a day of each year, 11-14
    DAY = "day"
    #: $name
    PARAMETER = "parameter"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    column: int

    def __str__(self) -> str:
        return "the end" if self.kind is Kind.END else f'"{self.text}"'


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of a sentence, with an END. Raises IndicatorError for a character that belongs to no word."""
    if len(text) > LONGEST:
        raise IndicatorError(f"longer than {LONGEST} characters", LONGEST + 1)
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise IndicatorError(_unreadable(text[position]), position + 1)
        if match.lastgroup not in (None, "space"):
            tokens.append(Token(Kind(match.lastgroup), match[0], position + 1))
        position = match.end()
    return (*tokens, Token(Kind.END, "", len(text) + 1))


def _unreadable(character: str) -> str:
    if character == "$":
        return "a parameter is $ and its code, like $done_stage"
    if character.isalnum() or character == "_":
        return (
            f"a word that is no code begins with {character!r}: codes are lower-case letters without accents,"
            " digits and single _"
        )
    return f"{character!r} means nothing here"
