"""Articles by how well they answer a question, each with the reasons."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nsmallest
from math import exp, fsum, sqrt
from operator import add, mul

from core.catalogue.fact_types import Role
from core.knowledge.articles import Article
from core.knowledge.asking import Asked
from core.knowledge.index import PAIRS, Index
from core.knowledge.terms import GROUP, bare, pieces
from core.knowledge.variants import Variants

#: articles that are looked at closely, and what a subject counts beside words where they are chosen
_CLOSELY, _AT_FIRST = 16, 0.12
#: what an article is weighed by, and how much each counts: `benchmarks/knowledge_weights.py` finds them
MEASURES = ("words", "wording", "subject", "text", "aspect", "put", "letters", "meaning")
WEIGHTS = (-0.18, 1.23, 1.77, 2.53, 1.37, 0.75, 0.16, 5.93)
#: what a word that no article has takes from all of them, beside one that they have
_UNKNOWN = 0.7
#: what is not the very question of an article is never surer than this
_ALMOST = 0.99
#: nearly the very words of a question leave no doubt, whatever its subject is heard to be
_SAME_WORDS = 9.0
#: subjects are told apart by so much; more adds nothing
_CERTAIN = 4.0
#: what the spread of words over subjects counts beside phrases that speak for them
_SPREAD = 0.04


@dataclass(frozen=True, slots=True)
class Hit:
    """An article, how likely it is the one asked for if any is (0 to 1), and what that is made of."""

    article: Article
    score: float
    #: what all its measures come to; no share of anything
    weight: float
    #: how much of the question the words of its own questions have
    words: float
    #: how much the most alike of its questions is like the one asked
    wording: float
    subject: float
    #: how much of the question the article itself speaks of
    text: float
    #: how much of what is asked of a thing (its fee, its term, where to go) is asked of the article
    aspect: float
    #: how much likelier one asks of it in these words, and in words of these letters, than of anything
    put: float
    letters: float
    #: how much both point to the same, by where their words do
    meaning: float
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

    @property
    def known(self) -> float:
        """How much of it any article has: 0 to 1."""
        return sum(max(meanings.values()) for meanings in self.said) / self.whole if self.whole else 0.0


def ranked(
    asked: Asked,
    query: Query,
    index: Index,
    role: Role | None = None,
    among: Collection[int] | None = None,
) -> list[Hit]:
    """The articles for people of a role that have anything of the question, the best first; of two alike by
    their codes. `among`: no others than these, by their places in the index.
    """
    subjects = subject_shares(asked, learned(query, index))
    shares = [subjects.get(code, 0.0) for code in index.subjects]
    sums = _sums(query, index) if among is None else _sums_among(among, query, index)
    whole = query.whole or 1.0
    exact = index.exact.get(bare(" ".join(pieces(asked.text))))
    subject_of = index.subject_of
    rough = [
        (-sums[at] / whole - _AT_FIRST * shares[subject_of[at]], at)
        for at in (range(len(sums)) if among is None else among)
        if sums[at] and (role is None or role in index.articles[at].audience)
    ]
    best = [at for _, at in nsmallest(_CLOSELY, rough)]
    if (
        among is None
        and exact is not None
        and exact not in best
        and (role is None or role in index.articles[exact].audience)
    ):
        best.append(exact)
    groups = [term for each in query.said for term in each if term.startswith(GROUP) and " " not in term]
    meant = index.meant_terms(asked.terms)
    by_words = index.by_words.put([term for term, _ in meant])
    direction = index.directions.of(meant)
    by_letters = index.by_letters.put(asked.words)
    hits = []
    for at in best:
        alike, text = _most_alike(at, query, index)
        aspect = sum(index.postings[term].get(at, 0.0) for term in groups) / (len(groups) or 1)
        measures = (
            sums[at] / whole,
            alike,
            shares[index.subject_of[at]],
            _said(at, query, index),
            aspect,
            index.by_words.likelier(at, by_words),
            index.by_letters.likelier(at, by_letters),
            index.directions.alike(at, direction),
        )
        weight = sum(map(mul, WEIGHTS, measures)) + _SAME_WORDS * alike**8
        hits.append(Hit(index.articles[at], 0.0, weight, *measures, text, at == exact))
    return sorted(_likely(hits), key=lambda hit: (-hit.score, hit.article.code))


def _likely(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The same with how likely each is the one meant, if one of them is."""
    most = max((hit.weight for hit in hits), default=0.0)
    whole = fsum(exp(hit.weight - most) for hit in hits)
    for hit in hits:
        share = exp(hit.weight - most) / whole
        yield replace(hit, score=1.0 if hit.exact else min(share, _ALMOST))


def _sums(query: Query, index: Index) -> list[float]:
    """What is said gives to each article: each thing by the likeliest of its meanings there."""
    sums = [0.0] * len(index.articles)
    for meanings in query.said:
        if len(meanings) == 1:
            ((term, weight),) = meanings.items()
            for at, share in index.postings[term].items():
                sums[at] += weight * share
            continue
        # a list is looked into faster than a dict, and a word typed without marks has many rows
        most = [0.0] * len(sums)
        rows = sorted(
            ((weight, index.postings[term]) for term, weight in meanings.items()),
            key=lambda row: -len(row[1]),
        )
        for at, share in rows[0][1].items():
            most[at] = rows[0][0] * share
        for weight, shares in rows[1:]:
            for at, share in shares.items():
                value, so_far = weight * share, most[at]
                if value > so_far:
                    most[at] = value
        sums = list(map(add, sums, most))
    return sums


def _sums_among(among: Collection[int], query: Query, index: Index) -> list[float]:
    """The same of some articles, quickly; 0 of the others."""
    sums = [0.0] * len(index.articles)
    for meanings in query.said:
        rows = [(weight, index.postings[term]) for term, weight in meanings.items()]
        for at in among:
            sums[at] += max(weight * shares.get(at, 0.0) for weight, shares in rows)
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
    known = frozenset(weights)
    for wording, terms, norm in index.wordings(at):
        both = terms & known
        if both:
            shared = sum([weights[term] for term in both])
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
