"""A typed answer in pieces: figures, words and marks, folded (no diacritics, small letters)."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.folding import fold

#: figures, with separators or in groups of three ("1 500"); a word ("d/c" is one); any other mark
_FIGURE = r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?![.,][0-9])|[0-9]+(?:[.,][0-9]+)*"
_WORD = r"[^\W\d_]+(?:/[^\W\d_]+)?"
_MARK = r"->|[^\s]"
_TOKEN = re.compile(rf"(?P<figure>{_FIGURE})|(?P<word>{_WORD})|(?P<mark>{_MARK})")
_TEXT = re.compile(f"{_FIGURE}|{_WORD}|{_MARK}")

#: longest typed answer that is read at all, save for free text and names; keeps reading linear
LONGEST = 300


class Token(NamedTuple):
    """One piece. `glued`: no white space before it. `start` counts in the folded text."""

    text: str
    kind: str
    start: int
    glued: bool

    @property
    def figure(self) -> bool:
        return self.kind == "figure"

    @property
    def word(self) -> bool:
        return self.kind == "word"


def tokens_of(folded: str) -> list[Token]:
    """The pieces of a folded text, in order."""
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(folded):
        found.append(Token(match[0], match.lastgroup or "mark", match.start(), match.start() == end))
        end = match.end()
    return found


def texts_of(folded: str) -> list[str]:
    """The pieces as mere texts: tens of thousands of phrases are read so."""
    return _TEXT.findall(folded)


@lru_cache(maxsize=16_384)
def phrase(text: str) -> str:
    """A phrase as tables hold it: its folded pieces with one blank between them."""
    return " ".join(texts_of(fold(text)))


def joined(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)


def without_ending(text: str) -> str:
    """A folded phrase without the marks that end a sentence."""
    return text.rstrip(" .,!?…:;")
