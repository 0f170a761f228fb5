"""In which articles each term stands, and how strongly."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

#: a term counts less the more often it has been counted in an article
_SATURATED = 1.2

#: the articles a term stands in, with how strongly
Row = Mapping[int, float]


class _Rows(dict[int, dict[int, float]]):
    """For each number of times an article may have a term: the article, with how strongly it stands there."""

    def __init__(self, at: int) -> None:
        self._at = at

    def __missing__(self, count: int) -> dict[int, float]:
        found = self[count] = {self._at: strength(count)}
        return found


def strength(count: int) -> float:
    """How strongly a term stands in an article that has it so often: 0 to 1."""
    return count / (count + _SATURATED)


class Postings(Mapping[str, Row]):
    """Terms, and pairs of those that follow each other, by where they stand.

    Articles are looked through for a term that is asked for, until the rows of all are laid out (`warm`).
    """

    def __init__(self, counts: Sequence[Mapping[str, int]], begin: int) -> None:
        """`counts`: how often each article has each term; `begin`: the place of the first."""
        self._begin = begin
        self._counts = counts
        #: in how many articles each term stands
        self.many: Mapping[str, int] = Counter(chain.from_iterable(counts))
        self._rows: dict[str, dict[int, float]] = {}

    def __getitem__(self, term: str) -> Row:
        row = self._rows.get(term)
        return self._looked_for(term) if row is None else row

    def _looked_for(self, term: str) -> Row:
        if term not in self.many:
            raise KeyError(term)
        # in this order: another thread may lay out all rows meanwhile, after which nothing is counted
        counted, row = self._counts, self._rows.get(term)
        if row is None:
            articles = enumerate(counted, self._begin)
            row = {at: strength(counts[term]) for at, counts in articles if term in counts}
            self._rows[term] = row
        return row

    def warm(self) -> Iterator[None]:
        """Lays out the rows of all terms, those of an article at each step: far less work than one by one."""
        laid: dict[str, dict[int, float]] = {}
        for at, counts in enumerate(self._counts, self._begin):
            rows = _Rows(at)
            for term, count in counts.items():
                row = rows[count]
                found = laid.setdefault(term, row)
                if len(found) > 1:
                    found.update(row)
                elif found is not row:
                    # three terms of four stand in one article alone: those that do so alike have one row
                    laid[term] = {**found, **row}
            yield
        self._rows = laid
        self._counts = ()

    def __contains__(self, term: object) -> bool:
        return term in self.many

    def __iter__(self) -> Iterator[str]:
        return iter(self.many)

    def __len__(self) -> int:
        return len(self.many)
