"""Who is who: names typed by many hands, counted as few times as can be told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from core.catalogue.plans import Member
from core.folding import clean, fold


@lru_cache(maxsize=20_000)
def spelling(value: str) -> str:
    """A name without the differences that never mean another name: case, white space, Unicode form."""
    return " ".join(clean(value).casefold().split())


@lru_cache(maxsize=20_000)
def _folded(value: str) -> str:
    return fold(value)


def same_names(values: Iterable[str]) -> Mapping[str, str]:
    """Each value with the name it stands for.

    A name typed without any accents is the accented one it folds to. Two different accented spellings are
    two names: two people of one office may differ by an accent only.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for value in values:
        groups[_folded(value)].add(value)
    result: dict[str, str] = {}
    for folded, group in groups.items():
        accented = sorted({spelling(value) for value in group} - {folded})
        for value in group:
            bare = spelling(value) == folded
            result[value] = (accented or [folded])[0] if bare else spelling(value)
    return result


def member_called(value: str, members: Sequence[Member]) -> str | None:
    """The code of the member a value names: by code, by name, or by name without accents if only one fits."""
    if any(member.code == value for member in members):
        return value
    exact = [member.code for member in members if spelling(member.name) == spelling(value)]
    if exact:
        return exact[0]
    bare = spelling(value) == fold(value)
    folded = [member.code for member in members if bare and fold(member.name) == fold(value)]
    return folded[0] if len(folded) == 1 else None
