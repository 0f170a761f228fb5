"""The terms of all articles: in which each stands how strongly, and how rare it is."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import pairwise
from math import log

from core.knowledge.articles import Article
from core.knowledge.bayes import Bayes, Questions, of_letters, of_words
from core.knowledge.counted import Counting, count
from core.knowledge.postings import Postings, Row
from core.knowledge.terms import Terms, parted, pieces_of_content
from core.knowledge.typed import Read, Reader
from core.knowledge.vectors import Directions, Vectors
from core.layered import Over, Rows

#: where a sentence of an article ends, or a part that could be one
_SENTENCE_ENDS = re.compile(r"[.;:?!]\s|\n")
#: a term says so little of subjects as if it stood in so many more articles, spread as all are
_DOUBT = 4.0
#: how a term is spread over subjects takes long to tell where it stands in so many articles
_MANY = 40
#: pairs of words beside single ones
PAIRS = 0.45


#: a question of an article with its terms and pairs, and how much these say
Asking = tuple[str, frozenset[str], float]


class _Telling(dict[str, float]):
    """How much each term says, a pair beside single ones; worked out when first needed."""

    def __init__(self, rarity: Callable[[str], float]) -> None:
        self._rarity = rarity

    def __missing__(self, term: str) -> float:
        found = self[term] = self._rarity(term) * (PAIRS if " " in term else 1.0)
        return found


class Index:
    """Built from the questions and titles of articles, quickly for thousands; then only read.

    An article is named by its place in `articles`. With another index `below` these articles stand behind
    those, which are neither read again nor held twice: how rare a term is, is counted over both; how it is
    spread over subjects, and how features of questions are weighed (`bayes`), is told by those below as far
    as they have it. Where both have the same question it is that of the article here.
    """

    def __init__(
        self,
        articles: Mapping[str, Article],
        terms: Terms,
        vectors: Vectors,
        below: "Index | None" = None,
        counting: Counting = count,
    ) -> None:
        """`articles`: by codes that none below has; `vectors`: where terms point to; `counting`: counts the
        articles where none are below.
        """
        self.terms = terms
        self._below = below
        own = tuple(articles[code] for code in sorted(articles))
        #: the place of the first article here
        self._begin = begin = len(below.articles) if below else 0
        self.articles: tuple[Article, ...] = (*(below.articles if below else ()), *own)
        places = {article.code: at for at, article in enumerate(own, begin)}
        self.places: Mapping[str, int] = Over(places, below.places) if below else places
        #: subjects in the order of their odds, and the place there of each article's
        subjects = sorted({article.subject for article in own}.difference(below.subjects if below else ()))
        self.subjects: tuple[str, ...] = (*(below.subjects if below else ()), *subjects)
        self.subject_of = [self.subjects.index(article.subject) for article in self.articles]
        self._reader: Reader = below._reader if below else Reader(terms)
        if below:
            counted = count(own, self._reader, begin, below.seen, below.usual)
        else:
            counted = counting(own, self._reader)
        #: questions of articles, without marks -> the article
        self.exact: Mapping[str, int] = Over(counted.exact, below.exact) if below else counted.exact
        #: words of the articles here as content writes them
        self.own_words: Set[str] = counted.seen.keys()
        #: how often each word is written
        self.seen: Mapping[str, int] = Over(counted.seen, below.seen) if below else counted.seen
        #: for each word without marks the one with marks that it mostly is
        self.usual: Mapping[str, str] = Over(counted.usual, below.usual) if below else counted.usual
        self._own_postings = Postings(counted.terms, begin)
        #: term -> the articles it stands in, with how strongly
        self.postings: Mapping[str, Row] = (
            Rows(self._own_postings, below.postings) if below else self._own_postings
        )
        self._read: dict[int, Read] = {}
        self._wordings: dict[int, list[Asking]] = {}
        self._telling = _Telling(self.rarity)
        self._said: dict[int, frozenset[str]] = {}
        self._odds: dict[str, list[float]] = {}
        whole = sum([len(each.questions.vi) + len(each.questions.en) for each in own])
        bare = Questions(lambda at: parted(self._questions(at).bare), len(own), whole)
        meant = Questions(lambda at: parted(self._questions(at).meant), len(own), whole)
        self.by_letters: Bayes = of_letters(bare, counted.letters, below.by_letters if below else None)
        self.by_words: Bayes = of_words(
            meant, counted.words, self._meant_by_text, below.by_words if below else None
        )
        self.directions: Directions = Directions(vectors, meant, below.directions if below else None)

    def _questions(self, at: int) -> Read:
        """The questions of an article here, in words."""
        found = self._read.get(at)
        if found is None:
            typed = self._reader.typed(self.articles[at])
            found = self._read[at] = self._reader.read(typed, self.usual)
        return found

    def meant(self, typed: str) -> str:
        """A term of a question as `by_words` knows those of its meaning."""
        return self.terms.meant(self.usual.get(typed, typed) if typed.isascii() else typed)

    def meant_terms(self, typed: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
        """Terms of a question so, each with how much it matters."""
        return [(self.meant(term), matters) for term, matters in typed]

    def _meant_by_text(self, at: int) -> list[list[str]]:
        """The sentences of an article's title, its answer and its plain words, as `by_words` knows them."""
        article, terms = self.articles[at], self.terms
        text = "\n".join((article.title.vi, article.answer, article.plain))
        return [
            list(map(terms.meant, terms.joined(pieces_of_content(each))))
            for each in _SENTENCE_ENDS.split(text)
            if each
        ]

    def wordings(self, at: int) -> list[Asking]:
        """The questions of an article, each with its terms and pairs, and how much these say."""
        if self._below is not None and at < self._begin:
            return self._below.wordings(at)
        found = self._wordings.get(at)
        if found is None:
            questions = self.articles[at].questions
            found = self._wordings[at] = [
                (text, terms, sum(map(self._telling.__getitem__, terms)))
                for text, each in zip(
                    (*questions.vi, *questions.en), parted(self._questions(at).terms), strict=True
                )
                for terms in [frozenset([*each, *[f"{one} {other}" for one, other in pairwise(each)]])]
            ]
        return found

    def says(self, at: int) -> frozenset[str]:
        """The words of all that an article says, in its answer and its other parts."""
        if self._below is not None and at < self._begin:
            return self._below.says(at)
        found = self._said.get(at)
        if found is None:
            article, single = self.articles[at], self.terms.single
            parts = (article.title.vi, article.answer, article.plain, article.more)
            words = set(pieces_of_content(" ".join(parts)))
            found = self._said[at] = frozenset([single.get(word, word) for word in words])
        return found

    def warm(self) -> Iterator[None]:
        """Works out now, a little at each step, what would be worked out when it is first asked about: all of
        each article, and how the terms are spread that stand in many.
        """
        for at in range(self._begin, len(self.articles)):
            self.wordings(at)
            self.by_words.learned(at)
            self.directions.learned(at)
            yield
            self.says(at)
            self.by_letters.learned(at)
            self._read.pop(at, None)
            yield
        yield from self._own_postings.warm()
        for term, many in self._own_postings.many.items():
            if many >= _MANY:
                self.odds(term)
                yield

    def rarity(self, term: str) -> float:
        """How much it says that a term stands somewhere: the more, the fewer articles have it."""
        return self._rarity(self._many_have(term))

    def _many_have(self, term: str) -> int:
        """How many articles have a term."""
        return self._own_postings.many.get(term, 0) + (self._below._many_have(term) if self._below else 0)

    def _rarity(self, count: int) -> float:
        return log(1 + (len(self.articles) - count + 0.5) / (count + 0.5))

    @property
    def unknown(self) -> float:
        """What a word says that no article has."""
        return self._rarity(0)

    def odds(self, term: str) -> list[float]:
        """For each of `subjects` the log of how much likelier it is where the term stands than anywhere."""
        if self._below is not None and term in self._below.postings:
            found = self._below.odds(term)
            return [*found, *[0.0] * (len(self.subjects) - len(found))]
        own = self._odds.get(term)
        if own is None:
            own = self._odds[term] = self._weighed(term)
        return own

    def _weighed(self, term: str) -> list[float]:
        own = [0.0] * len(self.subjects)
        for at, share in self.postings[term].items() if term in self.postings else ():
            own[self.subject_of[at]] += share
        total = sum(own) + _DOUBT
        return [
            log((each + _DOUBT * usual) / total / usual)
            for each, usual in zip(own, self._usual_subjects, strict=True)
        ]

    @cached_property
    def _usual_subjects(self) -> list[float]:
        """How many of all articles are about each subject."""
        counts = Counter(self.subject_of)
        return [counts[each] / len(self.articles) for each in range(len(self.subjects))]
