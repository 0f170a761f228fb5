"""Days that somebody typed: "hqua", "14/5", "6-7/5"; vague ones are answered with days to choose from."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from core.answers.calendar import days_meant, latest_until, too_late
from core.answers.checking import check_answer
from core.answers.date_grammar import DateReader
from core.answers.date_points import Away, Calendar, MonthOnly, Point, Said
from core.answers.days import stored_days
from core.answers.outcome import Outcome, Read, Refused, Setting, unsure
from core.answers.showing import show_day
from core.answers.tokens import phrase, without_ending
from core.answers.vague_days import vague_days
from core.answers.vocabulary import DateWords
from core.catalogue.fact_types import FieldSpec
from core.folding import clean, fold
from core.texts import Speech, say

#: a year longer ago than this is asked about: it is mostly a slip
_OLD = timedelta(days=2 * 366)
#: "7/5 và 6/5" is no time of nearly a year
_LONG = timedelta(days=92)

Days = tuple[date, date]


def read_date(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """A day, or the first and last of some days."""
    dates = setting.words.dates
    text = fold(clean(typed))
    if any(f" {lunar} " in f" {phrase(text)} " for lunar in dates.lunar):
        return Refused(say("answer-date-lunar", example=setting.today))
    blurred = _blurred(typed, dates)
    if blurred:
        return _asked(field, [(day, day) for day in _from_today(blurred, setting)], setting)
    said = DateReader(text, dates, setting.words.numbers).said()
    if said is None:
        return _vague(field, text, setting)
    if _still_to_come(typed, dates) and not field.future:
        return Refused(say("answer-date-past", today=setting.today))
    return _one(field, said.points[0], setting) if len(said.points) == 1 else _some(field, said, setting)


def _blurred(typed: str, dates: DateWords) -> tuple[int, ...]:
    return dates.blurred.get(" ".join(clean(typed).casefold().split()).strip(" .!?"), ())


def _still_to_come(typed: str, dates: DateWords) -> bool:
    return clean(typed).casefold().rstrip(" .!?").rpartition(" ")[2] in dates.coming


def _from_today(offsets: Iterable[int], setting: Setting) -> list[date]:
    return [setting.today + timedelta(days=offset) for offset in offsets]


def _one(field: FieldSpec, point: Point, setting: Setting) -> Outcome:
    if isinstance(point, Away) and point.count < 0 and point.span != "day":
        return _ago(field, point, setting)
    if isinstance(point, MonthOnly) and not field.future:
        return Refused(say("answer-date-day", example=setting.today))
    days = days_meant(point, setting.today, field.future)
    if not days:
        return Refused(_impossible(point, setting))
    if len(days) > 1:
        return _asked(field, [(day, day) for day in days], setting)
    return _settled(field, (days[0], days[0]), setting)


def _settled(field: FieldSpec, days: Days, setting: Setting) -> Outcome:
    """The days if they can be; a year long past is asked about."""
    problem = check_answer(field, stored_days(*days), setting)
    if problem:
        return Refused(problem)
    if setting.today - days[0] <= _OLD:
        return Read(stored_days(*days))
    recent = days_meant(Calendar(days[0].day, days[0].month), setting.today, False)[:1]
    readings = [days, *((day, day + (days[1] - days[0])) for day in recent)]
    return _asked(field, readings, setting, say("answer-date-old", year=str(days[0].year)))


def _asked(
    field: FieldSpec, readings: Sequence[Days], setting: Setting, question: Speech | None = None
) -> Outcome:
    """Those of the readings that can be, to choose from."""
    values = list(dict.fromkeys(stored_days(*days) for days in readings))
    fitting = [value for value in values if check_answer(field, value, setting) is None]
    if len(fitting) == 1:
        return Read(fitting[0])
    if fitting:
        asked = question or say("answer-date-which", today=setting.today)
        return unsure(asked, ((show_day(value) or value, value) for value in fitting))
    problem = check_answer(field, values[0], setting) if values else None
    return Refused(problem or say("answer-date-impossible", example=setting.today))


def _some(field: FieldSpec, said: Said, setting: Setting) -> Outcome:
    """Several days: one time from first to last, or days that may not belong together."""
    if said.loose and not all(isinstance(point, Calendar) for point in said.points):
        return _same(field, said, setting)
    ends = days_meant(said.points[-1], setting.today, field.future)
    if not ends:
        return Refused(_impossible(said.points[-1], setting))
    readings = [reading for end in ends if (reading := _series(said, end, setting))]
    if not readings:
        return Refused(say("answer-date-days", example=setting.today))
    if len(readings) > 1:
        return _asked(field, [(days[0], days[-1]) for days in readings], setting)
    if len(ends) > 1:
        # the year was not said, and the other reading fell away: no guess is good enough
        return Refused(say("answer-date-days", example=setting.today))
    days = readings[0]
    if _falling(said.points) and not _in_a_row(days):
        return Refused(say("answer-date-days", example=setting.today))
    if said.span or _in_a_row(days):
        return _settled(field, (days[0], days[-1]), setting)
    return _asked(field, [(days[0], days[-1]), *((day, day) for day in days)], setting)


def _same(field: FieldSpec, said: Said, setting: Setting) -> Outcome:
    """One day said twice, "hôm qua 13/5": taken where both agree, else asked about."""
    meant = [days_meant(point, setting.today, field.future) for point in said.points]
    agreed = [day for day in meant[0] if all(day in days for days in meant)]
    if len(agreed) == 1:
        return _settled(field, (agreed[0], agreed[0]), setting)
    return _asked(field, [(day, day) for days in meant for day in days], setting)


def _series(said: Said, end: date, setting: Setting) -> list[date] | None:
    """The days in order, each resolved by the one after it; None if they are in no order or too far apart."""
    days = [end]
    for point in reversed(said.points[:-1]):
        day = latest_until(point, days[0], setting.today)
        if day is None or day > days[0]:
            return None
        days.insert(0, day)
    return days if days[-1] - days[0] <= _LONG else None


def _falling(points: Sequence[Point]) -> bool:
    """Bare days from a later to an earlier one: "14,5" is more likely a day and a month."""
    days = [point.day for point in points if isinstance(point, Calendar) and point.month is None]
    return len(days) == len(points) and days[0] > days[-1]


def _in_a_row(days: Sequence[date]) -> bool:
    return all(b - a <= timedelta(days=1) for a, b in pairwise(days))


def _impossible(point: Point, setting: Setting) -> Speech:
    none = too_late(point)
    if none is not None:
        return say("answer-date-no-such", month=none[0], days=none[1], example=setting.today)
    if isinstance(point, Calendar) and point.month is not None and point.month > 12 >= point.day:
        return say("answer-date-month", month=str(point.month), example=setting.today)
    return say("answer-date-impossible", example=setting.today)


def _ago(field: FieldSpec, point: Away, setting: Setting) -> Outcome:
    """ "2 tuần trước" is some day of that week."""
    if point.span != "week":
        return Refused(say("answer-date-day", example=setting.today))
    monday = setting.today - timedelta(days=setting.today.weekday() - 7 * max(point.count, -500))
    week = [monday + timedelta(days=step) for step in range(7)]
    return _asked(field, [(day, day) for day in week], setting)


def _vague(field: FieldSpec, text: str, setting: Setting) -> Outcome:
    kind = setting.words.dates.vague.get(without_ending(phrase(text)))
    days = vague_days(kind, setting.today) if kind and not field.future else ()
    if len(days) > 1:
        return _asked(field, [(day, day) for day in days], setting)
    return Refused(say("answer-date-day" if kind else "answer-date", example=setting.today))
