"""Text -> expression. Whatever the text, the answer is an expression or an IndicatorError."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, cast

from core.indicators.conditions import COMPARISONS, read_comparison, read_condition, read_field
from core.indicators.expression import (
    Adjustment,
    Aggregate,
    Aggregation,
    All,
    Any,
    Expression,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Test,
    Valid,
    Window,
    WindowKind,
)
from core.indicators.reader import Reader
from core.indicators.tokens import IndicatorError, Kind

__all__ = ["IndicatorError", "parse"]

_PERIODS = {kind.value: kind for kind in WindowKind if kind not in (WindowKind.MONTHS, WindowKind.TO_DATE)}


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
    read = _QUANTITIES.get(reader.here.text)
    if read is None:
        raise reader.error(f"one of {', '.join(sorted([*_QUANTITIES, 'all', 'any']))}")
    with reader.deeper():
        word = reader.take().text
        reader.expect("(")
        quantity = read(reader, word)
        reader.expect(")")
        return quantity


def _aggregate(reader: Reader, word: str) -> Quantity:
    source = _source(reader)
    kind = Aggregation(word)
    if kind is not Aggregation.COUNT and source.field is None:
        raise reader.error(f"a field to take the {word} of: {word}({source.type}.field ...)")
    if source.options and kind is not Aggregation.SUM:
        raise reader.error(f"no [options] in {word}(...): they choose what is summed")
    return Aggregate(kind, source)


def _stage(reader: Reader, _word: str) -> Quantity:
    return Stage(_source(reader))


def _roster(reader: Reader, _word: str) -> Quantity:
    return RosterSize(reader.name("the name of a roster"))


def _ratio(reader: Reader, _word: str) -> Quantity:
    numerator = _quantity(reader)
    reader.expect(",")
    return Ratio(numerator, _quantity(reader))


def _valid(reader: Reader, _word: str) -> Quantity:
    source = _head(reader, needs_field=True)
    by = _keys(reader)
    return Valid(_tail(reader, source), by)


def _register(reader: Reader, _word: str) -> Quantity:
    source = _head(reader, needs_field=True)
    adjustments = []
    while reader.here.text in ("plus", "minus"):
        sign = cast(Literal["plus", "minus"], reader.take().text)
        change = _head(reader, needs_field=True)
        adjustments.append(Adjustment(sign, change.type, change.field or ""))
    by = _keys(reader)
    return Register(_tail(reader, source), tuple(adjustments), by)


_QUANTITIES: dict[str, Callable[[Reader, str], Quantity]] = {
    **dict.fromkeys((kind.value for kind in Aggregation), _aggregate),
    "stage": _stage,
    "roster": _roster,
    "ratio": _ratio,
    "valid": _valid,
    "register": _register,
}


def _source(reader: Reader) -> Source:
    head = _head(reader, needs_field=False)
    options: tuple[str, ...] = ()
    if reader.here.text == "[":
        if head.field is None:
            raise reader.error("a field before [options]")
        reader.take()
        options = reader.listed(lambda: reader.code("an option"), "]")
    latest_by: tuple[str, ...] = ()
    if reader.here.text == "latest" and reader.following().text == "by":
        reader.take()
        latest_by = _keys(reader)
    return _tail(reader, Source(head.type, head.field, options, latest_by))


def _head(reader: Reader, *, needs_field: bool) -> Source:
    type_ = reader.name("a fact type")
    if reader.accept("."):
        return Source(type_, reader.name("a field"))
    if needs_field:
        raise reader.error(f'"." and the field of {type_}')
    return Source(type_)


def _keys(reader: Reader) -> tuple[str, ...]:
    reader.expect("by")
    fields = [read_field(reader)]
    while reader.accept(","):
        fields.append(read_field(reader))
    return tuple(fields)


def _tail(reader: Reader, head: Source) -> Source:
    where = read_condition(reader) if reader.accept("where") else None
    return Source(head.type, head.field, head.options, head.latest_by, where, _window(reader))


def _window(reader: Reader) -> Window | None:
    if reader.accept("to"):
        reader.expect("date")
        return Window(WindowKind.TO_DATE)
    if not reader.accept("in"):
        return None
    token = reader.here
    if token.kind is Kind.NUMBER and token.text.isdecimal() and 0 < len(token.text) < 4 and int(token.text):
        reader.take()
        reader.expect("months")
        return Window(WindowKind.MONTHS, int(token.text))
    if token.text not in _PERIODS:
        raise reader.error(f"one of {', '.join(sorted(_PERIODS))}, or a number of months")
    return Window(_PERIODS[reader.take().text])
