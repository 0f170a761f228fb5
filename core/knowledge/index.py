"""The terms of all articles: in which each stands how strongly, and how rare it is."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise
from math import log

from core.knowledge.articles import Article
from core.knowledge.bayes import Bayes, of_letters, of_words
from core.knowledge.terms import BREAK, Terms, Worded, bare_word, parted, pieces_of_content, worded
from core.knowledge.vectors import Directions, Vectors
from core.layered import Over, Rows

#: where a sentence of an article ends, or a part that could be one
_SENTENCE_ENDS = re.compile(r"[.;:?!]\s|\n")
#: titles of an article: in Vietnamese and in English
_TITLES = 2
#: a term of a title counts for so many times that it is asked by
_TITLED = 2
#: a term counts less the more often it has been counted in an article
_SATURATED = 1.2
#: a term says so little of subjects as if it stood in so many more articles, spread as all are
_DOUBT = 4.0
#: how a term is spread over subjects takes long to tell where it stands in so many articles
_MANY = 40
#: pairs of words beside single ones
PAIRS = 0.45


#: words of a text, those without their marks, and whether it is typed with its marks
_Typed = tuple[Sequence[str], Sequence[str], bool]
#: a question of an article with its terms and pairs, and how much these say
Asking = tuple[str, frozenset[str], float]


class _Telling(dict[str, float]):
    """How much each term says, a pair beside single ones; worked out when first needed."""

    def __init__(self, rarity: Callable[[str], float]) -> None:
        self._rarity = rarity

    def __missing__(self, term: str) -> float:
        found = self[term] = self._rarity(term) * (PAIRS if " " in term else 1.0)
        return found


class _Meanings(dict[str, str]):
    """Each word of articles as all of its meaning are written: there are a few thousand."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def __missing__(self, word: str) -> str:
        found = self[word] = self._terms.meant(word)
        return found


class _Rows(dict[int, dict[int, float]]):
    """For each number of times an article may have a term: the article, with how strongly it stands there."""

    def __init__(self, at: int) -> None:
        self._at = at

    def __missing__(self, count: int) -> dict[int, float]:
        found = self[count] = {self._at: count / (count + _SATURATED)}
        return found


def _together(texts: Sequence[Sequence[str]]) -> list[str]:
    """The words of all texts, BREAK between each two of these."""
    return [word for words in texts for word in (*words, BREAK)][:-1]


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
    ) -> None:
        """`articles`: by codes that none below has; `vectors`: where terms point to."""
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
        self._own_exact: dict[str, int] = {}
        #: questions of articles, without marks -> the article
        self.exact: Mapping[str, int] = Over(self._own_exact, below.exact) if below else self._own_exact
        self._own_postings: dict[str, dict[int, float]] = {}
        #: term -> the articles it stands in, with how strongly
        self.postings: Mapping[str, Mapping[int, float]] = (
            Rows(self._own_postings, below.postings) if below else self._own_postings
        )
        #: the terms of each article's questions, BREAK between each two of them
        self._terms: list[list[str]] = []
        self._wordings: dict[int, list[Asking]] = {}
        self._telling = _Telling(self.rarity)
        self._said: dict[int, frozenset[str]] = {}
        self._odds: dict[str, list[float]] = {}
        texts = [self._words(at, article) for at, article in enumerate(own, begin)]
        asked = [[bare_words for _, bare_words, _ in each[:-_TITLES]] for each in texts]
        self.by_letters: Bayes = of_letters(asked, below.by_letters if below else None)
        marked = [words for each in texts for words, _, has_marks in each if has_marks]
        seen = Counter(chain.from_iterable(marked))
        #: words of the articles here as content writes them
        self.own_words: Set[str] = seen.keys()
        if below:
            seen.update({word: below.seen.get(word, 0) for word in seen})
        #: how often each word is written
        self.seen: Mapping[str, int] = Over(seen, below.seen) if below else seen
        self._usual = usual = self._most_usual()
        meanings = _Meanings(terms)
        meant = [
            self._count(
                at,
                [words if has_marks else [usual.get(w, w) for w in words] for words, _, has_marks in each],
                meanings,
            )
            for at, each in enumerate(texts, begin)
        ]
        self.by_words: Bayes = of_words(meant, self._meant_by_text, below.by_words if below else None)
        self.directions: Directions = Directions(vectors, meant, below.directions if below else None)

    def _words(self, at: int, article: Article) -> list[_Typed]:
        """The article's questions and titles in words; short forms are Vietnamese."""
        vi, en = article.questions.vi, article.questions.en
        own, english = worded(vi), worded(en)
        for text in (*own, *english):
            self._own_exact.setdefault(text.line, at)
        title, other = worded((article.title.vi, article.title.en))
        return [
            *[(*self._written_out(each), not text.isascii()) for text, each in zip(vi, own, strict=True)],
            *[(each.words, each.bare, True) for each in english],
            (*self._written_out(title), True),
            (other.words, other.bare, True),
        ]

    def _written_out(self, text: Worded) -> tuple[Sequence[str], Sequence[str]]:
        words = self.terms.written_out(text.words)
        return (words, text.bare) if words is text.words else (words, list(map(bare_word, words)))

    def _most_usual(self) -> Mapping[str, str]:
        """For each word without marks the one with marks that it mostly is."""
        most: dict[str, str] = {}
        before = self._below._usual if self._below else most
        for word in self.own_words:
            folded = bare_word(word)
            best = most.get(folded) or before.get(folded)
            if best is None or self.seen[word] > self.seen[best]:
                most[folded] = word
        return Over(most, before) if self._below else most

    def _count(self, at: int, texts: Sequence[Sequence[str]], meanings: _Meanings) -> list[list[str]]:
        """Puts the terms and pairs of an article's texts into the index; its questions as they are meant."""
        joined = self.terms.joined(_together(texts[:-_TITLES]))
        asked, titles = self.terms.of_joined(joined), self.terms.of_content(_together(texts[-_TITLES:]))
        self._terms.append(asked)
        counted = asked + [BREAK, *titles] * _TITLED
        counts = Counter(counted)
        del counts[BREAK]
        # counted before they are written: most stand there more than once
        pairs = Counter(pairwise(counted)).items()
        paired = [(f"{one} {other}", count) for (one, other), count in pairs if one != BREAK != other]
        rows, postings = _Rows(at), self._own_postings
        for term, count in chain(counts.items(), paired):
            row = rows[count]
            found = postings.setdefault(term, row)
            if len(found) > 1:
                found.update(row)
            elif found is not row:
                # three terms of four stand in one article alone: those that do so alike have one row
                postings[term] = {**found, **row}
        return list(parted([meanings[word] for word in joined]))

    def meant(self, typed: str) -> str:
        """A term of a question as `by_words` knows those of its meaning."""
        return self.terms.meant(self._usual.get(typed, typed) if typed.isascii() else typed)

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
                    (*questions.vi, *questions.en), parted(self._terms[at - self._begin]), strict=True
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
            yield
        for term, places in self._own_postings.items():
            if len(places) >= _MANY:
                self.odds(term)
                yield

    def rarity(self, term: str) -> float:
        """How much it says that a term stands somewhere: the more, the fewer articles have it."""
        return self._rarity(self._many_have(term))

    def _many_have(self, term: str) -> int:
        """How many articles have a term."""
        return len(self._own_postings.get(term, ())) + (self._below._many_have(term) if self._below else 0)

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
        for at, share in self.postings.get(term, {}).items():
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
