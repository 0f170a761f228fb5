"""The questions and titles of an article in words, and these as they are meant."""

from collections.abc import Mapping, Set
from typing import NamedTuple

from core.knowledge.articles import Article
from core.knowledge.terms import BREAK, Terms, bare_of_content, parted, pieces_of_content, worded


class Typed(NamedTuple):
    """The words of an article, BREAK between each two texts: of its questions in Vietnamese, of which some
    may be typed without marks; of those in English; of all of these without marks; and of its titles.
    """

    asked: list[str]
    unmarked: Set[int]
    english: list[str]
    bare: list[str]
    titles: list[str]

    def marked(self) -> list[str]:
        """The words that are typed with their marks."""
        asked = self.asked
        if self.unmarked:
            parts = enumerate(parted(asked))
            asked = [word for at, words in parts if at not in self.unmarked for word in words]
        return [*asked, *self.english, *self.titles]

    def spelled(self, usual: Mapping[str, str]) -> list[str]:
        """The questions, the words of those without marks being the ones with marks that they mostly are."""
        asked = self.asked
        if self.unmarked:
            asked = []
            for at, words in enumerate(parted(self.asked)):
                asked += [usual.get(word, word) for word in words] if at in self.unmarked else words
                asked.append(BREAK)
            asked.pop()
        return [*asked, BREAK, *self.english]


class Read(NamedTuple):
    """The questions of an article, BREAK between each two: as terms, as words of one meaning are written
    alike, and as words without their marks.
    """

    terms: list[str]
    meant: list[str]
    bare: list[str]


class _Meanings(dict[str, str]):
    """Each word of articles as all of its meaning are written: there are a few thousand."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def __missing__(self, word: str) -> str:
        found = self[word] = self._terms.meant(word)
        return found


class Reader:
    """Reads articles with the terms of content."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._meanings = _Meanings(terms)

    def typed(self, article: Article) -> Typed:
        """The article's questions and titles in words; short forms are Vietnamese."""
        questions, title = article.questions, article.title
        own, english = worded(questions.vi), worded(questions.en)
        written_out = self._terms.written_out
        asked = written_out(own.words)
        bare = own.bare if asked is own.words else bare_of_content(asked)
        return Typed(
            asked,
            {place for place, text in enumerate(questions.vi) if text.isascii()},
            english.words,
            [*bare, BREAK, *english.bare],
            [*written_out(pieces_of_content(title.vi)), BREAK, *pieces_of_content(title.en)],
        )

    def read(self, typed: Typed, usual: Mapping[str, str]) -> Read:
        """Its questions; `usual`: words by those without marks, which are mostly these."""
        joined = self._terms.joined(typed.spelled(usual))
        meant = list(map(self._meanings.__getitem__, joined))
        return Read(self._terms.of_joined(joined), meant, typed.bare)

    def titles(self, typed: Typed) -> list[str]:
        """The terms of its titles."""
        return self._terms.of_content(typed.titles)
