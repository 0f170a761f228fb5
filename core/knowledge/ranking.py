"""Articles by how well they answer a question, each with the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf, sqrt

from core.knowledge.articles import Article
from core.knowledge.asking import Asked
from core.knowledge.index import Index
from core.knowledge.terms import GROUP, bare, pieces

#: articles that are looked at closely
_CLOSELY = 14
#: what counts how much: words of its questions, its most alike question, its subject, all it says, what is
#: asked of it
_WORDS, _WORDING, _SUBJECT, _TEXT, _ASPECT = 0.19, 0.24, 0.43, 0.05, 0.09
#: pairs of words beside single ones
_PAIRS = 0.45
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


def ranked(asked: Asked, index: Index) -> list[Hit]:
    """The articles that have anything of the question, the best first; of two alike by their codes."""
    query = query_of(asked, index)
    subjects = subject_shares(asked, learned(query, index))
    sums: dict[int, float] = {}
    for meanings in query.said:
        _add(sums, meanings, index)
    whole = query.whole or 1.0
    rough = {
        at: _WORDS * total / whole + _SUBJECT * subjects.get(index.articles[at].subject, 0.0)
        for at, total in sums.items()
    }
    best = sorted(rough, key=lambda at: (-rough[at], at))[:_CLOSELY]
    exact = index.exact.get(bare(" ".join(pieces(asked.text))))
    if exact is not None and exact not in best:
        best.append(exact)
    asked_of = _aspects(query, index)
    hits = []
    for at in best:
        article = index.articles[at]
        alike, text = _most_alike(article, query, index)
        words, subject = sums.get(at, 0.0) / whole, subjects.get(article.subject, 0.0)
        said = _said(article, query, index)
        aspect = asked_of.get(at, 0.0)
        score = _WORDS * words + _WORDING * alike + _SUBJECT * subject + _TEXT * said + _ASPECT * aspect
        # nearly the very words of a question leave no doubt, whatever its subject is heard to be
        score = max(score, alike**4) * min(1.0, query.whole / _ENOUGH)
        score = 1.0 if at == exact else min(score, _ALMOST)
        hits.append(Hit(article, score, words, alike, subject, said, aspect, text, at == exact))
    return sorted(hits, key=lambda hit: (-hit.score, hit.article.code))


def _add(sums: dict[int, float], meanings: Mapping[str, float], index: Index) -> None:
    """What one thing said gives to each article: by the likeliest of its meanings there."""
    if len(meanings) == 1:
        ((term, weight),) = meanings.items()
        for at, share in index.postings[term]:
            sums[at] = sums.get(at, 0.0) + weight * share
        return
    most: dict[int, float] = {}
    for term, weight in meanings.items():
        for at, share in index.postings[term]:
            most[at] = max(most.get(at, 0.0), weight * share)
    for at, value in most.items():
        sums[at] = sums.get(at, 0.0) + value


def query_of(asked: Asked, index: Index) -> Query:
    said: list[dict[str, float]] = []
    whole = 0.0
    seen: dict[str, float] = {}
    before: tuple[dict[str, float], float] | None = None
    words = [(part, matters) for typed, matters in asked.terms for part in index.parts(typed)]
    for typed, matters in words:
        variants = index.variants(typed, marked=asked.marked)
        if set(variants) == {""}:
            continue
        empty = variants.pop("", 0.0)
        pairs = index.pair_variants(before[0], variants) if before else {}
        both = min(before[1], matters) if before else 0.0
        before = (variants, matters)
        for key, found, share in ((typed, variants, matters), (f"{typed} +", pairs, both * _PAIRS)):
            if not found or seen.get(key, 0.0) >= share:
                continue
            seen[key] = share
            meanings = {term: share * sure * index.rarity(term) for term, sure in found.items()}
            said.append(meanings)
            # what is told around the question helps, and is not asked of an article
            whole += max(meanings.values()) * share
        if not variants and typed not in seen:
            seen[typed] = matters
            whole += matters * matters * (1 - empty) * _UNKNOWN * index.unknown
    return Query(tuple(said), whole)


def _aspects(query: Query, index: Index) -> dict[int, float]:
    """For each article how much it is asked by the groups of words of the question: 0 to 1."""
    groups = [term for each in query.said for term in each if term.startswith(GROUP) and " " not in term]
    found: dict[int, float] = {}
    for term in groups:
        for at, share in index.postings[term]:
            found[at] = found.get(at, 0.0) + share / len(groups)
    return found


def _said(article: Article, query: Query, index: Index) -> float:
    """How much of the question stands in the article: 1 for all of it."""
    terms = index.says(article)
    total = sum(
        max((weight for term, weight in each.items() if term in terms), default=0.0) for each in query.said
    )
    return total / query.whole if query.whole else 0.0


def _most_alike(article: Article, query: Query, index: Index) -> tuple[float, str]:
    """The question of an article that is most like the one asked, and how much: 1 for the same."""
    best, text = 0.0, ""
    for wording, terms in index.wordings_of(article):
        shared = sum(query.weights[term] for term in terms if term in query.weights)
        if shared:
            own = sum(index.rarity(term) * (_PAIRS if " " in term else 1.0) for term in terms)
            alike = min(1.0, shared / sqrt(own * query.whole))
            if alike > best:
                best, text = alike, wording
    return best, text


def learned(query: Query, index: Index) -> dict[str, float]:
    """How much the words of a question speak for each subject, by how they are spread over articles."""
    found: dict[str, float] = {}
    for meanings in query.said:
        best: dict[str, float] = {}
        for term, weight in meanings.items():
            for subject, odds in index.odds(term).items():
                best[subject] = max(best.get(subject, -inf), weight * odds)
        for subject, value in best.items():
            found[subject] = found.get(subject, 0.0) + value
    return found


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
