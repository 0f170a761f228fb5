"""How a text becomes terms: the same for articles and for what people ask.

A term is a word in small letters with its marks, a pair of terms that follow each other ("mã vạch"), or a
group of words that mean the same ("=phí").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple

from core.folding import BARE
from core.knowledge.subjects import AskingWords
from core.understanding.syllables import fits

#: figures, or letters; marks say nothing here
_PIECES = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
#: stands between texts that are read together
BREAK = "\n"
#: in front of a group's name
GROUP = "="

#: a phrase: its words, and the term it becomes ("" where it says nothing)
_Phrase = tuple[tuple[str, ...], str]
#: phrases by their first two words
_Phrases = dict[tuple[str, str], list[_Phrase]]


def pieces(text: str) -> list[str]:
    """Words and figures of a text, in small letters: `pieces("ISO 9001: 5S")` has "iso", "9001", "5", "s"."""
    return _PIECES.findall(text.casefold())


def bare(words: str) -> str:
    """Small letters without their marks."""
    return words if words.isascii() else words.translate(BARE)


#: many articles have the same words
bare_word = lru_cache(maxsize=65_536)(bare)


def parted(words: list[str]) -> Iterator[list[str]]:
    """The words of each of the texts that were read together."""
    begin = 0
    for _ in range(words.count(BREAK)):
        end = words.index(BREAK, begin)
        yield words[begin:end]
        begin = end + 1
    yield words[begin:]


class _Pieces(dict[str, Sequence[str]]):
    """The pieces of what content has between blanks, in small letters: the same few thousand words again
    and again. Each is one object wherever it stands, which is looked up faster.
    """

    def __missing__(self, typed: str) -> Sequence[str]:
        # mostly it is a word, and nothing beside it
        found = self[typed] = (
            (intern(typed),) if typed.isalpha() else tuple(map(intern, _PIECES.findall(typed)))
        )
        return found


class _Bare(dict[str, str]):
    """The words of content without their marks."""

    def __missing__(self, word: str) -> str:
        found = self[word] = intern(bare(word))
        return found


_PIECES_OF, _BARE_OF = _Pieces(), _Bare()
#: stands between texts that are looked through at once: nothing that was read from a file can hold it
_BETWEEN = " \ud800 "
_PIECES_OF[_BETWEEN.strip()] = (BREAK,)


def pieces_of_content(text: str) -> list[str]:
    """The pieces of a text of content, whose words are held once for all of its texts."""
    return list(chain.from_iterable(map(_PIECES_OF.__getitem__, text.casefold().split())))


def bare_of_content(words: Sequence[str]) -> list[str]:
    """Words of content without their marks."""
    return list(map(_BARE_OF.__getitem__, words))


class Worded(NamedTuple):
    """Texts in words, and in those without their marks, BREAK between each two texts; and each text's in
    one line.
    """

    words: list[str]
    bare: list[str]
    lines: Sequence[str]


@lru_cache(maxsize=4_096)
def worded(texts: tuple[str, ...]) -> Worded:
    """All of the texts at once. Kept: an article is looked at when it is read, and when it is indexed."""
    words = pieces_of_content(_BETWEEN.join(texts))
    bare_words = bare_of_content(words)
    lines = [line.strip(" ") for line in " ".join(bare_words).split(BREAK)]
    return Worded(words, bare_words, lines[: len(texts)])


class _Terms(dict[str, str]):
    """Each word of content as the term it is: itself, or what it is a word of."""

    def __init__(self, single: Mapping[str, str]) -> None:
        self._single = single

    def __missing__(self, word: str) -> str:
        found = self[word] = self._single.get(word, word)
        return found


class Terms:
    """Short forms written out, words of one meaning brought together, empty words left out."""

    def __init__(self, words: AskingWords, short: Mapping[str, str]) -> None:
        """`short`: short forms, folded, with what each means where nothing stands beside it."""
        self._short = {form: pieces(meaning) for form, meaning in short.items()}
        #: single words that are of a group, or empty
        self.single: dict[str, str] = {}
        self._term_of = _Terms(self.single)
        self._marked: _Phrases = {}
        #: with their marks, by their first words without
        self._asked: _Phrases = {}
        for group in words.same:
            for phrase in group:
                self._add(pieces(phrase), GROUP + group[0].replace(" ", "_"))
        for phrase in words.empty:
            self._add(pieces(phrase), "")
        for book in (self._marked, self._asked):
            for phrases in book.values():
                phrases.sort(key=lambda each: -len(each[0]))
        #: words that a phrase begins with: most do not, which is seen faster than that a pair does not
        self._begins = frozenset([one for one, _ in self._marked])

    def _add(self, words: Sequence[str], term: str) -> None:
        if len(words) == 1:
            self.single.setdefault(words[0], term)
        elif words:
            one, other = words[:2]
            phrase = (tuple(words), term)
            self._marked.setdefault((one, other), []).append(phrase)
            self._asked.setdefault((bare(one), bare(other)), []).append(phrase)

    def written_out(self, words: list[str]) -> list[str]:
        """Words of a text that content holds, with short forms written out: the same list where none is."""
        short = self._short
        if short.keys().isdisjoint(words):
            return words
        found: list[str] = []
        done = 0
        for at in [at for at, word in enumerate(words) if word in short]:
            found += words[done:at]
            found += short[words[at]]
            done = at + 1
        return found + words[done:]

    def of_content(self, words: Sequence[str]) -> list[str]:
        """The terms of a text as content writes it, with its marks; of several with a BREAK between them."""
        return self.of_joined(self.joined(words))

    def of_joined(self, words: Sequence[str]) -> list[str]:
        """The terms of words that were joined before."""
        return list(filter(None, map(self._term_of.__getitem__, words)))

    def joined(self, words: Sequence[str]) -> list[str]:
        """The words of such a text, its phrases of one meaning as one, its empty phrases left out."""
        marked = self._marked
        found: list[str] = []
        done = 0
        begins = self._begins
        for at in [at for at, word in enumerate(words[:-1]) if word in begins]:
            phrases = marked.get((words[at], words[at + 1]), ()) if at >= done else ()
            phrase = next((p for p in phrases if tuple(words[at : at + len(p[0])]) == p[0]), None)
            if phrase is not None:
                found += words[done:at]
                if phrase[1]:
                    found.append(phrase[1])
                done = at + len(phrase[0])
        found += words[done:]
        return found

    def meant(self, word: str) -> str:
        """A joined word, without marks, as all of its meaning are written; an empty one as it is."""
        return bare_word(self.single.get(word) or word)

    def of_question(self, words: Sequence[str]) -> list[tuple[str, int]]:
        """The terms of a text as people type it, each with the place of its first word.

        A word alone stays as typed: which one it is, is not known where marks are missing.
        """
        found: list[tuple[str, int]] = []
        at, count = 0, len(words)
        while at < count:
            phrase = self._phrase_at(words, at)
            if phrase is None:
                found.append((words[at], at))
                at += 1
            else:
                if phrase[1]:
                    found.append((phrase[1], at))
                at += len(phrase[0])
        return found

    def _phrase_at(self, words: Sequence[str], at: int) -> _Phrase | None:
        if at + 1 == len(words):
            return None
        for meant, term in self._asked.get((bare(words[at]), bare(words[at + 1])), ()):
            typed = words[at : at + len(meant)]
            if len(typed) == len(meant) and all(map(_may_be, typed, meant)):
                return meant, term
        return None


def _may_be(typed: str, meant: str) -> bool:
    """Whether a word's marks, as far as typed, are those of another."""
    return typed == meant or (bare(typed) == bare(meant) and fits(typed, meant))
