"""Weeks, months, quarters, halves and years in a message: "tuần này", "quý 1", "đầu tháng", "năm 2025"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.answers.spoken import number_values
from core.answers.tokens import Token
from core.answers.vocabulary import DateWords
from core.folding import fold
from core.understanding.day_words import DayWords
from core.understanding.syllables import is_other
from core.understanding.words import Word, is_capital, text_of

#: a day, month or period without a year is still to come if it is no further ahead than this
AHEAD = timedelta(days=150)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
#: a figure is taken for a year within so many of this one
_BARE = 5
#: weeks of every year; how near a week said by its number is
_WEEKS = 52
_NEAR = 8
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Days:
    """Days named in words[start:end], from `first` to `last`; `period` where a week or longer was said.

    Vague ones ("the other day") and days of the moon have no days; they are asked about. `readings` are the
    days it may be where there are several.
    """

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    period: str | None = None
    vague: bool = False
    lunar: bool = False
    readings: tuple[date, ...] = ()

    def after(self, today: date) -> bool:
        """Whether all of it is still to come."""
        return self.first is not None and self.first > today

    def fields(self) -> dict[str, str]:
        """The day, or the first and last of several, as fields of a record."""
        if self.first is None or self.last is None:
            return {}
        if self.first == self.last:
            return {"date": self.first.isoformat()}
        return {"date_from": self.first.isoformat(), "date_to": self.last.isoformat()}


class PeriodFinder:
    """Finds periods in messages. Built once."""

    def __init__(self, words: DayWords) -> None:
        self.words = words
        self.dates = words.vocabulary.dates
        #: what phrases stand for, with how many weeks, months or years from now, or months into the year
        self._phrases = {
            **dict.fromkeys(words.half_second, ("half", 6)),
            **dict.fromkeys(words.half_first, ("half", 0)),
            **dict.fromkeys(words.year_start, ("year", 0)),
            **dict.fromkeys(words.quarter_first, ("quarter of year", 0)),
            **dict.fromkeys(words.quarter_last, ("quarter of year", 9)),
            **dict.fromkeys(words.month_start, ("month", 0)),
            **dict.fromkeys(words.week_start, ("week", 0)),
            **{text: ("quarter", shift) for text, shift in self.dates.quarters.items()},
            **{text: ("year", shift) for text, shift in self.dates.years.items()},
            **{text: ("month", shift) for text, shift in self.dates.months.items()},
            **{text: ("week", shift) for text, shift in self.dates.weeks.items()},
        }
        #: words of the longest of these phrases that begin with a word
        self._longest: dict[str, int] = {}
        for text in self._phrases:
            first, width = text.split()[0], len(text.split())
            self._longest[first] = max(width, self._longest.get(first, 0))

    def at(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        """The period that begins with this piece, the longest of several."""
        most = self._longest.get(words[at].folded, 0)
        for width in range(min(most, len(words) - at), 0, -1):
            text = text_of(words, at, at + width)
            period = self._named(text, today)
            numbered = at + width < len(words) and words[at + width].figure
            if period is not None and period[0] == "month" and numbered:
                # "từ đầu tháng 11"
                month = self._numbered(words, at + width - 1, today)
                return replace(month, start=at) if month is not None else None
            if period is not None:
                end = at + width
                after = end + 1 if end < len(words) and words[end].text == "," else end
                weekday_next = text_of(words, after, after + 2) in self.dates.weekdays
                if period[0] == "week" and weekday_next:
                    return None
                if text_of(words, end, end + 1) in self.words.vocabulary.numbers.tens:
                    # without marks "next year" is also five or six: of tens of what is counted
                    return None
                kind, day = period
                if kind in ("year", "half", "quarter") and numbered and _YEAR.fullmatch(words[end].folded):
                    # "từ đầu năm 2026"
                    day, end = day.replace(year=int(words[end].folded)), end + 1
                return _named_period(at, end, kind, day)
        return (
            self._numbered(words, at, today)
            or self._week(words, at, today)
            or self._bare_year(words, at, today)
        )

    def _week(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        """ "tuần 19": a week of this year near today; "2 tuần 3 buổi" counts weeks."""
        spoken = self.dates.spans.get(words[at].folded) == "week" and not (at and words[at - 1].figure)
        if not spoken or at + 1 == len(words) or not words[at + 1].folded.isdecimal():
            return None
        number, current = int(words[at + 1].folded[:3]), today.isocalendar().week
        if not 0 < number <= _WEEKS or abs(number - current) > _NEAR:
            return None
        return _named_period(at, at + 2, "week", date.fromisocalendar(today.year, number, 1))

    def _bare_year(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        """A year without a word for it: "báo cáo tổng kết 2025 đã gửi"."""
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        glued = word.glued or (after is not None and after.glued and after.text not in ",.;:)?!")
        if glued or not _YEAR.fullmatch(word.folded) or abs(int(word.folded) - today.year) > _BARE:
            return None
        if after is not None and any(
            after.folded in group for group in self.words.vocabulary.numbers.counters
        ):
            return None
        return _named_period(at, at + 1, "year", date(int(word.folded), 1, 1))

    def _named(self, text: str, today: date) -> tuple[str, date] | None:
        kind, shift = self._phrases.get(text, ("", 0))
        match kind:
            case "week":
                return kind, today + timedelta(days=7 * shift)
            case "month":
                months = today.year * 12 + today.month - 1 + shift
                return kind, date(months // 12, months % 12 + 1, 1)
            case "quarter":
                months = today.year * 12 + today.month - 1 + 3 * shift
                return kind, date(months // 12, months % 12 + 1, 1)
            case "quarter of year":
                return "quarter", date(today.year, 1 + shift, 1)
            case "year":
                return kind, date(today.year + shift, 1, 1)
            case "half":
                return kind, date(today.year, 1 + shift, 1)
            case _:
                return None

    def _numbered(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        """ "tháng 4", "tháng tư", "4/2026", "quý I năm 2026", "năm 2025"."""
        head = words[at].folded
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or is_other(words[at].spoken, self.words.day_spelled) or _of_name(words, at):
            return None
        if head in self.words.quarter and (len(head) > 1 or after.glued):
            number, end = self._count(words, at + 1, after)
            number = number or _ROMAN.get(after.folded, 0)
            summed = text_of(words, end, end + 1) in self.words.vocabulary.numbers.thousands
            if 1 <= number <= 4 and not summed:
                year, end = self._year(words, end, today.year)
                return _named_period(at, end, "quarter", date(year, number * 3 - 2, 1))
        if head in self.dates.year and _YEAR.fullmatch(after.folded):
            return _named_period(at, at + 2, "year", date(int(after.folded), 1, 1))
        if head in self.dates.month:
            number, end = self._count(words, at + 1, after)
            dated = _YEAR.fullmatch(text_of(words, end + 1, end + 2)) and text_of(words, end, end + 1) == "/"
            if 1 <= number <= 12 and (len(head) > 2 or dated):
                return self._month(words, at, end, number, today)
        return self._month(words, at, at + 1, int(head), today) if self._with_year(words, at) else None

    def _with_year(self, words: Sequence[Word], at: int) -> bool:
        """Whether a bare month with its year stands here: "4/2026"."""
        head = words[at].folded
        month = head.isdecimal() and not (at and words[at].glued) and 1 <= int(head[:3]) <= 12
        mark, year, behind = (text_of(words, at + n, at + n + 1) for n in (1, 2, 3))
        return month and mark == "/" and bool(_YEAR.fullmatch(year)) and behind != "/"

    def _count(self, words: Sequence[Word], at: int, first: Word) -> tuple[int, int]:
        """The number of a month or quarter in figures or words, and where it ends; 0 where there is none."""
        if first.folded.isdecimal():
            return int(first.folded[:3]), at + 1
        numbers = self.words.vocabulary.numbers
        for end in (at + 2, at + 1):
            run = words[at:end]
            behind = words[at - 2] if at > 1 else None
            spelled = all(
                word.folded in self.words.spelled and not is_other(word.spoken, self.words.spelled)
                for word in run
            )
            counted = behind is not None and (behind.figure or behind.folded in numbers.digits)
            year = text_of(words, end - 1, end + 1) in self.dates.years
            if len(run) == end - at and spelled and not counted and not year:
                values = number_values([Token(w.folded, "word", 0, False) for w in run], numbers)
                if len(values) == 1 and values[0] in range(1, 13):
                    return int(values[0]), end
        return 0, at + 1

    def _month(self, words: Sequence[Word], at: int, end: int, number: int, today: date) -> Days:
        year, after = self._year(words, end, today.year)
        if after == end:
            day = date(year, number, 1)
            year -= day > today and day - today > AHEAD
            following = date(today.year + (number <= today.month), number, 1)
            if self._to_come(words, end) and following - today <= AHEAD:
                year, after = following.year, end + 1
        return _named_period(at, after, "month", date(year, number, 1))

    def _to_come(self, words: Sequence[Word], at: int) -> bool:
        """Whether a last word says that it is the next one: "tháng 1 tới"."""
        return at < len(words) and any(words[at].folded == fold(each) for each in self.dates.coming)

    def _year(self, words: Sequence[Word], at: int, otherwise: int) -> tuple[int, int]:
        """The year said at this piece, and where it ends."""
        skip = at
        while skip < len(words) and (words[skip].folded in self.dates.year or words[skip].folded in "/-,"):
            skip += 1
        if skip < len(words) and skip - at <= 2 and _YEAR.fullmatch(words[skip].folded):
            return int(words[skip].folded), skip + 1
        shift = self.dates.years.get(text_of(words, at, at + 2))
        return (otherwise + shift, at + 2) if shift is not None else (otherwise, at)


def _of_name(words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised word goes on with a name: "Phú Quý 1"; in "BÁO CÁO QUÝ 1" all are capitals."""
    capitals = at > 0 and is_capital(words[at]) and is_capital(words[at - 1])
    return capitals and not (words[at].text.isupper() and words[at - 1].text.isupper())


