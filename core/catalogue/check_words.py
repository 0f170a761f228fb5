"""Checks that concern names anywhere: given twice, or told apart by nobody who types them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.catalogue.documents import Document
from core.catalogue.problems import Problem, quoted
from core.folding import fold

Path = tuple[str | int, ...]


def twice(document: Document, places: Iterable[tuple[Path, str]], noun: str) -> Iterator[Problem]:
    """One problem for each code that was there before, at its second place."""
    seen: dict[str, Path] = {}
    for path, code in places:
        if code in seen:
            what = f"{noun} {quoted(code)} twice (first on line {document.line(seen[code])})"
            problem = document.problem(path, what, "give it a code of its own or remove it")
            yield replace(problem, as_written=True)
        seen.setdefault(code, path)


def alike(
    document: Document, words: Iterable[tuple[Path, str, Sequence[str]]], noun: str
) -> Iterator[Problem]:
    """Words for different things that are the same once typed without diacritics.

    `words` gives for each thing its path, its code and all its names.
    """
    owners: dict[str, str] = {}
    for path, code, names in words:
        for folded in sorted({fold(name) for name in names}):
            other = owners.setdefault(folded, code)
            if other != code:
                what = f"the {noun}s {quoted(other)} and {quoted(code)} are both called {quoted(folded)}"
                yield document.problem(path, what, "keep the word with one of them")
