"""The weights answers are ranked and questions declined by, found from labelled questions.

    uv run python -m benchmarks.knowledge_weights      # some minutes, one core

Weights of articles are those under which the right ones are likeliest (a conditional logit), those of what
is not ours the same of yes and no (a logistic regression); both are kept small. Articles were given words
that the labelled questions lacked, so weights are found from a part of the articles' own questions, too, each
looked for where it does not stand. Where words point to is found without these and
without the labelled ones. Each figure is of labelled questions that its weights were not found from: five
parts, each measured by the weights of the others. What is printed goes into core/knowledge/ranking.py and
core/knowledge/ours.py.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt
from statistics import mean, pstdev

from benchmarks.knowledge_labels import labelled
from benchmarks.knowledge_vectors import vectors_of
from bot.articles import load_articles
from bot.content import CONTENT
from bot.understanding import load_speech
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import OURS, Finder
from core.knowledge.ours import TELLING, signs
from core.knowledge.ranking import MEASURES, WEIGHTS, ranked
from core.knowledge.scoring import LabelledQuestion
from core.understanding.lexicon import short_forms

PARTS, STEPS, RATE = 5, 150, 3.0
#: one of so many questions of an article is held back
HELD = 6
#: how strongly weights are held near nothing: those of articles, those of signs
SMALL_OF_ARTICLES, SMALL_OF_SIGNS = 0.05, 3.0
#: stands beside the signs, large so that its weight may be small
BESIDE = 10.0

Row = tuple[float, ...]


@dataclass(frozen=True)
class Case:
    """A question: the measures of its articles with what else they weigh and which are right, its signs."""

    ours: bool
    rows: list[Row]
    beside: list[float]
    right: list[bool]
    signs: Row


def held_back(base: KnowledgeBase, chance: random.Random) -> tuple[KnowledgeBase, list[LabelledQuestion]]:
    """The articles without a part of their questions, and those, each with its article."""
    questions, articles = [], {}
    for code, article in base.articles.items():
        vi = article.questions.vi
        held = set(chance.sample(vi, len(vi) // HELD))
        questions += [LabelledQuestion(text=text, scope="in", article=code) for text in sorted(held)]
        rest = article.questions.model_copy(update={"vi": tuple(text for text in vi if text not in held)})
        articles[code] = article.model_copy(update={"questions": rest})
    return replace(base, articles=articles), questions


def cases(finder: Finder, questions: Iterable[LabelledQuestion]) -> list[Case]:
    found = []
    for question in questions:
        asked, query = finder.heard(question.text)
        hits = ranked(asked, query, finder.index)
        if not hits:
            continue
        rows = [tuple(getattr(hit, name) for name in MEASURES) for hit in hits]
        right = [
            hit.article.code in question.articles
            if question.articles
            else hit.article.subject == question.subject
            for hit in hits
        ]
        beside = [hit.weight - dot(WEIGHTS, row) for hit, row in zip(hits, rows, strict=True)]
        told = signs(asked, query, hits[0])
        found.append(Case(question.scope == "in", rows, beside, right, told))
    return found


def dot(weights: Sequence[float], row: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def climbed(size: int, small: float, slope: Callable[[Sequence[float]], list[float]]) -> list[float]:
    """Weights at the top of a hill of which the slope is known (AdaGrad)."""
    weights, squares = [0.0] * size, [1e-9] * size
    for _ in range(STEPS):
        slopes = [each - small * weight for each, weight in zip(slope(weights), weights, strict=True)]
        squares = [all_ + each * each for all_, each in zip(squares, slopes, strict=True)]
        weights = [
            weight + RATE * each / sqrt(all_)
            for weight, each, all_ in zip(weights, slopes, squares, strict=True)
        ]
    return weights


def ranking_weights(known: Sequence[Case]) -> list[float]:
    """Those under which the right articles have most of the likelihood."""
    known = [case for case in known if case.ours and any(case.right)]

    def slope(weights: Sequence[float]) -> list[float]:
        total = [0.0] * len(MEASURES)
        for case in known:
            sums = weighed(case, weights)
            most = max(sums)
            shares = [exp(each - most) for each in sums]
            whole = sum(shares)
            ours = sum(share for share, right in zip(shares, case.right, strict=True) if right)
            for row, share, right in zip(case.rows, shares, case.right, strict=True):
                pull = (share / ours if right else 0.0) - share / whole
                total = [each + pull * value for each, value in zip(total, row, strict=True)]
        return total

    return climbed(len(MEASURES), SMALL_OF_ARTICLES, slope)


def weighed(case: Case, weights: Sequence[float]) -> list[float]:
    return [dot(weights, row) + more for row, more in zip(case.rows, case.beside, strict=True)]


def telling_weights(known: Sequence[Case]) -> list[float]:
    """Those of the signs, each held down by how much it spreads, then what is added to all."""
    columns = list(zip(*(case.signs for case in known), strict=True))
    middles, spreads = [mean(each) for each in columns], [pstdev(each) or 1.0 for each in columns]
    rows = [
        (*((sign - m) / s for sign, m, s in zip(case.signs, middles, spreads, strict=True)), BESIDE)
        for case in known
    ]

    def slope(weights: Sequence[float]) -> list[float]:
        total = [0.0] * (len(TELLING) + 1)
        for case, row in zip(known, rows, strict=True):
            pull = (not case.ours) - sure(dot(weights, row))
            total = [each + pull * value for each, value in zip(total, row, strict=True)]
        return total

    *weights, beside = climbed(len(TELLING) + 1, SMALL_OF_SIGNS, slope)
    weights = [weight / s for weight, s in zip(weights, spreads, strict=True)]
    return [*weights, beside * BESIDE - dot(weights, middles)]


def sure(weight: float) -> float:
    return 1 / (1 + exp(-max(-50.0, min(50.0, weight))))


def against(case: Case, weights: Sequence[float]) -> float:
    """How likely it is that a question is not ours."""
    return sure(dot(weights, (*case.signs, 1.0)))


def run() -> str:
    """The weights, and the figures of questions that they were not found from."""
    base, short = load_articles(CONTENT), short_forms(load_speech(CONTENT))
    chance = random.Random(7)
    less, questions = held_back(base, chance)
    vectors = vectors_of(less, short, ())
    held = cases(Finder(replace(less, vectors=vectors), short), questions)
    every = cases(Finder(replace(base, vectors=vectors), short), labelled(base))
    chance.shuffle(every)
    first = among = declined = wrongly = 0
    for part in range(PARTS):
        rest = [case for at, case in enumerate(every) if at % PARTS != part]
        ranking, telling = ranking_weights([*rest, *held]), telling_weights(rest)
        for case in every[part::PARTS]:
            is_declined = against(case, telling) > 1 - OURS
            declined += is_declined and not case.ours
            wrongly += is_declined and case.ours
            if case.ours and not is_declined:
                sums = weighed(case, ranking)
                best = sorted(range(len(sums)), key=lambda at: -sums[at])[:3]
                first += case.right[best[0]]
                among += any(case.right[at] for at in best)
    ours = sum(case.ours for case in every)
    others = len(every) - ours
    lines = [
        f"{'right first, among three':36}{100 * first / ours:.1f} %, {100 * among / ours:.1f} %",
        f"{'rightly declined, wrongly':36}{100 * declined / others:.1f} %, {100 * wrongly / ours:.1f} %",
    ]
    for names, weights in (
        (MEASURES, ranking_weights([*every, *held])),
        ((*TELLING, "and"), telling_weights(every)),
    ):
        lines.append(", ".join(f"{name} {weight:.2f}" for name, weight in zip(names, weights, strict=True)))
    return "\n".join(lines)


if __name__ == "__main__":
    print(run())
