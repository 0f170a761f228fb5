"""Numbers in a running message: counts, sums of money, shares, "4/5", and guesses such as "khoảng 20"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from core.understanding.number_marks import MILLION, Number, NumberMarks
from core.understanding.uncounted import grouped
from core.understanding.words import Word, is_capital, text_of


@dataclass(frozen=True)
class NumberFinder:
    """Finds numbers in messages."""

    words: NumberWords
    out_of: frozenset[str]
    clock: frozenset[str]
    #: "comma" said in words; words that begin no number, being mostly others without their marks
    point: frozenset[str]
    never_first: frozenset[str]
    #: spans of time that may be halved: "2 ngày rưỡi"
    spans: frozenset[str]
    #: words that are mostly others without their marks behind a scale
    never_last: frozenset[str]

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
            Token(w.folded if self._is_number(at) else "", w.kind, w.start, w.glued)
            for at, w in enumerate(words)
        ]

    def all(self) -> Iterator[Number]:
        at = 0
        while at < len(self.words):
            number = None if at in self.marks.taken else self._at(at)
            if number is not None:
                number = self._told_twice(self._widened(number))
            if number is None and at in self.marks.vague:
                number = self._vague(at, self.marks.vague[at])
            if number is not None:
                yield number
            at = self._behind_half(number.end) if number is not None else at + 1

    def _is_number(self, at: int) -> bool:
        """Whether a piece may be of a number: figures, words with fitting marks, scales behind figures."""
        word = self.words[at]
        if word.figure or at in self.marks.spelled:
            return True
        scale = word.folded in self.table.thousands and len(word.folded) > 1
        return scale and word.spoken.isascii() and at > 0 and self.words[at - 1].figure

    def _told_twice(self, number: Number) -> Number:
        """ "mười hai (12)" is twelve once."""
        if self._text(number.end, number.end + 1) != "(" or number.end + 2 >= len(self.words):
            return number
        again = self._at(number.end + 1, told=True)
        if again is None or again.value != number.value or self._text(again.end, again.end + 1) != ")":
            return number
        return replace(number, end=again.end + 1, money=number.money or again.money, spoken=False)

    def _half(self, at: int) -> bool:
        """Whether a half stands behind a span of time: "2 ngày rưỡi"."""
        spans = self._text(at, at + 1) in self.finder.spans
        return spans and at + 1 in self.marks.spelled and self._text(at + 1, at + 2) in self.table.halves

    def _behind_half(self, at: int) -> int:
        return at + 2 if self._half(at) else at

    def _at(self, at: int, *, told: bool = False) -> Number | None:
        """The number that begins with this piece; `told` where it certainly is one."""
        tokens = self.tokens
        if not is_number_token(tokens[at], self.table) or (not tokens[at].figure and self._named(at)):
            return None
        if tokens[at].text in self.table.glued or tokens[at].text in self.table.links:
            return None
        if tokens[at].text in self.finder.never_first or self._before_figures(at):
            return None
        for size, values in self._in_front(at):
            end = at + size
            if size > 1 and self._apart(end - 1):
                continue
            spoken = not any(token.figure for token in tokens[at:end])
            alone = spoken and size == 1
            counted = end in self.marks.counted or (at in self.marks.told and self._ends(end))
            counted = (
                counted or told or self._half(end) or (self._out_of(end) > 0 and self._single(end + 1) != ())
            )
            if alone and (not counted or tokens[at].text in self.table.none):
                continue
            if self._clock(end):
                return None
            end, value = self._decimals(end, values[0])
            return self._number(at, end, value + (Decimal("0.5") if self._half(end) else 0), spoken)
        return None

    def _before_figures(self, at: int) -> bool:
        """A scale in front of several figures is another word without its marks: "giai ngan 120 trieu"."""
        following = self.tokens[at + 1 : at + 2]
        scale = not self.tokens[at].figure and highest_scale(self.tokens[at : at + 1], self.table) > 1
        return scale and bool(following) and following[0].figure and len(following[0].text) > 1

    def _apart(self, last: int) -> bool:
        """Whether a digit behind a scale is no part of the sum: "5 triệu một hộ", "25 trieu tu ngan sach"."""
        word, scale = self.words[last], highest_scale(self.tokens[last - 1 : last], self.table)
        if scale == 1 or word.glued or not (len(word.text) == 1 or not word.figure):
            return False
        ends = self._ends(last + 1) or self._text(last + 1, last + 2) in self.table.currency
        bare = word.spoken.isascii() and word.folded in self.finder.never_last and not ends
        return bare or (scale >= MILLION and last + 1 in self.marks.counted)

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
        more = min(grouped(self.words, at), len(run)) - 1 if run else 0
        if more > 0:
            whole = " ".join(token.text for token in run[: more + 1])
            run = [run[0]._replace(text=whole), *run[more + 1 :]]
        run = run[: number_run(run, self.table)]
        for size, values in numbers_in_front(run, self.table):
            if size + more > 1:
                yield size + more, values
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
        loose = spoken and scale < MILLION and self._loose(at, end)
        width = 2 if self._text(end, end + 2) in self.table.percent else 1
        percent = self._text(end, end + width) in self.table.percent
        currency = 0
        for size in (3, 2, 1):
            text = self._text(end, end + size)
            if text in self.table.currency and (
                self.words[end].text.isupper() or not self.words[end].text[0].isupper()
            ):
                # "đồng hồ", "đồng chí"
                currency = 0 if self.marks.units.get(end, 0) > size else size
                break
        money = scale >= MILLION or (bool(currency) and (scale >= 1000 or value >= 1000))
        money = money or (self.tokens[end - 1].text in self.table.glued and end not in self.marks.counted)
        end = min(end + (width if percent else currency if money else 0), len(self.words))
        rough = self._rough(end)
        guess = loose or self._guessed(at, end) or rough > 0
        return Number(
            at,
            end + (rough if rough > 0 and end in self.marks.rough else 0),
            value,
            None,
            guess,
            money,
            percent,
            spoken,
        )

    def _rough(self, end: int) -> int:
        """How wide what makes a number a guess is, behind it or what it counts: no "some" of others."""
        behind = end + self.marks.units.get(end, 0)
        at = end if end in self.marks.rough else behind
        last = self.marks.rough.get(at, at)
        return 0 if at > end and last in self.marks.counted else last - at

    def _loose(self, at: int, end: int) -> bool:
        """ "hai chục", "chục rưỡi", "hai ba người": tens and neighbours are no exact numbers."""
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
        start = end
        while end < len(self.words) and end in self.marks.spelled and self._scales(end):
            end += 1
        whole = end - at > 1 or end in self.marks.counted
        money = highest_scale(self.tokens[start:end], self.table) >= MILLION
        return Number(at, end, Decimal("NaN"), guess=True, money=money, spoken=True) if whole else None

    def _scales(self, at: int) -> bool:
        text = self.tokens[at].text
        return text in self.table.thousands or text in self.table.hundreds or text in self.table.round_tens

    def _ends(self, at: int) -> bool:
        return at == len(self.words) or self.words[at].mark

    def _clock(self, end: int) -> bool:
        return end < len(self.words) and self.words[end].folded in self.finder.clock

    def _widened(self, number: Number) -> Number:
        """ "4/5", "4 trên 5" are four of five; "3-4", "3 đến 4" a guess; "2-3 triệu" is millions."""
        words, taken, at = self.words, self.marks.taken, number.end
        width = 1 if at < len(words) and words[at].folded == "/" else self._out_of(at)
        behind = at + (width or 1)
        if behind >= len(words) or not taken.isdisjoint(range(at, behind + 1)):
            return number
        values = self._single(behind) if width and number.spoken else ()
        if words[behind].figure:
            values = tuple(figure_values(words[behind].folded))
        if not values:
            return number
        if width and values[0] < number.value and words[at].folded == "/":
            # more than there are, or a slip of a day: nothing to rely on
            return Number(number.start, behind + 1, number.value, None, True)
        if width:
            return Number(number.start, behind + 1, number.value, values[0], number.guess)
        if words[at].folded not in ("-", "–") and words[at].folded not in self.table.ranges:
            return number
        return self._range(number, behind)

    def _range(self, number: Number, behind: int) -> Number:
        """A number and the one that follows as a guess: what is said behind the second holds for both."""
        other = self._at(behind)
        if other is None:
            return Number(number.start, behind + 1, number.value, None, True)
        scale = highest_scale(self.tokens[number.start : number.end], self.table)
        theirs = highest_scale(self.tokens[behind : other.end], self.table)
        value = (
            number.value * theirs if scale == 1 and not number.money and number.value < 1000 else number.value
        )
        return replace(
            number,
            end=other.end,
            value=value,
            guess=True,
            money=number.money or other.money,
            percent=number.percent or other.percent,
        )

    def _out_of(self, at: int) -> int:
        """How many pieces "out of" has here; 0 if none."""
        return next((n for n in (3, 2, 1) if self._text(at, at + n) in self.finder.out_of), 0)

    def _text(self, start: int, end: int) -> str:
        return text_of(self.words, max(start, 0), end)

    def _named(self, at: int) -> bool:
        """A capitalised number word inside a sentence is a name ("ông Tư"), unless more of it follows."""
        word, called = self.words[at], self.words[at + 1 : at + 2]
        if at + 1 in self.marks.titles and word.text.islower() and any(map(is_capital, called)):
            return True  # "ho ba Tho": "bà" without its mark
        if at == 0 or not word.text[:1].isupper() or word.text.isupper() or self.words[at - 1].mark:
            return False
        more = at + 1 < len(self.words) and is_number_token(self.tokens[at + 1], self.table)
        return not more or self.tokens[at + 1].figure or at in self.marks.titles
