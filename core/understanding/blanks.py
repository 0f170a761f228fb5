"""Blanks that were forgotten between words: "chợNgụ", "kiểmđịnh", "HTXNa Hồi"."""

import re
from itertools import pairwise

from core.folding import fold
from core.understanding.syllables import is_syllable
from core.understanding.words import Spelling

_WORD = re.compile(r"(?<![^\W_])(?<![./@-])[^\W\d_]{4,40}(?![^\W_])(?![/@-]|\.[^\W\d_])")


def with_blanks(text: str, spelling: Spelling) -> str:
    """The text with a blank where two words stand together that are none in one."""
    found: list[str] = []
    at = 0
    matches = list(_WORD.finditer(text))
    for index, match in enumerate(matches):
        before = matches[index - 1][0].casefold() if index else ""
        after = matches[index + 1][0].casefold() if index + 1 < len(matches) else ""
        found += [text[at : match.start()], " ".join(_parts(match[0], before, after, spelling))]
        at = match.end()
    return "".join([*found, text[at:]])


def _parts(word: str, before: str, after: str, spelling: Spelling) -> list[str]:
    folded = fold(word)
    if is_syllable(folded) or folded in spelling.known or folded in spelling.short:
        return [word]
    parts = _by_capitals(word)
    whole = all(_is_word(part, spelling) for part in parts)
    if len(parts) > 1 and whole:
        return parts
    small = word.casefold()
    pieces = spelling.mender.pieces(small, before, after) if len(small) == len(word) else None
    if pieces is None:
        return [word]
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return [word[a:b] for a, b in pairwise(ends)]


def _by_capitals(word: str) -> list[str]:
    """The word cut in front of capitals that no word has inside it."""
    cuts = [0]
    for at in range(1, len(word)):
        small_before = word[at - 1].islower() and word[at].isupper()
        last_capital = word[at - 1].isupper() and word[at].isupper() and word[at + 1 : at + 2].islower()
        if at > 1 and (small_before or last_capital):
            cuts.append(at)
    return [word[a:b] for a, b in pairwise([*cuts, len(word)])]


def _is_word(part: str, spelling: Spelling) -> bool:
    folded = fold(part)
    return len(part) > 1 and (is_syllable(folded) or folded in spelling.known or folded in spelling.short)
