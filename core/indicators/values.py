"""What a fact says: the value of a field as codes, as a number, as a place in an order."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldSpec, FieldType, Option
from core.identity import Same
from core.indicators.facts import FactRow, FieldValue

#: fields every fact has, whatever its type; a type's own field of that name goes first, but for place
PLACE, PLACE_KIND, UNIT, YEAR = "place", "place.kind", "unit", "year"
BUILT_IN = (PLACE, PLACE_KIND, UNIT, YEAR)

#: what a fact says in one field
Values = tuple[str, ...]
Reading = Callable[[FactRow], Values]


def spec_of(catalogue: Catalogue, type_: str, field: str) -> FieldSpec | None:
    """The field of a fact type, None if it has none such."""
    kind = catalogue.fact_types.get(type_)
    return kind.field(field) if kind else None


def values_of(row: FactRow, field: str, spec: FieldSpec | None) -> Values:
    """The codes or names a field holds: none, one or several. Of a tally, the options with a count."""
    return reading(field, spec)(row)


def reading(field: str, spec: FieldSpec | None) -> Reading:
    """The same for many facts of one type: what is decided by the field is so once."""

    def said(row: FactRow) -> Values:
        return said_in(row.fields.get(field))

    if field == PLACE_KIND:
        return lambda row: (row.place_kind,) if row.place_kind else ()
    if field == PLACE:
        return lambda row: (row.place,) if row.place else said(row)
    if field == UNIT and spec is None:
        return lambda row: (row.unit,) if row.unit else ()
    if field == YEAR and spec is None:
        return lambda row: (str(row.occurred_from.year),)
    return said


def column(rows: Iterable[FactRow], field: str, spec: FieldSpec | None) -> list[Values]:
    """What each of many facts of one type says in a field: of text, without a call for each of them."""
    if not is_held(field, spec):
        return [*map(reading(field, spec), rows)]
    held = [row.fields.get(field) for row in rows]
    return [
        () if value is None else (value,) if value.__class__ is str and value else said_in(value)
        for value in held
    ]


def is_held(field: str, spec: FieldSpec | None) -> bool:
    """Whether what a fact says there is simply what its field holds."""
    return field not in BUILT_IN or (spec is not None and field not in (PLACE, PLACE_KIND))


def said_in(value: FieldValue | None) -> Values:
    """What a field says that holds this."""
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, dict):
        return tuple(option for option, count in value.items() if count)
    if isinstance(value, list):
        return tuple(value)
    return () if value is None else (str(value),)


def number_of(row: FactRow, field: str, options: tuple[str, ...] = ()) -> Decimal:
    """A field as a number; of a tally the sum, of these options only if any are given. Nothing is 0."""
    return number_in(row.fields, field, options)


def number_in(fields: Mapping[str, object], field: str, options: tuple[str, ...] = ()) -> Decimal:
    """The same of plain fields."""
    value = fields.get(field)
    if value.__class__ is int:  # most of all are, and figures ask it of thousands
        return Decimal(value)
    if isinstance(value, dict):
        chosen = [count for option, count in value.items() if not options or option in options]
        return sum((as_number(count) or Decimal(0) for count in chosen), Decimal(0))
    return as_number(value) or Decimal(0)


def as_number(value: object) -> Decimal | None:
    """A number, or digits as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    if isinstance(value, int):
        return Decimal(value)  # most of all are: no need to go by way of text
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def as_date(value: object) -> date | None:
    """A day as text (`2026-05-14`), of several (`2026-05-06/2026-05-07`) the first; None for all else."""
    try:
        return date.fromisoformat(value.partition("/")[0]) if isinstance(value, str) else None
    except ValueError:
        return None


def rank(spec: FieldSpec, value: str) -> Decimal | None:
    """Where a value stands in its field: the number, the day, or the position of an option from 1."""
    if spec.type in (FieldType.CHOICE, FieldType.CHOICES):
        return _positions(Same(spec.options)).get(value)
    if spec.type is FieldType.DATE:
        return _ordinal(value)
    if spec.type in (FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY):
        return as_number(value)
    return None


@lru_cache(maxsize=10_000)
def _ordinal(value: str) -> Decimal | None:
    day = as_date(value)
    return Decimal(day.toordinal()) if day else None


@lru_cache(maxsize=1_000)
def _positions(options: Same[tuple[Option, ...]]) -> dict[str, Decimal]:
    return {option.code: Decimal(at) for at, option in enumerate(options.value, start=1)}
