"""Where the words of questions point to, found from the questions of the articles and labelled ones.

    uv run python -m benchmarks.knowledge_vectors      # some minutes, one core; writes the shipped file anew

Begins with chance directions. Of each question its words are then turned a little towards the middle of its
article's other questions, and away from articles that point as it does and are not meant (the slope of a
softmax over all articles; AdaGrad). Words that stand in one question only are left out.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt
from operator import mul

from benchmarks.knowledge_labels import labelled
from bot.articles import load_articles
from bot.content import CONTENT
from bot.understanding import load_speech
from core.knowledge.check import VECTORS, KnowledgeBase
from core.knowledge.finding import Finder
from core.knowledge.scoring import LabelledQuestion
from core.knowledge.vectors import SIZE, Vectors, read_vectors, unit, written
from core.understanding.lexicon import short_forms
from core.understanding.words import ShortForm

#: how often all questions are gone through, and after how many the middles are worked out anew
EPOCHS, RENEWED = 2, 500
#: how far words are turned, how sharply articles are told apart, and the share of words that is left out
RATE, SHARPLY, DROPPED = 0.05, 12.0, 0.1
#: words that stand in fewer questions are left out; what is likelier by less than this turns nothing
FEWEST, LITTLE = 2, 0.002

Numbers = Sequence[float]


@dataclass(frozen=True)
class Example:
    """A question as terms, each by how much it matters; its article, and whether it is one of its own."""

    terms: Sequence[tuple[str, float]]
    article: str
    own: bool


def examples(
    base: KnowledgeBase, short: Mapping[str, tuple[ShortForm, ...]], labels: Iterable[LabelledQuestion]
) -> list[Example]:
    """The questions of the articles, and labelled ones that have one article."""
    finder = Finder(base, short)
    index = finder.index
    own = [
        Example([(term, 1.0) for term in dict.fromkeys(question)], article.code, own=True)
        for at, article in enumerate(index.articles)
        for question in index.directions.questions.of(at)
    ]
    heard = [(finder.heard(each.text)[0], each.articles[0]) for each in labels if len(each.articles) == 1]
    return own + [Example(index.meant_terms(asked.terms), code, own=False) for asked, code in heard]


class Turning:
    """Words with where they point, and how much each was turned so far."""

    def __init__(self, questions: Sequence[Example], chance: random.Random) -> None:
        counts = Counter(term for each in questions for term, _ in each.terms)
        self.chance = chance
        self.rarity = {
            term: log(len(questions) / count) + 0.5 for term, count in counts.items() if count >= FEWEST
        }
        known = [
            (each, [(term, much) for term, much in each.terms if term in self.rarity]) for each in questions
        ]
        self.questions = [Example(terms, each.article, each.own) for each, terms in known if terms]
        self.points = {
            term: [chance.gauss(0, 0.3 / sqrt(SIZE)) * rarity for _ in range(SIZE)]
            for term, rarity in sorted(self.rarity.items())
        }
        self.turned = {term: [1e-8] * SIZE for term in self.points}

    def sum_of(self, terms: Iterable[tuple[str, float]]) -> list[float]:
        points = self.points
        return [
            fsum(column)
            for column in zip(*([much * x for x in points[term]] for term, much in terms), strict=True)
        ]

    def epoch(self) -> None:
        """Goes through all questions once."""
        order = self.chance.sample(self.questions, len(self.questions))
        for begin in range(0, len(order), RENEWED):
            sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * SIZE)
            for each in self.questions:
                if each.own:
                    found = unit(self.sum_of(each.terms))
                    sums[each.article] = [a + b for a, b in zip(sums[each.article], found, strict=True)]
            middles = {code: unit(total) for code, total in sums.items()}
            for each in order[begin : begin + RENEWED]:
                self._turn(each, sums, middles)

    def _turn(self, each: Example, sums: Mapping[str, Numbers], middles: Mapping[str, Numbers]) -> None:
        terms = [pair for pair in each.terms if self.chance.random() > DROPPED] or each.terms
        total = self.sum_of(terms)
        length = sqrt(fsum(map(mul, total, total))) or 1.0
        asked = [x / length for x in total]
        right = middles.get(each.article, asked)
        if each.own:
            itself = unit(self.sum_of(each.terms))
            right = unit([a - b for a, b in zip(sums[each.article], itself, strict=True)])
        alike = {code: SHARPLY * sum(map(mul, asked, middle)) for code, middle in middles.items()}
        alike[each.article] = SHARPLY * sum(map(mul, asked, right))
        most = max(alike.values())
        shares = {code: exp(value - most) for code, value in alike.items()}
        whole = fsum(shares.values())
        slope = [-x for x in right]
        for code, share in shares.items():
            if share > LITTLE * whole:
                by, middle = share / whole, right if code == each.article else middles[code]
                slope = [a + by * b for a, b in zip(slope, middle, strict=True)]
        along = fsum(map(mul, slope, asked))
        slope = [SHARPLY * (a - along * b) / length for a, b in zip(slope, asked, strict=True)]
        for term, much in terms:
            turned = [a + (much * b) ** 2 for a, b in zip(self.turned[term], slope, strict=True)]
            self.turned[term] = turned
            rate = RATE * self.rarity[term] * much
            self.points[term] = [
                a - rate * b / sqrt(t) for a, b, t in zip(self.points[term], slope, turned, strict=True)
            ]


def found(questions: Sequence[Example]) -> Mapping[str, Numbers]:
    """Where each word points to."""
    turning = Turning(questions, random.Random(7))
    for _ in range(EPOCHS):
        turning.epoch()
    return turning.points


def vectors_of(
    base: KnowledgeBase, short: Mapping[str, tuple[ShortForm, ...]], labels: Iterable[LabelledQuestion]
) -> Vectors:
    """The same as the file of them would be read."""
    return read_vectors(written(found(examples(base, short, labels))))


def run() -> None:
    base, short = load_articles(CONTENT), short_forms(load_speech(CONTENT))
    text = written(found(examples(base, short, labelled(base))))
    (CONTENT / VECTORS).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    run()
