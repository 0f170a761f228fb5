"""Numbers in a running message: counts, sums of money, shares, "4/5", and guesses such as "khoảng 20"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.answers.figures import figure_values
from core.answers.spoken import (
    MOST_PIECES,
    highest_scale,
    is_number_token,
    number_run,
    number_values,
    numbers_in_front,
)
from core.answers.tokens import Token
from core.answers.vocabulary import NumberWords
from core.understanding.words import Word

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words[start:end]; what is counted stands from `end` on. `value` is NaN for "a few"."""

    start: int
    end: int
    value: Decimal
    #: "N/M", "N trên M": out of how many
    total: Decimal | None = None
    #: "about", "nearly", "3-4", "a dozen or so"
    guess: bool = False
    money: bool = False
    percent: bool = False
    #: made of words only, so that it may be none: "năm", "ba", "không"
    spoken: bool = False

    @property
    def whole(self) -> int | None:
        if self.value.is_nan():
            return None
        return int(self.value) if self.value == self.value.to_integral_value() else None

    @property
    def millions(self) -> int | float:
        """A sum of money in million đồng."""
        value = self.value / _MILLION
        return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class NumberMarks:
    """What else is known of the pieces of a message, by their places."""

    #: of days and names of standards; where something that is counted begins
    taken: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()
    #: words of numbers with fitting marks; behind words that make the next number a guess
    spelled: frozenset[int] = frozenset()
    about: frozenset[int] = frozenset()
    #: behind words that tell what a number is: "hỏng ba"
    told: frozenset[int] = frozenset()
    #: how many pieces the longest word for something counted has that begins there
    units: Mapping[int, int] = field(default_factory=dict)
    #: words that are a guess by themselves, from where to where
    vague: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NumberFinder:
    """Finds numbers in messages."""

    words: NumberWords
    out_of: frozenset[str]
    clock: frozenset[str]
    #: "comma" said in words; words that begin no number, being mostly others without their marks
    point: frozenset[str]
    never_first: frozenset[str]

    def find(self, words: Sequence[Word], marks: NumberMarks) -> list[Number]:
        """All numbers of a message, in order."""
        return list(_Numbers(self, words, marks).all())


