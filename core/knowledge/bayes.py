"""How likely an article's own questions are put as one asked is: naive Bayes over their words, or letters.

What ranking by rarity leaves out ("bao lâu", "có phải", "thế nào") tells articles of one thing apart, so no
word is empty here, and marks do not count.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from math import fsum, log, log1p, sqrt

#: a feature that none of an article's questions has counts as if so much of one had it
_UNSEEN = 0.03

#: the features of a text of words in small letters without marks
Features = Callable[[Sequence[str]], Sequence[str]]
Questions = Sequence[Sequence[Sequence[str]]]


def words_and_pairs(words: Sequence[str]) -> Sequence[str]:
    """Each word, and each two that follow each other."""
    return [*words, *map(" ".join, pairwise(words))]


def letters(words: Sequence[str]) -> Sequence[str]:
    """Each three letters in a row of each word, its ends being letters, too: a slip spoils few of them."""
    return list(chain.from_iterable(map(_threes, words)))


def _same(parts: Sequence[str]) -> Sequence[str]:
    return parts


@lru_cache(maxsize=65_536)
def _threes(word: str) -> tuple[str, ...]:
    ended = f" {word} "
    return tuple([ended[at : at + 3] for at in range(len(ended) - 2)])


def of_words(questions: Questions) -> "Bayes":
    """By words and pairs; `questions`: of each article its own, as words in small letters without marks."""
    every = chain.from_iterable(questions)
    counts = Counter(chain.from_iterable(map(words_and_pairs, every)))
    return Bayes(questions, words_and_pairs, _same, counts)


def of_letters(questions: Questions) -> "Bayes":
    """By letters, which count as often as the words that have them."""
    counts: dict[str, int] = {}
    for word, count in Counter(chain.from_iterable(chain.from_iterable(questions))).items():
        for three in _threes(word):
            counts[three] = counts.get(three, 0) + count
    return Bayes(questions, _same, letters, counts)


@dataclass(frozen=True, slots=True)
class Put:
    """How a question is put: its features, by what each counts; and how likely any question is put so."""

    features: Mapping[str, float]
    usual: float


class Bayes:
    """Of each article only what it is asked about is worked out, and kept."""

    def __init__(
        self, questions: Questions, parts: Features, features: Features, counts: Mapping[str, int]
    ) -> None:
        """`counts`: how often each feature is in the questions, of which each part alone has the same."""
        self._questions = questions
        self._parts = parts
        self._features = features
        #: what the features of each part come to, as far as it was needed
        self._squares: dict[str, float] = {}
        self._known: dict[int, tuple[dict[str, float], float]] = {}
        whole = 1 + sum(map(len, questions))
        self._rarities = {each: max(0.0, log(whole / (1 + count))) + 1 for each, count in counts.items()}
        self._masses = {each: count * self._rarities[each] for each, count in counts.items()}
        self._size = log(fsum(self._masses.values()) or 1.0)

    def put(self, words: Sequence[str]) -> Put:
        """The features of a question that any article has; their squares come to 1."""
        rarities = self._rarities
        counts = Counter([each for each in self._features(self._parts(words)) if each in rarities])
        found = {each: (1 + log(count)) * rarities[each] for each, count in counts.items()}
        length = sqrt(fsum([each * each for each in found.values()])) or 1.0
        shares = {each: value / length for each, value in found.items()}
        masses, size = self._masses, self._size
        return Put(shares, fsum([share * (log(masses[each]) - size) for each, share in shares.items()]))

    def likelier(self, at: int, put: Put) -> float:
        """How much likelier a question of this article is put so than any: a logarithm."""
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._learned(at)
        gains, size = known
        shares = put.features
        own = fsum([share * gains.get(each, 0.0) for each, share in shares.items()])
        return own - size * fsum(shares.values()) - put.usual

    def _learned(self, at: int) -> tuple[dict[str, float], float]:
        """What each feature of an article's questions adds, and what all of it takes from each."""
        rarities, squares, features = self._rarities, self._squares, self._features
        found: dict[str, float] = {}
        for question in self._questions[at]:
            parts = self._parts(question)
            for part in parts:
                if part not in squares:
                    squares[part] = fsum([rarities[each] ** 2 for each in features((part,))])
            each = 1 / (sqrt(sum([squares[part] for part in parts])) or 1.0)
            for part in parts:
                found[part] = found.get(part, 0.0) + each
        masses: dict[str, float] = {}
        for part, count in found.items():
            for feature in features((part,)):
                masses[feature] = masses.get(feature, 0.0) + count * rarities[feature]
        size = log(fsum(masses.values()) / _UNSEEN + len(rarities))
        return {feature: log1p(mass / _UNSEEN) for feature, mass in masses.items()}, size
