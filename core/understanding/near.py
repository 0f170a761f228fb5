"""Words at one slip from a given one: a letter too many, too few, another, or two changed over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property


class NearWords:
    """Known words, findable by a spelling one slip away. Looking up costs the length of the word.

    With `below` the words of that are known as well.
    """

    def __init__(self, words: Iterable[str], below: "NearWords | None" = None) -> None:
        self._below = below
        self.words = frozenset(words)
        self._longest = max(map(len, self.words), default=0) + 1

    @cached_property
    def _shorter(self) -> Mapping[str, Sequence[str]]:
        """The words by what they are with a letter less: made for the first slip, which many never meet."""
        shorter: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for less in _shortened(word):
                shorter[less].append(word)
        return shorter

    def near(self, typed: str) -> set[str]:
        """The known words one slip away, itself among them if it is one."""
        others = self._below.near(typed) if self._below else set()
        if len(typed) > self._longest:
            return others
        found = {typed} & self.words | set(self._shorter.get(typed, ()))
        for less in _shortened(typed):
            if less in self.words:
                found.add(less)
            found.update(self._shorter.get(less, ()))
        return others | {word for word in found if one_slip(typed, word)}


def _shortened(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def one_slip(a: str, b: str) -> bool:
    """Whether one letter too many or too few, another one, or two changed over make `a` of `b`."""
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
