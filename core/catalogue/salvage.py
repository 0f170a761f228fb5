"""What can still be read of a document with mistakes in it, so that all others can be named at once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from core.catalogue.documents import Data, Document, Path
from core.catalogue.parse import Parsed, expected_words
from core.catalogue.problems import Problem

M = TypeVar("M", bound=BaseModel)

#: what stands where something is missing, one after the other until one of them fits
_STAND_INS: tuple[Data, ...] = ("…", {"vi": "…", "en": "…"})
#: a mistake is taken out after at most three tries; that may bring up another one around it
_ROUNDS = 8
#: shorter codes are words like any other
_TELLING = 3


@dataclass(frozen=True)
class Salvaged(Generic[M]):
    """A document as if it had no mistakes, with its lines, and what had to give way for that."""

    parsed: Parsed[M]
    #: where something was taken out or replaced
    gaps: frozenset[int] = frozenset()
    #: codes of the entries that were taken out
    lost: frozenset[str] = frozenset()

    def explains(self, problem: Problem) -> bool:
        """Whether a finding of later checks may only be there because of what gave way."""
        if problem.as_written:
            return False
        is_here = problem.file == self.parsed.document.file
        if is_here and problem.line in self.gaps:
            return True
        return any(re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", problem.what) for code in self.lost)


def salvage(model: type[M], document: Document) -> Salvaged[M] | None:
    """The document without its mistakes; None where too little of it would be left.

    A text that is missing and a word that is not known get a stand-in, another wrong value goes, and if that
    does not help the entry of the list it stands in.
    """
    mend = _Mend(document)
    for _ in range(_ROUNDS):
        rest = mend.rest()
        try:
            parsed = Parsed(model.model_validate(rest.data), rest)
        except ValidationError as error:
            mended = [mend.out(detail) for detail in error.errors(include_url=False)]
            if not all(mended):
                return None
        else:
            return Salvaged(parsed, frozenset(mend.gaps()), frozenset(mend.lost()))
    return None


class _Mend:
    """A document and what is changed in it, by paths of the document as it was read."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._dropped: set[Path] = set()
        self._put: dict[Path, Data] = {}
        self._tries = Counter[Path]()
        self._was: dict[Path, Path] = {}

    def rest(self) -> Document:
        """What is left, each thing with the line it stood on."""
        lines: dict[Path, int] = {}
        self._was = {}
        data = self._copy(self._document.data, (), (), lines)
        return Document(self._document.file, data, lambda: lines)

    def out(self, detail: ErrorDetails) -> bool:
        """Do something about one mistake of the rest; False where nothing can be done."""
        path = self._before(tuple(step for step in detail["loc"] if step != "[key]"))
        tries, self._tries[path] = self._tries[path], self._tries[path] + 1
        words = expected_words(detail)
        if detail["type"] == "missing" and tries == 0:
            self._put[path] = _STAND_INS[0]
        elif path in self._put and tries < len(_STAND_INS):
            self._put[path] = _STAND_INS[tries]
        elif words and tries == 0 and path in self._document.lines:
            self._put[path] = words[0]
        elif tries == 0 and path in self._document.lines and path:
            self._dropped.add(path)
        else:
            entry = self._entry(path)
            self._dropped.add(entry)
            return bool(entry)
        return True

    def gaps(self) -> Iterator[int]:
        """Lines of what was changed and of the entries around it; not of texts that nothing hangs on."""
        changed = self._dropped | {path for path, value in self._put.items() if value not in _STAND_INS}
        for path in changed:
            yield from (self._document.line(path[:end]) for end in range(2, len(path) + 1))

    def lost(self) -> Iterator[str]:
        for path in self._dropped:
            yield from _codes(_at(self._document.data, path))

    def _copy(self, data: Data, old: Path, new: Path, lines: dict[Path, int]) -> Data:
        self._was[new] = old
        lines[new] = self._document.line(old)
        if old in self._put:
            return self._put[old]
        if isinstance(data, list):
            kept = [index for index in range(len(data)) if (*old, index) not in self._dropped]
            return [self._copy(data[at], (*old, at), (*new, to), lines) for to, at in enumerate(kept)]
        if isinstance(data, dict):
            added = {str(path[-1]): None for path in self._put if path[:-1] == old and path}
            keys = [key for key in {**data, **added} if (*old, key) not in self._dropped]
            return {key: self._copy(data.get(key), (*old, key), (*new, key), lines) for key in keys}
        return data

    def _before(self, path: Path) -> Path:
        """The path in the document as it was read of one in what is left."""
        end = len(path)
        while path[:end] not in self._was:
            end -= 1
        return (*self._was[path[:end]], *path[end:])

    def _entry(self, path: Path) -> Path:
        """The entry of a list that a path leads into, the innermost one that is still there; () if none."""
        ends = (end for end in range(len(path), 0, -1) if isinstance(path[end - 1], int))
        return next((path[:end] for end in ends if path[:end] not in self._dropped), ())


def _at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _codes(data: Data) -> Iterator[str]:
    """The codes of a thing and of all in it."""
    if isinstance(data, dict):
        code = data.get("code")
        if isinstance(code, str) and len(code) >= _TELLING:
            yield code
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _codes(part)
