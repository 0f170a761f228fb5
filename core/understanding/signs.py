"""Figures of a message that neither count nor date: bullets, and numbers of papers."""

from collections.abc import Sequence

from core.understanding.words import Word


def bullets_in(words: Sequence[Word]) -> frozenset[int]:
    """Figures that only number what is told: "1) ... 2) ... 3) ..."."""
    found: list[int] = []
    for at, word in enumerate(words[:-1]):
        closed = words[at + 1].text in ".)" and words[at + 1].glued
        follows = at + 2 < len(words) and not words[at + 2].glued
        if (
            word.text == str(len(found) + 1)
            and closed
            and follows
            and not (word.glued and words[at - 1].text != "(")
        ):
            found.append(at)
    return frozenset(found) if len(found) > 1 else frozenset()


def papers_in(words: Sequence[Word]) -> frozenset[int]:
    """Pieces of numbers of papers, which count and mean nothing: "112/SKHCN-TĐC"."""
    found: set[int] = set()
    for at in range(len(words) - 2):
        slash, sign = words[at + 1], words[at + 2]
        if words[at].figure and slash.text == "/" and slash.glued and sign.glued and sign.text.isupper():
            end = at + 3
            while (
                end < len(words)
                and words[end].glued
                and (words[end].text in "-/&" or words[end].text.isupper())
            ):
                end += 1
            found.update(range(at, end))
    return frozenset(found)
