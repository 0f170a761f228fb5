"""Words at one slip from a given one: a letter too many, too few, another, or two changed over."""

from collections import defaultdict
from collections.abc import Iterable


class NearWords:
    """Known words, findable by a spelling one slip away. Looking up costs the length of the word."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._shorter: dict[str, set[str]] = defaultdict(set)
        for word in self.words:
            for less in _shortened(word):
                self._shorter[less].add(word)

    def nearest(self, typed: str) -> str | None:
        """The one known word one slip away; None where there is none, or several equally likely."""
        found = {word for word in self._shorter.get(typed, ()) if word != typed}
        for less in _shortened(typed):
            found |= {less} & self.words
            found |= self._shorter.get(less, set())
        close = {word for word in found if _one_slip(typed, word)}
        for kept in (close, {word for word in close if word[0] == typed[0]}, _swapped(typed, close)):
            if len(kept) == 1:
                return next(iter(kept))
        return None


def _shortened(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _swapped(typed: str, words: Iterable[str]) -> set[str]:
    """Those made of the same letters: two of them were changed over."""
    return {word for word in words if sorted(word) == sorted(typed)}


def _one_slip(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
