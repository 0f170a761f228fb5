"""Numbers in a running message: counts, sums of money, shares, "4/5", and guesses such as "khoảng 20"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.answers.figures import figure_values
from core.answers.spoken import highest_scale, is_number_token, number_run, number_values
from core.answers.tokens import Token
from core.answers.vocabulary import NumberWords
from core.folding import fold
from core.understanding.words import Word

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words[start:end]. What is counted stands from `end` on."""

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
        return int(self.value) if self.value == self.value.to_integral_value() else None

    @property
    def millions(self) -> int | float:
        """A sum of money in million đồng."""
        value = self.value / _MILLION
        return int(value) if value == value.to_integral_value() else float(value)


class NumberFinder:
    """Finds numbers in messages."""

    def __init__(
        self, words: NumberWords, out_of: frozenset[str], clock: frozenset[str], marked: Sequence[str] = ()
    ) -> None:
        """`marked`: words for "about" that are another word when their marks are taken away."""
        self.words = words
        self.out_of = out_of
        self.clock = clock
        self.marked = {fold(word): word for word in marked}

    def find(self, words: Sequence[Word], taken: frozenset[int], counted: frozenset[int]) -> list[Number]:
        """All numbers outside the pieces `taken` (days, names of standards). `counted`: where units begin."""
        tokens = [Token(word.folded, word.kind, word.start, word.glued) for word in words]
        found: list[Number] = []
        at = 0
        while at < len(words):
            number = None if at in taken else self._at(words, tokens, at, taken, counted)
            if number is not None and number.total is None:
                number = self._widened(words, tokens, number, taken)
            if number is None:
                at += 1
            else:
                found.append(number)
                at = number.end
        return found

    def _at(
        self,
        words: Sequence[Word],
        tokens: Sequence[Token],
        at: int,
        taken: frozenset[int],
        counted: frozenset[int],
    ) -> Number | None:
        if not is_number_token(tokens[at], self.words) or (words[at].kind == "word" and _named(words, at)):
            return None
        if tokens[at].text in self.words.glued or tokens[at].text in self.words.links:
            return None
        limit = next((t for t in range(at, len(words)) if t in taken), len(words))
        run = number_run(tokens[at:limit], self.words)
        for size in range(run, 0, -1):
            end = at + size
            values = self._values(tokens[at:end])
            if not values:
                continue
            spoken = not any(token.figure for token in tokens[at:end])
            alone = spoken and size == 1
            if alone and (end not in counted or tokens[at].text in self.words.none):
                continue
            if self._clock(words, end):
                return None
            return self._number(words, tokens, at, end, values[0], spoken)
        return None

    def _values(self, tokens: Sequence[Token]) -> tuple[Decimal, ...]:
        if len(tokens) == 1 and tokens[0].figure:
            return tuple(figure_values(tokens[0].text))
        return number_values(tokens, self.words)

    def _number(
        self, words: Sequence[Word], tokens: Sequence[Token], at: int, end: int, value: Decimal, spoken: bool
    ) -> Number:
        scale = highest_scale(tokens[at:end], self.words)
        guess = self._guessed(words, at, end) or (spoken and tokens[end - 1].text in self.words.round_tens)
        width = 2 if _text(words, end, end + 2) in self.words.percent else 1
        percent = _text(words, end, end + width) in self.words.percent
        currency = 0
        for size in (3, 2, 1):
            text = _text(words, end, end + size)
            if text in self.words.currency and not words[end].text[0].isupper():
                following = _text(words, end + size, end + size + 1)
                currency = 0 if following == "chi" else size
                break
        money = scale >= _MILLION or (scale > 1 and bool(currency)) or (bool(currency) and value >= 1000)
        end += width if percent else currency if money else 0
        return Number(at, end, value, None, guess, money, percent, spoken)

    def _guessed(self, words: Sequence[Word], at: int, end: int) -> bool:
        before = [_text(words, max(at - width, 0), at) for width in (1, 2)]
        meant = self.marked.get(before[0])
        if meant is not None and words[at - 1].spoken != meant:
            return False
        return any(text in self.words.about or text in ("~", "≈", ">", "<") for text in before) or (
            _text(words, end, end + 1) == "+" and words[end].glued
        )

    def _clock(self, words: Sequence[Word], end: int) -> bool:
        return end < len(words) and words[end].folded in self.clock

    def _widened(
        self, words: Sequence[Word], tokens: Sequence[Token], number: Number, taken: frozenset[int]
    ) -> Number:
        """ "4/5" and "4 trên 5" are four of five; "3-4" and "3 đến 4" are a guess."""
        at = number.end
        if at + 1 >= len(words) or at in taken or at + 1 in taken or not words[at + 1].figure:
            return number
        values = figure_values(words[at + 1].folded)
        if not values:
            return number
        mark = words[at].folded
        if mark == "/" or mark in self.out_of:
            return Number(number.start, at + 2, number.value, values[0], number.guess)
        if mark in ("-", "–") or mark in self.words.ranges:
            return Number(number.start, at + 2, number.value, None, True)
        return number


def _text(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.folded for word in words[start:end])


def _named(words: Sequence[Word], at: int) -> bool:
    """A capitalised number word inside a sentence is a name: "ông Tư", "chị Hai"."""
    word = words[at]
    return at > 0 and word.text[:1].isupper() and not word.text.isupper() and not words[at - 1].mark
