"""Organisations that reports name in several ways, counted under one name."""

from collections.abc import Iterable, Iterator, Mapping

from core.indicators.facts import FactRow, FieldValue
from core.organisations.names import folded_name

#: fields that name one organisation, and several
ONE, SEVERAL = "org", "orgs"


def under_one_name(rows: Iterable[FactRow], same: Mapping[str, str]) -> Iterator[FactRow]:
    """The rows with each name in the place of which `same`, by folded name, has another."""
    return (_renamed(row, same) for row in rows) if same else iter(rows)


def _renamed(row: FactRow, same: Mapping[str, str]) -> FactRow:
    changed: dict[str, FieldValue] = {}
    one, several = row.fields.get(ONE), row.fields.get(SEVERAL)
    if isinstance(one, str) and (told := same.get(folded_name(one))):
        changed[ONE] = told
    if isinstance(several, list):
        names = [same.get(folded_name(name), name) for name in several]
        if names != several:
            changed[SEVERAL] = names
    return row.saying({**row.fields, **changed}) if changed else row
