"""Who is who: names typed by many hands, counted as few times as can be told."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from core.catalogue.plans import Member
from core.folding import clean, fold

#: names kept in memory at most, with how they are compared: those of a province are asked for again and again
_MOST = 100_000


@lru_cache(maxsize=_MOST)
def _forms(value: str) -> tuple[str, str]:
    """A name in its spelling, and that without accents."""
    bare = _bare(clean(value))
    return " ".join(bare.casefold().split()), fold(bare)


def spelling(value: str) -> str:
    """A name without what never means another name: case, white space, Unicode form, marks around it."""
    return _forms(value)[0]


def folded(value: str) -> str:
    """The spelling without accents: names that are one have one."""
    return _forms(value)[1]


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
    forms = {value: _forms(value) for value in set(values)}
    accented: dict[str, str] = {}
    for spelled, folded in forms.values():
        if spelled != folded:
            accented[folded] = min(spelled, accented.get(folded, spelled))
    return {
        value: accented.get(folded, folded) if spelled == folded else spelled
        for value, (spelled, folded) in forms.items()
    }


def member_called(value: str, members: Sequence[Member]) -> str | None:
    """The code of the member a value names: by code, by name, or without accents if only one fits.

    Without accents on either side: rosters are typed in a hurry as reports are.
    """
    if any(member.code == value for member in members):
        return value
    exact = [member.code for member in members if spelling(member.name) == spelling(value)]
    if exact:
        return exact[0]
    plain = folded(value)
    bare = spelling(value) == plain
    alike = [member for member in members if folded(member.name) == plain]
    found = [member.code for member in alike if bare or spelling(member.name) == plain]
    return found[0] if len(found) == 1 else None
