"""What a word as typed may be among the terms of all articles."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import product

from core.knowledge.index import Index
from core.knowledge.terms import GROUP, bare, bare_word
from core.layered import Over
from core.understanding.near import NearWords
from core.understanding.syllables import complete, fits, is_bare

#: what a word is worth as one that was typed without marks, or with too few of them, or with others
_TOO_FEW, _UNMARKED, _OTHERS = 0.9, 0.5, 0.35
#: what one is worth at one slip from it; of how many letters the word has to be; letters of a short word
_SLIPPED, _LONG_ENOUGH, _SYLLABLE = 0.7, 4, 3
#: meanings of each word of a pair that are tried
_TRIED = 3


class Variants:
    """Finds the terms of an index by words that lack marks, have slips, or lack the blank between them.

    `below` finds those of the index below it.
    """

    def __init__(self, index: Index, below: "Variants | None" = None) -> None:
        self._postings = index.postings
        self._seen = index.seen
        self._single = index.terms.single
        self._below = below
        self._own: dict[str, list[str]] = {}
        words = index.own_words if below else (*self._seen, *self._single)
        for word in dict.fromkeys(words):
            folded = bare_word(word)
            before = below.spelled.get(folded, ()) if below else ()
            if word not in before:
                self._own.setdefault(folded, list(before)).append(word)
        #: words as content writes them, by their text without marks; those that say nothing too
        self.spelled: Mapping[str, Sequence[str]] = Over(self._own, below.spelled) if below else self._own
        self.together = Together(self._postings, self.spelled)

    def of(self, typed: str, *, marked: bool) -> dict[str, float]:
        """The terms that a word as typed may be, each with how likely it is.

        Empty for a word that no article has; a word that says nothing is the term "".
        """
        if typed.startswith(GROUP):
            return {typed: 1.0} if typed in self._postings else {}
        known = self.spelled.get(bare(typed), ())
        if not known:
            return self._near(bare(typed))
        worth = (
            self._without_marks(typed, known, marked)
            if typed.isascii()
            else {word: worth for word in known if (worth := _worth(typed, word))}
        )
        found: dict[str, float] = {}
        for word, sure in (worth or dict.fromkeys(known, _OTHERS)).items():
            term = self._single.get(word, word)
            if not term or term in self._postings:
                found[term] = max(found.get(term, 0.0), sure)
        return found

    def _near(self, folded: str) -> dict[str, float]:
        """The terms one slip away from a word that no article has."""
        if len(folded) < _LONG_ENOUGH or folded.isdecimal():
            return {}
        near = [term for word in sorted(self._slips.near(folded)) for term in self.spelled[word]]
        terms = dict.fromkeys(self._single.get(word, word) for word in near)
        return {term: _SLIPPED / len(near) ** 0.5 for term in terms if term and term in self._postings}

    def parts(self, typed: str) -> tuple[str, ...]:
        """The two words that something no article has was to be, their blank forgotten; else itself."""
        folded = bare(typed)
        if len(folded) < 2 * _SYLLABLE or folded in self.spelled or not folded.isalpha():
            return (typed,)
        splits = [
            (typed[:at], typed[at:])
            for at in range(2, len(folded) - 1)
            if folded[:at] in self.spelled and folded[at:] in self.spelled
        ]
        return max(splits, key=self._often, default=(typed,))

    def _often(self, words: tuple[str, ...]) -> int:
        return min(sum(self._seen.get(each, 0) for each in self.spelled[bare(word)]) for word in words)

    def warm(self) -> None:
        """Get ready what the first slip asks for."""
        self._slips.near("")

    @cached_property
    def _slips(self) -> NearWords:
        own = (word for word in self._own if len(word) >= _LONG_ENOUGH - 1 and word.isalpha())
        return NearWords(own, self._below._slips if self._below else None)

    def of_pair(self, one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
        """The pairs of articles that two words may be, each with how likely it is."""
        firsts = sorted(one, key=lambda term: -one[term])[:_TRIED]
        seconds = sorted(other, key=lambda term: -other[term])[:_TRIED]
        found = {}
        for first, second in product(firsts, seconds):
            pair = f"{first} {second}"
            if pair in self._postings:
                # standing together they tell each other's marks
                found[pair] = max(min(one[first], other[second]), _UNMARKED)
        return found

    def _without_marks(self, typed: str, known: Sequence[str], marked: bool) -> dict[str, float]:
        """A word without marks may be any that has them: each as likely as it is often."""
        if marked and typed in known and not is_bare(typed):
            return {typed: 1.0}
        total = sum(self._seen.get(word, 0) for word in known) or 1
        return {word: self._seen.get(word, 0) / total for word in known}


class Together(Set[str]):
    """Pairs of words that follow each other in questions of articles, with their marks and without."""

    def __init__(self, terms: Mapping[str, object], spelled: Mapping[str, Sequence[str]]) -> None:
        """`terms`: pairs among them; `spelled`: words with their marks by those without."""
        self._terms = terms
        self._spelled = spelled

    def __contains__(self, pair: object) -> bool:
        if pair in self._terms:
            return True
        if not isinstance(pair, str) or not pair.isascii():
            return False
        one, _, other = pair.partition(" ")
        ones, others = ((word, *self._spelled.get(word, ())) for word in (one, other))
        return any(f"{first} {second}" in self._terms for first, second in product(ones, others))

    def __iter__(self) -> Iterator[str]:
        return (term for term in self._terms if " " in term)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@lru_cache(maxsize=16_384)
def _worth(typed: str, word: str) -> float:
    """How well a word of content fits one typed with marks: not at all where these contradict."""
    if typed == word or complete(typed, word):
        return 1.0
    if word.isascii():
        return _UNMARKED
    return _TOO_FEW if fits(typed, word) else 0.0
