"""Days, spans of days and periods in a running message: "sáng qua", "6-7/5", "quý 1", "tuần này", "đầu tháng"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.answers.calendar import days_meant, latest_until
from core.answers.date_grammar import DateReader
from core.answers.date_points import Calendar, MonthOnly, Point, Said
from core.answers.vocabulary import Vocabulary
from core.folding import fold
from core.understanding.syllables import is_other
from core.understanding.words import Word

#: pieces of the longest day in words
_WIDEST = 11
#: a day and month without a year is still to come if it is no further ahead than this
_AHEAD = timedelta(days=150)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Days:
    """Days named in words[start:end]: from `first` to `last`; `period` where a week, month, quarter or year was said.

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


@dataclass(frozen=True)
class DayWords:
    """What days are read with: the vocabulary of answers, and the words of periods."""

    vocabulary: Vocabulary
    quarter: frozenset[str]
    half_first: frozenset[str]
    half_second: frozenset[str]
    year_start: frozenset[str]
    month_start: frozenset[str]
    #: words a day never is by itself: "qua" is "by" as often as "yesterday"
    never_alone: frozenset[str]
    #: number words by their text without marks
    spelled: Mapping[str, tuple[str, ...]]
    #: words that begin a day, with their marks, by their text without
    day_spelled: Mapping[str, tuple[str, ...]]
    #: behind a weekday: "this"; the day after the one said before
    this: frozenset[str]
    next_day: frozenset[str]

    @property
    def openings(self) -> frozenset[str]:
        dates = self.vocabulary.dates
        tables = (
            dates.days,
            dates.weekdays,
            dates.weeks,
            dates.months,
            dates.years,
            dates.vague,
            dates.blurred,
        )
        keys = [key.split()[0] for table in tables for key in table]
        keys += [key.split()[0] for key in dates.lunar]
        return frozenset(keys) | dates.day | frozenset(w.split()[0] for w in dates.fillers if w[0].isalpha())

    @property
    def all(self) -> frozenset[str]:
        """Every word that can stand inside a day."""
        dates, numbers = self.vocabulary.dates, self.vocabulary.numbers
        tables = (
            dates.days,
            dates.weekdays,
            dates.weeks,
            dates.months,
            dates.years,
            dates.spans,
            dates.vague,
        )
        phrases = [key for table in tables for key in table]
        phrases += [*dates.blurred, *dates.month, *dates.year, *dates.ago, *dates.ahead, *dates.ago_first]
        phrases += [*dates.just, *dates.to, *dates.conjunctions, *dates.day, *dates.fillers, *dates.lunar]
        phrases += [*numbers.digits, *numbers.tens, *numbers.twenties, *numbers.links]
        return frozenset(word for phrase in phrases for word in fold(phrase).split())


