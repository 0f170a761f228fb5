"""Words that were not typed as meant: keys left in them, a letter doubled, blanks forgotten, a slip."""

from collections.abc import Iterable, Mapping, Set
from copy import copy

from core.folding import fold
from core.layered import Either, Over
from core.understanding.near import NearWords, one_slip
from core.understanding.syllables import fits, is_syllable, tones, unkeyed

#: what stands for any number beside a word
FIGURE = "#"
#: letters of the longest piece without blanks that is taken apart
_LONGEST = 40
#: letters of the longest syllable
_SYLLABLE = 7
#: what a piece costs that is no word known; what one costs that is a single letter
_UNKNOWN, _LETTER = 2.0, 1.5
#: what it is worth that a word stands beside another as in some phrase; that it begins as typed
_PAIRED, _FIRST = 3.0, 1.0
#: the word meant has to be this much likelier than the next
_CLEARLY = 0.4


class Mender:
    """Finds what words were meant, by the words of all phrases and by which of them stand together."""

    def __init__(
        self,
        spelled: Mapping[str, Set[str]],
        pairs: Set[str],
        couples: Set[str],
        alone: Iterable[str],
        others: Set[str] = frozenset(),
        in_days: Set[str] = frozenset(),
    ) -> None:
        """`spelled`: words with their marks, by their text without; `pairs`: "one other" as in phrases, with
        marks and without; `couples`: those of them that are phrases.

        `alone`: further words, without marks, that need no mending; `others`: more of them, with marks;
        `in_days`: pairs of words that are days, without marks.
        """
        self.spelled = spelled
        self.pairs = pairs
        self.couples = couples
        self._alone = frozenset(alone)
        self._in_days = in_days
        self._others: Set[str] = others | {fold(word) for word in others}
        self._near = NearWords(word for word in spelled if len(word) > 1 and word.isalpha())

    def beside(self, spelled: Mapping[str, Set[str]], pairs: Set[str], others: Set[str]) -> "Mender":
        """One that knows more words: those of `spelled` (with what these keys had before) and `others`.

        `pairs` are all, also those before. What is common to both is held once.
        """
        mender = copy(self)
        mender.spelled = Over(spelled, self.spelled)
        mender.pairs = pairs
        mender._others = Either(others | {fold(word) for word in others}, self._others)
        mender._near = NearWords((word for word in spelled if len(word) > 1 and word.isalpha()), self._near)
        return mender

    def is_known(self, spoken: str, folded: str) -> bool:
        """Whether it is a word of some phrase, as far as its marks tell."""
        if folded in self._alone or spoken in self._others:
            return True
        return any(fits(spoken, each) for each in self.spelled.get(folded, ()))

    def meant(self, typed: str, before: str, after: str) -> str | None:
        """The word that something which is no syllable was to be; None if nothing tells.

        `typed` in small letters, and its neighbours too.
        """
        keyed = unkeyed(typed) if typed.isascii() else None
        if keyed is not None and self.is_known(keyed, fold(keyed)):
            return keyed
        once = _undoubled(typed)
        if once is not None and (self.is_known(once, fold(once)) or not typed.isascii()):
            return once
        return self.slip(typed, before, after, least=1 if len(typed) < 4 else 0) or keyed

    def slip(self, typed: str, before: str, after: str, *, least: int) -> str | None:
        """The word one slip away that is clearly the likeliest, with at least so many of its neighbours as
        in phrases (a phrase of two words counts as both).
        """
        folded = fold(typed)
        scored: dict[str, float] = {}
        for word in self._near.near(folded):
            if word == folded:
                continue
            score = _FIRST * (word[0] == folded[0]) + 0.5 * (sorted(word) == sorted(folded))
            marked = [meant for meant in self.spelled[word] if not typed.isascii() and one_slip(typed, meant)]
            for meant in [word] if typed.isascii() else marked:
                joined = self._joins(meant, before, after)
                if joined >= least:
                    scored[meant] = score + _PAIRED * joined
        ranked = sorted(scored, key=lambda word: (-scored[word], word))
        if not ranked or (len(ranked) > 1 and scored[ranked[0]] - scored[ranked[1]] < _CLEARLY):
            return None
        return ranked[0]

    def _joins(self, word: str, before: str, after: str) -> int:
        """How many of its neighbours it stands beside in some phrase."""
        if word.isascii():
            before, after = fold(before), fold(after)
        beside = (f"{before} {word}", f"{word} {after}")
        return (
            2
            if any(each in self.couples or fold(each) in self._in_days for each in beside)
            else sum(e in self.pairs for e in beside)
        )

    def pieces(self, typed: str, before: str, after: str) -> list[str] | None:
        """Words without the blanks between them: the fewest, of these the best known. None if it is one."""
        once = _undoubled(typed)
        if len(typed) > _LONGEST or (once is not None and self.is_known(once, fold(once))):
            return None
        best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(typed)
        for end in range(1, len(typed) + 1):
            for start in range(max(0, end - _SYLLABLE), end):
                held = best[start]
                piece = typed[start:end]
                folded = fold(piece)
                if held is None or tones(piece) > 1:
                    continue
                known = self.is_known(piece, folded)
                if not is_syllable(folded) and not (known and len(piece) > 2):
                    continue
                last = fold(held[1][-1] if held[1] else before)
                cost = held[0] + (_LETTER if end == start + 1 else 1.0 if known else _UNKNOWN)
                cost -= 0.5 * (f"{last} {folded}" in self.pairs)
                found = best[end]
                if found is None or cost < found[0]:
                    best[end] = (cost, [*held[1], piece])
        whole = best[-1]
        if whole is None or len(whole[1]) < 2 or not self._stand(whole[1], before, after):
            return None
        return whole[1]

    def _stand(self, pieces: list[str], before: str, after: str) -> bool:
        """Whether the pieces are words: every one known and, where marks do not tell, most in a pair."""
        if not all(self.is_known(piece, fold(piece)) for piece in pieces):
            return sum(map(tones, pieces)) > 1
        if sum(map(tones, pieces)) > 1:
            return True
        row = [before, *map(fold, pieces), after]
        joined = sum(self._joins(row[at], row[at - 1], row[at + 1]) > 0 for at in range(1, len(row) - 1))
        return 2 * joined >= len(pieces)


def _undoubled(typed: str) -> str | None:
    """The syllable that a letter typed twice hides: "Trườờng", "hướnng"."""
    for at in range(1, len(typed)):
        if typed[at] == typed[at - 1]:
            once = typed[:at] + typed[at + 1 :]
            return once if is_syllable(fold(once)) else None
    return None
