"""Figures of a message that neither count nor date: bullets, numbers of papers, and those below zero."""

from collections.abc import Sequence

from core.understanding.words import LINE, Word

_MINUS = ("-", "\u2212", "\u2013")


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


def below_zero(words: Sequence[Word]) -> frozenset[int]:
    """Figures with a minus directly in front: "-5", but neither "- 5" nor "3-5". At the heads of several
    lines the strokes are bullets.
    """
    strokes = [at for at, word in enumerate(words) if word.text in _MINUS]
    heads = {at for at in strokes if at == 0 or words[at - 1].text == LINE}
    bullets = heads if len(heads) > 1 else set()
    return frozenset(
        at + 1
        for at in strokes
        if at not in bullets
        and not words[at].glued
        and at + 1 < len(words)
        and words[at + 1].figure
        and words[at + 1].glued
    )
