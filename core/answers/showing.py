"""A stored value in words, for the review card and for buttons."""

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from core.answers.days import days_of
from core.answers.outcome import JsonValue, Setting
from core.catalogue.fact_types import FieldSpec, FieldType
from core.texts import Label, Lines, Speech, say

#: options or places named in a refusal
_EXAMPLES = 6


def show_answer(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech:
    """The value with its unit, label or name. What the content no longer knows is shown as it is stored."""
    shown = _SHOWN[field.type](field, value, setting)
    return as_stored(value) if shown is None else shown


def as_stored(value: JsonValue) -> Speech:
    """A value without a field to explain it."""
    match value:
        case dict():
            return ", ".join(f"{count} {code}" for code, count in value.items())
        case list():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def examples(names: Iterable[Speech]) -> Speech:
    """The first few names, with commas."""
    return Lines(tuple(islice(names, _EXAMPLES)), ", ")


def show_day(value: JsonValue) -> Speech | None:
    """A day with its weekday, for a button: "thứ Năm 14/5/2026". Some days: from, to."""
    days = days_of(value)
    if days is None:
        return None
    first, last = days
    if first == last:
        return say("answer-show-weekday", weekday=first.isoweekday(), date=first)
    return say("answer-show-days", first=first, last=last)


def _number(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    # whole floats come from minimum and maximum; a number goes in rendered, so that no locale regroups it
    number = int(value) if value == int(value) else value
    if field.year:
        return str(number)
    if field.type is FieldType.EVIDENCE:
        return say("answer-show-evidence", count=number)
    if field.type is FieldType.MONEY:
        return say("answer-show-money", number=_plain(number))
    return say("answer-show-unit", number=_plain(number), unit=field.unit) if field.unit else _plain(number)


def _plain(number: int | float) -> Speech:
    return say("answer-show-number", number=number)


def _date(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    days = days_of(value)
    if days is None:
        return None
    first, last = days
    one = say("answer-show-date", date=first)
    return one if first == last else say("answer-show-days", first=first, last=last)


def _choice(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    option = field.option(value) if isinstance(value, str) else None
    return option.label if option else None


def _choices(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if not isinstance(value, list):
        return None
    return Lines(tuple(_choice(field, each, setting) or str(each) for each in value), ", ")


def _tally(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    if not isinstance(value, Mapping):
        return None
    order = [option.code for option in field.options]
    known = [code for code in order if value.get(code)] + [code for code in value if code not in order]
    counts = (say("answer-show-count", count=value[code], what=_inside(field, code)) for code in known)
    return Lines(tuple(counts), ", ")


def _inside(field: FieldSpec, code: str) -> Speech:
    """An option's name within a sentence: "4 cán bộ", but "2 HTX"."""
    option = field.option(code)
    return Label(vi=_small(option.label.vi), en=_small(option.label.en)) if option else code


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _place(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    return next((place.name for place in setting.places if place.code == value), None)


def _people(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    return ", ".join(map(str, value)) if isinstance(value, list) else None


def _text(field: FieldSpec, value: JsonValue, setting: Setting) -> Speech | None:
    return value if isinstance(value, str) else None


_SHOWN: Mapping[FieldType, Callable[[FieldSpec, JsonValue, Setting], Speech | None]] = {
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
