"""Whether a value fits its field, whatever way it came: typed, by button, by editing."""

import math
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from core.answers.days import days_of
from core.answers.outcome import JsonValue, Setting
from core.answers.places import places_of
from core.answers.showing import examples, show_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.texts import Speech, say

#: counts, sums and shares above this are slips of the thumb when the field sets no maximum
MOST = 1_000_000_000
#: before this nothing that is reported happened
EARLIEST = date(2000, 1, 1)
#: no certificate is valid for longer
FURTHEST = timedelta(days=366 * 20)
#: some days that are reported as one happening
LONGEST = timedelta(days=366)
#: people, and letters of one name
MOST_NAMES = 100
LONGEST_NAME = 60


def check_answer(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    """None if the value can be stored; otherwise what is wrong and what to give instead."""
    return _CHECKS[field.type](field, value, setting)


def _number(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return say("answer-number", example=example(field))
    if value != int(value) and field.type in (FieldType.INTEGER, FieldType.EVIDENCE):
        return say("answer-number-whole", example=example(field))
    return _bounds(field, value, setting)


def _bounds(field: FieldSpec, value: float, setting: Setting) -> Speech | None:
    least = 0 if field.minimum is None else field.minimum
    most = MOST if field.maximum is None else field.maximum
    if value < least:
        return say("answer-number-small", least=show_answer(field, least, setting))
    return say("answer-number-large", most=show_answer(field, most, setting)) if value > most else None


def example(field: FieldSpec) -> int | float | str:
    """A number the field takes, to show how it is typed; a year as text, so that no locale groups it."""
    least = 0 if field.minimum is None else field.minimum
    most = MOST if field.maximum is None else field.maximum
    usual = min(max(25, least), most)
    if field.year:
        return str(int(usual))
    return int(usual) if usual == int(usual) else usual


def _date(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    days = days_of(value)
    if days is None:
        return say("answer-date", example=setting.today)
    first, last = days
    if last < first or last - first > LONGEST:
        return say("answer-date-order", first=first, last=last)
    if first < EARLIEST:
        return say("answer-date-early", date=first, example=setting.today)
    if last > setting.today and not field.future:
        return say("answer-date-future", date=last, today=setting.today)
    return say("answer-date-far", date=last) if last - setting.today > FURTHEST else None


def _choice(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if isinstance(value, str) and field.option(value):
        return None
    return say("answer-choice", options=examples(option.label for option in field.options))


def _choices(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    whole = isinstance(value, list) and value and len(set(map(str, value))) == len(value)
    if whole and isinstance(value, list) and all(_choice(field, each, setting) is None for each in value):
        return None
    return say("answer-choices", options=examples(option.label for option in field.options))


def _tally(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if not isinstance(value, Mapping) or not all(_counted(field, *item) for item in value.items()):
        return say("answer-tally", example=tally_example(field, setting))
    total = sum(value.values())
    if total == 0:
        return say("answer-tally-zero", example=tally_example(field, setting))
    return _bounds(field, total, setting)


def _counted(field: FieldSpec, code: object, count: object) -> bool:
    known = isinstance(code, str) and field.option(code) is not None
    return known and isinstance(count, int) and not isinstance(count, bool) and 0 <= count <= MOST


def tally_example(field: FieldSpec, setting: Setting) -> Speech:
    """An answer to a tally as it may be typed: "4 cán bộ, 2 chủ cơ sở"."""
    counts = {option.code: count for option, count in zip(field.options, (4, 2), strict=False)}
    return show_answer(field, counts, setting)


def _place(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    places = places_of(field, setting)
    if any(place.code == value for place in places):
        return None
    if not places:
        return say("answer-place-none")
    return say("answer-place", places=examples(place.name for place in places))


def _text(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if not isinstance(value, str) or not value.strip():
        return say("answer-text-empty")
    return too_long(field, value)


def too_long(field: FieldSpec, text: str) -> Speech | None:
    """How long a text is and how long it may be; None if it fits."""
    if len(text) <= field.max_length:
        return None
    return say("answer-text-long", length=len(text), allowed=field.max_length)


def _people(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        return say("answer-people")
    wrong = next((name for name in value if not is_name(name)), None)
    if wrong is not None:
        return say("answer-people-name", name=wrong[:LONGEST_NAME])
    if len(value) > MOST_NAMES:
        return say("answer-people-many", count=len(value), allowed=MOST_NAMES)
    return too_long(field, ", ".join(value))


def is_name(text: str) -> bool:
    """Whether this can be somebody's name: letters, blanks and few marks, not too long."""
    return len(text) <= LONGEST_NAME and any(map(str.isalpha, text)) and all(map(_in_names, text))


def _in_names(char: str) -> bool:
    return char.isalpha() or char in " .'’-" or unicodedata.category(char) == "Mn"


_CHECKS: Mapping[FieldType, Callable[[FieldSpec, JsonValue, Setting], Speech | None]] = {
    FieldType.INTEGER: _number,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _number,
    FieldType.EVIDENCE: _number,
    FieldType.DATE: _date,
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.TALLY: _tally,
    FieldType.PLACE: _place,
    FieldType.TEXT: _text,
    FieldType.PEOPLE: _people,
}
