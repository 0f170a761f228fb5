"""The columns of a kind of report, and their cells: numbers stay numbers, codes become names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.answers.days import days_of
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.personal import hidden, hidden_in

Cell = str | int | float | date | None

#: codes and names of places
Places = Mapping[str, str]
_NUMBERS = frozenset({FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY, FieldType.EVIDENCE})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field's code (of a tally with the option's behind a dot), its name, a row's cell.

    `adds_up`: its numbers can be summed over reports, which those of years cannot.
    """

    code: str
    name: str
    cell: Callable[[Mapping[str, Any], Places], Cell]
    adds_up: bool = False


def columns_of(kind: FactType, locale: str) -> tuple[Column, ...]:
    """All fields in the order they are asked; a tally has a column for each option."""
    return tuple(column for field in kind.fields for column in _of_field(field, locale))


def of_field_in(field: FieldSpec) -> Iterator[tuple[Column, Column]]:
    """The columns of one field, each in Vietnamese and in English."""
    return zip(_of_field(field, "vi"), _of_field(field, "en"), strict=True)


def _of_field(field: FieldSpec, locale: str) -> Iterator[Column]:
    code, name = field.code, field.label.in_(locale)
    labels = {option.code: option.label.in_(locale) for option in field.options}
    match field.type:
        case FieldType.TALLY:
            for option, label in labels.items():
                yield Column(f"{code}.{option}", f"{name}: {label}", _counted(code, option), adds_up=True)
        case FieldType.CHOICE:
            yield Column(code, name, lambda fields, places: _named(fields.get(code), labels))
        case FieldType.CHOICES:
            yield Column(code, name, lambda fields, places: _joined(fields.get(code), labels))
        case FieldType.PLACE:
            yield Column(code, name, lambda fields, places: _named(fields.get(code), places))
        case FieldType.DATE:
            yield Column(code, name, lambda fields, places: _day(fields.get(code)))
        case FieldType.PEOPLE:
            yield Column(code, name, lambda fields, places: _joined(hidden_in(fields.get(code)), {}))
        case each if each in _NUMBERS:
            yield Column(code, name, lambda fields, places: _number(fields.get(code)), adds_up=not field.year)
        case _:
            yield Column(code, name, lambda fields, places: without_numbers(fields.get(code)))


def _counted(code: str, option: str) -> Callable[[Mapping[str, Any], Places], Cell]:
    def cell(fields: Mapping[str, Any], places: Places) -> Cell:
        counts = fields.get(code)
        return _number(counts.get(option)) if isinstance(counts, Mapping) else None

    return cell


def _number(value: object) -> Cell:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _text(value)


def _named(value: object, names: Mapping[str, str]) -> Cell:
    return names.get(value, value) if isinstance(value, str) else _text(value)


def _joined(value: object, names: Mapping[str, str]) -> Cell:
    if not isinstance(value, list):
        return _text(value)
    return ", ".join(names.get(str(each), str(each)) for each in value)


def _day(value: object) -> Cell:
    days = days_of(value) if isinstance(value, str) else None
    if days is None:
        return _text(value)
    first, last = days
    return first if first == last else f"{first.isoformat()}/{last.isoformat()}"


def without_numbers(value: object) -> Cell:
    """What people wrote, as it leaves the bot: telephone and card numbers are hidden."""
    return None if value is None else hidden(str(value))


def _text(value: object) -> Cell:
    return None if value is None else str(value)
