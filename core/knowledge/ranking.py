"""Articles by how well they answer a question, each with the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import sqrt
from operator import add

from core.knowledge.articles import Article
from core.knowledge.asking import Asked
from core.knowledge.index import PAIRS, Index
from core.knowledge.terms import GROUP, bare, pieces
from core.knowledge.variants import Variants

#: articles that are looked at closely
_CLOSELY = 14
#: what counts how much: words of its questions, its most alike question, its subject, all it says, what is
#: asked of it
_WORDS, _WORDING, _SUBJECT, _TEXT, _ASPECT = 0.19, 0.24, 0.43, 0.05, 0.09
#: what a word that no article has takes from all of them, beside one that they have
_UNKNOWN = 0.7
#: what is not the very question of an article comes no nearer than this
_ALMOST = 0.99
#: a question that says less than this (two or three usual words) is no sure one
_ENOUGH = 4.0
#: subjects are told apart by so much; more adds nothing
_CERTAIN = 4.0
#: what the spread of words over subjects counts beside phrases that speak for them
_SPREAD = 0.04


@dataclass(frozen=True, slots=True)
class Hit:
    """An article with its score (0 to 1), and what the score is made of."""

    article: Article
    score: float
    words: float
    wording: float
    subject: float
    #: how much of the question the article itself speaks of
    text: float
    #: how much of what is asked of a thing (its fee, its term, where to go) is asked of the article
    aspect: float
    #: the wording that is most alike
    alike: str
    exact: bool = False


@dataclass(frozen=True)
class Query:
    """A question in terms of the index: each thing said, by what it may be and how much that says."""

    said: tuple[dict[str, float], ...]
    #: what all of it would say, with what no article has
    whole: float

    @cached_property
    def weights(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for meanings in self.said:
            for term, weight in meanings.items():
                found[term] = max(found.get(term, 0.0), weight)
        return found


def ranked(asked: Asked, index: Index, variants: Variants) -> list[Hit]:
    """The articles that have anything of the question, the best first; of two alike by their codes."""
    query = query_of(asked, index, variants)
    subjects = subject_shares(asked, learned(query, index))
    shares = [subjects.get(code, 0.0) for code in index.subjects]
    sums = _sums(query, index)
    whole = query.whole or 1.0
    rough = [
        (-_WORDS * total / whole - _SUBJECT * shares[subject], at)
        for at, (total, subject) in enumerate(zip(sums, index.subject_of, strict=True))
        if total
    ]
    best = [at for _, at in nsmallest(_CLOSELY, rough)]
    exact = index.exact.get(bare(" ".join(pieces(asked.text))))
    if exact is not None and exact not in best:
        best.append(exact)
    groups = [term for each in query.said for term in each if term.startswith(GROUP) and " " not in term]
    hits = []
    for at in best:
        article = index.articles[at]
        alike, text = _most_alike(at, query, index)
        words, subject = sums[at] / whole, shares[index.subject_of[at]]
        said = _said(at, query, index)
        aspect = sum(index.postings[term].get(at, 0.0) for term in groups) / (len(groups) or 1)
        score = _WORDS * words + _WORDING * alike + _SUBJECT * subject + _TEXT * said + _ASPECT * aspect
        # nearly the very words of a question leave no doubt, whatever its subject is heard to be
        score = max(score, alike**4) * min(1.0, query.whole / _ENOUGH)
        score = 1.0 if at == exact else min(score, _ALMOST)
        hits.append(Hit(article, score, words, alike, subject, said, aspect, text, at == exact))
    return sorted(hits, key=lambda hit: (-hit.score, hit.article.code))


def _sums(query: Query, index: Index) -> list[float]:
    """What is said gives to each article: each thing by the likeliest of its meanings there."""
    sums = [0.0] * len(index.articles)
    for meanings in query.said:
        if len(meanings) == 1:
            ((term, weight),) = meanings.items()
            for at, share in index.postings[term].items():
                sums[at] += weight * share
            continue
        most: dict[int, float] = {}
        for term, weight in meanings.items():
            for at, share in index.postings[term].items():
                value = weight * share
                if value > most.get(at, 0.0):
                    most[at] = value
        for at, value in most.items():
            sums[at] += value
    return sums


def query_of(asked: Asked, index: Index, variants: Variants) -> Query:
    said: list[dict[str, float]] = []
    whole = 0.0
    seen: dict[str, float] = {}
    before: tuple[dict[str, float], float] | None = None
    words = [(part, matters) for typed, matters in asked.terms for part in variants.parts(typed)]
    for typed, matters in words:
        single = variants.of(typed, marked=asked.marked)
        if single.keys() == {""}:
            continue
        empty = single.pop("", 0.0)
        pairs = variants.of_pair(before[0], single) if before else {}
        both = min(before[1], matters) if before else 0.0
        before = (single, matters)
        for key, found, share in ((typed, single, matters), (f"{typed} +", pairs, both * PAIRS)):
            if not found or seen.get(key, 0.0) >= share:
                continue
            seen[key] = share
            meanings = {term: share * sure * index.rarity(term) for term, sure in found.items()}
            said.append(meanings)
            # what is told around the question helps, and is not asked of an article
            whole += max(meanings.values()) * share
        if not single and typed not in seen:
            seen[typed] = matters
            whole += matters * matters * (1 - empty) * _UNKNOWN * index.unknown
    return Query(tuple(said), whole)


def _said(at: int, query: Query, index: Index) -> float:
    """How much of the question stands in the article: 1 for all of it."""
    terms = index.says(at)
    total = 0.0
    for meanings in query.said:
        total += max([weight for term, weight in meanings.items() if term in terms], default=0.0)
    return total / query.whole if query.whole else 0.0


def _most_alike(at: int, query: Query, index: Index) -> tuple[float, str]:
    """The question of an article that is most like the one asked, and how much: 1 for the same."""
    best, text = 0.0, ""
    weights = query.weights
    for (wording, terms), norm in zip(index.wordings[at], index.norms(at), strict=True):
        shared = sum([weights[term] for term in terms if term in weights])
        if shared:
            alike = min(1.0, shared / sqrt(norm * query.whole))
            if alike > best:
                best, text = alike, wording
    return best, text


def learned(query: Query, index: Index) -> dict[str, float]:
    """How much the words of a question speak for each subject, by how they are spread over articles."""
    total = [0.0] * len(index.subjects)
    for meanings in query.said:
        rows = [[weight * odds for odds in index.odds(term)] for term, weight in meanings.items()]
        total = list(map(add, total, rows[0] if len(rows) == 1 else map(max, *rows)))
    return dict(zip(index.subjects, total, strict=True))


def subject_shares(asked: Asked, spread: Mapping[str, float]) -> dict[str, float]:
    """How surely a question is about each subject: 0 to 1.

    Phrases that speak for one count most, then how its words are spread over the subjects.
    """
    sums = {code: _SPREAD * value for code, value in spread.items()}
    for heard in asked.subjects:
        sums[heard.code] = sums.get(heard.code, 0.0) + heard.weight
    sums = {code: total for code, total in sums.items() if total > 0}
    most = max(sums.values(), default=0.0)
    return {code: min(1.0, total / _CERTAIN) * (total / most) for code, total in sums.items()}
