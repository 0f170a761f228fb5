"""Cutting a long text into messages a channel can carry."""

import unicodedata
from itertools import groupby

from core.markup import harmless, spans

_ZERO_WIDTH_JOINER = "\u200d"
_KEYCAP = "\u20e3"
#: characters that belong to the one before them
_VARIATIONS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAGS = range(0x1F1E6, 0x1F200)
#: the two markers of a bold piece
_MARKS = 4


def length(text: str) -> int:
    """The length as messengers count it, in UTF-16 units: most emoji count twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def split(text: str, limit: int) -> list[str]:
    """The text in parts of at most `limit` (16 or more) UTF-16 units; just the text when it fits.

    Cuts come at the end of a line where there is one, else between words, else between characters, never
    inside an emoji or a letter with its marks unless that alone is too long. Bold goes on in the next part.
    The line end or space at a cut goes; parts that would be blank are left out.
    """
    if length(text) <= limit:
        return [text]
    if limit < 16:
        raise ValueError("a limit below 16 leaves no room for a character and its marks")
    letters = [(char, bold) for piece, bold in spans(text) for char in harmless(piece)]
    parts: list[str] = []
    while letters:
        end = _end(letters, limit)
        part = _marked(letters[:end])
        if part.strip():
            parts.append(part)
        if end < len(letters) and letters[end][0] in "\n ":
            end += 1
        letters = letters[end:]
    return parts or [text[:1]]


Letters = list[tuple[str, bool]]


def _end(letters: Letters, limit: int) -> int:
    """Where the first part ends: at least one character, at most what fits."""
    fits = _fitting(letters, limit)
    if fits == len(letters):
        return fits
    for ending in ("\n", " "):
        # A cut in the first half would leave a stub; better in the middle of a long line then.
        for end in range(fits, fits // 2, -1):
            if letters[end][0] == ending:
                return end
    for end in range(fits, fits // 2, -1):
        if _separable(letters, end):
            return end
    return fits


def _fitting(letters: Letters, limit: int) -> int:
    """How many characters fit, their bold marks counted."""
    used, bold_before = 0, False
    for number, (char, bold) in enumerate(letters):
        used += 2 if char > "\uffff" else 1
        if bold and not bold_before:
            used += _MARKS
        bold_before = bold
        if used > limit:
            return number
    return len(letters)


def _separable(letters: Letters, end: int) -> bool:
    """Whether the characters before and after `end` are not parts of one."""
    before, after = letters[end - 1][0], letters[end][0]
    code = ord(after)
    if unicodedata.combining(after) or after in (_ZERO_WIDTH_JOINER, _KEYCAP) or before == _ZERO_WIDTH_JOINER:
        return False
    if code in _VARIATIONS or code in _SKIN_TONES or code in _TAGS:
        return False
    if code in _FLAGS:
        run = 0
        while run < end and ord(letters[end - 1 - run][0]) in _FLAGS:
            run += 1
        return run % 2 == 0
    return True


def _marked(letters: Letters) -> str:
    """The characters as text with its marks."""
    pieces = []
    for bold, run in groupby(letters, key=lambda letter: letter[1]):
        piece = "".join(char for char, _ in run)
        pieces.append(f"**{piece}**" if bold else piece)
    return "".join(pieces)
