"""The tests of a condition in words: what a report says, and what a target counts."""

from collections.abc import Iterable

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.indicators.expression import Atom, Compare, InGroup, InRoster, OneOf
from core.indicators.facts import FactRow
from core.indicators.values import YEAR, as_date, as_number, spec_of, values_of
from core.texts import Lines, Speech, say

_BUILT_IN = {
    "place": "progress-field-place",
    "unit": "progress-field-unit",
    "year": "progress-field-year",
}
_BOUNDS = {
    ">=": "progress-bound-from",
    ">": "progress-bound-above",
    "<=": "progress-bound-to",
    "<": "progress-bound-below",
    "!=": "progress-bound-not",
}


def listed(parts: Iterable[Speech]) -> Speech:
    """Parts with commas between them."""
    return Lines(tuple(parts), separator=", ")


def field_label(catalogue: Catalogue, type_: str, field: str) -> Speech:
    """The name of a field as forms show it."""
    spec = spec_of(catalogue, type_, field)
    if spec is not None:
        return spec.label
    return say(_BUILT_IN[field]) if field in _BUILT_IN else field


def value_label(catalogue: Catalogue, type_: str, field: str, value: str) -> Speech:
    """One value of a field: an option's name, a place's, a unit's, a number, or the text itself."""
    spec = spec_of(catalogue, type_, field)
    option = spec.option(value) if spec else None
    if option is not None:
        return option.label
    tenants = catalogue.tenants.values()
    names = {place.code: place.name for tenant in tenants for place in tenant.places}
    if field == "unit":
        names = {unit.code: unit.name for tenant in tenants for unit in tenant.units}
    day = as_date(value) if spec is not None and spec.type is FieldType.DATE else None
    if day is not None:
        return say("progress-date", date=day)
    number = as_number(value) if field != YEAR else None
    if value in names or number is None:
        return names.get(value, value)
    return say("progress-number", value=number)


def given(catalogue: Catalogue, row: FactRow, field: str) -> Speech:
    """What the report says in a field."""
    values = values_of(row, field, spec_of(catalogue, row.type, field))
    if not values:
        return say("progress-not-given")
    return listed(value_label(catalogue, row.type, field, value) for value in values)


def wanted(catalogue: Catalogue, type_: str, atom: Atom) -> Speech:
    """What a test asks for."""
    match atom:
        case InGroup():
            group = catalogue.groups.get(atom.group)
            return group.label if group else atom.group
        case InRoster():
            return roster_label(catalogue, atom.roster)
        case OneOf():
            return listed(value_label(catalogue, type_, atom.field, value) for value in atom.values)
        case Compare():
            value = value_label(catalogue, type_, atom.field, atom.value)
            return say(_BOUNDS[atom.op], value=value) if atom.op in _BOUNDS else value


def roster_label(catalogue: Catalogue, code: str) -> Speech:
    roster = catalogue.rosters.get(code)
    return roster.label if roster else code


def failed(catalogue: Catalogue, row: FactRow, atom: Atom) -> Speech:
    """A sentence: what the report says where the target asks for something else."""
    if atom.field == "place.kind":
        if row.place is None:
            return say("progress-why-no-place")
        return say("progress-why-place-kind", place=value_label(catalogue, row.type, "place", row.place))
    return say(
        "progress-why-test",
        field=field_label(catalogue, row.type, atom.field),
        value=given(catalogue, row, atom.field),
        wanted=wanted(catalogue, row.type, atom),
    )
