"""The one piece of mark-up a message may hold: **bold**. Values people typed can never add it."""

import re
from collections.abc import Iterator

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
#: characters that XML, and so no document of an office program, has a way to write
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: what turns the order of letters round, for all that follows: "gnp.exe" would read as "exe.png"
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(value: str) -> str:
    """The same text with no mark-up in it, read as it is written: what people typed goes through here before
    it is shown.
    """
    return _TURNS.sub("", value).replace("**", "∗∗")


def spans(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold; the pieces joined are the plain text."""
    end = 0
    for match in _BOLD.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[1], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def plain(text: str) -> str:
    """The text without mark-up, for channels that show none."""
    return "".join(piece for piece, _ in spans(text))


def writable(text: str) -> str:
    """The text without characters that documents of office programs cannot hold, or that turn it round."""
    return _TURNS.sub("", _IMPOSSIBLE.sub("", text))
