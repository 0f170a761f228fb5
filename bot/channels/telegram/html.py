"""Text as Telegram wants it: HTML in which only our **bold** is mark-up, in pieces that are short enough."""

from collections.abc import Sequence
from html import escape

from core.markup import spans

Span = tuple[str, bool]


def to_html(pieces: Sequence[Span]) -> str:
    """`<b>` around what is bold; everything else inert."""
    return "".join(
        f"<b>{escape(text, quote=False)}</b>" if bold else escape(text, quote=False) for text, bold in pieces
    )


def messages(text: str, limit: int) -> list[str]:
    """The text as one or more HTML messages of at most `limit` visible characters each.

    It is cut at the end of a line where possible, else at a space, else anywhere.
    """
    pieces = list(spans(text))
    plain = "".join(piece for piece, _ in pieces)
    return [to_html(_between(pieces, start, end)) for start, end in _cuts(plain, limit)]


def _cuts(plain: str, limit: int) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    start = 0
    while len(plain) - start > limit:
        end = _break(plain, start + limit // 2, start + limit)
        if plain[start:end].strip():
            cuts.append((start, end))
        start = end
    if plain[start:].strip() or not cuts:
        cuts.append((start, len(plain)))
    return cuts


def _break(plain: str, low: int, high: int) -> int:
    for mark in ("\n", " "):
        at = plain.rfind(mark, low, high + 1)
        if at > 0:
            return at
    return high


def _between(pieces: Sequence[Span], start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = 0
    for text, bold in pieces:
        part = text[max(start - at, 0) : max(end - at, 0)]
        if part:
            found.append((part, bold))
        at += len(text)
    return found
