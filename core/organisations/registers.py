"""Which sheet a table is, how its columns are called, and what may be chosen in them."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldSpec
from core.catalogue.plan_headers import Table
from core.indicators.open_points import PointKind, points
from core.organisations.names import folded_name
from core.organisations.sheet import COLUMNS, Lists, Sheet, kind_of, read_sheet
from core.texts import SOURCE_LOCALE, Speech, Texts, say

ORGANISATIONS, INSTRUMENTS, ROSTER = "organisations", "instruments", "roster"
#: the kind of report that lists an instrument
LISTED = "instrument_listed"
#: the kind of report that has a list of types of organisations, and the field
_TYPED, _TYPE = "support_granted", "org_type"


def recognised(texts: Texts, table: Table) -> str:
    """Which kind of sheet a table is by the names of its columns; empty for any other table."""
    return kind_of(table, heads(texts))


def read(kind: str, table: Table, catalogue: Catalogue, texts: Texts, at: tuple[str, date]) -> Sheet:
    """A table as a sheet of ORGANISATIONS, INSTRUMENTS or a roster, by its code. `at`: tenant, today."""
    tenant, today = at
    chosen = {
        column: {folded_name(name): code for code, names in options for name in names}
        for column, options in choices(kind, catalogue, tenant).items()
    }
    return read_sheet(layout(kind), table, heads(texts), Lists(chosen, today))


def layout(kind: str) -> str:
    """The key of `core.organisations.sheet.COLUMNS` for a register."""
    return kind if kind in COLUMNS else ROSTER


@cache
def heads(texts: Texts) -> Mapping[str, str]:
    """How each column is called."""
    every = {column for columns in COLUMNS.values() for column in columns}
    return {column: texts.render(say(f"import-column-{column}"), SOURCE_LOCALE) for column in every}


def rosters_of(catalogue: Catalogue, tenant: str, today: date) -> tuple[str, ...]:
    """The codes of the rosters that the plans of a tenant speak of."""
    every = points(catalogue, tenant, today, lambda code: ())
    return tuple(point.key for point in every if point.kind is PointKind.ROSTER)


def label_of(kind: str, catalogue: Catalogue) -> Speech:
    """What people call a register."""
    return catalogue.rosters[kind].label if kind in catalogue.rosters else say("import-kind", kind=kind)


def choices(
    kind: str, catalogue: Catalogue, tenant: str
) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By column of a register the codes that may be chosen, each with its names, the first to be shown."""
    places = catalogue.tenants[tenant].places
    if kind == ORGANISATIONS:
        field = catalogue.fact_types[_TYPED].field(_TYPE)
        named = tuple((each.code, (each.name, each.code, *each.also)) for each in places)
        return {"kind": tuple(_options(field)), "place": named}
    if kind == INSTRUMENTS:
        listed = catalogue.fact_types[LISTED]
        where = listed.field("place")
        kinds = where.place_kinds if where else ()
        named = tuple(
            (each.code, (each.name, each.code, *each.also)) for each in places if each.kind in kinds
        )
        return {
            "where": named,
            "instrument": tuple(_options(listed.field("instrument_kind"))),
            "counted": tuple(_options(listed.field("counted"))),
        }
    return {}


def _options(field: FieldSpec | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    for option in field.options if field else ():
        yield option.code, (option.label.vi, option.code, *option.also)
