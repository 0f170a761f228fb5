"""All phrases that mean something, and where they stand in a message. One pass, whatever is in the book."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.answers.tokens import texts_of
from core.folding import clean, fold
from core.understanding.mending import FIGURE
from core.understanding.syllables import complete, fits, is_bare
from core.understanding.words import Word

_NONE: frozenset[str] = frozenset()
#: phrases that stand behind numbers
_COUNTED = ("unit_of", "counter")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a phrase. `kind` says what sort (cue, option, unit, place ...), `about` of what it is.

    For an option `about` is "fact_type.field" and `code` its code; for a cue `about` is the fact type or
    the intent.
    """

    kind: str
    about: str = ""
    code: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of the book in words[start:end] of a message."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    def of(self, kind: str, about: str = "") -> Iterator[Sense]:
        return (s for s in self.senses if s.kind == kind and (not about or s.about == about))


#: names of several words are known again where some of their marks were left out
_NAMES = ("place", "unit", "org")


@lru_cache(maxsize=32_768)
def pieces_of(phrase: str) -> tuple[str, ...]:
    """A phrase as it is looked up: its words in small letters. Most phrases are those of every tenant."""
    return tuple(texts_of(clean(phrase).casefold()))


#: the same few thousand words are in all phrases
_folded = lru_cache(maxsize=8_192)(fold)


class _Parts(NamedTuple):
    """What a book keeps of a phrase beside its senses."""

    folded: tuple[str, ...]
    #: every two words that follow each other, with their marks and without them
    pairs: tuple[str, ...]
    #: words that have no marks by themselves
    unmarked: tuple[str, ...]


@lru_cache(maxsize=32_768)
def _parts_of(words: tuple[str, ...]) -> _Parts:
    """Worked out once for the books of all tenants."""
    folded = tuple(map(_folded, words))
    pairs = (*map(" ".join, pairwise(words)), *map(" ".join, pairwise(folded)))
    unmarked = tuple([word for word, bare in zip(words, folded, strict=True) if word == bare])
    return _Parts(folded, pairs, unmarked)


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    #: phrases that end here: the words with their marks, and the senses
    ends: tuple[tuple[tuple[str, ...], list[Sense]], ...] = ()

    def copy(self) -> "_Node":
        """The same phrases, to be added to; what follows is still that of the other node."""
        return _Node(dict(self.next), tuple((written, list(senses)) for written, senses in self.ends))


