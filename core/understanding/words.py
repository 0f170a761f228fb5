"""A message in pieces, each as typed and as understood: keys of Telex and VNI, short forms and slips
undone.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.folding import clean, fold
from core.understanding.syllables import horned, is_syllable, unkeyed

#: figures; letters with figures inside them (VNI keys, codes); words; any other mark
_PIECE = re.compile(
    r"(?P<figure>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_]+(?:/[^\W\d_]+(?![^\W\d_]))?)"
    r"|(?P<mark>->|[^\s])"
)
#: no syllable has more letters and keys
_VNI = re.compile(r"[^\W\d_]{1,8}[1-9][^\W_]{0,8}(?![^\W_])")

#: no message is read beyond this many pieces; the rest stays with the message as it was typed
MOST = 600


@dataclass(frozen=True, slots=True)
class Word:
    """One piece. `text` as typed, `spoken` in small letters with whatever marks it has, `folded` without.

    `start` and `end` count in the cleaned message; a short form written out gives several words of one place.
    """

    text: str
    spoken: str
    folded: str
    kind: str
    start: int
    end: int
    #: no white space before it
    glued: bool
    #: it was not typed so: keys, a short form or a slip were undone
    mended: bool = False

    @property
    def figure(self) -> bool:
        return self.kind == "figure"

    @property
    def mark(self) -> bool:
        return self.kind == "mark"


def text_of(words: Sequence[Word], start: int, end: int) -> str:
    """Some pieces without their marks, a blank between each two."""
    return " ".join([word.folded for word in words[start:end]])


def is_capital(word: Word) -> bool:
    """Whether it is a word with a capital."""
    return word.kind == "word" and word.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class ShortForm:
    """What a short form stands for where the piece before or after it is a number, or anywhere."""

    meaning: str
    after_number: bool = False
    before_number: bool = False
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Spelling:
    """What is needed to read a piece: short forms by their folded text, known words, and the nearest of
    them.
    """

    short: dict[str, tuple[ShortForm, ...]]
    known: frozenset[str]
    nearest: Callable[[str], str | None]


def words_in(message: str, spelling: Spelling) -> tuple[Word, ...]:
    """The pieces of a message, in order."""
    text = clean(message)
    typed = _typed(text, spelling)
    found: list[Word] = []
    for at, word in enumerate(typed):
        found.extend(_understood(word, at, typed, spelling))
    return tuple(found)


def _typed(text: str, spelling: Spelling) -> list[Word]:
    found: list[Word] = []
    end, at = -1, 0
    while len(found) < MOST and (match := _PIECE.search(text, at)):
        kind = match.lastgroup or "mark"
        piece = _whole(match[0], spelling)
        keyed = _VNI.match(text, match.start()) if kind == "word" else None
        if keyed and (meant := unkeyed(keyed[0])):
            word = Word(keyed[0], meant, fold(meant), "word", match.start(), keyed.end(), False, True)
        else:
            small = horned(unicodedata.normalize("NFC", piece.casefold()))
            ends = match.start() + len(piece)
            word = Word(piece, small, fold(piece), kind, match.start(), ends, match.start() == end)
        found.append(word)
        end = at = word.end
    return found


def _whole(piece: str, spelling: Spelling) -> str:
    """Letters on both sides of a stroke are one piece only where that is a word: "đ/c", not "tr/năm"."""
    stroke = piece.find("/")
    if (
        stroke < 1
        or stroke > len(piece) - 2
        or fold(piece) in spelling.short
        or fold(piece) in spelling.known
    ):
        return piece
    return piece[:stroke]


def _understood(word: Word, at: int, typed: Sequence[Word], spelling: Spelling) -> list[Word]:
    if word.kind != "word" or word.mended:
        return [word]
    meaning = _written_out(word, at, typed, spelling)
    if meaning is None and word.folded not in spelling.known and not is_syllable(word.folded):
        meaning = _mended(word, spelling)
    if meaning is None:
        return [word]
    return [
        replace(word, spoken=each, folded=fold(each), glued=word.glued and not index, mended=True)
        for index, each in enumerate(meaning.split())
    ]


def _written_out(word: Word, at: int, typed: Sequence[Word], spelling: Spelling) -> str | None:
    forms = spelling.short.get(word.spoken) or spelling.short.get(word.folded) or ()
    before = typed[at - 1] if at else None
    if word.glued and before is not None and before.glued and before.text in ("/", "-"):
        # a piece of a number of a paper: "212/BC-UBND"
        return None
    if at + 1 < len(typed) and typed[at + 1].glued and _goes_on(word, typed[at + 1]):
        return None
    after = typed[at + 1] if at + 1 < len(typed) else None
    # behind "7/5" it is no count
    counts = before is not None and before.figure and not (at > 1 and typed[at - 2].text == "/")
    for form in forms:
        fits = (
            (not form.after_number or counts)
            and (not form.before_number or (after is not None and after.figure))
            and (not form.after or (before is not None and before.folded in form.after))
            and (not form.before or (after is not None and after.folded in form.before))
        )
        if fits:
            return form.meaning
    return None


def _goes_on(word: Word, after: Word) -> bool:
    """Whether a word is only the first part of a longer sign: "KH&CN", "DC1"."""
    return after.text == "&" or (word.text.isupper() and after.figure and len(after.text) == 1)


def _mended(word: Word, spelling: Spelling) -> str | None:
    """A word no syllable of Vietnamese: typed with its keys, or with a slip."""
    meant = unkeyed(word.text) if word.spoken.isascii() else None
    if meant is not None:
        return meant
    return spelling.nearest(word.folded) if len(word.folded) > 3 else None