class _Numbers:
    """The numbers of one message."""

    def __init__(self, finder: NumberFinder, words: Sequence[Word], marks: NumberMarks) -> None:
        self.finder = finder
        self.table = finder.words
        self.words = words
        self.marks = marks
        self.tokens = [
            Token(w.folded if w.figure or at in marks.spelled else "", w.kind, w.start, w.glued)
            for at, w in enumerate(words)
        ]

    def all(self) -> Iterator[Number]:
        at = 0
        while at < len(self.words):
            number = None if at in self.marks.taken else self._at(at)
            if number is not None and number.total is None:
                number = self._widened(number)
            if number is None and at in self.marks.vague:
                number = self._vague(at, self.marks.vague[at])
            if number is not None:
                yield number
            at = number.end if number is not None else at + 1

    def _at(self, at: int) -> Number | None:
        tokens = self.tokens
        if not is_number_token(tokens[at], self.table) or (not tokens[at].figure and _named(self.words, at)):
            return None
        if tokens[at].text in self.table.glued or tokens[at].text in self.table.links:
            return None
        if tokens[at].text in self.finder.never_first:
            return None
        for size, values in self._in_front(at):
            end = at + size
            spoken = not any(token.figure for token in tokens[at:end])
            alone = spoken and size == 1
            counted = end in self.marks.counted or (at in self.marks.told and self._ends(end))
            if alone and (not counted or tokens[at].text in self.table.none):
                continue
            if self._clock(end):
                return None
            end, value = self._decimals(end, values[0])
            return self._number(at, end, value, spoken)
        return None

    def _decimals(self, end: int, value: Decimal) -> tuple[int, Decimal]:
        """ "chín mươi mốt phẩy năm": the digits behind a comma that was said, and where they end."""
        if self._text(end, end + 1) not in self.finder.point or end in self.marks.taken:
            return end, value
        at = end + 1
        digits = next(iter(self._single(at)), None)
        whole = digits is not None and digits >= 0 and digits == digits.to_integral_value()
        if digits is None or not whole or at in self.marks.taken:
            return end, value
        return at + 1, value + digits.scaleb(-len(str(digits)))

    def _in_front(self, at: int) -> Iterator[tuple[int, tuple[Decimal, ...]]]:
        """What the pieces from here on are as numbers, the longest first."""
        most = min(at + MOST_PIECES, len(self.tokens))
        end = next((t for t in range(at, most) if t in self.marks.taken), most)
        run = self.tokens[at:end]
        run = run[: number_run(run, self.table)]
        yield from (found for found in numbers_in_front(run, self.table) if found[0] > 1)
        if run and (values := self._single(at)):
            yield 1, values

    def _single(self, at: int) -> tuple[Decimal, ...]:
        """What one piece is as a number; of a figure all it may mean."""
        pieces = self.tokens[at : at + 1]
        if pieces and pieces[0].figure:
            return tuple(figure_values(pieces[0].text))
        return number_values(pieces, self.table)

    def _number(self, at: int, end: int, value: Decimal, spoken: bool) -> Number:
        scale = highest_scale(self.tokens[at:end], self.table)
        guess = self._guessed(at, end) or (spoken and self._loose(at, end))
        width = 2 if self._text(end, end + 2) in self.table.percent else 1
        percent = self._text(end, end + width) in self.table.percent
        currency = 0
        for size in (3, 2, 1):
            text = self._text(end, end + size)
            shouted = self.words[at - 1].text.isupper() if at else False
            if text in self.table.currency and (shouted or not self.words[end].text[0].isupper()):
                # "đồng hồ", "đồng chí"
                currency = 0 if self.marks.units.get(end, 0) > size else size
                break
        money = scale >= _MILLION or (scale > 1 and bool(currency)) or (bool(currency) and value >= 1000)
        end = min(end + (width if percent else currency if money else 0), len(self.words))
        return Number(at, end, value, None, guess, money, percent, spoken)

    def _loose(self, at: int, end: int) -> bool:
        """ "hai chục", "chục rưỡi", "hai ba người": tens and neighbours said in passing are no exact
        numbers.
        """
        before = at - 1
        pair = (
            before >= 0
            and before not in self.marks.taken
            and self.tokens[before].text in self.table.digits
            and self.tokens[at].text in self.table.digits
        )
        return pair or any(token.text in self.table.round_tens for token in self.tokens[at:end])

    def _guessed(self, at: int, end: int) -> bool:
        return (
            at in self.marks.about
            or self._text(at - 1, at) in ("~", "≈", ">", "<")
            or (self._text(end, end + 1) == "+" and self.words[end].glued)
        )

    def _vague(self, at: int, end: int) -> Number | None:
        """ "vài cái", "gần hết": one word needs something counted behind it."""
        whole = end - at > 1 or end in self.marks.counted
        return Number(at, end, Decimal("NaN"), guess=True, spoken=True) if whole else None

    def _ends(self, at: int) -> bool:
        return at == len(self.words) or self.words[at].mark

    def _clock(self, end: int) -> bool:
        return end < len(self.words) and self.words[end].folded in self.finder.clock

    def _widened(self, number: Number) -> Number:
        """ "4/5" and "4 trên 5" are four of five; "3-4" and "3 đến 4" are a guess."""
        words, taken, at = self.words, self.marks.taken, number.end
        if at + 1 >= len(words) or at in taken or at + 1 in taken or not words[at + 1].figure:
            return number
        values = figure_values(words[at + 1].folded)
        if not values:
            return number
        mark = words[at].folded
        if mark == "/" or mark in self.finder.out_of:
            return Number(number.start, at + 2, number.value, values[0], number.guess)
        if mark in ("-", "–") or mark in self.table.ranges:
            return Number(number.start, at + 2, number.value, None, True)
        return number

    def _text(self, start: int, end: int) -> str:
        return " ".join(word.folded for word in self.words[max(start, 0) : end])


def _named(words: Sequence[Word], at: int) -> bool:
    """A capitalised number word inside a sentence is a name: "ông Tư", "chị Hai"."""
    word = words[at]
    return at > 0 and word.text[:1].isupper() and not word.text.isupper() and not words[at - 1].mark
