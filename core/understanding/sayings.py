"""Where phrases of each kind stand in a message."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.understanding.phrases import Match, Sense

#: a phrase that stands there, with one of its senses
Saying = tuple[Match, Sense]


class Sayings:
    """The phrases of a message by kind, and by kind and what they are of. Made in one pass, then only
    read.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        """`matches` in order of start."""
        self._found: dict[tuple[str, str], list[Saying]] = defaultdict(list)
        self._widest = 1
        for match in matches:
            self._widest = max(self._widest, match.end - match.start)
            for sense in match.senses:
                saying = (match, sense)
                self._found[sense.kind, ""].append(saying)
                if sense.about:
                    self._found[sense.kind, sense.about].append(saying)

    def of(self, kind: str, about: str = "") -> Sequence[Saying]:
        """All of that kind, in order of start."""
        return self._found.get((kind, about), ())

    def within(self, start: int, end: int, kind: str, about: str = "") -> list[Saying]:
        """Those that stand in words[start:end], found without a look at the others."""
        found = self._found.get((kind, about), ())
        first = bisect_left(found, start, key=_start)
        last = bisect_left(found, end, first, key=_start)
        return [saying for saying in found[first:last] if saying[0].end <= end]

    def touching(self, start: int, end: int, kind: str, about: str = "") -> list[Saying]:
        """Those with some piece in words[start:end]."""
        around = self.within(start - self._widest, end + self._widest, kind, about)
        return [saying for saying in around if saying[0].start < end and saying[0].end > start]

    def starts(self, *kinds: str) -> frozenset[int]:
        """Where phrases of these kinds begin."""
        return frozenset(match.start for kind in kinds for match, _ in self.of(kind))

    def ends(self, *kinds: str) -> frozenset[int]:
        """The places behind phrases of these kinds."""
        return frozenset(match.end for kind in kinds for match, _ in self.of(kind))

    def covered(self, *kinds: str) -> frozenset[int]:
        """Every piece inside phrases of these kinds."""
        return frozenset(at for kind in kinds for m, _ in self.of(kind) for at in range(m.start, m.end))


def outermost(said: Iterable[Saying]) -> list[Saying]:
    """Those that stand inside no longer one. `said` in order of start, the longest first."""
    found: list[Saying] = []
    reach, longest = -1, (-1, -1)
    for saying in said:
        match = saying[0]
        if match.end > reach:
            reach, longest = match.end, (match.start, match.end)
        if (match.start, match.end) == longest:
            found.append(saying)
    return found


def _start(saying: Saying) -> int:
    return saying[0].start


def reach_of(matches: Iterable[Match]) -> dict[int, int]:
    """The furthest end of a phrase over each piece that is in one."""
    reach: dict[int, int] = {}
    for match in matches:
        for at in range(match.start, match.end):
            reach[at] = max(reach.get(at, 0), match.end)
    return reach


def by_end(sayings: Iterable[Saying]) -> dict[int, list[Saying]]:
    """The sayings by where they end."""
    found: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[saying[0].end].append(saying)
    return found
