"""The same happening told several times in one message: it is one."""

from collections.abc import Sequence

from core.folding import clean
from core.understanding.scene import Scene
from core.understanding.situation import Record

#: fewer words than these may be said twice for a reason: "2 cái 2 cái"
_LEAST = 4
_BETWEEN = " \n.,;!-+*"

_Key = tuple[tuple[tuple[str, str, str], ...], frozenset[str]]


def once(message: str) -> str:
    """A message that is the same words again and again: those words; any other as it is."""
    text = clean(message).strip(_BETWEEN)
    size = _period(text)
    piece = text[:size]
    if size == len(text) or len(piece.split()) < _LEAST:
        return message
    tail = text[len(text) // size * size :]
    return piece.strip() if tail.strip(_BETWEEN) in ("", piece.strip(_BETWEEN)) else message


def _period(text: str) -> int:
    """After how many letters a text begins anew, up to its end; all of them where it never does."""
    borders = [0] * len(text)
    width = 0
    for at in range(1, len(text)):
        while width and text[at] != text[width]:
            width = borders[width - 1]
        width += text[at] == text[width]
        borders[at] = width
    return len(text) - width


class Repeats:
    """The happenings that a message has told so far."""

    def __init__(self) -> None:
        self._told: dict[_Key, int] = {}
        self.any = False

    def told_before(self, records: Sequence[Record], clause: Scene, at: int) -> bool:
        """Whether a clause tells nothing but what an earlier one has told. What is said to be more is new,
        and so is the same at another time of day.
        """
        if not records or clause.has("more"):
            return False
        times = frozenset(
            " ".join(word.folded for word in clause.words[m.start : m.end])
            for m, _ in clause.said("times_of_day")
        )
        key = (tuple((each.op, each.topic, repr(sorted(each.fields.items()))) for each in records), times)
        before = self._told.setdefault(key, at)
        if before == at:
            return False
        self.any = True
        return True
