"""How a text becomes terms: the same for articles and for what people ask.

A term is a word in small letters with its marks, a pair of terms that follow each other ("mã vạch"), or a
group of words that mean the same ("=phí").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from core.folding import fold
from core.knowledge.subjects import AskingWords
from core.understanding.syllables import fits

#: figures, or letters; marks say nothing here
_PIECES = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
#: in front of a group's name
GROUP = "="
#: small letters that are folded, many times as fast as by `fold`: whole articles are read with it
_BARE = {ord(letter): fold(letter) for letter in map(chr, (*range(0xE0, 0x1B1), *range(0x1EA0, 0x1EFA)))}

#: phrases by their first word: all their words, and the term they become ("" where they say nothing)
_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def pieces(text: str) -> list[str]:
    """Words and figures of a text, in small letters: `pieces("ISO 9001: 5S")` has "iso", "9001", "5", "s"."""
    return _PIECES.findall(text.casefold())


def bare(words: str) -> str:
    """Small letters without their marks."""
    return words if words.isascii() else words.translate(_BARE)


class Terms:
    """Short forms written out, words of one meaning brought together, empty words left out."""

    def __init__(self, words: AskingWords, short: Mapping[str, str]) -> None:
        """`short`: short forms, folded, with what each means where nothing stands beside it."""
        self._short = {form: pieces(meaning) for form, meaning in short.items()}
        #: single words that are of a group, or empty
        self.single: dict[str, str] = {}
        self._marked: _Phrases = {}
        #: with their marks, by their first word without
        self._asked: _Phrases = {}
        for group in words.same:
            for phrase in group:
                self._add(pieces(phrase), GROUP + group[0])
        for phrase in words.empty:
            self._add(pieces(phrase), "")
        for phrases in (*self._marked.values(), *self._asked.values()):
            phrases.sort(key=lambda each: -len(each[0]))

    def _add(self, words: Sequence[str], term: str) -> None:
        if len(words) == 1:
            self.single.setdefault(words[0], term)
        elif words:
            self._marked.setdefault(words[0], []).append((tuple(words), term))
            self._asked.setdefault(bare(words[0]), []).append((tuple(words), term))

    def written_out(self, words: Iterable[str]) -> list[str]:
        """Words of a text that content holds, with short forms written out."""
        found: list[str] = []
        short = self._short
        for word in words:
            if word in short:
                found += short[word]
            else:
                found.append(word)
        return found

    def of_content(self, words: Sequence[str]) -> list[str]:
        """The terms of a text as content writes it, with its marks."""
        begin, single = self._marked, self.single
        found: list[str] = []
        at, count = 0, len(words)
        while at < count:
            word = words[at]
            if word in begin:
                phrase = next((p for p in begin[word] if tuple(words[at : at + len(p[0])]) == p[0]), None)
                if phrase is not None:
                    if phrase[1]:
                        found.append(phrase[1])
                    at += len(phrase[0])
                    continue
            term = single.get(word, word)
            if term:
                found.append(term)
            at += 1
        return found

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

    def _phrase_at(self, words: Sequence[str], at: int) -> tuple[tuple[str, ...], str] | None:
        for meant, term in self._asked.get(bare(words[at]), ()):
            typed = words[at : at + len(meant)]
            if len(typed) == len(meant) and all(map(_may_be, typed, meant)):
                return meant, term
        return None


def _may_be(typed: str, meant: str) -> bool:
    """Whether a word's marks, as far as typed, are those of another."""
    return typed == meant or (bare(typed) == bare(meant) and fits(typed, meant))


def pairs(terms: Sequence[str]) -> list[str]:
    """Each two terms that follow each other, as one."""
    return [f"{one} {other}" for one, other in pairwise(terms)]
