"""The terms of all articles: in which each stands how strongly, and how rare it is."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import log

from core.knowledge.articles import Article
from core.knowledge.bayes import of_letters, of_words
from core.knowledge.check import KnowledgeBase
from core.knowledge.terms import BREAK, Terms, bare_word, parted, pieces, pieces_of_all

#: titles of an article: in Vietnamese and in English
_TITLES = 2
#: a term of a title counts for so many times that it is asked by
_TITLED = 2
#: a term counts less the more often it has been counted in an article
_SATURATED = 1.2
#: a term says so little of subjects as if it stood in so many more articles, spread as all are
_DOUBT = 4.0
#: pairs of words beside single ones
PAIRS = 0.45


class Index:
    """Built from the questions and titles of all articles, quickly for thousands; then only read.

    An article is named by its place in `articles`.
    """

    def __init__(self, base: KnowledgeBase, terms: Terms) -> None:
        self.terms = terms
        self.articles: tuple[Article, ...] = tuple(base.articles[code] for code in sorted(base.articles))
        #: subjects in the order of their odds, and the place there of each article's
        self.subjects = tuple(sorted({article.subject for article in self.articles}))
        self.subject_of = [self.subjects.index(article.subject) for article in self.articles]
        #: questions of articles, without marks -> the article
        self.exact: dict[str, int] = {}
        #: term -> the articles it stands in, with how strongly
        self.postings: dict[str, dict[int, float]] = {}
        #: the questions of each article, each with its terms and pairs
        self.wordings: list[list[tuple[str, frozenset[str]]]] = []
        count = len(self.articles)
        self._rarities = [log(1 + (count - each + 0.5) / (each + 0.5)) for each in range(count + 1)]
        self._norms: dict[int, list[float]] = {}
        self._said: dict[int, frozenset[str]] = {}
        self._odds: dict[str, list[float]] = {}
        texts = [self._words(at, article) for at, article in enumerate(self.articles)]
        asked = [[tuple(map(bare_word, words)) for words, _ in each[:-_TITLES]] for each in texts]
        self.by_words, self.by_letters = of_words(asked), of_letters(asked)
        #: words as content writes them, and how often
        self.seen = Counter([word for each in texts for words, marked in each if marked for word in words])
        usual = self._most_usual()
        for at, each in enumerate(texts):
            self._count(at, [words if marked else [usual.get(w, w) for w in words] for words, marked in each])

    def _words(self, at: int, article: Article) -> list[tuple[Sequence[str], bool]]:
        """The words of the article's questions and titles, each with whether it has its marks."""
        vi, en = article.questions.vi, article.questions.en
        texts = (*vi, *en, article.title.vi, article.title.en)
        found: list[tuple[Sequence[str], bool]] = []
        for number, words in enumerate(parted(pieces_of_all(texts))):
            if number < len(vi) + len(en):
                self.exact.setdefault(" ".join(map(bare_word, words)), at)
            english = len(vi) <= number < len(vi) + len(en)
            marked = number >= len(vi) or not vi[number].isascii()
            found.append((words if english else self.terms.written_out(words), marked))
        return found

    def _most_usual(self) -> dict[str, str]:
        """For each word without marks the one with marks that it mostly is."""
        most: dict[str, str] = {}
        for word, count in self.seen.items():
            folded = bare_word(word)
            if folded not in most or count > self.seen[most[folded]]:
                most[folded] = word
        return most

    def _count(self, at: int, texts: Sequence[Sequence[str]]) -> None:
        """Puts the terms and pairs of an article's texts into the index."""
        questions = self.articles[at].questions
        asked = (*questions.vi, *questions.en)
        whole = [word for words in texts for word in (*words, BREAK)]
        counted: list[str] = []
        wordings: list[tuple[str, frozenset[str]]] = []
        for number, terms in enumerate(parted(self.terms.of_content(whole[:-1]))):
            terms += [f"{one} {other}" for one, other in pairwise(terms)]
            if number < len(asked):
                wordings.append((asked[number], frozenset(terms)))
                counted += terms
            else:
                counted += terms * _TITLED
        self.wordings.append(wordings)
        for term, count in Counter(counted).items():
            share = count / (count + _SATURATED)
            found = self.postings.get(term)
            if found is None:
                self.postings[term] = {at: share}
            else:
                found[at] = share

    def norms(self, at: int) -> list[float]:
        """How much each wording of an article says."""
        found = self._norms.get(at)
        if found is None:
            found = self._norms[at] = [
                sum([self.rarity(term) * (PAIRS if " " in term else 1.0) for term in terms])
                for _, terms in self.wordings[at]
            ]
        return found

    def says(self, at: int) -> frozenset[str]:
        """The words of all that an article says, in its answer and its other parts."""
        found = self._said.get(at)
        if found is None:
            article, single = self.articles[at], self.terms.single
            parts = (article.title.vi, article.answer, article.plain, article.more)
            words = set(pieces(" ".join(parts)))
            found = self._said[at] = frozenset([single.get(word, word) for word in words])
        return found

    def rarity(self, term: str) -> float:
        """How much it says that a term stands somewhere: the more, the fewer articles have it."""
        return self._rarities[len(self.postings.get(term, ()))]

    @property
    def unknown(self) -> float:
        """What a word says that no article has."""
        return self._rarities[0]

    def odds(self, term: str) -> list[float]:
        """For each of `subjects` the log of how much likelier it is where the term stands than anywhere."""
        found = self._odds.get(term)
        if found is None:
            found = self._odds[term] = self._weighed(term)
        return found

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