class PhraseBook:
    """Phrases, each with its senses; filled once and then only read."""

    def __init__(self, short: Mapping[str, str] | None = None) -> None:
        """`short`: short forms with what they always mean; phrases are found with it too."""
        self._short = short or {}
        self._root = _Node()
        #: of each phrase, whether its marks are there and whether it stands behind numbers
        self._senses: dict[tuple[tuple[str, ...], bool, bool], list[Sense]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._pairs: set[str] = set()
        self._whole: set[str] = set()
        #: words that have no marks by themselves: "cho", but not "huong"
        self._unmarked: set[str] = set()
        #: nodes that are another book's too, and must not change, unless they are among these
        self._own: set[int] | None = None

    def copy(self) -> "PhraseBook":
        """A book of its own with the same phrases, to which more can be added at the cost of those alone.

        From then on nothing may be added to this one: what the other does not change stays common to both.
        """
        other = PhraseBook(self._short)
        other._root = self._root.copy()
        other._words = dict(self._words)
        other._pairs, other._whole, other._unmarked = set(self._pairs), set(self._whole), set(self._unmarked)
        other._own = {id(other._root)}
        return other

    def add(self, phrase: str, sense: Sense, *, marked: bool = True) -> None:
        """A phrase as content writes it, with its marks; `marked=False` for one whose marks are gone."""
        words = pieces_of(phrase)
        if not self._short.keys().isdisjoint(words):
            written = " ".join(self._short.get(word, word) for word in words)
            if written != " ".join(words):
                self._put(tuple(written.split()), sense, marked)
        self._put(words, sense, marked)

    def _put(self, words: tuple[str, ...], sense: Sense, marked: bool) -> None:
        key = words, marked, sense.kind in _COUNTED
        senses = self._senses.get(key)
        if senses is None:
            senses = self._senses[key] = self._end_of(*key)
        if sense not in senses:
            senses.append(sense)

    def _end_of(self, words: tuple[str, ...], marked: bool, counted: bool) -> list[Sense]:
        """The senses of a phrase that may be new, to be added to."""
        parts = _parts_of(words)
        if len(words) == 2:
            self._whole.update(parts.pairs)
        if marked:
            self._unmarked.update(parts.unmarked)
        if counted:
            self._pairs.update(f"{FIGURE} {first}" for first in (*words[:1], *parts.folded[:1]))
        self._pairs.update(parts.pairs)
        node = self._root
        for word, folded in zip(words, parts.folded, strict=True):
            spellings = self._words.get(folded, _NONE)
            if word not in spellings:
                self._words[folded] = spellings | {word}
            node = self._following(node, folded)
        written = words if marked else ("",) * len(words)
        for spelled, senses in node.ends:
            if spelled == written:
                return senses
        found: list[Sense] = []
        node.ends = (*node.ends, (written, found))
        return found

    def _following(self, node: _Node, word: str) -> _Node:
        """The node behind a word, to be added to: one of this book alone."""
        following = node.next.get(word)
        if following is None:
            following = node.next[word] = _Node()
        elif self._own is None or id(following) in self._own:
            return following
        else:
            following = node.next[word] = following.copy()
        if self._own is not None:
            self._own.add(id(following))
        return following

    def add_all(self, phrases: Iterable[str], sense: Sense) -> None:
        for phrase in phrases:
            self.add(phrase, sense)

    @property
    def words(self) -> frozenset[str]:
        """Every word of every phrase, folded."""
        return frozenset(self._words)

    @property
    def spelled(self) -> Mapping[str, Set[str]]:
        """Every word of every phrase as content writes it, by its text without marks."""
        return self._words

    @property
    def pairs(self) -> Set[str]:
        """Every two words that follow each other in some phrase, with their marks and without them."""
        return self._pairs

    @property
    def couples(self) -> Set[str]:
        """Every phrase of two words, with their marks and without them."""
        return self._whole

    def phrases(self) -> Iterator[str]:
        """Every phrase, folded."""
        left = [("", self._root)]
        while left:
            text, node = left.pop()
            if node.ends:
                yield text
            left.extend((f"{text} {word}".lstrip(), following) for word, following in node.next.items())

    def matches(self, words: Sequence[Word]) -> list[Match]:
        """Every phrase in the message, also inside longer ones; in order of start, the longest first.

        In a message typed with marks a word without them is mostly meant so, and one with some of them too:
        "cho" is not "chợ", "đang" is not "đăng".
        """
        found: list[Match] = []
        strict = typed_with_marks(words)
        for start in range(len(words)):
            here = list(self._from(words, start, strict))
            found.extend(reversed(here))
        return found

    def _from(self, words: Sequence[Word], start: int, strict: bool) -> Iterator[Match]:
        node = self._root
        at = start
        while at < len(words):
            following = node.next.get(words[at].folded)
            if following is None:
                return
            node = following
            at += 1
            if at == start + 1 and _inside_short_form(words, start):
                continue
            if node.ends:
                typed = words[start:at]
                senses = [
                    sense
                    for spelled, some in node.ends
                    for sense in some
                    if self._spelled(
                        typed, spelled, strict and not (len(spelled) > 2 and sense.kind in _NAMES)
                    )
                ]
                if senses:
                    yield Match(start, at, tuple(senses))

    def _spelled(self, typed: Sequence[Word], spelled: tuple[str, ...], strict: bool) -> bool:
        """Whether words as typed may stand for those of a phrase; `strict`: few of them without their marks.

        In a phrase of several a word that is none without marks ("huong") only lacks them.
        """
        bare = 0
        single = len(spelled) == 1
        for word, meant in zip(typed, spelled, strict=True):
            if meant and not fits(word.spoken, meant):
                return False
            mended = word.mended and word.spoken.isascii()
            lacking = bool(meant) and not (mended or is_bare(word.spoken) or complete(word.spoken, meant))
            bare += lacking and (single or not word.spoken.isascii() or word.spoken in self._unmarked)
        return not strict or 2 * bare < len(spelled) or (bare == 1 and len(spelled) == 2)


def _inside_short_form(words: Sequence[Word], at: int) -> bool:
    """Whether a word is no more than the rest of a short form written out: in "cty" there is no "tỷ"."""
    return at > 0 and words[at].mended and words[at - 1].start == words[at].start


def typed_with_marks(words: Sequence[Word]) -> bool:
    """Whether somebody types with marks: at least two in five words have one, as Vietnamese mostly does."""
    letters = [word for word in words if word.kind == "word" and not word.mended]
    marked = sum(not word.spoken.isascii() for word in letters)
    return len(letters) > 2 and 5 * marked >= 2 * len(letters)
