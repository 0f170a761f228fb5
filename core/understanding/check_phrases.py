"""Checks of phrases: none without a word, none that says two things that exclude each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from core.catalogue.documents import Data, Document, Path
from core.catalogue.problems import Problem, Severity, quoted
from core.folding import clean
from core.understanding.phrases import pieces_of

#: phrases, each with its path in a file
Placed = Collection[tuple[Path, str]]


def placed(path: Path, phrases: Iterable[str]) -> Placed:
    """The phrases of one list."""
    return [((*path, at), each) for at, each in enumerate(phrases)]


def empty(document: Document) -> Iterator[Problem]:
    """Entries of lists that hold no word: they would stand everywhere or nowhere."""
    for path in _empty(document.data, ()):
        yield document.problem(path, "an empty phrase", "write it or remove it")


def _empty(data: Data, path: Path) -> Iterator[Path]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, dict | list):
                yield from _empty(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            if isinstance(value, dict | list):
                yield from _empty(value, (*path, at))
            elif value is None or not clean(value):
                yield (*path, at)


def contradicting(
    document: Document, meanings: Mapping[str, Placed], severity: Severity = "error"
) -> Iterator[Problem]:
    """Phrases that stand under two of these meanings, of which only one can be meant."""
    if sum(map(bool, meanings.values())) < 2:
        return
    seen: dict[tuple[str, ...], tuple[str, Path]] = {}
    for meaning, phrases in meanings.items():
        for here, each in phrases:
            other, there = seen.setdefault(pieces_of(each), (meaning, here))
            if other != meaning:
                what = f"{quoted(each)} says {meaning}, and {other} on line {document.line(there)}"
                yield document.problem(here, what, "keep it in one of them", severity)
