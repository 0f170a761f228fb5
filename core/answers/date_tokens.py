"""Pieces of a typed date: figures with their separators kept together, words, marks."""

import re
from typing import NamedTuple

#: "6-7/5" are the days 6 and 7: a loose pair never takes a figure that belongs to what follows
_TOKEN = re.compile(
    r"""
    # 2026-05-14
    (?P<iso> (?<![0-9]) [0-9]{4} (?P<mark0>[/.-]) [0-9]{1,2} (?P=mark0) [0-9]{1,2} (?![0-9]) )
    # 14/5/2026, 14.5.26, 14 5 2026
  | (?P<full> [0-9]{1,2} (?P<mark1>[ ]?[/.-][ ]?|[ ]) [0-9]{1,2} (?P=mark1) (?:[0-9]{4}|[0-9]{2})
      (?![0-9]) (?![ ]?[/.][ ]?[0-9]) )
    # 5/2026
  | (?P<month> [0-9]{1,2} [ ]?[/.-][ ]? [0-9]{4} (?![0-9]) )
    # 14/5, 14.5
  | (?P<pair> [0-9]{1,2} [ ]?[/.][ ]? [0-9]{1,2} (?![0-9]) )
    # 14-5, 14 5
  | (?P<loose> [0-9]{1,2}
      (?: [ ]?-[ ]? (?![0-9]{1,2}[ ]?[/.][ ]?[0-9]) | [ ] (?![0-9]{1,2}[ ]?[/.-][ ]?[0-9]) )
      [0-9]{1,2} (?![0-9]) )
  | (?P<figure> [0-9]+ )
  | (?P<word> [^\W\d_]+ )
  | (?P<mark> -> | \S )
    """,
    re.VERBOSE,
)
#: 8h, 8h30, 8 gio 30 phut, 8:30
_CLOCK = re.compile(
    r"\b[0-9]{1,2} ?(?:h|g|gio)(?:[0-9]{2}\b| ?[0-9]{1,2} ?(?:p|phut)\b|\b)|\b[0-9]{1,2}:[0-9]{2}\b"
)


class Piece(NamedTuple):
    """One piece: what it is, its text, and its figures as numbers."""

    kind: str
    text: str
    figures: tuple[int, ...] = ()


def pieces_of(folded: str) -> list[Piece]:
    """The pieces of a folded text without times of day."""
    return [_piece(match) for match in _TOKEN.finditer(_CLOCK.sub(" ", folded))]


def _piece(match: re.Match[str]) -> Piece:
    kind = next(kind for kind in _KINDS if match[kind] is not None)
    return Piece(kind, match[0], _figures(match[0]))


_FIGURES = re.compile(r"[0-9]+")
_KINDS = ("iso", "full", "month", "pair", "loose", "figure", "word", "mark")


def _figures(text: str) -> tuple[int, ...]:
    # a figure longer than a year is none of a date; it is cut so that it stays small and wrong
    return tuple(int(figures[:5]) for figures in _FIGURES.findall(text))


def year_of(text: str) -> int:
    """The year that ends this text: "26" is 2026."""
    figures = _FIGURES.findall(text)[-1]
    return int(figures[:5]) + (2000 if len(figures) == 2 else 0)