def ends_name(words: Sequence[Word], at: int, openings: Collection[str]) -> bool:
    """Whether a word ends a short form, "KH&CN", or a name before a day: "công ty Hoa Hồi hôm 12/10"."""
    if at and words[at].glued and words[at - 1].mark:
        return True
    return _of_name(words, at) and at + 1 < len(words) and words[at + 1].folded in openings


def _named_period(start: int, end: int, kind: str, day: date) -> Days:
    """A period by the day it holds, under its usual name: 2026, 2026-Q1, 2026-05, 2026-W20, 2026-H1."""
    if kind == "week":
        monday = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Days(start, end, monday, monday + timedelta(days=6), f"{year}-W{week:02d}")
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[kind]
    begins = (day.month - 1) // months * months + 1
    name = {
        "month": f"{day.year}-{begins:02d}",
        "quarter": f"{day.year}-Q{begins // 3 + 1}",
        "half": f"{day.year}-H{begins // 6 + 1}",
        "year": f"{day.year}",
    }[kind]
    first = date(day.year, begins, 1)
    after = date(day.year + (begins + months > 12), (begins + months - 1) % 12 + 1, 1)
    return Days(start, end, first, after - timedelta(days=1), name)


def no_day(words: Sequence[Word], at: int, dates: DateWords) -> Days | None:
    """ "ngày 32/13" is said to be a day and is none: it is asked."""
    figures = [word.figure for word in words[at + 1 : at + 4 : 2]]
    slashed = text_of(words, at + 2, at + 3) == "/" and figures == [True, True]
    return Days(at, at + 4, vague=True) if slashed and words[at].folded in dates.day else None
