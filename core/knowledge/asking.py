"""What somebody asks: its terms by how much they matter, the subjects it speaks of, what is not ours."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from core.folding import fold
from core.knowledge.clauses import asking_clauses, clauses_of, parted_clauses, parts_of
from core.knowledge.putting import is_put, learn, tails_of
from core.knowledge.subjects import AskingWords, NearSubject, Subject
from core.knowledge.terms import Terms, bare
from core.understanding.phrases import Match, PhraseBook, Sense, typed_with_marks
from core.understanding.words import Spelling, Word, words_in

#: how strongly words speak for a subject
STRENGTHS: Mapping[str, float] = {"strong": 3.0, "fair": 1.5, "weak": 0.5, "against": -2.5}
#: a text of so many words is all question
_SHORT = 14
#: a word alone, typed without the marks it has, may be another; so may a phrase where all else has its marks
_DOUBTFUL = 0.5
#: what else a longer phrase may be of
_OTHER_KIND = {"subject": "near", "near": "subject"}
#: what is told before the question counts by how far from it it is told
_ASKS, _BESIDE, _TOLD = 1.0, 0.6, 0.35


@dataclass(frozen=True, slots=True)
class Heard:
    """A phrase of a subject (or of what is near) in a question, with what it adds."""

    code: str
    phrase: str
    weight: float


@dataclass(frozen=True)
class Asked:
    """A question as it is looked for: its terms as typed, in their order, each with how much it matters."""

    text: str
    terms: tuple[tuple[str, float], ...]
    marked: bool
    #: whether it asks, as far as its words tell
    asks: bool
    #: whether it is put as a question for certain: no report is
    put: bool
    subjects: tuple[Heard, ...]
    near: tuple[Heard, ...]
    #: the words that are read as the question, the rest being told around it
    question: str
    #: all its words, put right, in small letters without marks
    words: tuple[str, ...]


class Listener:
    """Reads questions, with the phrases of subjects and of what is near them."""

    def __init__(
        self,
        words: AskingWords,
        subjects: Mapping[str, Subject],
        near: Sequence[NearSubject],
        terms: Terms,
        spelling: Spelling,
    ) -> None:
        self._terms = terms
        self.spelling = spelling
        self._book = PhraseBook()
        self._endings = frozenset(map(fold, words.endings))
        self._joining = frozenset(map(fold, words.joining))
        self._book.add_all(words.asking, Sense("asking"))
        learn(self._book, words)
        self._tails = tails_of(words)
        for subject in subjects.values():
            for name, weight in STRENGTHS.items():
                self._add(getattr(subject, name), "subject", subject.code, weight)
        for other in near:
            for name in ("strong", "fair"):
                self._add(getattr(other, name), "near", other.code, STRENGTHS[name])
            self._book.add_all(other.unless, Sense("unless", other.code))

    def _add(self, phrases: Sequence[str], kind: str, about: str, weight: float) -> None:
        """Phrases with their own text as the code of their sense."""
        for phrase in phrases:
            self._book.add(phrase, Sense(kind, about, phrase.casefold(), weight))

    def with_spelling(self, spelling: Spelling) -> "Listener":
        """The same phrases, heard in what is put right with other words."""
        listener = copy(self)
        listener.spelling = spelling
        return listener

    def parts(self, text: str) -> list[str]:
        """The questions of a text that asks some, each with what is told; none for a text that asks one."""
        words = words_in(text, self.spelling)
        matches = self._book.matches(words)
        clauses = list(parted_clauses(words, self._joining))
        asks = asking_clauses(words, clauses, matches, self._endings)
        if sum(asks) < 2:
            return []
        return parts_of(words, clauses, asks)

    def is_put(self, text: str) -> bool:
        """Whether it is put as a question."""
        words = words_in(text, self.spelling)
        return is_put(words, list(clauses_of(words)), self._book.matches(words), self._tails)

    def listen(self, text: str) -> Asked:
        words = words_in(text, self.spelling)
        matches = self._book.matches(words)
        clauses = list(clauses_of(words))
        asks = asking_clauses(words, clauses, matches, self._endings)
        weights = _weights(words, clauses, asks)
        places = [at for at, word in enumerate(words) if not word.mark]
        typed = self._terms.of_question([words[at].spoken for at in places])
        return Asked(
            text,
            tuple((term, weights[places[at]]) for term, at in typed),
            typed_with_marks(words),
            any(asks),
            is_put(words, clauses, matches, self._tails),
            tuple(_heard(words, matches, weights, "subject")),
            tuple(_near(words, matches, weights)),
            " ".join(_asking(words, weights)),
            tuple([part for at in places for part in bare(words[at].spoken).split()]),
        )


def _asking(words: Sequence[Word], weights: Sequence[float]) -> Iterator[str]:
    """The words of what asks, as typed: a short form that was written out stands there once."""
    end = -1
    for word, weight in zip(words, weights, strict=True):
        if weight == _ASKS and word.start >= end:
            yield word.text
            end = word.end


def _weights(words: Sequence[Word], clauses: Sequence[tuple[int, int]], asks: Sequence[bool]) -> list[float]:
    """How much each word matters: those of the clause that asks most, those told long before it least."""
    if len(words) <= _SHORT or not any(asks):
        return [_ASKS] * len(words)
    weights = [_TOLD] * len(words)
    for at, (start, end) in enumerate(clauses):
        beside = any(asks[max(0, at - 1) : at + 2])
        weight = _ASKS if asks[at] else _BESIDE if beside else _TOLD
        weights[start:end] = [weight] * (end - start)
    return weights


def _heard(
    words: Sequence[Word], matches: Sequence[Match], weights: Sequence[float], kind: str
) -> Iterator[Heard]:
    """The phrases of a kind, longer ones hiding those inside them, those of the other kind too; each phrase
    once for each subject.
    """
    marked = typed_with_marks(words)
    taken: set[int] = set()
    said: set[tuple[str, str]] = set()
    others = [match for match in matches if any(match.of(_OTHER_KIND[kind]))]
    for match in sorted(matches, key=lambda each: (each.start - each.end, each.start)):
        senses = list(match.of(kind))
        span = range(match.start, match.end)
        if not senses or not taken.isdisjoint(span) or any(_inside(match, other) for other in others):
            continue
        taken.update(span)
        phrase = " ".join(word.spoken for word in words[match.start : match.end])
        for sense in senses:
            if (sense.about, phrase) not in said:
                said.add((sense.about, phrase))
                same = phrase.replace(" ", "") == sense.code.replace(" ", "")
                doubtful = not same and (marked or (phrase.isascii() and " " not in phrase))
                sure = _DOUBTFUL if doubtful else 1.0
                yield Heard(sense.about, phrase, sense.weight * weights[match.start] * sure)


def _inside(match: Match, other: Match) -> bool:
    """Whether it is only a part of a longer one."""
    longer = other.end - other.start > match.end - match.start
    return longer and other.start <= match.start and match.end <= other.end


def _near(words: Sequence[Word], matches: Sequence[Match], weights: Sequence[float]) -> Iterator[Heard]:
    ours = {sense.about for match in matches for sense in match.of("unless")}
    return (heard for heard in _heard(words, matches, weights, "near") if heard.code not in ours)
