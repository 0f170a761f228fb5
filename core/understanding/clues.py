"""Words and other signs that speak for something only together, found by those that stand there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from core.understanding.hearing import Hearing
from core.understanding.intent_specs import Intents


@dataclass(frozen=True, slots=True)
class Clue:
    """Speaks for `about` with `weight` where one sign of each group stands, and none of `none`."""

    about: str
    weight: float
    groups: tuple[frozenset[str], ...]
    none: frozenset[str] = frozenset()

    def holds(self, signs: Set[str]) -> bool:
        return self.none.isdisjoint(signs) and all(not group.isdisjoint(signs) for group in self.groups)


class Clues:
    """Many clues. Only those are looked at of whose rarest group some sign stands there."""

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._clues = tuple(clues)
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, clue in enumerate(self._clues):
            for sign in min(clue.groups, key=_breadth):
                self._of[sign].append(number)

    def held(self, signs: Set[str]) -> Iterator[Clue]:
        """The clues that hold, in the order they were given."""
        asked = {number for sign in signs if sign in self._of for number in self._of[sign]}
        return (clue for number in sorted(asked) if (clue := self._clues[number]).holds(signs))


def _breadth(group: frozenset[str]) -> tuple[bool, int]:
    """What holds of many messages ("#number") finds little."""
    return any(sign[0] == "#" for sign in group), len(group)


def clues_of(hearings: Iterable[Hearing]) -> Clues:
    """The cues of all kinds of report."""
    return Clues(
        Clue(
            hearing.fact_type,
            cue.weight,
            tuple(frozenset(_sign(each, hearing.fact_type) for each in group) for group in cue.all),
            frozenset(_sign(each, hearing.fact_type) for each in cue.none),
        )
        for hearing in hearings
        for cue in hearing.cues
    )


def _sign(each: str, fact_type: str) -> str:
    match each[0]:
        case "#":
            return each
        case "@":
            return f"@{fact_type}.{each[1:]}"
        case _:
            return f"{fact_type}:{each}"


def intent_clues_of(intents: Intents) -> Clues:
    """The cues of all intents."""
    return Clues(
        Clue(spec.intent, cue.weight, tuple(map(frozenset, cue.all)), frozenset(cue.none))
        for spec in intents.intents
        for cue in spec.cues
    )