class DayFinder:
    """Finds days in messages. Built once; `find` costs no more than a few looks for each piece."""

    def __init__(self, words: DayWords) -> None:
        self.words = words
        self.dates = words.vocabulary.dates
        self._openings = words.openings
        self._all = words.all
        self._after_number = {
            w for table in (self.dates.month, self.dates.day, self.dates.spans) for w in table
        }

    def find(self, words: Sequence[Word], today: date, counted: frozenset[int]) -> list[Days]:
        """All days of the message in order. `counted` are pieces behind which something counted stands ("4/5 hộ")."""
        found: list[Days] = []
        at = 0
        while at < len(words):
            days = self._following(words, at, found[-1]) if found else None
            days = days or self._period(words, at, today) or self._days(words, at, today, counted)
            if days is None:
                at += 1
            else:
                found.append(days)
                at = days.end
        return found

    # -- periods

    def _period(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        for width in range(min(6, len(words) - at), 0, -1):
            text = _text(words, at, at + width)
            period = self._named(text, today)
            numbered = at + width < len(words) and words[at + width].figure
            if period is not None and not (period[0] == "month" and numbered):
                end = at + width
                weekday_next = _text(words, end, end + 2) in self.dates.weekdays
                if period[0] == "week" and weekday_next:
                    return None
                return _of_period(at, end, *period)
        return self._numbered(words, at, today)

    def _named(self, text: str, today: date) -> tuple[str, date] | None:
        if text in self.dates.weeks:
            return "week", today + timedelta(days=7 * self.dates.weeks[text])
        if text in self.dates.months:
            months = today.year * 12 + today.month - 1 + self.dates.months[text]
            return "month", date(months // 12, months % 12 + 1, 1)
        if text in self.dates.years:
            return "year", date(today.year + self.dates.years[text], 1, 1)
        if text in self.words.month_start:
            return "month", today
        if text in self.words.year_start:
            return "year", today
        if text in self.words.half_first:
            return "half", date(today.year, 1, 1)
        if text in self.words.half_second:
            return "half", date(today.year, 7, 1)
        return None

    def _numbered(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        """ "tháng 4", "tháng 4/2026", "quý I năm 2026", "năm 2025"."""
        head = words[at].folded
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or (at > 0 and _capital(words[at]) and _capital(words[at - 1])):
            return None
        if head in self.words.quarter:
            number = int(after.folded) if after.folded.isdecimal() else _ROMAN.get(after.folded, 0)
            if 1 <= number <= 4:
                year, end = self._year(words, at + 2, today.year)
                return _of_period(at, end, "quarter", date(year, number * 3 - 2, 1))
        if head in self.dates.year and re.fullmatch("(?:19|20)[0-9]{2}", after.folded):
            return _of_period(at, at + 2, "year", date(int(after.folded), 1, 1))
        if head in self.dates.month and len(head) > 2 and after.folded.isdecimal():
            number = int(after.folded[:3])
            if 1 <= number <= 12:
                year, end = self._year(words, at + 2, today.year)
                if date(year, number, 1) > today and end == at + 2:
                    year -= date(year, number, 1) - today > _AHEAD
                return _of_period(at, end, "month", date(year, number, 1))
        return None

    def _year(self, words: Sequence[Word], at: int, otherwise: int) -> tuple[int, int]:
        """The year said at this piece, and where it ends."""
        skip = at
        while skip < len(words) and (words[skip].folded in self.dates.year or words[skip].folded in "/-,"):
            skip += 1
        if skip < len(words) and skip - at <= 2 and re.fullmatch("(?:19|20)[0-9]{2}", words[skip].folded):
            return int(words[skip].folded), skip + 1
        shift = self.dates.years.get(_text(words, at, at + 2))
        return (otherwise + shift, at + 2) if shift is not None else (otherwise, at)

    # -- days

    def _days(self, words: Sequence[Word], at: int, today: date, counted: frozenset[int]) -> Days | None:
        opens = words[at].folded in self._openings and not words[at].figure
        if not opens and not self._dated_figure(words, at):
            return None
        if opens and words[at].glued and at and words[at - 1].mark:
            # the end of a short form: "KH&CN"
            return None
        for width in range(self._reach(words, at), 0, -1):
            end = at + width
            if is_other(words[end - 1].spoken, self.words.spelled) or is_other(
                words[at].spoken, self.words.day_spelled
            ):
                continue
            of_many = end in counted and _part_of(words[at:end]) and not _opens(words, at, end)
            if words[end - 1].folded in ",.;:()!?" or of_many or self._summed(words, at, end, counted):
                continue
            text = _glued(words, at + self._opener(words, at, end), end)
            if any(f" {lunar} " in f" {text} " for lunar in self.dates.lunar):
                return Days(at, end, lunar=True)
            if text in self.words.never_alone or _name(words, at, end) or self._called(words, at, end):
                continue
            if text in self.dates.vague and (width > 1 or len(text) > 3):
                return Days(at, end, vague=True)
            said = DateReader(text, self.dates, self.words.vocabulary.numbers).said()
            days = self._meant(said, at, end, today, self._names_day(words, at, end)) if said else None
            if days is not None:
                return self._this_week(words, days, today) or days
        return None

    def _this_week(self, words: Sequence[Word], days: Days, today: date) -> Days | None:
        """ "thứ bảy này" is of this week, be it over or still to come."""
        end = days.end
        if end == len(words) or words[end].folded not in self.words.this:
            return None
        weekday = next(
            (
                self.dates.weekdays[text]
                for at in range(days.start, end)
                if (text := _text(words, at, end)) in self.dates.weekdays
            ),
            None,
        )
        if weekday is None:
            return None
        day = today + timedelta(days=weekday - today.isoweekday())
        return Days(days.start, end + 1, day, day)

    def _following(self, words: Sequence[Word], at: int, before: Days) -> Days | None:
        """ "hôm sau": the day after the one said before."""
        for end in range(min(at + 4, len(words)), at + 1, -1):
            if before.last is not None and _text(words, at, end) in self.words.next_day:
                day = before.last + timedelta(days=1)
                return Days(at, end, day, day)
        return None

    def _opener(self, words: Sequence[Word], at: int, end: int) -> int:
        """1 where the first word only opens the day, though without marks it is a number: "từ tháng 4"."""
        if end - at < 2 or words[at].folded not in self.words.spelled:
            return 0
        plain = words[at].spoken.isascii() and words[at + 1].folded in self.dates.month
        return int(plain or is_other(words[at].spoken, self.words.spelled))

    def _called(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether a word for a day is somebody's name here: "chị Mai"."""
        return any(
            n > 0 and words[n].folded in self.dates.days and words[n].text.istitle()
            for n in range(start, end)
        )

    def _reach(self, words: Sequence[Word], at: int) -> int:
        """How many pieces from here on can be of a day at all."""
        most = min(_WIDEST, len(words) - at)
        return next((n for n in range(most) if not self._may_belong(words[at + n])), most)

    def _may_belong(self, word: Word) -> bool:
        return word.kind != "word" or word.folded in self._all

    def _dated_figure(self, words: Sequence[Word], at: int) -> bool:
        """A figure that may be of a day: "12/5", "12.5", "12-5-2026", "12 tháng 5"."""
        if not words[at].figure:
            return False
        if re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{2,4})?", words[at].folded):
            return at + 1 == len(words) or not self._counts(words, at + 1)
        if not words[at].folded.isdecimal() or at + 1 == len(words):
            return False
        after = words[at + 1].folded
        return after in ("/", "-") or after in self._after_number or after == "va"

    def _counts(self, words: Sequence[Word], at: int) -> bool:
        numbers = self.words.vocabulary.numbers
        text = words[at].folded
        return (
            text in numbers.thousands or text in numbers.percent or any(text in g for g in numbers.counters)
        )

    def _summed(self, words: Sequence[Word], at: int, end: int, counted: frozenset[int]) -> bool:
        """Whether the last figure, behind a comma, begins a sum or a count: "ngày 15/10, 45 triệu"."""
        comma = end - at > 2 and words[end - 2].text == ","
        if not comma or not words[end - 1].figure or end == len(words):
            return False
        return end in counted or self._counts(words, end)

    def _names_day(self, words: Sequence[Word], at: int, end: int) -> bool:
        """Whether a bare number may be the day of a month: "ngày 12"; "sáng, 3" and "2 ngày 8" are not."""
        return any(
            words[n].folded in self.dates.day and not (n > at and words[n - 1].figure) for n in range(at, end)
        )

    def _meant(self, said: Said, start: int, end: int, today: date, named: bool) -> Days | None:
        if said.loose or len(said.points) > 3:
            return None
        # the month of the last holds for those before it: "5 và 6/5"
        last_point = said.points[-1]
        bare = (
            isinstance(last_point, Calendar) and last_point.month is None and last_point.month_shift is None
        )
        if bare and not named:
            return None
        if any(isinstance(point, MonthOnly) for point in said.points):
            return None
        last = self._likeliest(said.points[-1], today)
        if not last:
            return None
        first = last[0]
        for point in reversed(said.points[:-1]):
            earlier = latest_until(point, first, today)
            if earlier is None or earlier > first:
                return None
            first = earlier
        return Days(start, end, first, last[0], readings=last if len(last) > 1 else ())

    def _likeliest(self, point: Point, today: date) -> tuple[date, ...]:
        """The day meant first; a day just ahead rather than last year's."""
        past = days_meant(point, today, False)
        coming = days_meant(point, today, True)
        ahead = [day for day in coming if today < day <= today + _AHEAD]
        yearless = isinstance(point, Calendar) and point.year is None and point.month is not None
        if yearless and ahead and (not past or today - past[0] > _AHEAD):
            return (ahead[0],)
        return past[:1] if len(past) != 1 and isinstance(point, Calendar) and point.month else past


def _of_period(start: int, end: int, kind: str, day: date) -> Days:
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


def _text(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.folded for word in words[start:end])


def _glued(words: Sequence[Word], start: int, end: int) -> str:
    """The folded text as typed: what stood together stands together."""
    pieces = [
        ("" if word.glued or at == 0 else " ") + word.folded for at, word in enumerate(words[start:end])
    ]
    return "".join(pieces)


def _name(words: Sequence[Word], start: int, end: int) -> bool:
    """A single capitalised word inside a sentence is somebody's name: "chị Mai"."""
    return end == start + 1 and start > 0 and words[start].text[:1].isupper() and not words[start].figure


def _capital(word: Word) -> bool:
    return word.kind == "word" and word.text[:1].isupper()


def _opens(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a sentence begins here and tells a name next: "5/12 HTX rau Tam Đa ..." is a day."""
    return (at == 0 or words[at - 1].mark) and any(map(_capital, words[end + 1 : end + 5]))


def _part_of(words: Sequence[Word]) -> bool:
    """Whether pieces can be N of M: "4/5", not "12/5"."""
    figures = [word.folded for word in words if word.folded != "/"]
    return (
        len(words) == 3
        and len(figures) == 2
        and all(f.isdecimal() for f in figures)
        and int(figures[0]) <= int(figures[1])
    )
