"""Pieces of a typed date: figures with their separators kept together, words, marks."""

import re
from typing import NamedTuple

#: 2026-05-14 · 14/5/2026, 14.5.26, 14 5 2026 · 5/2026 · 14/5, 14.5 · 14-5, 14 5 (loose) · a figure · a word · a mark.
#: "6-7/5" is the days 6 and 7: a loose pair never takes a figure that belongs to what follows.
_TOKEN = re.compile(
    r"(?P<iso>(?<![0-9])([0-9]{4})(?P<mark0>[/.-])([0-9]{1,2})(?P=mark0)([0-9]{1,2})(?![0-9]))"
    r"|(?P<full>([0-9]{1,2})(?P<mark1> ?[/.-] ?| )([0-9]{1,2})(?P=mark1)([0-9]{4}|[0-9]{2})(?![0-9])(?! ?[/.] ?[0-9]))"
    r"|(?P<month>([0-9]{1,2}) ?[/.-] ?([0-9]{4})(?![0-9]))"
    r"|(?P<pair>([0-9]{1,2}) ?[/.] ?([0-9]{1,2})(?![0-9]))"
    r"|(?P<loose>([0-9]{1,2})(?: ?- ?(?![0-9]{1,2} ?[/.] ?[0-9])| (?![0-9]{1,2} ?[/.-] ?[0-9]))([0-9]{1,2})(?![0-9]))"
    r"|(?P<figure>[0-9]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>->|[^\s])"
)
_CLOCK = re.compile(
    r"\b[0-9]{1,2} ?(?:h|g|gio)(?: ?[0-9]{2}\b|\b)(?: ?sang| ?chieu| ?toi| ?trua)?|\b[0-9]{1,2}:[0-9]{2}\b"
)


class Piece(NamedTuple):
    """One piece: what it is, its text, and its figures as they are written."""

    kind: str
    text: str
    figures: tuple[int, ...] = ()


def pieces_of(folded: str) -> list[Piece]:
    """The pieces of a folded text without times of day."""
    return [
        Piece(kind, match[0], _figures(match[0]))
        for match in _TOKEN.finditer(_CLOCK.sub(" ", folded))
        for kind in [next(k for k in _KINDS if match[k] is not None)]
    ]


_KINDS = ("iso", "full", "month", "pair", "loose", "figure", "word", "mark")


def _figures(text: str) -> tuple[int, ...]:
    # a figure longer than a year is none of a date; it is cut so that it stays small and wrong
    return tuple(int(figures[:5]) for figures in re.findall(r"[0-9]+", text))
