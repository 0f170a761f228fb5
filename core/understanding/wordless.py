"""Texts of machines, and of no language at all: what figures they have were not said by anybody."""

from core.understanding.scene import Scene
from core.understanding.syllables import is_syllable

#: what nobody puts beside a number; what texts of machines stand between
_ODD = frozenset("{}[]=\\|_$#@^`")
_PAIRS = frozenset({("{", "}"), ("[", "]"), ("<", ">")})


def wordless(scene: Scene) -> bool:
    """Whether a whole message is no language: '{"a":1}', 'a=1', "SELECT 9". A number is of any."""
    words = scene.words
    if not words:
        return False
    if (words[0].text, words[-1].text) in _PAIRS:
        return True
    letters = {at for at, word in enumerate(words) if word.kind == "word"}
    if any(words[at].mended or (len(words[at].text) > 1 and is_syllable(words[at].folded)) for at in letters):
        return False
    if any(word.mark and not _ODD.isdisjoint(word.text) for word in words):
        return True
    known = {
        at
        for found in (scene.matches, scene.numbers, scene.days)
        for m in found
        for at in range(m.start, m.end)
    }
    return any(len(words[at].text) > 1 for at in letters) and letters.isdisjoint(known)
