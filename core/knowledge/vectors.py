"""Where terms point to: those that ask for the same things point the same way, also where no word is shared.

The rows of content/knowledge/vectors.tsv are found from the questions of articles, and labelled ones, by
`benchmarks/knowledge_vectors.py`: a term, how long a step is, and its direction in such steps as base64. A
text points to where its terms point together, an article to where its questions do.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum, sqrt
from operator import mul
from struct import Struct

from core.knowledge.bayes import Questions

#: numbers that each row has, and the largest of them
SIZE, STEPS = 64, 127
_ROW = Struct(f"{SIZE}b")
_NOWHERE = (0.0,) * SIZE


@dataclass(frozen=True, slots=True)
class Vectors:
    """Terms as `Index.meant` has them, each by the length of a step and its steps."""

    rows: Mapping[str, tuple[float, bytes]] = field(default_factory=dict)

    def of(self, terms: Iterable[tuple[str, float]]) -> Sequence[float]:
        """Where terms point together, each by how much it matters: of length 1, or 0 for unknown ones."""
        most: dict[str, float] = {}
        for term, matters in terms:
            if term in self.rows and most.get(term, 0.0) < matters:
                most[term] = matters
        if not most:
            return _NOWHERE
        sums = [0.0] * SIZE
        for term, matters in most.items():
            length, row = self.rows[term]
            by = length * matters
            sums = [so_far + by * step for so_far, step in zip(sums, _ROW.unpack(row), strict=True)]
        return unit(sums)


def unit(sums: Sequence[float]) -> Sequence[float]:
    """The same direction with length 1."""
    length = sqrt(sum(map(mul, sums, sums)))
    return [each / length for each in sums] if length else sums


class Directions:
    """Where each article points: worked out when it is first asked about, then kept."""

    def __init__(
        self,
        vectors: Vectors,
        questions: Questions,
        below: "Directions | None" = None,
    ) -> None:
        """`questions`: in terms; `below`: of the articles before these."""
        self._vectors = vectors
        self.questions = questions
        self._below = below
        #: the place of the first article here
        self._begin: int = below._begin + below.questions.articles if below else 0
        self._known: dict[int, array[float]] = {}

    def of(self, terms: Iterable[tuple[str, float]]) -> Sequence[float]:
        """Where a question points."""
        return self._vectors.of(terms)

    def alike(self, at: int, asked: Sequence[float]) -> float:
        """How much an article points where a question does: 1 for the same way, 0 for nothing in common."""
        return fsum(map(mul, self.learned(at), asked))

    def learned(self, at: int) -> Sequence[float]:
        """Where an article points: its questions together, each as much as any other."""
        if self._below is not None and at < self._begin:
            return self._below.learned(at)
        known = self._known.get(at)
        if known is None:
            each = [self._vectors.of((term, 1.0) for term in terms) for terms in self.questions.of(at)]
            known = self._known[at] = array("f", unit([sum(column) for column in zip(*each, strict=True)]))
        return known


def read_vectors(text: str) -> Vectors:
    """The rows of a file. Raises ValueError naming the line that is none."""
    rows: dict[str, tuple[float, bytes]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            term, length, steps = line.split("\t")
            row = b64decode(steps, validate=True)
            rows[term] = (float(length), row)
        except ValueError:
            raise ValueError(f"line {number} is no term, length and direction") from None
        if len(row) != SIZE:
            raise ValueError(f"line {number} has {len(row)} numbers and not {SIZE}")
    return Vectors(rows)


def written(vectors: Mapping[str, Sequence[float]]) -> str:
    """The same as a file, of any numbers: `read_vectors` reads them as near as steps allow."""
    lines = []
    for term, numbers in sorted(vectors.items()):
        length = max(map(abs, numbers)) / STEPS or 1.0
        steps = b64encode(_ROW.pack(*(round(number / length) for number in numbers))).decode("ascii")
        lines.append(f"{term}\t{length:.4g}\t{steps}\n")
    return "".join(lines)
