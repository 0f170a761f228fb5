"""The terms of all articles: in which each stands how strongly, and how rare it is."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import product
from math import log

from core.knowledge.articles import Article
from core.knowledge.check import KnowledgeBase
from core.knowledge.terms import GROUP, Terms, bare, pairs, pieces
from core.understanding.near import NearWords
from core.understanding.syllables import complete, fits, is_bare

#: a term of a title counts for so many times that it is asked by
_TITLED = 2
#: a term counts less the more often it has been counted in an article
_SATURATED = 1.2
#: what a word is worth as one that was typed without marks, or with too few of them, or with others
_TOO_FEW, _UNMARKED, _OTHERS = 0.9, 0.5, 0.35
#: what one is worth at one slip from it; of how many letters the word has to be; letters of a short word
_SLIPPED, _LONG_ENOUGH, _SYLLABLE = 0.7, 4, 3
#: articles whose wordings are kept as terms
_KEPT = 500
#: a term says so little of subjects as if it stood in so many more articles, spread as all are
_DOUBT = 4.0
#: meanings of each word of a pair that are tried
_TRIED = 3


class Index:
    """Built from the questions and titles of all articles, quickly for thousands; then only read."""

    def __init__(self, base: KnowledgeBase, terms: Terms) -> None:
        self.terms = terms
        self._by_code = base.articles
        self._said = lru_cache(maxsize=_KEPT)(self._make_said)
        self._wordings = lru_cache(maxsize=_KEPT)(self._make_wordings)
        self.articles: tuple[Article, ...] = tuple(base.articles[code] for code in sorted(base.articles))
        #: questions of articles, without marks -> the article's place in `articles`
        self.exact: dict[str, int] = {}
        #: term -> the articles it stands in, with how often there
        self.postings: dict[str, list[tuple[int, float]]] = {}
        #: words as content writes them, and how often
        self.seen: Counter[str] = Counter()
        texts = [self._words(at, article) for at, article in enumerate(self.articles)]
        self._usual = self._most_usual()
        self._odds: dict[str, dict[str, float]] = {}
        for at, each in enumerate(texts):
            self._count(at, each)

    def _words(self, at: int, article: Article) -> list[tuple[list[str], bool, int]]:
        """The words of questions and titles, each with whether marks are missing and how it counts."""
        found = []
        for text in article.questions.vi:
            words = pieces(text)
            self.exact.setdefault(bare(" ".join(words)), at)
            words = self.terms.written_out(words)
            found.append((words, text.isascii(), 1))
            if not text.isascii():
                self.seen.update(words)
        for text in article.questions.en:
            words = pieces(text)
            self.exact.setdefault(" ".join(words), at)
            found.append((words, False, 1))
            self.seen.update(words)
        for text in (article.title.vi, article.title.en):
            words = self.terms.written_out(pieces(text))
            found.append((words, False, _TITLED))
            self.seen.update(words)
        return found

    def _most_usual(self) -> dict[str, str]:
        """For each word without marks the one with marks that it mostly is."""
        most: dict[str, str] = {}
        for word, count in self.seen.items():
            folded = bare(word)
            if folded not in most or count > self.seen[most[folded]]:
                most[folded] = word
        return most

    def _count(self, at: int, texts: Sequence[tuple[list[str], bool, int]]) -> None:
        counts: dict[str, int] = {}
        for words, is_bare_text, weight in texts:
            for term in self._terms(words, is_bare_text):
                counts[term] = counts.get(term, 0) + weight
        postings = self.postings
        for term, count in counts.items():
            postings.setdefault(term, []).append((at, count / (count + _SATURATED)))

    def _terms(self, words: list[str], is_bare_text: bool) -> list[str]:
        """Terms and pairs of words; missing marks are put on as most texts have them."""
        if is_bare_text:
            words = [self._usual.get(word, word) for word in words]
        found = self.terms.of_content(words)
        return found + pairs(found)

    def wordings_of(self, article: Article) -> tuple[tuple[str, frozenset[str]], ...]:
        """The questions of an article, each with its terms and pairs; those asked for lately are kept."""
        return self._wordings(article.code)

    def _make_wordings(self, code: str) -> tuple[tuple[str, frozenset[str]], ...]:
        article = self._by_code[code]
        return (
            *(
                (text, frozenset(self._terms(self.terms.written_out(pieces(text)), text.isascii())))
                for text in article.questions.vi
            ),
            *((text, frozenset(self._terms(pieces(text), False))) for text in article.questions.en),
        )

    def says(self, article: Article) -> frozenset[str]:
        """The words of all that an article says, in its answer and its other parts."""
        return self._said(article.code)

    def _make_said(self, code: str) -> frozenset[str]:
        article = self._by_code[code]
        parts = (article.title.vi, article.answer, article.plain, article.more)
        single = self.terms.single
        return frozenset(single.get(word, word) for word in set(pieces(" ".join(parts))))

    def rarity(self, term: str) -> float:
        """How much it says that a term stands somewhere: the more, the fewer articles have it."""
        return self._rarity(len(self.postings.get(term, ())))

    def odds(self, term: str) -> dict[str, float]:
        """For each subject the log of how much likelier it is where the term stands than anywhere."""
        found = self._odds.get(term)
        if found is None:
            found = self._odds[term] = self._weighed(term)
        return found

    def _weighed(self, term: str) -> dict[str, float]:
        own: dict[str, float] = {}
        for at, share in self.postings.get(term, ()):
            subject = self.articles[at].subject
            own[subject] = own.get(subject, 0.0) + share
        total = sum(own.values()) + _DOUBT
        return {
            subject: log((own.get(subject, 0.0) + _DOUBT * usual) / total / usual)
            for subject, usual in self._usual_subjects.items()
        }

    @cached_property
    def _usual_subjects(self) -> dict[str, float]:
        """How many of all articles are about each subject."""
        counts = Counter(article.subject for article in self.articles)
        return {subject: count / len(self.articles) for subject, count in counts.items()}

    @property
    def unknown(self) -> float:
        """What a word says that no article has."""
        return self._rarity(0)

    def _rarity(self, count: int) -> float:
        return log(1 + (len(self.articles) - count + 0.5) / (count + 0.5))

    def variants(self, typed: str, *, marked: bool) -> dict[str, float]:
        """The terms that a word as typed may be, each with how likely it is.

        Empty for a word that no article has; a word that says nothing is the term "".
        """
        if typed.startswith(GROUP):
            return {typed: 1.0} if typed in self.postings else {}
        known = self._spelled.get(bare(typed), ())
        if not known:
            return self._near(bare(typed))
        worth = (
            self._without_marks(typed, known, marked)
            if typed.isascii()
            else {word: worth for word in known if (worth := _worth(typed, word))}
        )
        found: dict[str, float] = {}
        for word, sure in (worth or dict.fromkeys(known, _OTHERS)).items():
            term = self.terms.single.get(word, word)
            if not term or term in self.postings:
                found[term] = max(found.get(term, 0.0), sure)
        return found

    def _near(self, folded: str) -> dict[str, float]:
        """The terms one slip away from a word that no article has."""
        if len(folded) < _LONG_ENOUGH or folded.isdecimal():
            return {}
        near = [term for word in self._slips.near(folded) for term in self._spelled[word]]
        terms = {self.terms.single.get(word, word) for word in near}
        return {term: _SLIPPED / len(near) ** 0.5 for term in terms if term and term in self.postings}

    def parts(self, typed: str) -> tuple[str, ...]:
        """The two words that something no article has was to be, their blank forgotten; else itself."""
        folded = bare(typed)
        if len(folded) < 2 * _SYLLABLE or folded in self._spelled or not folded.isalpha():
            return (typed,)
        splits = [
            (typed[:at], typed[at:])
            for at in range(2, len(folded) - 1)
            if folded[:at] in self._spelled and folded[at:] in self._spelled
        ]
        return max(splits, key=self._often, default=(typed,))

    def _often(self, words: tuple[str, ...]) -> int:
        return min(sum(self.seen[each] for each in self._spelled[bare(word)]) for word in words)

    @cached_property
    def _slips(self) -> NearWords:
        return NearWords(word for word in self._spelled if len(word) >= _LONG_ENOUGH - 1 and word.isalpha())

    def pair_variants(self, one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
        """The pairs of articles that two words may be, each with how likely it is."""
        firsts = sorted(one, key=lambda term: -one[term])[:_TRIED]
        seconds = sorted(other, key=lambda term: -other[term])[:_TRIED]
        found = {}
        for first, second in product(firsts, seconds):
            pair = f"{first} {second}"
            if pair in self.postings:
                # standing together they tell each other's marks
                found[pair] = max(min(one[first], other[second]), _UNMARKED)
        return found

    def _without_marks(self, typed: str, known: Sequence[str], marked: bool) -> dict[str, float]:
        """A word without marks may be any that has them: each as likely as it is often."""
        if marked and typed in known and not is_bare(typed):
            return {typed: 1.0}
        total = sum(self.seen[word] for word in known) or 1
        return {word: self.seen[word] / total for word in known}

    @cached_property
    def _spelled(self) -> dict[str, list[str]]:
        """Words as content writes them, by their text without marks; those that say nothing too."""
        found: dict[str, list[str]] = {}
        for word in (*self.seen, *(word for word in self.terms.single if word not in self.seen)):
            found.setdefault(bare(word), []).append(word)
        return found

    @cached_property
    def together(self) -> "Together":
        return Together(self)


class Together(Set[str]):
    """Pairs of words that follow each other in questions of articles, with their marks and without."""

    def __init__(self, index: Index) -> None:
        self._pairs = frozenset(term for term in index.postings if " " in term)
        self._bare = frozenset(map(bare, self._pairs))

    def __contains__(self, pair: object) -> bool:
        return pair in self._pairs or pair in self._bare

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs | self._bare)

    def __len__(self) -> int:
        return len(self._pairs | self._bare)


@lru_cache(maxsize=16_384)
def _worth(typed: str, word: str) -> float:
    """How well a word of content fits one typed with marks: not at all where these contradict."""
    if typed == word or complete(typed, word):
        return 1.0
    if word.isascii():
        return _UNMARKED
    return _TOO_FEW if fits(typed, word) else 0.0
