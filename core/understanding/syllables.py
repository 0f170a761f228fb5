"""The shape of a Vietnamese syllable, and words typed with the keys of Telex or VNI left in them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from core.folding import fold

_ONSETS = "ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x|"
_RIMES = (
    "oach|oang|oanh|oeng|uong|uyen|uynh|uych|uyet|ieng|iech|yeng|uach|uang|oai|oam|oan|oao|oap|oat|oay|oac|oem|oen|oet|oeo|"
    "uan|uat|uay|uen|uet|ueu|uya|uyu|uyt|uyn|uou|uoi|uom|uon|uop|uot|uoc|iec|iem|ien|iep|iet|ieu|yem|yen|yet|yeu|"
    "ach|ang|anh|eng|enh|ech|ich|inh|ing|ong|oong|ooc|ung|uou|uyp|ueh|uech|uenh|ynh|ych|"
    "ac|ai|am|an|ao|ap|at|au|ay|ec|em|en|eo|ep|et|eu|ia|im|in|ip|it|iu|oa|oc|oe|oi|om|on|op|ot|"
    "ua|uc|ue|ui|um|un|uo|up|ut|uu|uy|ya|yt|a|e|i|o|u|y"
)
#: letters and keys of a word that may still be one syllable; the longest has seven letters and three marks
_LONGEST_KEYED = 16
_SYLLABLE = re.compile(rf"(?:{_ONSETS})(?:{_RIMES})")

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_TELEX_TONES = {"f": _GRAVE, "s": _ACUTE, "r": _HOOK, "x": _TILDE, "j": _DOT}
_VNI_TONES = {"1": _ACUTE, "2": _GRAVE, "3": _HOOK, "4": _TILDE, "5": _DOT}
_VNI_SHAPES = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE}
_VOWELS = "aeiouy"
_SHAPED = {"a": "aw", "e": "e", "o": "ow", "u": "w"}
#: "u" and "o" of which one has its horn, with more of the syllable behind them; the "u" of "qu" is no vowel
_HALF_HORNED = re.compile(rf"(?<!q)u{_HORN}?o{_HORN}?(?=[{_GRAVE}{_ACUTE}{_HOOK}{_TILDE}{_DOT}]?[a-z])")
_TONES = frozenset(_TELEX_TONES.values())
#: no syllable is spelled so: before a stop without a tone, and vowels that only stand with marks
_BARE = re.compile(r"(?:[cpt]|ch|uu|ue|eu|enh)$|ie.|ye.|uo")
_MARKS = {*_TELEX_TONES.values(), _BREVE, _CIRCUMFLEX, _HORN}


def is_syllable(word: str) -> bool:
    """Whether a folded word can be a syllable: `is_syllable("kiem")`, not
    `is_syllable("kieemr")`.
    """
    return _SYLLABLE.fullmatch(word) is not None


def unkeyed(word: str) -> str | None:
    """The word that Telex or VNI keys were to give: "kieemr" and "kie63m" are "kiểm". None if none fits."""
    if len(word) > _LONGEST_KEYED:
        return None
    small = word.casefold()
    read = _vni(small) if any(char.isdigit() for char in small) else _telex(small)
    if read is None:
        return None
    composed = unicodedata.normalize("NFC", read)
    return composed if composed != small and is_syllable(fold(composed)) else None


def _telex(word: str) -> str | None:
    letters: list[str] = []
    tone = ""
    for at, char in enumerate(word):
        last = letters[-1] if letters else ""
        if char in _TELEX_TONES and at and any(letter[0] in _VOWELS for letter in letters) and not tone:
            tone = _TELEX_TONES[char]
        elif char == "w" and _bend(letters):
            continue
        elif char in "aeo" and last == char:
            letters[-1] = char + _CIRCUMFLEX
        elif char in "aeo" and char in letters and last not in _VOWELS:
            letters[letters.index(char)] = char + _CIRCUMFLEX
        elif char == "d" and "d" in letters[:1] and at:
            letters[0] = "đ"
        else:
            letters.append(char)
    return _toned(letters, tone)


def _bend(letters: list[str]) -> bool:
    """A "w" gives the last vowels their horn or breve."""
    places = [at for at, letter in enumerate(letters) if letter in "aou"]
    if not places:
        return False
    if _both(letters, places) and letters[places[-1]] == "o":
        letters[places[-2]] += _HORN
    last = places[-1]
    letters[last] += _BREVE if letters[last] == "a" else _HORN
    return True


def _vni(word: str) -> str | None:
    letters: list[str] = []
    tone = ""
    for char in word:
        if char in _VNI_TONES and letters and not tone:
            tone = _VNI_TONES[char]
        elif char in _VNI_SHAPES and not _shape(letters, _VNI_SHAPES[char]):
            return None
        elif char == "9" and letters[:1] == ["d"]:
            letters[0] = "đ"
        elif char.isdigit() and char not in _VNI_SHAPES:
            return None
        elif char not in _VNI_SHAPES:
            letters.append(char)
    return _toned(letters, tone)


def _shape(letters: list[str], mark: str) -> bool:
    wanted = {_CIRCUMFLEX: "aeo", _HORN: "ou", _BREVE: "a"}[mark]
    places = [at for at, letter in enumerate(letters) if letter in wanted]
    if not places:
        return False
    letters[places[-1]] += mark
    if mark == _HORN and _both(letters, places):
        letters[places[-2]] += mark
    return True


def _both(letters: list[str], places: list[int]) -> bool:
    """Whether a horn is for the "u" in front of the last vowel too; that of "qu" is no vowel."""
    return len(places) > 1 and letters[places[-2]] == "u" and letters[:2] != ["q", "u"]


def _toned(letters: list[str], tone: str) -> str | None:
    if not tone:
        return "".join(letters)
    vowels = [at for at, letter in enumerate(letters) if letter[0] in _VOWELS]
    if letters[:2] == ["q", "u"] or (letters[:2] == ["g", "i"] and len(vowels) > 1):
        vowels = vowels[1:]
    if not vowels:
        return None
    marked = [at for at in vowels if len(letters[at]) > 1]
    closed = vowels[-1] < len(letters) - 1
    at = marked[-1] if marked else vowels[-1] if closed else vowels[max(len(vowels) - 2, 0)]
    return "".join(letter + (tone if here == at else "") for here, letter in enumerate(letters))


def horned(word: str) -> str:
    """A word in small letters with both horns where keyboards left one out: "u" + "ờng" is "ường"."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    if _HORN not in apart:
        return word
    both = _HALF_HORNED.sub(lambda m: f"u{_HORN}o{_HORN}" if _HORN in m[0] else m[0], apart)
    return unicodedata.normalize("NFC", both)


