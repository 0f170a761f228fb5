"""How likely an article's own questions are put as one asked is: naive Bayes over their words, or letters.

What ranking by rarity leaves out ("bao lâu", "có phải", "thế nào") tells articles of one thing apart, so no
word is empty here, and marks do not count.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from math import fsum, log, log1p, sqrt

from core.knowledge.terms import BREAK
from core.layered import Over

#: a feature that none of an article's questions has counts as if so much of one had it
_UNSEEN = 0.03

#: a word, two that follow each other ("bao lau"), or letters
Feature = str
#: the parts of a text of words in small letters without marks, and the features of a part
Parts = Callable[[Sequence[str]], Sequence[Feature]]
Features = Callable[[Feature], Sequence[Feature]]
#: of an article, by its place, texts of words in small letters without marks
Texts = Callable[[int], Iterable[Sequence[str]]]


@dataclass(frozen=True)
class Questions:
    """The questions of so many articles, so many in all, looked up when they are needed."""

    of: Texts
    articles: int
    whole: int


def words_and_pairs(words: Sequence[str]) -> Sequence[Feature]:
    """Each word, and each two that follow each other."""
    return [*words, *map(" ".join, pairwise(words))]


@lru_cache(maxsize=65_536)
def letters(word: Feature) -> Sequence[str]:
    """Each three letters in a row of a word, its ends being letters, too: a slip spoils few of them."""
    ended = f" {word} "
    return tuple([ended[at : at + 3] for at in range(len(ended) - 2)])


def _nothing(_: int) -> Sequence[Sequence[str]]:
    return ()


def of_words(
    questions: Questions, counts: Mapping[str, int], beside: Texts = _nothing, below: "Bayes | None" = None
) -> "Bayes":
    """By words and pairs, of which `counts` tells how often each is in the questions.

    `beside`: sentences that an article is learned from, too, as far as questions have their words.
    `below`: of the articles that stand before these.
    """
    return Bayes(questions, words_and_pairs, None, counts, beside, below)


def of_letters(questions: Questions, counts: Mapping[str, int], below: "Bayes | None" = None) -> "Bayes":
    """By letters, of which `counts` tells how often each three are in the questions."""
    return Bayes(questions, _same, letters, counts, below=below)


def letters_in(words: Mapping[str, int]) -> dict[str, int]:
    """How often each three letters in a row are in words that are so often."""
    counts: dict[str, int] = {}
    for word, count in words.items():
        for three in letters(word) if word != BREAK else ():
            counts[three] = counts.get(three, 0) + count
    return counts


def _same(words: Sequence[str]) -> Sequence[str]:
    return words


class _Summed(dict[Feature, float]):
    """What values of the features of each part come to; worked out when first needed."""

    def __init__(self, features: Features, values: Mapping[Feature, float]) -> None:
        self._features = features
        self._values = values

    def __missing__(self, part: Feature) -> float:
        found = self[part] = sum([self._values[each] for each in self._features(part)])
        return found


class _Squares(dict[Feature, float]):
    """The square of how rare each feature is; worked out when first needed."""

    def __init__(self, rarities: Mapping[Feature, float]) -> None:
        self._rarities = rarities

    def __missing__(self, feature: Feature) -> float:
        found = self[feature] = self._rarities[feature] ** 2
        return found


@dataclass(frozen=True, slots=True)
class Put:
    """How a question is put: its features, by what each counts; and how likely any question is put so."""

    features: Mapping[Feature, float]
    usual: float
    #: each with what it counts and how rare it is; and what all count
    rare: Sequence[tuple[Feature, float, float]]
    whole: float


class Bayes:
    """Of each article only what it is asked about is worked out, and kept: how much of each feature its
    questions have. What that adds is worked out for the features of the one asked.
    """

    def __init__(
        self,
        questions: Questions,
        parts: Parts,
        features: Features | None,
        counts: Mapping[Feature, int],
        beside: Texts = _nothing,
        below: "Bayes | None" = None,
    ) -> None:
        """`features`: None where each part is one; `counts`: how often each is in the questions.

        What `below` knows a feature by, it is known by here, so that its articles need not be learned anew:
        only features that it lacks count by how often they are here.
        """
        self._questions = questions
        self._beside = beside
        self._parts = parts
        self._features = features
        self._below = below
        #: the place of the first article here
        self._begin = below.end if below else 0
        self._whole: int = below._whole if below else 1 + questions.whole
        if below:
            counts = {each: count for each, count in counts.items() if each not in below._counts}
        times = Counter(counts.values())
        rarities = {each: max(0.0, log(self._whole / (1 + each))) + 1 for each in times}
        rare = dict(zip(counts, map(rarities.__getitem__, counts.values()), strict=True))
        self._size: float = (
            below._size
            if below
            else log(fsum([each * n * rarities[each] for each, n in times.items()]) or 1.0)
        )
        self._many: int = below._many if below else len(counts)
        self._counts: Mapping[Feature, int] = Over(counts, below._counts) if below else counts
        self._rarities: Mapping[Feature, float] = Over(rare, below._rarities) if below else rare
        self._square_of: Mapping[Feature, float] = _Squares(rare)
        if below:
            self._square_of = Over({each: rare[each] ** 2 for each in rare}, below._square_of)
        #: what the features of each part come to, and their squares
        self._wholes = self._rarities if features is None else _Summed(features, self._rarities)
        self._squares = self._square_of if features is None else _Summed(features, self._square_of)
        self._known: dict[int, tuple[Mapping[Feature, float], float]] = {}

    @property
    def end(self) -> int:
        """The place behind that of the last article."""
        return self._begin + self._questions.articles

    def put(self, words: Sequence[str]) -> Put:
        """The features of a question that any article has; their squares come to 1."""
        rarities = self._rarities
        counts = Counter([each for each in self._featured(words) if each in rarities])
        found = {each: (1 + log(count)) * rarities[each] for each, count in counts.items()}
        length = sqrt(fsum([each * each for each in found.values()])) or 1.0
        shares = {each: value / length for each, value in found.items()}
        usual = [
            share * (log(self._counts[each] * rarities[each]) - self._size) for each, share in shares.items()
        ]
        rare = [(each, share, rarities[each]) for each, share in shares.items()]
        return Put(shares, fsum(usual), rare, fsum(shares.values()))

    def _featured(self, words: Sequence[str]) -> Iterable[Feature]:
        parts = self._parts(words)
        return parts if self._features is None else chain.from_iterable(map(self._features, parts))

    def likelier(self, at: int, put: Put) -> float:
        """How much likelier a question of this article is put so than any: a logarithm."""
        found, size = self.learned(at)
        has = found.get
        own = [
            share * log1p(much * rarity / _UNSEEN) for each, share, rarity in put.rare if (much := has(each))
        ]
        return fsum(own) - size * put.whole - put.usual

    def learned(self, at: int) -> tuple[Mapping[Feature, float], float]:
        """What is known of an article: worked out when it is first asked about, then kept."""
        if self._below is not None and at < self._begin:
            return self._below.learned(at)
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._learned(at)
        return known

    def _learned(self, at: int) -> tuple[Mapping[Feature, float], float]:
        """How much of each feature an article's questions have, and what all of it takes from each.

        A question, or a sentence beside them, has as much as any other, however long it is.
        """
        parts_of, squares, wholes = self._parts, self._squares.__getitem__, self._wholes.__getitem__
        found: defaultdict[Feature, float] = defaultdict(float)
        mass = 0.0
        beside = [[part for part in parts_of(each) if part in self._counts] for each in self._beside(at)]
        for parts in chain(map(parts_of, self._questions.of(at)), beside):
            each = 1 / (sqrt(sum(map(squares, parts))) or 1.0)
            mass += each * sum(map(wholes, parts))
            for part in parts:
                found[part] += each
        size = log(mass / _UNSEEN + self._many)
        if self._features is None:
            return found, size
        spread: defaultdict[Feature, float] = defaultdict(float)
        for part, share in found.items():
            for feature in self._features(part):
                spread[feature] += share
        return spread, size
