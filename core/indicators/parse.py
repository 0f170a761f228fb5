"""Text -> expression. Whatever the text, the answer is an expression or an IndicatorError."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, cast

from core.indicators.conditions import COMPARISONS, read_comparison, read_field
from core.indicators.expression import (
    Adjustment,
    Aggregate,
    Aggregation,
    All,
    Any,
    Average,
    Base,
    Delay,
    Difference,
    Expression,
    Growth,
    Overspent,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Stage,
    Test,
    Valid,
)
from core.indicators.parse_names import NAMES, read_answered, read_names
from core.indicators.parse_sources import read_head, read_keys, read_source, read_tail
from core.indicators.reader import Reader
from core.indicators.tokens import IndicatorError, Kind

__all__ = ["IndicatorError", "parse"]


@lru_cache(maxsize=1024)
def parse(text: str) -> Expression:
    """The expression a sentence stands for. Raises IndicatorError, and nothing else."""
    reader = Reader(text)
    expression = _expression(reader)
    reader.end()
    return expression


def _expression(reader: Reader) -> Expression:
    with reader.deeper():
        if reader.here.text in ("all", "any") and reader.following().text == "(":
            node = All if reader.take().text == "all" else Any
            reader.expect("(")
            return node(reader.listed(lambda: _expression(reader), ")"))
        quantity = _quantity(reader)
        if reader.here.text in COMPARISONS:
            return Test(quantity, read_comparison(reader), reader.value())
        return quantity


def _quantity(reader: Reader) -> Quantity:
    """`a - b - c`: what is taken away first stands first."""
    quantity = _single(reader)
    while reader.accept("-"):
        quantity = Difference(quantity, _single(reader))
    return quantity


def _single(reader: Reader) -> Quantity:
    with reader.deeper():
        if reader.accept("("):
            quantity = _quantity(reader)
            reader.expect(")")
            return quantity
        read = _QUANTITIES.get(reader.here.text)
        if read is None:
            raise reader.error(f"one of {', '.join(sorted([*_QUANTITIES, 'all', 'any']))}")
        word = reader.take().text
        reader.expect("(")
        quantity = read(reader, word)
        reader.expect(")")
        return quantity


def _aggregate(reader: Reader, word: str) -> Quantity:
    source = read_source(reader)
    kind = Aggregation(word)
    if kind is not Aggregation.COUNT and source.field is None:
        raise reader.error(f"a field to take the {word} of: {word}({source.type}.field ...)")
    if source.options and kind is not Aggregation.SUM:
        raise reader.error(f"no [options] in {word}(...): they choose what is summed")
    alike: tuple[str, ...] = ()
    if kind is Aggregation.LATEST and reader.here.text == "alike":
        reader.take()
        alike = read_keys(reader)
    return Aggregate(kind, source, alike)


def _names(reader: Reader, word: str) -> Quantity:
    return read_names(reader, word)


def _answered(reader: Reader, _word: str) -> Quantity:
    return read_answered(reader)


def _stage(reader: Reader, _word: str) -> Quantity:
    return Stage(read_source(reader))


def _roster(reader: Reader, _word: str) -> Quantity:
    return RosterSize(reader.name("the name of a roster"))


def _ratio(reader: Reader, _word: str) -> Quantity:
    numerator = _quantity(reader)
    reader.expect(",")
    return Ratio(numerator, _quantity(reader))


def _growth(reader: Reader, _word: str) -> Quantity:
    quantity = _quantity(reader)
    if not reader.accept(","):
        return Growth(quantity)
    reader.expect("base")
    if not (reader.here.kind is Kind.NUMBER and reader.here.text.isdecimal() and len(reader.here.text) == 4):
        raise reader.error("a year like 2025")
    year = int(reader.take().text)
    reader.expect("=")
    return Growth(quantity, Base(year, reader.number()))


def _average(reader: Reader, _word: str) -> Quantity:
    source = read_head(reader, needs_field=True)
    return Average(read_tail(reader, source))


def _delay(reader: Reader, _word: str) -> Quantity:
    source = read_tail(reader, read_head(reader, needs_field=True))
    reader.expect(",")
    reader.expect("after")
    return Delay(source, read_tail(reader, read_head(reader, needs_field=True)))


def _overspent(reader: Reader, _word: str) -> Quantity:
    source = read_head(reader, needs_field=True)
    by = read_keys(reader)
    if len(by) > 1:
        raise reader.error("one field that names the line")
    return Overspent(read_tail(reader, source), by[0])


def _valid(reader: Reader, _word: str) -> Quantity:
    source = read_head(reader, needs_field=True)
    of = read_field(reader) if reader.accept("of") else None
    ended = _adjustments(reader, "minus")
    by = read_keys(reader)
    return Valid(read_tail(reader, source), by, of, ended)


def _register(reader: Reader, _word: str) -> Quantity:
    source = read_head(reader, needs_field=True)
    adjustments = _adjustments(reader, "plus", "minus")
    by = read_keys(reader)
    return Register(read_tail(reader, source), adjustments, by)


def _adjustments(reader: Reader, *signs: Literal["plus", "minus"]) -> tuple[Adjustment, ...]:
    found = []
    while reader.here.text in signs:
        sign = cast(Literal["plus", "minus"], reader.take().text)
        change = read_head(reader, needs_field=True)
        found.append(Adjustment(sign, change.type, change.field or ""))
    return tuple(found)


_QUANTITIES: dict[str, Callable[[Reader, str], Quantity]] = {
    "count": _aggregate,
    "sum": _aggregate,
    "latest": _aggregate,
    **dict.fromkeys(NAMES, _names),
    "answered": _answered,
    "stage": _stage,
    "roster": _roster,
    "ratio": _ratio,
    "growth": _growth,
    "avg": _average,
    "delay": _delay,
    "overspent": _overspent,
    "valid": _valid,
    "register": _register,
}
