"""The clauses of a question: which of them ask, and what each asks where several do."""

from collections.abc import Iterator, Sequence, Set

from core.understanding.phrases import Match
from core.understanding.words import LINE, Word

#: what ends a clause
_ENDS = (LINE, ".", ";", "!", "?", ",", ":")
#: among so many last words of a clause its ending is looked for
_LAST = 3
#: of a text that asks more, only so many questions are looked at
_MOST = 3


def asking_clauses(
    words: Sequence[Word],
    clauses: Sequence[tuple[int, int]],
    matches: Sequence[Match],
    endings: frozenset[str],
) -> list[bool]:
    """For each clause whether it asks: by a word of asking, its last words, or a question mark."""
    asking = {match.start for match in matches if any(match.of("asking"))}
    return [
        words[end - 1].text == "?"
        or _ends_asking(words[start:end], endings)
        or not asking.isdisjoint(range(start, end))
        for start, end in clauses
    ]


def _ends_asking(clause: Sequence[Word], endings: frozenset[str]) -> bool:
    """Whether a clause ends as a question does: "có phải làm không ạ"."""
    last = [word.folded for word in clause if not word.mark][-_LAST:]
    return not endings.isdisjoint(last)


def clauses_of(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(words):
        if word.text in _ENDS:
            yield start, at + 1
            start = at + 1
    if start < len(words):
        yield start, len(words)


def parted_clauses(words: Sequence[Word], joining: Set[str]) -> Iterator[tuple[int, int]]:
    """The same, each ending before a word that joins it to the next: "ở đâu và mất bao lâu" has two."""
    for start, end in clauses_of(words):
        begin = start
        for at in range(start + 1, end):
            if words[at].folded in joining:
                yield begin, at
                begin = at
        yield begin, end


def parts_of(words: Sequence[Word], clauses: Sequence[tuple[int, int]], asks: Sequence[bool]) -> list[str]:
    """The text of each clause that asks, behind what the others tell."""
    texts = [_text(words[start:end]) for start, end in clauses]
    told = [text for text, asked in zip(texts, asks, strict=True) if not asked and text]
    asked = [text for text, asked in zip(texts, asks, strict=True) if asked]
    return [", ".join((*told, text)) for text in asked[:_MOST]]


def _text(words: Sequence[Word]) -> str:
    return " ".join([word.spoken for word in words if not word.mark])
