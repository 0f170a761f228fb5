"""Numbers in words, in figures, or in both: "hai mươi lăm", "25 nghìn", "2tr5", "triệu rưỡi"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from core.answers.figures import figure_values
from core.answers.tokens import Token
from core.answers.vocabulary import NumberWords

_NEVER = Decimal(10) ** 18
#: 999 billion in words has 23
MOST_PIECES = 26


def number_run(tokens: Sequence[Token], words: NumberWords) -> int:
    """How many pieces in front can be part of a number; no number is of more than `MOST_PIECES`."""
    run = 0
    while run < min(len(tokens), MOST_PIECES) and is_number_token(tokens[run], words):
        run += 1
    return run


def is_number_token(token: Token, words: NumberWords) -> bool:
    """Whether this piece can be part of a number."""
    if token.figure:
        return True
    text = token.text
    if text in words.glued:
        return token.glued
    single = (words.digits, words.thousands, words.tens, words.twenties, words.hundreds, words.links)
    return any(text in table for table in single) or text in words.halves


def number_values(tokens: Sequence[Token], words: NumberWords) -> tuple[Decimal, ...]:
    """What exactly these pieces mean as one number: none, one or two values, without repetition."""
    return dict(numbers_in_front(tokens, words)).get(len(tokens), ())


def numbers_in_front(
    tokens: Sequence[Token], words: NumberWords
) -> Iterator[tuple[int, tuple[Decimal, ...]]]:
    """How many pieces in front are a number, with what it may mean: the longest first. One pass over them."""
    readings = [_sums(tokens, words, reading) for reading in (0, 1)]
    for size in range(max(map(len, readings)), 0, -1):
        found = [sums[size - 1] for sums in readings if size <= len(sums)]
        values = tuple(dict.fromkeys(value for value in found if value is not None))
        if values:
            yield size, values


def _sums(tokens: Sequence[Token], words: NumberWords, reading: int) -> list[Decimal | None]:
    """What the first piece, the first two and so on are together, as far as they fit each other."""
    sum_ = _Sum(words, reading)
    found: list[Decimal | None] = []
    for token in tokens:
        if not sum_.take(token):
            break
        found.append(sum_.value())
    return found


class _Sum:
    """A number being heard word by word. `take` says whether the word fits what was heard before."""

    def __init__(self, words: NumberWords, reading: int) -> None:
        self.words = words
        self.reading = reading
        #: what scales of a thousand and up have closed; hundreds of the open group; its last words
        self.total = Decimal(0)
        self.hundreds: Decimal | None = None
        self.small: Decimal | None = None
        #: how the last words came: "digit", "figure" (longer than a digit), "tens", "exact"
        self.kind = ""
        #: the last words are one digit in words
        self.said = False
        self.linked = False
        self.scale = _NEVER
        #: what a half would be half of; 0 where none can follow
        self.unit = Decimal(1)
        self.closed = False

    def take(self, token: Token) -> bool:
        text = token.text
        if self.closed:
            return False
        if token.figure:
            return self._figure(text)
        if text in self.words.tens:
            return self._ten(text in self.words.round_tens)
        if text in self.words.twenties:
            return self._put(Decimal(self.words.twenties[text]), "tens")
        if text in self.words.hundreds:
            return self._hundred()
        if text in self.words.links:
            return self._link()
        if text in self.words.halves:
            return self._half()
        if text in self.words.digits:
            return self._digit(text)
        scale = self.words.thousands.get(text) or self.words.glued.get(text)
        return scale is not None and self._close(Decimal(scale))

    def _put(self, value: Decimal, kind: str) -> bool:
        if self.small is not None:
            return False
        self.small, self.kind = value, kind
        return True

    def _figure(self, text: str) -> bool:
        values = figure_values(text)
        if not values:
            return False
        value = values[min(self.reading, len(values) - 1)]
        single = len(text) == 1
        return self._put(value, "digit" if single else "figure")

    def _digit(self, text: str) -> bool:
        value = Decimal(self.words.digits[text])
        if self.kind == "tens" and self.small is not None:
            self.small, self.kind, self.unit = self.small + value, "exact", Decimal(1)
            return True
        if self.said and self.small is not None and self._closes(text, value):
            self.small, self.kind, self.said = self.small * 10 + value, "exact", False
            return True
        self.said = self._put(value, "digit")
        return self.said

    def _closes(self, text: str, value: Decimal) -> bool:
        """Whether a digit behind another is the last of a number below a hundred: "hai lăm", "ba sáu".

        Neighbours are a guess ("ba bốn"); those with a form of their own behind tens are said in it.
        """
        if self.small is None or self.small < 2:
            return False
        own = value in self.words.closing.values()
        return text in self.words.closing or (value > 0 and not own and abs(value - self.small) > 1)

    def _ten(self, round_: bool) -> bool:
        self.unit = Decimal(10 if round_ else 0)
        if self.small is None:
            return self._put(Decimal(10), "tens")
        if self.kind not in ("digit", "figure") or self.small == 0:
            return False
        self.small, self.kind = self.small * 10, "tens"
        return True

    def _hundred(self) -> bool:
        if self.hundreds is not None or (self.small is not None and self.kind != "digit"):
            return False
        self.hundreds = (Decimal(1) if self.small is None else self.small) * 100
        self.small, self.kind, self.unit = None, "", Decimal(100)
        return True

    def _link(self) -> bool:
        if self.linked or self.small is not None or (self.hundreds is None and not self.total):
            return False
        self.linked = True
        return True

    def _half(self) -> bool:
        """Half of what was said last: a scale, a hundred, ten, or one if nothing larger was said."""
        larger = self.scale != _NEVER or self.hundreds is not None
        heard = larger or self.small is not None
        if not heard or self.linked or not self.unit or (self.small is not None and larger):
            return False
        # what was heard keeps its own value: the half is added to it, not scaled again
        self.total += (self._group() or 0) + self.unit / 2
        self.hundreds = self.small = None
        self.closed = True
        return True

    def _close(self, scale: Decimal) -> bool:
        group = self._group()
        if scale >= self.scale or (self.linked and self.small is None):
            return False
        self.total += (Decimal(1) if group is None else group) * scale
        self.scale = self.unit = scale
        self.hundreds = self.small = None
        self.kind, self.linked = "", False
        return True

    def _group(self) -> Decimal | None:
        """The value below a thousand that is open now."""
        if self.hundreds is None:
            return self.small
        if self.small is None:
            return self.hundreds
        # "một trăm hai" is 120, "một trăm linh hai" is 102
        short = self.kind == "digit" and not self.linked and self.hundreds > 0
        return self.hundreds + self.small * (10 if short else 1)

    def value(self) -> Decimal | None:
        tail = self._group()
        if self.linked and self.small is None:
            return None
        if self.scale == _NEVER or tail is None:
            return self.total if tail is None else tail
        if self.hundreds == 0 or (self.linked and self.hundreds is None):
            return self.total + tail
        return self._short(tail)

    def _short(self, tail: Decimal) -> Decimal | None:
        """What follows a scale without one of its own: "2 triệu 5" is 2.5, "1 triệu 250" is 1.25 million."""
        if tail != tail.to_integral_value() or tail == 0:
            return None
        if self.hundreds is None and self.kind == "digit":
            return self.total + tail * self.scale / 10
        if not 100 <= tail <= 999:
            return None
        # "một triệu hai trăm năm mươi" is 1.25 million to most, and 1,000,250 to some
        exactly = self.hundreds is not None and self.reading == 1
        return self.total + (tail if exactly else tail * self.scale / 1000)


def highest_scale(tokens: Sequence[Token], words: NumberWords) -> int:
    """The largest of the words "thousand", "million", "billion" among these pieces; 1 if there is none."""
    scales = (words.thousands.get(t.text) or words.glued.get(t.text) or 1 for t in tokens)
    return reduce(max, scales, 1)
