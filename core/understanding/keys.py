"""A message typed with the keys of Telex or VNI left in it, as it was meant: "chowj Nguj", "cho75 Ngu5"."""

import re

from core.folding import fold
from core.understanding.syllables import is_syllable, unkeyed
from core.understanding.words import Spelling

_TOKEN = re.compile(r"(?<![^\W_])[A-Za-z][A-Za-z0-9]*(?![^\W_])")
#: so many words with keys, or such a share of all words, and keys were left everywhere
_MANY, _SHARE = 3, 4


def without_keys(text: str, spelling: Spelling) -> str:
    """The text with its keys turned into marks. A single word is turned only into one that is known."""
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    meant = {token: word for token in set(tokens) if (word := _meant(token, spelling))}
    if not meant:
        return text
    keyed = sum(token in meant for token in tokens)
    many = keyed >= _MANY or _SHARE * keyed >= len(text.split())
    return _TOKEN.sub(lambda match: _turned(match[0], meant.get(match[0]), spelling, many=many), text)


def _meant(token: str, spelling: Spelling) -> str | None:
    """What the keys of a word give that is no word as it stands."""
    small = token.lower()
    if is_syllable(small) or small in spelling.known or small in spelling.short:
        return None
    return unkeyed(token)


def _turned(token: str, meant: str | None, spelling: Spelling, *, many: bool) -> str:
    if meant is None and many and "oo" in token.lower():
        meant = unkeyed(token)  # a syllable of its own, though a rare one: "coong"
    if meant is None and "dd" in token.lower():
        short = token.lower().replace("dd", "đ")
        meant = short if short in spelling.short or fold(short) in spelling.short else None
    if meant is None or not (many or spelling.mender.is_known(meant, fold(meant))):
        return token
    if token.isupper() and len(token) > 1:
        return meant.upper()
    return meant.capitalize() if token[0].isupper() else meant
