"""A message in pieces, each as typed and as understood: keys of Telex and VNI, short forms and slips
undone.
"""

import re
import unicodedata
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from core.folding import clean, fold
from core.understanding.mending import FIGURE, Mender
from core.understanding.syllables import complete, fits, horned, is_syllable

#: what stands for the end of a line, which is a mark like others: no name, day or phrase goes on over it
LINE = "\n"
#: figures; letters with figures inside them (VNI keys, codes); words; any other mark
_PIECE = re.compile(
    r"(?P<figure>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_]+(?:/[^\W\d_]+(?![^\W\d_]))?)"
    r"|(?P<mark>->|[^\s]|\n+)"
)

#: no message is read beyond this many pieces, nor beyond the last sentence that ends in them
MOST = 600
_SENTENCE_ENDS = (LINE, ".", ";", "!", "?")


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
    """What a short form stands for where the piece before or after it is a number, or anywhere.

    `written`: the short form with its marks: "ròi" is no "rơi"; `exact`: it has to be typed with them all,
    another being written so without them ("kđ", "kd").
    """

    meaning: str
    written: str = ""
    exact: bool = False
    after_number: bool = False
    before_number: bool = False
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Spelling:
    """What is needed to read a piece: short forms by their folded text, known words, what mends others."""

    short: dict[str, tuple[ShortForm, ...]]
    known: Set[str]
    mender: Mender


def words_in(message: str, spelling: Spelling) -> tuple[Word, ...]:
    """The pieces of a message, in order."""
    typed = _typed(clean(message), spelling)
    found: list[Word] = []
    for at, word in enumerate(typed):
        found.extend(_understood(word, at, typed, found[-1] if found else None, spelling))
    return tuple(found)


def _typed(text: str, spelling: Spelling) -> list[Word]:
    found: list[Word] = []
    end, at = -1, 0
    while len(found) < MOST and (match := _PIECE.search(text, at)):
        if match[0][0] == LINE:
            found.append(Word(LINE, LINE, LINE, "mark", match.start(), match.end(), glued=False))
            end, at = -1, match.end()
            continue
        kind = match.lastgroup or "mark"
        piece = _whole(match[0], spelling)
        small = horned(unicodedata.normalize("NFC", piece.casefold()))
        ends = match.start() + len(piece)
        word = Word(piece, small, fold(piece), kind, match.start(), ends, match.start() == end)
        found.append(word)
        end = at = word.end
    return found if not text[at:].strip() else found[: _last_sentence(found, text)]


def _last_sentence(words: Sequence[Word], text: str) -> int:
    """How many of the pieces are whole sentences; all of them where none ends in their second half."""
    for count in range(len(words), len(words) // 2, -1):
        last = words[count - 1]
        if last.text in _SENTENCE_ENDS and (last.text == LINE or text[last.end : last.end + 1].isspace()):
            return count
    return len(words)


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


def _understood(
    word: Word, at: int, typed: Sequence[Word], before: Word | None, spelling: Spelling
) -> list[Word]:
    if word.kind != "word" or word.mended:
        return [word]
    written = _written_out(word, at, typed, spelling)
    if written is None:
        after = typed[at + 1] if at + 1 < len(typed) else None
        meant = _mended(word, _beside(before), _beside(after), spelling)
        if meant is None:
            return [word]
        word = replace(word, spoken=meant, folded=fold(meant))
        # what a slip hides may be a short form
        written = _written_out(word, at, typed, spelling) or meant
    return [
        replace(word, spoken=each, folded=fold(each), glued=word.glued and not index, mended=True)
        for index, each in enumerate(written.split())
    ]


def _beside(word: Word | None) -> str:
    if word is None or word.mark:
        return ""
    return FIGURE if word.figure else word.spoken


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
        holds = (
            (form.written.isascii() or (fits, complete)[form.exact](word.spoken, form.written))
            and (not form.after_number or counts)
            and (not form.before_number or (after is not None and after.figure))
            and (not form.after or (before is not None and before.folded in form.after))
            and (not form.before or (after is not None and after.folded in form.before))
        )
        if holds:
            return form.meaning
    return None


def _goes_on(word: Word, after: Word) -> bool:
    """Whether a word is only the first part of a longer sign: "KH&CN", "DC1"."""
    return after.text == "&" or (word.text.isupper() and after.figure and len(after.text) == 1)


def _mended(word: Word, before: str, after: str, spelling: Spelling) -> str | None:
    """What was meant by a word that is no syllable, or by one that no phrase has and its neighbours
    correct.
    """
    if len(word.text) < 2:
        return None
    mender = spelling.mender
    if word.folded in spelling.known and (word.spoken.isascii() or mender.is_known(word.spoken, word.folded)):
        return None
    if word.text.isupper() and len(word.text) < 6 and not is_syllable(word.folded):
        return None  # letters of a code, or of a name in short
    if not is_syllable(word.folded):
        return mender.meant(word.spoken, before, after)
    if is_capital(word) or mender.is_known(word.spoken, word.folded):
        return None
    slip = mender.slip(word.spoken, before, after, least=2) if len(word.text) > 2 else None
    return slip if slip and slip[0] == word.spoken[0] else None
