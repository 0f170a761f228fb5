"""Reads what names things: different values, combinations of them, and sets made of such."""

from dataclasses import replace

from core.indicators.conditions import read_comparison, read_field
from core.indicators.expression import (
    Aggregate,
    Aggregation,
    Answered,
    Combinations,
    Common,
    Having,
    Names,
    Said,
    Source,
    Steps,
    Union,
)
from core.indicators.parse_sources import read_keys, read_latest_by, read_tail
from core.indicators.reader import Reader

#: the words that begin such a quantity; of `answered` no set is made
NAMES = ("common", "distinct", "steps", "union")


def read_names(reader: Reader, word: str) -> Names:
    """What stands in the brackets behind one of these words."""
    match word:
        case "distinct":
            return _distinct(reader)
        case "steps":
            return _steps(reader)
        case "common":
            return Common(_parts(reader))
        case _:
            return Union(_parts(reader))


def _parts(reader: Reader) -> tuple[Names, ...]:
    """Two sets or more."""
    parts = [_part(reader)]
    reader.expect(",")
    parts.append(_part(reader))
    while reader.accept(","):
        parts.append(_part(reader))
    return tuple(parts)


def _part(reader: Reader) -> Names:
    with reader.deeper():
        if reader.here.text not in NAMES:
            raise reader.error(f"one of {', '.join(NAMES)}")
        word = reader.take().text
        reader.expect("(")
        names = read_names(reader, word)
        reader.expect(")")
        return names


def _steps(reader: Reader) -> Steps:
    if reader.accept("all"):
        return Steps("all")
    if reader.accept("due"):
        return Steps("due")
    raise reader.error("all or due")


def _distinct(reader: Reader) -> Aggregate | Combinations:
    """`type.f ...` or `type.(f, g) ...`, with `having` behind."""
    type_ = reader.name("a fact type")
    if not reader.accept("."):
        raise reader.error(f"a field to take the distinct of: distinct({type_}.field ...)")
    fields = _fields(reader)
    if reader.here.text == "[":
        raise reader.error("no [options] in distinct(...): they choose what is summed")
    source = read_latest_by(reader, Source(type_))
    having = _having(reader) if reader.accept("having") else None
    if len(fields) == 1 and having is None:
        return Aggregate(Aggregation.DISTINCT, read_tail(reader, replace(source, field=fields[0])))
    return Combinations(read_tail(reader, source), fields, having)


def read_answered(reader: Reader) -> Answered:
    """`type.f [by g] ... with type.f [by g] ...`, as many fields on each side."""
    questions = _said(reader)
    reader.expect("with")
    return Answered(questions, _said(reader))


def _said(reader: Reader) -> Said:
    type_ = reader.name("a fact type")
    if not reader.accept("."):
        raise reader.error(f"a field that names who asked or was answered: {type_}.field")
    fields = _fields(reader)
    by = read_keys(reader) if reader.here.text == "by" else ()
    return Said(read_tail(reader, Source(type_)), fields, by)


def _fields(reader: Reader) -> tuple[str, ...]:
    if not reader.accept("("):
        return (read_field(reader),)
    fields = [read_field(reader)]
    reader.expect(",")
    fields.append(read_field(reader))
    while reader.accept(","):
        fields.append(read_field(reader))
    reader.expect(")")
    return tuple(fields)


def _having(reader: Reader) -> Having:
    if reader.accept("count"):
        return Having(None, read_comparison(reader), reader.number())
    if not reader.accept("distinct"):
        raise reader.error('"count" or "distinct(field)"')
    reader.expect("(")
    field = read_field(reader)
    reader.expect(")")
    return Having(field, read_comparison(reader), reader.number())