def tones(word: str) -> int:
    """How many marks for tones it has: a syllable has one at most."""
    return sum(char in _TONES for char in unicodedata.normalize("NFD", word))


def is_bare(word: str) -> bool:
    """Whether a syllable lacks marks that it has to have: "vach", "kiem", "nguoi" are no words so."""
    return word.isascii() and _BARE.search(word) is not None


def is_other(typed: str, spelled: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a word is one of those (by their text without marks) but for being typed with other marks."""
    meant = spelled.get(fold(typed), ())
    return bool(meant) and not any(fits(typed, each) for each in meant)


def fits(typed: str, meant: str) -> bool:
    """Whether a word as typed may stand for one with all its marks: marks may be missing, not others.

    "kiem", "kiêm" and "kiểm" fit "kiểm"; "kiệm" does not. Hook and tilde are taken for each
    other, as many do.
    """
    if typed == meant or typed.isascii():
        return True
    ours, theirs = _marks(typed), _marks(meant)
    if ours == theirs:
        return True
    own_shapes, own_tone = ours
    shapes, tone = theirs
    same_tone = not own_tone or own_tone == tone
    return same_tone and own_shapes <= shapes


def complete(typed: str, meant: str) -> bool:
    """Whether a word has all the marks of another, wherever the tone was put."""
    return typed == meant or _marks(typed) == _marks(meant)


@lru_cache(maxsize=8192)
def _marks(word: str) -> tuple[frozenset[tuple[int, str]], str]:
    """The shapes of the letters by their place, and the tone wherever it was put."""
    shapes: set[tuple[int, str]] = set()
    tone = ""
    at = -1
    for char in unicodedata.normalize("NFD", word):
        if char in (_BREVE, _CIRCUMFLEX, _HORN):
            shapes.add((at, char))
        elif char in _MARKS:
            tone = _HOOK if char == _TILDE else char
        else:
            at += 1
            if char == "đ":
                shapes.add((at, "đ"))
    return frozenset(shapes), tone
