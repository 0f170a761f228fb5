"""A typed date -> the points it names. Words come from the vocabulary; one pass over the pieces."""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from typing import TypeVar

from core.answers.date_points import Away, Calendar, Checked, MonthOnly, Point, Said, Weekday
from core.answers.date_tokens import Piece, pieces_of, year_of
from core.answers.spoken import numbers_in_front
from core.answers.tokens import Token
from core.answers.vocabulary import DateWords, NumberWords

V = TypeVar("V")

#: pieces of the longest phrase
_WIDEST = 4
#: more days than this in one answer are no date
_MOST_POINTS = 7


class DateReader:
    """Reads one folded text. `said()` is None if some piece is not understood."""

    def __init__(self, folded: str, dates: DateWords, numbers: NumberWords) -> None:
        self.pieces = pieces_of(folded)
        self.dates = dates
        self.numbers = numbers
        self.at = 0
        #: what may be a phrase at each piece
        self._texts: dict[int, list[tuple[int, str]]] = {}
        #: "ngày" stands just before: what follows is a day of a month
        self.marked = False

    def said(self) -> Said | None:
        points: list[Point] = []
        joins: list[str] = []
        ago = self._phrase(self.dates.ago_first)
        while self.at < len(self.pieces):
            point = self._point(ago)
            if point is not None:
                points.append(point)
                self.marked = False
            elif points and len(joins) < len(points) and (join := self._join()):
                joins.append(join)
            elif not self._filler():
                return None
        # what stands behind the last day joins nothing: "14/5," or "tối"
        joins = joins[: max(len(points) - 1, 0)]
        span = "to" in joins
        if not points or len(points) > _MOST_POINTS or (span and len(points) > 2):
            return None
        return Said(tuple(points), span, len(joins) < len(points) - 1)

    def _filler(self) -> bool:
        start = self.at
        skipped = self._phrase(self.dates.fillers)
        said = " ".join(piece.text for piece in self.pieces[start : self.at])
        self.marked = said in self.dates.day
        return skipped

    def _join(self) -> str | None:
        if self._more() and self._phrase(self.dates.to):
            return "to"
        return "and" if self._phrase(self.dates.conjunctions) else None

    def _more(self) -> bool:
        """Whether anything follows: "toi" is "tới" (to) in front of a day, and at the end "tối" (evening)."""
        return self.at + 1 < len(self.pieces)

    def _point(self, ago: bool) -> Point | None:
        return self._relative(ago) or self._weekday() or self._figures() or self._spoken_day()

    def _relative(self, ago: bool) -> Point | None:
        start = self.at
        days = self._lookup(self.dates.days)
        if days is not None:
            return Away(days)
        count = self._count()
        span = self._lookup(self.dates.spans) if count is not None and not self.marked else None
        if count is not None and span is not None:
            if self._phrase(self.dates.ago) or ago:
                return Away(-count, span)
            if self._phrase(self.dates.ahead):
                return Away(count, span)
        self.at = start
        return None

    def _count(self) -> int | None:
        """A number in figures or in words."""
        piece = self._piece()
        if piece is None:
            return None
        if piece.kind == "figure":
            self.at += 1
            return piece.figures[0]
        return self._spoken(lambda value: 0 < value < 1000)

    def _weekday(self) -> Point | None:
        start = self.at
        week = self._lookup(self.dates.weeks)
        if week is not None:
            self._phrase(frozenset({","}))
        number = self._lookup(self.dates.weekdays)
        if number is None:
            self.at = start
            return None
        weekday = Weekday(number, self._lookup(self.dates.weeks) if week is None else week)
        if weekday.week is None and self._phrase(self.dates.just):
            weekday = replace(weekday, before=True)
        day = self._named_day() if weekday.week is None else None
        return Checked(weekday, day) if day else weekday

    def _named_day(self) -> Calendar | None:
        """The day that explains a weekday: "thứ 5 ngày 14", "thứ 5, 14/5", but not "thứ 5, 6"."""
        start = self.at
        self._phrase(frozenset({","}))
        while self._filler() and not self.marked:
            pass
        marked = self.marked
        day = self._figures() or self._spoken_day()
        if isinstance(day, Calendar) and (marked or day.month or day.month_shift is not None):
            return day
        self.at, self.marked = start, False
        return None

    def _figures(self) -> Point | None:
        piece = self._piece()
        if piece is None or not piece.figures:
            return None
        self.at += 1
        match piece.kind:
            case "iso":
                year, month, day = piece.figures
                return Calendar(day, month, year)
            case "full":
                day, month, _ = piece.figures
                return Calendar(day, month, year_of(piece.text))
            case "month":
                return MonthOnly(*piece.figures)
            case "pair":
                return self._with_year(Calendar(*piece.figures))
            case "loose":
                return self._loose(piece)
            case _:
                return self._with_month(Calendar(piece.figures[0]))

    def _loose(self, piece: Piece) -> Point:
        """ "14-5" is a day and a month, unless a month follows: "6-7 tháng 5" are two days."""
        start = self.at
        month = self._with_month(Calendar(piece.figures[1]))
        self.at = start
        if month == Calendar(piece.figures[1]):
            return self._with_year(Calendar(*piece.figures))
        parts = [Piece("figure", str(n), (n,)) for n in piece.figures]
        mark = Piece("mark", "-" if "-" in piece.text else ",")
        self._put(self.at, mark, parts[1])
        return Calendar(piece.figures[0])

    def _spoken_day(self) -> Point | None:
        """ "mười bốn tháng năm", or "ngày mười bốn": a day in words needs one of them beside it."""
        start = self.at
        day = self._spoken(lambda value: 1 <= value <= 31)
        if day is not None:
            point = self._with_month(Calendar(day))
            if self.marked or point != Calendar(day):
                return point
        self.at = start
        return None

    def _with_month(self, day: Calendar) -> Calendar:
        shift = self._lookup(self.dates.months)
        if shift is not None:
            return replace(day, month_shift=shift)
        start = self.at
        self._phrase(frozenset({"/", "-"}))
        if self._phrase(self.dates.month):
            month = self._month()
            if month is not None:
                return self._with_year(replace(day, month=month))
        self.at = start
        return day

    def _month(self) -> int | None:
        piece = self._piece()
        if piece is not None and piece.kind == "figure":
            self.at += 1
            return piece.figures[0]
        if piece is not None and piece.kind in ("month", "pair"):
            # "tháng 5/2026": the year is left for what follows
            year = Piece("figure", str(piece.figures[1]), piece.figures[1:])
            self._put(self.at + 1, Piece("mark", "/"), year)
            return piece.figures[0]
        return self._spoken(lambda value: 1 <= value <= 12)

    def _with_year(self, day: Calendar) -> Calendar:
        shift = self._lookup(self.dates.years)
        if shift is not None:
            return replace(day, year_shift=shift)
        start = self.at
        said = self._phrase(self.dates.year) or self._phrase(frozenset({"/", "-", ",", "."}))
        piece = self._piece()
        lengths = (2, 4) if said else (4,)
        if piece is not None and piece.kind == "figure" and len(piece.text) in lengths:
            self.at += 1
            return replace(day, year=year_of(piece.text))
        self.at = start
        return day

    def _spoken(self, fits: Callable[[int], bool]) -> int | None:
        """The longest run of number words here whose value fits; "năm năm 2026" is five, then a year."""
        end = self.at
        while end < min(len(self.pieces), self.at + 3) and self.pieces[end].kind == "word":
            end += 1
        words = [Token(p.text, "word", 0, False) for p in self.pieces[self.at : end]]
        for size, values in numbers_in_front(words, self.numbers):
            if len(values) == 1 and values[0] == int(values[0]) and fits(int(values[0])):
                self.at += size
                return int(values[0])
        return None

    def _piece(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _lookup(self, table: Mapping[str, V]) -> V | None:
        """The meaning of the longest phrase here, stepping over it."""
        width = self._width(table)
        if not width:
            return None
        text = self._text(width)
        self.at += width
        return table[text]

    def _phrase(self, phrases: frozenset[str]) -> bool:
        """Step over the longest of these phrases here; False if there is none."""
        width = self._width(phrases)
        self.at += width
        return width > 0

    def _width(self, phrases: Container[str]) -> int:
        texts = self._texts.get(self.at)
        if texts is None:
            texts = self._texts[self.at] = self._phrases_here()
        return next((width for width, text in texts if text in phrases), 0)

    def _phrases_here(self) -> list[tuple[int, str]]:
        """What may be a phrase here, with its width, the longest first."""
        most = min(_WIDEST, len(self.pieces) - self.at)
        return [(width, self._text(width)) for width in range(most, 0, -1)]

    def _put(self, end: int, *pieces: Piece) -> None:
        """Let these stand instead of the pieces from here up to `end`."""
        self.pieces[self.at : end] = pieces
        self._texts.clear()

    def _text(self, width: int) -> str:
        return " ".join([piece.text for piece in self.pieces[self.at : self.at + width]])
