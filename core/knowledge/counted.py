"""What counting the words of all articles comes to: what finding needs of them before one is asked about."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict

from core.knowledge.articles import Article
from core.knowledge.bayes import letters_in
from core.knowledge.terms import BREAK, bare_word, worded
from core.knowledge.typed import Reader
from core.layered import Over

#: what stands before the first articles
NOTHING: Mapping[str, Any] = MappingProxyType({})
#: a term of a title counts for so many times that it is asked by
_TITLED = 2


class Counted(BaseModel):
    """Plain numbers, which may be kept: the same articles and words of content come to the same."""

    model_config = ConfigDict(frozen=True)

    #: questions of articles, without marks -> the place of the first that has it
    exact: dict[str, int]
    #: how often each word is written, with its marks
    seen: dict[str, int]
    #: for each word without marks the one with marks that it mostly is
    usual: dict[str, str]
    #: of each article how often each term stands there, and each two that follow each other
    terms: tuple[dict[str, int], ...]
    #: how often each word of questions is there, whichever of its meaning, and each two in a row
    words: dict[str, int]
    #: how often each three letters in a row are, without marks
    letters: dict[str, int]


#: counts articles, as `count` does
Counting = Callable[[Sequence[Article], Reader], Counted]


def count(
    articles: Sequence[Article],
    reader: Reader,
    begin: int = 0,
    seen: Mapping[str, int] = NOTHING,
    usual: Mapping[str, str] = NOTHING,
) -> Counted:
    """Counts the words of articles. `begin`: the place of the first; `seen`, `usual`: of those before it."""
    typed = [reader.typed(article) for article in articles]
    often = Counter(chain.from_iterable([each.marked() for each in typed]))
    del often[BREAK]
    often.update({word: seen[word] for word in often if word in seen})
    mostly = _most_usual(often, seen, usual)
    spelled = Over(mostly, usual) if usual else mostly
    read = [reader.read(each, spelled) for each in typed]
    terms = [
        [*each.terms, *[BREAK, *reader.titles(own)] * _TITLED] for each, own in zip(read, typed, strict=True)
    ]
    return Counted.model_construct(
        exact=_exact(articles, begin),
        seen=dict(often),
        usual=mostly,
        terms=tuple([_counts([each]) for each in terms]),
        words=_counts([each.meant for each in read]),
        letters=letters_in(Counter(chain.from_iterable([each.bare for each in read]))),
    )


def _exact(articles: Sequence[Article], begin: int) -> dict[str, int]:
    exact: dict[str, int] = {}
    for at, article in enumerate(articles, begin):
        for texts in (article.questions.vi, article.questions.en):
            for line in worded(texts).lines:
                exact.setdefault(line, at)
    return exact


def _most_usual(
    seen: Mapping[str, int], before: Mapping[str, int], usual: Mapping[str, str]
) -> dict[str, str]:
    most: dict[str, str] = {}
    for word, often in seen.items():
        folded = bare_word(word)
        best = most.get(folded) or usual.get(folded)
        if best is None or often > (seen.get(best) or before[best]):
            most[folded] = word
    return most


def _counts(texts: Iterable[list[str]]) -> dict[str, int]:
    """How often each word stands in texts, and each two that follow each other; none over a BREAK."""
    counts = Counter(chain.from_iterable(texts))
    counts.update(chain.from_iterable([map(" ".join, pairwise(each)) for each in texts]))
    for over in [each for each in counts if BREAK in each]:
        del counts[over]
    return counts
