"""Figures of a message that count nothing: telephone numbers, codes, minutes, places in a list or a row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.understanding.words import LINE, Word

#: longer figures without separators are codes, unless they are of money
_LONGEST = 9
#: a figure of a list or of a row has no more
_SHORT = 2


class Uncounted:
    """Finds them in messages. Built once; one pass over a message."""

    def __init__(
        self, clock: frozenset[str], rows: frozenset[str], measures: frozenset[str], money: frozenset[str]
    ) -> None:
        """`clock`: "h", "giờ"; `rows`: in front of the place in a row ("đợt"); `measures`: behind what is
        measured ("kg"), with their marks; `money`: currencies and scales.
        """
        self.clock = clock
        self.rows = rows
        self.measures = measures
        self.money = money

    def find(self, words: Sequence[Word], counted: frozenset[int]) -> frozenset[int]:
        """Their pieces. `counted`: where something that is counted begins."""
        found: set[int] = set()
        for at, word in enumerate(words):
            if word.figure:
                found.update(self._code(words, at))
                measured = at + 1 < len(words) and words[at + 1].spoken in self.measures
                if measured or self._minutes(words, at, counted) or self._in_row(words, at, counted):
                    found.add(at)
        markers = [at for at in range(len(words)) if _marks_line(words, at)]
        if len(markers) > 1:
            found.update(markers)
        return frozenset(found)

    def _code(self, words: Sequence[Word], at: int) -> Iterator[int]:
        text = words[at].folded
        after = words[at + 1] if at + 1 < len(words) else None
        if text.isdecimal() and text[0] == "0" and len(text) > 3:
            # a telephone number, perhaps in groups
            yield at
            while at + 1 < len(words) and words[at + 1].figure and len(words[at + 1].text) in (3, 4):
                at += 1
                yield at
        elif text.isdecimal() and len(text) > _LONGEST:
            if after is None or after.folded not in self.money:
                yield at
        elif after is not None and after.glued and at + 2 < len(words) and words[at + 2].glued:
            if after.text == ":" and words[at + 2].figure:
                # "11892-1:2017", "8:30"
                yield at + 2
                while at > 1 and words[at].glued and words[at - 1].glued and words[at - 2].figure:
                    yield at
                    at -= 2
                yield at
            elif after.text == "/" and words[at + 2].text[:2].isupper() and len(words[at + 2].text) > 1:
                # "212/QĐ-UBND"
                yield at

    def _minutes(self, words: Sequence[Word], at: int, counted: frozenset[int]) -> bool:
        """The 30 of "8h30", "8 giờ 30"; "8h 30 người" are thirty people."""
        if at < 2 or words[at - 1].folded not in self.clock or not words[at - 2].figure:
            return False
        minutes = words[at].text.isdecimal() and int(words[at].text[:3]) < 60
        return minutes and (words[at].glued or at + 1 not in counted)

    def _in_row(self, words: Sequence[Word], at: int, counted: frozenset[int]) -> bool:
        """The 2 of "đợt 2"; "2 đợt 25 người" are 25 people."""
        before = words[at - 1].folded if at else ""
        short = words[at].text.isdecimal() and len(words[at].text) <= _SHORT
        ends = at + 1 == len(words) or (words[at + 1].kind == "word" and not self._scaled(words, at))
        return short and ends and before in self.rows and at + 1 not in counted

    def _scaled(self, words: Sequence[Word], at: int) -> bool:
        """Whether a sum stands here: "tham quan 12 triệu"."""
        return words[at + 1].folded in self.money


def _marks_line(words: Sequence[Word], at: int) -> bool:
    """ "1. ..." and "1) ..." at the beginning of a line."""
    if not words[at].text.isdecimal() or len(words[at].text) > _SHORT or at + 2 >= len(words):
        return False
    mark, first = words[at + 1], words[at + 2]
    opens = at == 0 or words[at - 1].text == LINE
    return opens and mark.text in (".", ")") and mark.glued and first.kind == "word"


def grouped(words: Sequence[Word], at: int) -> int:
    """How many pieces from here on are one figure in groups of three: "25 000 000" has three; 1 if none."""
    if not (words[at].text.isdecimal() and len(words[at].text) <= 3 and words[at].text[0] != "0"):
        return 1
    size = 1
    for one, other in pairwise(words[at : at + 5]):
        if other.glued or not other.text.isdecimal() or len(other.text) != 3 or one.mark:
            break
        size += 1
    return size
