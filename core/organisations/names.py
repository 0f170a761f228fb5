"""Names of organisations as they are compared, and which of the known ones a typed name may mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.folding import words_of

#: a spelling this near (of 100) is asked about
NEAR = 88
#: shorter names are too little to judge a spelling by
_SHORT = 6


def folded_name(name: str) -> str:
    """The name without marks, case and punctuation: `folded_name("HTX  Đại-Lai") == "htx dai lai"`."""
    return words_of(name)


@dataclass(frozen=True, slots=True)
class OrgNamed:
    """A known organisation: its own name, where it is (a place's name, then the stall), all its names."""

    id: int
    name: str
    kind: str = ""
    place: str = ""
    place_name: str = ""
    spot: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """Which organisations a name may mean. `exactly`: it is one of their names, not only spelled alike."""

    found: tuple[OrgNamed, ...] = ()
    exactly: bool = False


class OrgNames:
    """The organisations of a tenant, ready to be found by name."""

    def __init__(self, known: Iterable[OrgNamed]) -> None:
        self._by_name: dict[str, list[OrgNamed]] = {}
        self._by_id: dict[int, OrgNamed] = {}
        for org in known:
            self._by_id[org.id] = org
            for folded in dict.fromkeys(map(folded_name, (org.name, *org.names))):
                self._by_name.setdefault(folded, []).append(org)

    def __len__(self) -> int:
        return len(self._by_id)

    def meant(self, typed: str) -> Meant:
        """Those with this name; else the few that are spelled nearly so, nearest first."""
        folded = folded_name(typed)
        if folded in self._by_name:
            return Meant(tuple(self._by_name[folded]), exactly=True)
        return Meant(self._near(folded))

    def containing(self, typed: str, limit: int) -> tuple[OrgNamed, ...]:
        """Those that a search for these words finds: with all of them in a name, else spelled nearly so."""
        words = folded_name(typed).split()
        found = (org for name, orgs in self._by_name.items() if _has(name, words) for org in orgs)
        listed = tuple(dict.fromkeys(found))
        return (listed or self._near(folded_name(typed), 75))[:limit]

    def _near(self, folded: str, least: float = NEAR) -> tuple[OrgNamed, ...]:
        if len(folded) < _SHORT:
            return ()
        from rapidfuzz import fuzz, process  # only here: few names are mistyped

        scored = process.extract(folded, self._by_name.keys(), scorer=fuzz.ratio, score_cutoff=least, limit=4)
        same = [name for name, _, _ in scored if _figures(name) == _figures(folded)]
        return tuple(dict.fromkeys(org for name in same for org in self._by_name[name]))


def same_names(
    names: Iterable[tuple[int, str]], own: Mapping[int, str], merges: Mapping[int, int]
) -> dict[str, str]:
    """Under which name figures count each folded name that is not an organisation's own any more.

    `names`: organisation and folded name; `own`: its own name as written; `merges`: which one it is now. A
    name that several share, or that is another's own, stays as it is.
    """
    owners = {folded_name(name): root_of(number, merges) for number, name in own.items()}
    found: dict[str, set[int]] = {}
    for number, folded in (
        *names,
        *((number, folded_name(own[number])) for number in merges if number in own),
    ):
        found.setdefault(folded, set()).add(root_of(number, merges))
    told = {}
    for folded, roots in found.items():
        root = owners.get(folded, next(iter(roots)) if len(roots) == 1 else None)
        if root is not None and root in own and folded_name(own[root]) != folded:
            told[folded] = own[root]
    return told


def root_of(number: int, merges: Mapping[int, int]) -> int:
    """The organisation that this one is now."""
    seen = {number}
    while number in merges and merges[number] not in seen:
        number = merges[number]
        seen.add(number)
    return number


def _has(name: str, words: Sequence[str]) -> bool:
    return bool(words) and all(f" {word}" in f" {name}" for word in words)


def _figures(name: str) -> list[str]:
    return [word for word in name.split() if any(char.isdigit() for char in word)]
