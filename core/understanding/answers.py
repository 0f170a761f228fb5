"""Between records, as messages are understood, and answers of forms, as they are stored."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from core.answers import JsonValue, Read, Setting, check_answer, read_answer
from core.catalogue.fact_types import FactType, FieldSpec, FieldType, Option
from core.catalogue.tasks import option_code
from core.folding import fold
from core.understanding.hearing import HeardField, Hearing
from core.understanding.situation import Fields


def answers_of(fields: Fields, hearing: Hearing, kind: FactType, setting: Setting) -> dict[str, JsonValue]:
    """The answers of a form that a record gives: those that fit their question, and no others."""
    found: dict[str, JsonValue] = {}
    for heard in hearing.fields:
        spec = kind.field(heard.fills) if heard.fills else None
        if spec is not None and spec.formula is None and heard.code in fields:
            value = _answer(fields[heard.code], heard, spec, setting)
            if heard.made_of:
                value = _of_plan(str(fields[heard.code]), str(fields.get(heard.within or "", "")), spec)
            if value is not None and check_answer(spec, value, setting) is None:
                found[spec.code] = value
    day = _day(fields, setting.today)
    spec = kind.date_field()
    if day is not None and check_answer(spec, day, setting) is None:
        found[spec.code] = day
    return found


def only_ones(hearing: Hearing, kind: FactType) -> dict[str, JsonValue]:
    """Answers made of a plan that has one option for them: a budget that is split nowhere is its own line."""
    specs = (kind.field(heard.fills) for heard in hearing.fields if heard.made_of and heard.fills)
    return {spec.code: spec.options[0].code for spec in specs if spec is not None and len(spec.options) == 1}


def sums_at_odds(fields: Fields, hearing: Hearing) -> list[tuple[HeardField, int, int]]:
    """Tallies of a record with the sum that was said and theirs, where these are not the same."""
    return [
        (heard, stated, sum(counts.values()))
        for heard in hearing.fields
        if isinstance(counts := fields.get(heard.code), dict)
        and isinstance(stated := fields.get(heard.total or ""), int)
        and stated != sum(counts.values())
    ]


def parts_at_odds(fields: Fields, hearing: Hearing) -> list[tuple[tuple[str, ...], int, int]]:
    """Parts that were said with their whole and do not come to it: what they fill, the whole, their sum."""
    filling = {heard.code: heard.fills for heard in hearing.fields}
    return [
        (tuple(fills for code in (one, other) if (fills := filling.get(code))), total, first + second)
        for one, other, whole in hearing.sums
        if isinstance(first := fields.get(one), int)
        and isinstance(second := fields.get(other), int)
        and isinstance(total := fields.get(whole), int)
        and first + second != total
    ]


def sums_given(fields: Fields, hearing: Hearing, answers: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Tallies of one group that another sum was said for: the group's number is that sum."""
    return {
        heard.fills: {next(iter(tally)): fields[heard.total]}
        for heard in hearing.fields
        if heard.fills
        and heard.total in fields
        and heard.code not in fields
        and isinstance(tally := answers.get(heard.fills), dict)
        and len(tally) == 1
    }


def _of_plan(named: str, task: str, spec: FieldSpec) -> str | None:
    """The option for a task, or for a step of `task`, by what the plan calls it; None if several may be."""
    within = f"{option_code(task)}_" if task else ""
    found = [
        each.code
        for each in spec.options
        if each.code.startswith(within)
        and fold(named) in {fold(name) for name in (each.label.vi.partition(": ")[2], *each.also)}
    ]
    return found[0] if len(found) == 1 else None


def _option_of(kind: FactType, heard: HeardField, code: str) -> Option | None:
    """That option of a plan, if it has another name besides its number."""
    spec = kind.field(heard.fills or "")
    option = spec.option(code) if spec else None
    return option if option and len(option.also) > 1 else None


def record_of(answers: Mapping[str, Any], hearing: Hearing, kind: FactType, setting: Setting) -> Fields:
    """A stored report under the names of records: what corrections and follow-ups are compared with."""
    found: Fields = {}
    names = {place.code: place.name for place in setting.places}
    for heard in hearing.fields:
        value = answers.get(heard.fills or "")
        if value is None:
            continue
        if heard.kind == "place":
            found[heard.code] = names.get(str(value), value)
        elif heard.made_of and (option := _option_of(kind, heard, str(value))):
            found[heard.code] = option.also[1]
        elif isinstance(value, list):
            found[heard.code] = [heard.named.get(each, each) for each in value]
        elif isinstance(value, dict):
            found[heard.code] = {heard.named.get(code, code): count for code, count in value.items()}
        else:
            found[heard.code] = heard.named.get(value, value) if isinstance(value, str) else value
    first, _, last = str(answers.get(kind.date_field().code, "")).partition("/")
    if last:
        found |= {"date_from": first, "date_to": last}
    elif first:
        found["date"] = first
    return found


def _answer(value: Any, heard: HeardField, spec: FieldSpec, setting: Setting) -> JsonValue | None:
    back: dict[str, str] = {**{named: code for code, named in heard.named.items()}, **heard.as_options}
    match spec.type:
        case FieldType.PLACE:
            read = read_answer(spec, str(value), setting)
            return read.value if isinstance(read, Read) else None
        case FieldType.CHOICE:
            said = value if isinstance(value, str) else str(value).casefold()
            code = back.get(said, said)
            return code if spec.option(code) else None
        case FieldType.CHOICES:
            given = value if isinstance(value, list) else [value]
            codes = dict.fromkeys(back.get(str(each), str(each)) for each in given)
            return [code for code in codes if spec.option(code)] or None
        case FieldType.TALLY:
            counts = value if isinstance(value, dict) else {}
            renamed: Counter[str] = Counter()
            for code, count in counts.items():
                renamed[back.get(str(code), str(code))] += count
            return {code: count for code, count in renamed.items() if spec.option(code)} or None
        case FieldType.PEOPLE:
            return value if isinstance(value, list) else [str(value)]
        case FieldType.INTEGER:
            return value if isinstance(value, int) else None
        case FieldType.NUMBER | FieldType.MONEY:
            return value if isinstance(value, int | float) else None
        case FieldType.EVIDENCE:
            return None
        case _:
            return str(value)


def _day(fields: Fields, today: date) -> str | None:
    """The day, or the first and last; of a period what has been of it."""
    if "date" in fields:
        return str(fields["date"])
    if "date_from" in fields:
        return f"{fields['date_from']}/{fields['date_to']}"
    bounds = _period(str(fields.get("period", "")))
    if bounds is None or bounds[0] > today:
        return None
    first, last = bounds[0], min(bounds[1], today)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _period(name: str) -> tuple[date, date] | None:
    """First and last day of a week; longer periods name no days of a happening."""
    year, _, week = name.partition("-W")
    if not week:
        return None
    return date.fromisocalendar(int(year), int(week), 1), date.fromisocalendar(int(year), int(week), 7)
