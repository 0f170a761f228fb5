"""Counts, numbers and sums of money that somebody typed."""

from decimal import Decimal

from core.answers.checking import check_answer, example
from core.answers.outcome import Outcome, Read, Refused, Setting, unsure
from core.answers.quantities import Quantity, Trouble, read_quantity
from core.answers.showing import show_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.texts import Speech, say

_MILLION = Decimal(1_000_000)
#: million đồng: a bare sum from here on is more likely meant in đồng
_MANY_MILLIONS = 10_000


def read_number(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """A whole number, a number, or million đồng, within the field's bounds."""
    quantity = read_quantity(field, typed, setting.words)
    if isinstance(quantity, Trouble):
        return Refused(_trouble(field, quantity))
    if not _fitting_signs(field, quantity):
        return Refused(_help(field))
    values = [_stored(value) for value in _meant(field, quantity)]
    return _settled(field, list(dict.fromkeys(values)), setting)


def _settled(field: FieldSpec, values: list[int | float], setting: Setting) -> Outcome:
    """The readings that fit the field: one is the answer, several are asked about, none is refused."""
    fitting = [value for value in values if check_answer(field, value, setting) is None]
    if len(fitting) == 1:
        return Read(fitting[0])
    if fitting:
        return unsure(say("answer-number-which"), ((show_answer(field, v, setting), v) for v in fitting))
    return Refused(check_answer(field, values[0], setting) or _help(field))


def _meant(field: FieldSpec, quantity: Quantity) -> tuple[Decimal, ...]:
    if field.type is not FieldType.MONEY:
        return quantity.values
    if quantity.currency or quantity.scale > 1:
        return tuple(value / _MILLION for value in quantity.values)
    millions = quantity.values
    return tuple(
        reading
        for value in millions
        for reading in ((value / _MILLION, value) if value >= _MANY_MILLIONS else (value,))
    )


def _stored(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _fitting_signs(field: FieldSpec, quantity: Quantity) -> bool:
    """No đồng where things are counted, no per cent where the unit is another."""
    if quantity.currency and field.type is not FieldType.MONEY:
        return False
    share = "%" in field.unit.vi if field.unit else field.type is FieldType.NUMBER
    return share or not quantity.percent


def _trouble(field: FieldSpec, trouble: Trouble) -> Speech:
    match trouble:
        case Trouble.INEXACT:
            return say("answer-number-exact", example=example(field))
        case Trouble.SEVERAL:
            return say("answer-number-several", example=example(field))
        case _:
            return _help(field)


def _help(field: FieldSpec) -> Speech:
    if field.type is FieldType.MONEY:
        return say("answer-money")
    if field.unit:
        return say("answer-number-unit", unit=field.unit, example=example(field))
    return say("answer-number", example=example(field))
