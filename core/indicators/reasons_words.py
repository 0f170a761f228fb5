"""The sentences that say why a report does not move a target."""

from collections.abc import Iterable, Iterator

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.indicators.combinations import Combination
from core.indicators.expression import And, Atom, Compare, Comparison, Source
from core.indicators.matching import TODAY
from core.indicators.told import Told
from core.indicators.values import PLACE_KIND, YEAR, as_date, as_number, spec_of
from core.indicators.wording import failed, field_label, given, listed, value_label, wanted
from core.texts import Lines, Speech, Text, say

_OPPOSITE: dict[Comparison, Comparison] = {
    "=": "!=",
    "!=": "=",
    ">=": "<",
    "<": ">=",
    ">": "<=",
    "<=": ">",
}


def failures(atoms: Iterable[Atom], told: Told) -> tuple[Speech, ...]:
    """A sentence for each test that keeps the report out, each test once."""
    return tuple(_failure(atom, told) for atom in dict.fromkeys(atoms))


def sentences(parts: Iterable[Speech]) -> Speech:
    """Several sentences in a row."""
    return Lines(tuple(parts), separator=" ")


def not_given(told: Told, *fields: str) -> Text:
    """The report leaves empty what would be counted, or says that it is none."""
    labels = (field_label(told.scope.catalogue, told.row.type, field) for field in fields)
    zero = any(told.row.fields.get(field) == 0 for field in fields)
    return say("progress-why-zero" if zero else "progress-why-nothing", field=listed(labels))


def combined(
    catalogue: Catalogue, type_: str, fields: tuple[str, ...], named: Iterable[Combination]
) -> Speech:
    """Combinations of what fields say, in words: each with commas inside, semicolons between them."""
    if len(fields) == 1:
        return listed(_part(catalogue, type_, fields[0], value) for (value,) in named)
    return Lines(tuple(listed(_parts(catalogue, type_, fields, each)) for each in named), separator="; ")


def awaited(catalogue: Catalogue, source: Source, value: Speech) -> Text:
    """A report of another kind is needed about the same thing: which one, and what it has to say."""
    kind = catalogue.fact_types.get(source.type)
    report = kind.label if kind else source.type
    asked = [
        say(
            "progress-answer",
            field=field_label(catalogue, source.type, atom.field),
            value=wanted(catalogue, source.type, atom),
        )
        for atom in _plain_tests(source)
    ]
    if not asked:
        return say("progress-why-also-any", value=value, report=report)
    return say("progress-why-also", value=value, report=report, asked=Lines(tuple(asked), separator="; "))


def _plain_tests(source: Source) -> list[Atom]:
    """Those of its tests that hold on their own; alternatives and exclusions would need a sentence each."""
    parts = source.where.conditions if isinstance(source.where, And) else (source.where,)
    return [part for part in parts if isinstance(part, Atom) and part.field != PLACE_KIND]


def _failure(atom: Atom, told: Told) -> Speech:
    """What is wanted instead. A test that is met and still keeps the report out stands behind a `not`."""
    catalogue, row = told.scope.catalogue, told.row
    shut_out = atom.field != PLACE_KIND and told.scope.matcher.matches(atom, row)
    if isinstance(atom, Compare):
        value = told.scope.as_of.date.isoformat() if atom.value == TODAY else atom.value
        return failed(catalogue, row, Compare(atom.field, _OPPOSITE[atom.op] if shut_out else atom.op, value))
    if not shut_out:
        return failed(catalogue, row, atom)
    return say(
        "progress-why-test",
        field=field_label(catalogue, row.type, atom.field),
        value=given(catalogue, row, atom.field),
        wanted=say("progress-bound-not", value=wanted(catalogue, row.type, atom)),
    )


def _parts(
    catalogue: Catalogue, type_: str, fields: tuple[str, ...], combination: Combination
) -> Iterator[Speech]:
    """What was said of the fields. A bare number among other things needs to say what it is."""
    for field, value in zip(fields, combination, strict=True):
        part = _part(catalogue, type_, field, value)
        if as_number(value) is not None:
            yield say("progress-answer", field=field_label(catalogue, type_, field), value=part)
        elif value:
            yield part


def _part(catalogue: Catalogue, type_: str, field: str, value: str) -> Speech:
    """One value; a year is no amount, and a day is written as people write it."""
    spec = spec_of(catalogue, type_, field)
    day = as_date(value) if spec is not None and spec.type is FieldType.DATE else None
    if day is not None:
        return say("progress-date", date=day)
    return value if field == YEAR else value_label(catalogue, type_, field, value)
