"""The reports of an export, a kind at a time, as rows of cells."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldType, Role
from core.dictionary import PERSONAL, dictionary
from core.periods import local_time
from core.texts import Texts, say
from reports.exports.columns import Cell, Column, columns_of, of_field_in, without_numbers
from storage.models import Fact, Person, Place, Tenant, Unit
from storage.queries.visible import open_to_all

#: a report, column by column: objects would take half as long again
_OF_REPORT = (
    Fact.type,
    Fact.status,
    Fact.receipt,
    Fact.occurred_from,
    Fact.occurred_to,
    Fact.recorded_at,
    Fact.reason,
    Fact.fields,
)
#: these, its tenant with the time zone, and the names of place, unit and person
Reported = Row[*tuple[Any, ...]]
#: rows read at once
_BATCH = 500
#: the status of reports that count
COUNTS = "confirmed"
#: what stands before the fields of each row: keys of texts behind "export-"
_COMMON = ("receipt", "status", "from", "to", "tenant", "place", "unit", "reporter", "recorded", "reason")


@dataclass(frozen=True, slots=True)
class Table:
    """The reports of one kind: codes and names of the columns, and the rows, to be read once.

    `totals` are the sums of the columns with numbers over what counts; they stand when the rows were read.
    """

    code: str
    name: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]
    totals: dict[str, float] = field(default_factory=dict)


class Exported(Protocol):
    """What an export is made of."""

    @property
    def texts(self) -> Texts: ...
    @property
    def locale(self) -> str: ...
    def tables(self, session: Session) -> Iterator[Table]: ...
    def count(self, session: Session) -> int: ...
    def explained(self, kinds: Collection[str]) -> Iterator[tuple[Cell, ...]]: ...


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported: reports that meet `seen`, which happened between the days, both within.

    Numbers of people are hidden in all of it, as it leaves the bot. `home`: the code of the tenant it is for;
    no household of another one is named.
    """

    catalogue: Catalogue
    texts: Texts
    locale: str
    seen: ColumnElement[bool]
    first: date
    last: date
    home: str = ""

    def tables(self, session: Session) -> Iterator[Table]:
        """A table for each kind that was reported, one after the other: each is read before the next."""
        places = {row.code: row.name for row in session.execute(select(Place.code, Place.name))}
        for code, rows in groupby(self._rows(session), key=lambda row: str(row[0])):
            kind = self.catalogue.fact_types.get(code)
            own = columns_of(kind, self.locale) if kind else ()
            totals = dict[str, float]()
            yield Table(
                code=code,
                name=kind.label.in_(self.locale) if kind else code,
                codes=(*_COMMON, *(column.code for column in own)),
                names=(*map(self._said, _COMMON), *(column.name for column in own)),
                rows=self._cells(rows, own, places, totals, _words_of_people(kind)),
                totals=totals,
            )

    def count(self, session: Session) -> int:
        """How many reports there are to be in it, asked for in another way than they are read."""
        return session.scalar(select(func.count()).select_from(Fact).where(*self._wanted())) or 0

    def explained(self, kinds: Collection[str]) -> Iterator[tuple[Cell, ...]]:
        """The columns of these kinds, as the dictionary of fields tells of them."""
        return explained(self.catalogue, kinds)

    def _wanted(self) -> tuple[ColumnElement[bool], ...]:
        return self.seen, open_to_all(), Fact.occurred_from.between(self.first, self.last)

    def _rows(self, session: Session) -> Iterator[Reported]:
        query = (
            select(*_OF_REPORT, Tenant.code, Tenant.timezone, Place.name, Unit.name)
            .add_columns(Person.name, Person.role, Person.restricted_at)
            .join(Tenant, Tenant.id == Fact.tenant_id)
            .join(Person, Person.id == Fact.reporter_id)
            .outerjoin(Place, Place.id == Fact.place_id)
            .outerjoin(Unit, Unit.id == Fact.unit_id)
            .where(*self._wanted())
            .order_by(Fact.type, Fact.id)
            .execution_options(yield_per=_BATCH)
        )
        yield from session.execute(query)

    def _cells(
        self,
        rows: Iterator[Reported],
        own: tuple[Column, ...],
        places: Mapping[str, str],
        totals: dict[str, float],
        of_people: Collection[str],
    ) -> Iterator[tuple[Cell, ...]]:
        states = dict[str, str]()
        for row in rows:
            _, status, receipt, first, last, recorded_at, reason, answers, *where = row
            tenant, zone, place, unit, person, role, restricted = where
            if restricted or (role == Role.HOUSEHOLD and tenant != self.home):
                person = None
            if restricted:  # what they wrote, too: it may name them
                answers = {code: value for code, value in answers.items() if code not in of_people}
            if status not in states:
                states[status] = self._said(f"status-{status}")
            recorded = f"{local_time(recorded_at, zone):%Y-%m-%d %H:%M}"
            fields = [column.cell(answers, places) for column in own]
            if status == COUNTS:
                _add_up(totals, own, fields)
            common = (
                receipt,
                states[status],
                first,
                last,
                tenant,
                place,
                unit,
                person,
                recorded,
                without_numbers(reason),
            )
            yield (*common, *fields)

    def _said(self, key: str) -> str:
        return self.texts.render(say(f"export-{key}"), self.locale)


def _add_up(totals: dict[str, float], own: tuple[Column, ...], cells: Iterable[Cell]) -> None:
    for column, cell in zip(own, cells, strict=True):
        if column.adds_up and isinstance(cell, int | float):
            totals[column.code] = totals.get(column.code, 0) + cell


#: what stands above the dictionary of an export: keys of texts behind "export-"
EXPLAINED = ("kind", "column", "name", "english", "holds", "unit-of", "codes", "since", "targets")


def explained(catalogue: Catalogue, kinds: Collection[str]) -> Iterator[tuple[Cell, ...]]:
    """The columns of these kinds of report as the dictionary of fields tells of them, a row for each."""
    for each in dictionary(catalogue):
        if each.kind not in kinds:
            continue
        spec = catalogue.fact_types[each.kind].field(each.field)
        of_field = of_field_in(spec) if spec else ()
        codes = "; ".join(f"{code.code}: {code.name.vi}" for code in each.codes)
        unit = each.unit.vi if each.unit else None
        for vietnamese, english in of_field:
            tells = each.type is FieldType.TALLY
            yield (
                each.kind,
                vietnamese.code,
                vietnamese.name,
                english.name,
                each.type.value,
                unit,
                None if tells else codes or None,
                each.since,
                ", ".join(each.targets) or None,
            )


def _words_of_people(kind: FactType | None) -> frozenset[str]:
    """The fields of a kind that hold free words or names."""
    return frozenset(field.code for field in kind.fields if field.type in PERSONAL) if kind else frozenset()
