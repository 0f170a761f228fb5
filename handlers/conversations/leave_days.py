"""When somebody is on leave, in their own words."""

from datetime import date, timedelta
from itertools import pairwise

from core.answers import Read, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.dialogue.commanding import command_of
from core.dialogue.known import LEAVE, Known
from core.folding import fold
from core.spans import Span
from core.texts import Label
from handlers.conversations.one_day import days_to_come, period_to_come

#: the words for leave are at most so many
_WORDS = 4
#: more days than that are told by their last one
_MOST_DAYS = 60
_WEEK = timedelta(days=7)
_NAMELESS = Label("", "")
_COUNT = FieldSpec(code="count", type=FieldType.INTEGER, label=_NAMELESS, prompt=_NAMELESS)


def leave_in(known: Known, text: str) -> tuple[str, bool] | None:
    """What stands beside the words for leave that a message begins or ends with; whether these are plain.

    Other words are said of other things, too: only days make a leave of them, and of any at the end.
    """
    words = text.split()
    for count in range(min(_WORDS, len(words) - 1), 0, -1):
        said = _leave(known, words[:count])
        if said is not None and (said or _are_days(known, words[count:], begun=True)):
            return " ".join(words[count:]), said
        if _leave(known, words[-count:]) is not None and _are_days(known, words[:-count]):
            return " ".join(words[:-count]), False
    return None


def _leave(known: Known, words: list[str]) -> bool | None:
    """Whether words say leave plainly or perhaps, with all their marks or with none; None: not at all."""
    text, common = " ".join(words), known.words.common
    if command_of(text, known.commands, common) == LEAVE:
        return True
    said = text.casefold().strip(".,!:;")
    meant = said in common.away or (said.isascii() and said in {fold(form) for form in common.away})
    return False if meant else None


def _are_days(known: Known, words: list[str], *, begun: bool = False) -> bool:
    """Whether words are days and nothing else, or at least begin as such (`begun`)."""
    dates, first = known.words.dates, fold(words[0])
    if begun and (first[0].isdecimal() or first in dates.since | dates.to | dates.day):
        return True
    return _so_many(known, words, None) is not None or _named(" ".join(words), known) is not None


def only_first(known: Known, text: str) -> date | None:
    """The day from which on somebody is away, where the last one is not said: "from 20/11"."""
    words, dates = text.split(), known.words.dates
    if _so_many(known, words, None) is not None:
        return None
    folded = [fold(word) for word in words]
    if any(word in dates.to for word in folded):
        return None
    for at, word in enumerate(folded[:-1]):
        # without its mark it may be the end of a weekday's name
        named = at > 0 and f"{folded[at - 1]} {word}" in dates.weekdays
        days = days_to_come(" ".join(words[at + 1 :]), known) if word in dates.since and not named else None
        if days is not None:
            return days.first if days.first == days.last and days.first >= known.today else None
    return None


def days_of(known: Known, text: str, *, until: bool, since: date | None = None) -> Span | None:
    """The first and last day of a leave that is not over: "20/11 to 25/11", "to 25/11" from today, "3 days".

    A single day is the whole leave, or the last of it where that was asked for (`until`), from `since` on.
    """
    words = text.split()
    stated = _so_many(known, words, since) or period_to_come(text, known)
    if stated is not None:
        return stated
    to = next((at for at, word in enumerate(words) if fold(word) in known.words.dates.to), None)
    if to is None:
        days = _at_the_end(known, words, later=until)
        if days and until and days.first == days.last:
            days = Span(since or known.today, days.last)
    else:
        days = _from_to(known, words, to, since)
    return days if days and known.today <= days.last and days.first <= days.last else None


def _from_to(known: Known, words: list[str], to: int, since: date | None) -> Span | None:
    """Both days are read together first: in "20 to 25/11" the last one names the month of the first."""
    for start in range(to):
        days = days_to_come(" ".join(words[start:]), known)
        if days is not None:
            return days
    # who is away until a weekday and says so on such a day means that of the next week
    first, last = _at_the_end(known, words[:to]), _at_the_end(known, words[to + 1 :], later=True)
    return Span(first.first if first else since or known.today, last.last) if last else None


def _at_the_end(known: Known, words: list[str], *, later: bool = False) -> Span | None:
    """The day or days that the last of the words name, in as many of them as it takes."""
    read = (_named(" ".join(words[start:]), known, later=later) for start in range(len(words)))
    return next((days for days in read if days is not None), None)


def _so_many(known: Known, words: list[str], since: date | None) -> Span | None:
    """So many working days, or weeks, from a day that is said beside their number, from `since`, or today."""
    dates, folded = known.words.dates, [fold(word) for word in words]
    for at, (counted, unit) in enumerate(pairwise(folded)):
        before, after = "".join(folded[:at][-1:]), "".join(folded[at + 2 : at + 3])
        # a day or month by its number, a weekday, or a day so long from now
        told = counted in dates.since | dates.to or f"{before} {counted}" in dates.weekdays
        if told or before in dates.day or after in dates.ahead | dates.ago:
            continue
        count = _number(known, counted, words[at]) if dates.spans.get(unit) in ("day", "week") else None
        first = _beginning(known, words[:at] + words[at + 2 :], since) if count else None
        if count and first:
            return Span(first, _last(known, first, count, weeks=dates.spans[unit] == "week"))
    return None


def _number(known: Known, folded: str, word: str) -> int | None:
    """A whole number in digits or one word, as many days as a leave may have."""
    if not folded.isdecimal() and folded not in known.words.numbers.digits:
        return None
    read = read_answer(_COUNT, word, known.setting({}))
    value = read.value if isinstance(read, Read) else None
    return value if isinstance(value, int) and 0 < value <= _MOST_DAYS else None


def _beginning(known: Known, rest: list[str], since: date | None) -> date | None:
    """The one day that is said beside a number of days; none said: `since`, or today."""
    for start in range(len(rest)):
        days = days_to_come(" ".join(rest[start:]), known)
        if days is not None:
            clear = days.first == days.last and days.first >= known.today
            return days.first if clear and not _figures(rest[:start]) else None
    return None if _figures(rest) else since or known.today


def _figures(words: list[str]) -> bool:
    return any(letter.isdecimal() for word in words for letter in word)


def _last(known: Known, first: date, count: int, *, weeks: bool) -> date:
    """The last day of so many weeks, or so many working days, from a day on."""
    if weeks:
        return first + count * _WEEK - timedelta(days=1)
    day = known.catalogue.calendar.on_or_after(first)
    for _ in range(count - 1):
        day = known.catalogue.calendar.on_or_after(day + timedelta(days=1))
    return day


def _named(text: str, known: Known, *, later: bool = False) -> Span | None:
    """The days that a text names and nothing else: one, from one to another, or "next week"."""
    return days_to_come(text, known, later=later) or period_to_come(text, known)
