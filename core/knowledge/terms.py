"""How a text becomes terms: the same for articles and for what people ask.

A term is a word in small letters with its marks, a pair of terms that follow each other ("mã vạch"), or a
group of words that mean the same ("=phí").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from sys import intern
from typing import NamedTuple

from core.folding import fold
from core.knowledge.subjects import AskingWords
from core.understanding.syllables import fits

#: figures, or letters; marks say nothing here
_PIECES = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
#: stands between texts that are read together
BREAK = "\n"
#: in front of a group's name
GROUP = "="
#: small letters that are folded, many times as fast as by `fold`: whole articles are read with it
_BARE = {ord(letter): fold(letter) for letter in map(chr, (*range(0xE0, 0x1B1), *range(0x1EA0, 0x1EFA)))}

#: a phrase: its words, and the term it becomes ("" where it says nothing)
_Phrase = tuple[tuple[str, ...], str]
#: phrases by their first two words
_Phrases = dict[tuple[str, str], list[_Phrase]]


def pieces(text: str) -> list[str]:
    """Words and figures of a text, in small letters: `pieces("ISO 9001: 5S")` has "iso", "9001", "5", "s"."""
    return _PIECES.findall(text.casefold())


def bare(words: str) -> str:
    """Small letters without their marks."""
    return words if words.isascii() else words.translate(_BARE)


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
        found = self[typed] = tuple(map(intern, _PIECES.findall(typed)))
        return found


class _Bare(dict[str, str]):
    """The words of content without their marks."""

    def __missing__(self, word: str) -> str:
        found = self[word] = intern(bare(word))
        return found


_PIECES_OF, _BARE_OF = _Pieces(), _Bare()


def pieces_of_content(text: str) -> list[str]:
    """The pieces of a text of content, whose words are held once for all of its texts."""
    return list(chain.from_iterable(map(_PIECES_OF.__getitem__, text.casefold().split())))


class Worded(NamedTuple):
    """A text in words, in those without their marks, and these in one line."""

    words: Sequence[str]
    bare: Sequence[str]
    line: str


@lru_cache(maxsize=4_096)
def worded(texts: tuple[str, ...]) -> tuple[Worded, ...]:
    """Each of the texts: an article is looked through when it is read and once more when it is indexed."""
    found = []
    for text in texts:
        words = pieces_of_content(text)
        bare_words = list(map(_BARE_OF.__getitem__, words))
        found.append(Worded(words, bare_words, " ".join(bare_words)))
    return tuple(found)


class Terms:
    """Short forms written out, words of one meaning brought together, empty words left out."""

    def __init__(self, words: AskingWords, short: Mapping[str, str]) -> None:
        """`short`: short forms, folded, with what each means where nothing stands beside it."""
        self._short = {form: pieces(meaning) for form, meaning in short.items()}
        #: single words that are of a group, or empty
        self.single: dict[str, str] = {}
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

    def _add(self, words: Sequence[str], term: str) -> None:
        if len(words) == 1:
            self.single.setdefault(words[0], term)
        elif words:
            one, other = words[:2]
            phrase = (tuple(words), term)
            self._marked.setdefault((one, other), []).append(phrase)
            self._asked.setdefault((bare(one), bare(other)), []).append(phrase)

    def written_out(self, words: Sequence[str]) -> Sequence[str]:
        """Words of a text that content holds, with short forms written out."""
        short = self._short
        if short.keys().isdisjoint(words):
            return words
        return [each for word in words for each in short.get(word, (word,))]

    def of_content(self, words: Sequence[str]) -> list[str]:
        """The terms of a text as content writes it, with its marks; of several with a BREAK between them."""
        return self.of_joined(self.joined(words))

    def of_joined(self, words: Sequence[str]) -> list[str]:
        """The terms of words that were joined before."""
        term_of = self.single.get
        return [term for word in words if (term := term_of(word, word))]

    def joined(self, words: Sequence[str]) -> list[str]:
        """The words of such a text, its phrases of one meaning as one, its empty phrases left out."""
        marked = self._marked
        found: list[str] = []
        done = 0
        for at in [at for at, pair in enumerate(pairwise(words)) if pair in marked]:
            phrases = marked[words[at], words[at + 1]] if at >= done else ()
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
