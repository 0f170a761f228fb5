"""What typed questions are put right with: short forms, and the words of all articles and subjects."""

from collections.abc import Mapping, Set
from dataclasses import replace

from core.knowledge.check import KnowledgeBase
from core.knowledge.index import Index
from core.knowledge.terms import bare, bare_word, pieces
from core.layered import Either
from core.understanding.mending import Mender
from core.understanding.words import ShortForm, Spelling

#: a word that articles have so often at least is no slip itself, and may be what a slip was to be
_USUAL = 2


def spelling_of(
    base: KnowledgeBase, index: Index, together: Set[str], short: Mapping[str, tuple[ShortForm, ...]]
) -> Spelling:
    """Keys left in words, forgotten letters and slips are undone towards the words of the content."""
    spelled: dict[str, set[str]] = {}
    couples: set[str] = set()
    for word, count in index.seen.items():
        if count >= _USUAL:
            spelled.setdefault(bare_word(word), set()).add(word)
    for phrase in _phrases(base):
        words = pieces(phrase)
        for word in words:
            spelled.setdefault(bare_word(word), set()).add(word)
        if len(words) == 2:
            couples |= {" ".join(words), bare(" ".join(words))}
    mender = Mender(spelled, together, couples, short.keys(), frozenset(index.seen))
    return Spelling(dict(short), frozenset(spelled) | frozenset(map(bare_word, index.seen)), mender)


def with_own(below: Spelling, index: Index, together: Set[str]) -> Spelling:
    """The same with the words that an index has beside those of the one below it."""
    spelled: dict[str, Set[str]] = {}
    for word in index.own_words:
        before = spelled.get(bare_word(word)) or below.mender.spelled.get(bare_word(word), frozenset())
        if index.seen[word] >= _USUAL and word not in before:
            spelled[bare_word(word)] = before | {word}
    mender = below.mender.beside(spelled, together, index.own_words)
    return replace(
        below, known=Either(frozenset(map(bare_word, index.own_words)), below.known), mender=mender
    )


def _phrases(base: KnowledgeBase) -> list[str]:
    own = [
        phrase
        for subject in base.subjects.values()
        for phrase in (*subject.strong, *subject.fair, *subject.weak)
    ]
    near = [phrase for other in base.near for phrase in (*other.strong, *other.fair)]
    return [*own, *near, *(phrase for group in base.words.same for phrase in group)]
