"""Reads sources: which facts, which of their fields, in which window."""

from dataclasses import replace
from datetime import date

from core.indicators.conditions import read_condition, read_field
from core.indicators.reader import Reader
from core.indicators.source import Source, Window, WindowKind
from core.indicators.tokens import IndicatorError, Kind

_PERIODS = {
    kind.value: kind
    for kind in (WindowKind.YEAR, WindowKind.QUARTER, WindowKind.MONTH, WindowKind.WEEK, WindowKind.PLAN)
}
#: in a leap year every day of the year exists
_LEAP = 2024


def read_source(reader: Reader) -> Source:
    """`type[.field][[options]] [latest by f, g | new by f, g] [where ...] [window]`."""
    head = read_head(reader, needs_field=False)
    options: tuple[str, ...] = ()
    if reader.here.text == "[":
        if head.field is None:
            raise reader.error("a field before [options]")
        reader.take()
        options = reader.listed(lambda: reader.code("an option"), "]")
    return read_tail(reader, read_latest_by(reader, Source(head.type, head.field, options)))


def read_head(reader: Reader, *, needs_field: bool) -> Source:
    """`type` or `type.field`."""
    type_ = reader.name("a fact type")
    if reader.accept("."):
        return Source(type_, read_field(reader))
    if needs_field:
        raise reader.error(f'"." and the field of {type_}')
    return Source(type_)


def read_latest_by(reader: Reader, head: Source) -> Source:
    """`latest by f, g` or `new by f, g`, if it stands here."""
    if reader.here.text in ("latest", "new") and reader.following().text == "by":
        anew = reader.take().text == "new"
        return replace(head, latest_by=read_keys(reader), anew=anew)
    return head


def read_keys(reader: Reader) -> tuple[str, ...]:
    """`by f, g`."""
    reader.expect("by")
    fields = [read_field(reader)]
    while reader.accept(","):
        fields.append(read_field(reader))
    return tuple(fields)


def read_tail(reader: Reader, head: Source) -> Source:
    """`where ...` and a window, both only if they stand here."""
    where = read_condition(reader) if reader.accept("where") else None
    return replace(head, where=where, window=_window(reader))


def _window(reader: Reader) -> Window | None:
    if reader.accept("to"):
        reader.expect("date")
        return Window(WindowKind.TO_DATE)
    if reader.accept("from"):
        return _span(reader)
    if not reader.accept("in"):
        return None
    token = reader.here
    if token.kind is Kind.NUMBER and token.text.isdecimal() and 0 < len(token.text) < 4 and int(token.text):
        reader.take()
        reader.expect("months")
        return Window(WindowKind.MONTHS, int(token.text))
    if token.text not in _PERIODS:
        raise reader.error(f"one of {', '.join(sorted(_PERIODS))}, or a number of months")
    kind = _PERIODS[reader.take().text]
    until = _day_of_year(reader) if kind is WindowKind.YEAR and reader.accept("until") else None
    return Window(kind, until=until)


def _span(reader: Reader) -> Window:
    first = reader.date()
    reader.expect("to")
    column = reader.here.column
    last = reader.date()
    if last < first:
        raise IndicatorError(f"the last day {last} is before the first", column)
    return Window(WindowKind.SPAN, first=first, last=last)


def _day_of_year(reader: Reader) -> str:
    token = reader.here
    if token.kind is not Kind.DAY:
        raise reader.error("month and day like 11-14")
    try:
        date.fromisoformat(f"{_LEAP}-{token.text}")
    except ValueError:
        raise IndicatorError(f"there is no day {token.text} in a year: month first", token.column) from None
    return reader.take().text
