"""Who is who: names typed by many hands, counted as few times as can be told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from core.catalogue.plans import Member
from core.folding import clean, fold


@lru_cache(maxsize=20_000)
def spelling(value: str) -> str:
    """A name without what never means another name: case, white space, Unicode form, marks around it."""
    return " ".join(_bare(clean(value)).casefold().split())


@lru_cache(maxsize=20_000)
def _folded(value: str) -> str:
    return fold(_bare(clean(value)))


def _bare(text: str) -> str:
    """Without a full stop, bullet or quotes around it; what has no letter is no name and stays as it is."""
    letters = [at for at, char in enumerate(text) if char.isalnum()]
    if not any(char.isalpha() for char in text):
        return text
    return text[letters[0] : letters[-1] + 1]


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
    """The code of the member a value names: by code, by name, or without accents if only one fits.

    Without accents on either side: rosters are typed in a hurry as reports are.
    """
    if any(member.code == value for member in members):
        return value
    exact = [member.code for member in members if spelling(member.name) == spelling(value)]
    if exact:
        return exact[0]
    folded = _folded(value)
    bare = spelling(value) == folded
    alike = [member for member in members if _folded(member.name) == folded]
    found = [member.code for member in alike if bare or spelling(member.name) == folded]
    return found[0] if len(found) == 1 else None
