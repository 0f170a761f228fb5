"""Days and spans of days in a running message: "sáng qua", "6-7/5", "thứ bảy tuần trước"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from core.answers.calendar import days_meant, latest_until
from core.answers.date_grammar import DateReader
from core.answers.date_points import Calendar, MonthOnly, Point, Said
from core.folding import fold
from core.understanding.day_periods import AHEAD, Days, PeriodFinder, ends_name, no_day
from core.understanding.day_words import DayWords
from core.understanding.syllables import is_other
from core.understanding.words import LINE, Word, is_capital, text_of

#: pieces of the longest day in words
_WIDEST = 16
#: days told in one row lie within this
_ROW = timedelta(days=31)
#: a day without its year is of none before the last
_YEAR = timedelta(days=366)


class DayFinder:
    """Finds days in messages. Built once; `find` costs no more than a few looks for each piece."""

    def __init__(self, words: DayWords) -> None:
        self.words = words
        self.dates = words.vocabulary.dates
        self.periods = PeriodFinder(words)
        self._coming = frozenset(map(fold, self.dates.coming))
        self._openings = words.openings
        self._all = words.all
        self._after_number = {
            w for table in (self.dates.month, self.dates.day, self.dates.spans) for w in table
        }

    def find(self, words: Sequence[Word], today: date, counted: frozenset[int]) -> list[Days]:
        """All days of the message in order. `counted`: where something counted stands ("4/5 hộ")."""
        found: list[Days] = []
        at = 0
        while at < len(words):
            days = self._following(words, at, found[-1]) if found else None
            days = days or self.periods.at(words, at, today) or self._blurred(words, at, today)
            days = days or self._days(words, at, today, counted)
            if days is None:
                at += 1
            else:
                found.append(days)
                at = days.end
        return found

    def _days(self, words: Sequence[Word], at: int, today: date, counted: frozenset[int]) -> Days | None:
        opens = not words[at].figure and (words[at].folded in self._openings or self._dated_words(words, at))
        if not opens and not self._dated_figure(words, at):
            return None
        if opens and ends_name(words, at, self._openings):
            return None
        for width in range(self._reach(words, at), 0, -1):
            end = at + width
            if is_other(words[end - 1].spoken, self.words.spelled) or is_other(
                words[at].spoken, self.words.day_spelled
            ):
                continue
            of_many = end in counted and _part_of(words[at:end]) and not _opens(words, at, end)
            counting = of_many or self._summed(words, at, end, counted) or self._scaled(words, at, end)
            if counting or words[end - 1].folded in ",.;:()!?" or self.words.begins(words, end - 1, at):
                continue
            text = _glued(words, at + self._opener(words, at, end), end)
            if any(f" {lunar} " in f" {text} " for lunar in self.dates.lunar):
                return Days(at, end, lunar=True)
            if (
                self._alone(text) in self.words.never_alone
                or _name(words, at, end)
                or self._called(words, at, end)
            ):
                continue
            if text in self.dates.vague and (width > 1 or len(text) > 3):
                return self._of_month(words, at, end, today) or Days(at, end, vague=True)
            said = DateReader(text, self.dates, self.words.vocabulary.numbers).said()
            days = self._meant(said, at, end, today, self._names_day(words, at, end)) if said else None
            if days is not None and not _two(words, days) and not self._counted_apart(words, at, end):
                return self._this_week(words, days, today) or days
        return no_day(words, at, self.dates)

    def _alone(self, text: str) -> str:
        """Without words around a day that say nothing of it: "em qua chợ" is no "hôm qua"."""
        return " ".join(word for word in text.split() if word not in self.words.around)

    def _blurred(self, words: Sequence[Word], at: int, today: date) -> Days | None:
        """ "hôm kìa" is one of two days, which its marks do not tell for certain."""
        for end in (at + 3, at + 2):
            if away := self.dates.blurred.get(" ".join(word.spoken for word in words[at:end])):
                readings = tuple(today + timedelta(days=each) for each in away)
                return Days(at, end, readings[0], readings[0], readings=readings)
        return None

    def _this_week(self, words: Sequence[Word], days: Days, today: date) -> Days | None:
        """ "thứ bảy này" is of this week, be it over or still to come; "thứ hai tới" the next one."""
        end = days.end
        coming = words[end - 1].spoken in self.dates.coming
        blurred = words[end - 1].spoken.isascii() and words[end - 1].folded in self._coming and not coming
        if not (coming or blurred) and (end == len(words) or words[end].folded not in self.words.this):
            return None
        weekday = next(
            (
                self.dates.weekdays[text]
                for at in range(days.start, end)
                if (text := text_of(words, at, end - (coming or blurred))) in self.dates.weekdays
            ),
            None,
        )
        if weekday is None:
            return None
        shift = weekday - today.isoweekday()
        if blurred:
            # "thu 5 toi": that evening or the next one, which only marks tell
            return Days(days.start, end, vague=True)
        if coming:
            day = today + timedelta(days=shift + 7 * (shift <= 0))
            return Days(days.start, end, day, day)
        day = today + timedelta(days=shift)
        return Days(days.start, end + 1, day, day)

    def _of_month(self, words: Sequence[Word], at: int, end: int, today: date) -> Days | None:
        """ "đầu tháng 6": some day of that month; only while it is still to come the month says enough."""
        if words[end - 1].folded not in self.dates.month or end == len(words):
            return None
        month = self.periods.at(words, end - 1, today)
        if month is None or month.period is None:
            return None
        if month.after(today):
            return Days(at, month.end, month.first, month.last, month.period)
        return Days(at, month.end, vague=True)

    def _following(self, words: Sequence[Word], at: int, before: Days) -> Days | None:
        """ "hôm sau": the day after the one said before."""
        for end in range(min(at + 4, len(words)), at + 1, -1):
            if before.last is not None and text_of(words, at, end) in self.words.next_day:
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
        return (word.kind != "word" or word.folded in self._all) and word.text != LINE

    def _dated_figure(self, words: Sequence[Word], at: int) -> bool:
        """A figure that may be of a day: "12/5", "12.5", "12-5-2026", "12 tháng 5"."""
        if not words[at].figure:
            return False
        if re.fullmatch(r"[0-9]{1,2}(?:,[0-9]{1,2})+", words[at].folded):
            return at + 2 < len(words) and words[at + 1].text == "/" and words[at + 2].figure
        if re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{2,4})?", words[at].folded):
            return at + 1 == len(words) or not self._counts(words, at + 1)
        if not words[at].folded.isdecimal() or at + 1 == len(words):
            return False
        after = words[at + 1].folded
        return after in ("/", "-") or after in self._after_number or after == "va"

    def _dated_words(self, words: Sequence[Word], at: int) -> bool:
        """A number in words that may be of a day: "mười hai tháng tư", "hai hôm trước"."""
        end = at
        while end < min(at + 4, len(words)) and words[end].folded in self.words.spelled:
            end += 1
        return end > at and end < len(words) and words[end].folded in self._after_number

    def _counts(self, words: Sequence[Word], at: int) -> bool:
        numbers = self.words.vocabulary.numbers
        text = words[at].folded
        return (
            text in numbers.thousands or text in numbers.percent or any(text in g for g in numbers.counters)
        )

    def _scaled(self, words: Sequence[Word], at: int, end: int) -> bool:
        """Whether the figures are of a sum or share, not of a day: "chi 2.5tr", "2-3 triệu", "10-15%"."""
        numbers = self.words.vocabulary.numbers
        if end == len(words) or not words[end - 1].figure or any(w.text == "/" for w in words[at:end]):
            return False
        after = words[end]
        scaled = after.folded in numbers.thousands or after.folded in numbers.percent
        return scaled or (after.glued and after.folded in (numbers.glued.keys() | numbers.currency))

    def _summed(self, words: Sequence[Word], at: int, end: int, counted: frozenset[int]) -> bool:
        """Whether the last figure, behind a comma, begins a sum or a count: "ngày 15/10, 45 triệu"."""
        comma = end - at > 2 and words[end - 2].text == ","
        if not comma or not words[end - 1].figure or end == len(words):
            return False
        return end in counted or self._counts(words, end)

    def _counted_apart(self, words: Sequence[Word], at: int, end: int) -> bool:
        """Whether a lone number behind a comma counts something, the day being whole: "9/5, 27 ok"."""
        comma = next((n for n in range(end - 1, at, -1) if words[n].text == ","), None)
        if comma is None or not any(word.text == "/" for word in words[at:comma]):
            return False
        behind = words[comma + 1 : end]
        figures = [word for word in behind if word.figure]
        dated = any(word.text == "/" or word.folded in self.dates.month for word in behind)
        return len(figures) == 1 and not dated and len(figures[0].text) < len("2026")

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
        if isinstance(last_point, Calendar) and last_point.month is None and not named:
            return None
        if any(isinstance(point, MonthOnly) for point in said.points):
            return None
        last = self._likeliest(last_point, today)
        if not last:
            # "31/4" is a slip: a month has no such day, so that it is asked
            slip = isinstance(last_point, Calendar) and last_point.day < 32 and (last_point.month or 13) < 13
            return Days(start, end, vague=True) if slip else None
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
        ahead = [day for day in coming if today < day <= today + AHEAD]
        yearless = isinstance(point, Calendar) and point.year is None and point.month is not None
        if yearless and ahead and (not past or today - past[0] > AHEAD):
            return (ahead[0],)
        if yearless and past and today - past[0] > _YEAR:
            # 29/2 was in another year
            return ()
        return past[:1] if len(past) != 1 and isinstance(point, Calendar) and point.month else past


def _two(words: Sequence[Word], days: Days) -> bool:
    """Whether a comma parts two days that are no first and last: "thứ sáu tuần trước, nay báo"."""
    comma = next((at for at in range(days.start, days.end) if words[at].text == ","), None)
    if comma is None or days.first is None or days.last is None or days.first == days.last:
        return False
    figures = any(word.figure for word in words[comma : days.end])
    return not figures or days.last - days.first > _ROW


def _glued(words: Sequence[Word], start: int, end: int) -> str:
    """The folded text as typed: what stood together stands together."""
    pieces = [
        ("" if word.glued or at == 0 else " ") + word.folded for at, word in enumerate(words[start:end])
    ]
    return "".join(pieces)


def _name(words: Sequence[Word], start: int, end: int) -> bool:
    """A single capitalised word inside a sentence is somebody's name: "chị Mai"."""
    return end == start + 1 and start > 0 and words[start].text[:1].isupper() and not words[start].figure


def _opens(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a sentence begins here and tells a name next: "5/12 HTX rau Tam Đa ..." is a day."""
    behind = words[end + 1 : end + 5]
    small = any(word.kind == "word" and not is_capital(word) for word in words[end : end + 6])
    return (at == 0 or words[at - 1].mark) and small and any(map(is_capital, behind))


def _part_of(words: Sequence[Word]) -> bool:
    """Whether pieces can be N of M: "4/5", not "12/5"."""
    figures = [word.folded for word in words if word.folded != "/"]
    return (
        len(words) == 3
        and len(figures) == 2
        and all(f.isdecimal() for f in figures)
        and int(figures[0]) <= int(figures[1])
    )
