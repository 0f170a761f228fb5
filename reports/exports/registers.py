"""The registers of instruments and of organisations as tables of an export."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.exports import INSTRUMENTS
from core.texts import Texts, say
from reports.exports.columns import Cell, without_numbers
from reports.exports.reading import Table
from storage.models import Instrument, Organisation, Place, Tenant
from storage.queries.people import every_restricted

_BATCH = 500
#: the kinds of report whose fields have the options that rows of a register hold codes of
_KIND_OF = {
    "instruments": ("instrument_listed", "instrument_kind"),
    "organisations": ("support_granted", "org_type"),
}
#: column codes, each the key of a text behind "export-"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "instruments": (
        "tenant",
        "place",
        "instrument-kind",
        "owner",
        "stall",
        "capacity",
        "serial",
        "in-use",
        "since-day",
        "verified-on",
        "valid-until",
        "due-on",
    ),
    "organisations": (
        "tenant",
        "org",
        "org-type",
        "trade",
        "place",
        "spot",
        "tax-code",
        "contact",
        "org-status",
        "since-day",
    ),
}


@dataclass(frozen=True, slots=True)
class RegisterExport:
    """One register of some tenants, as it stands; telephones of the first tenant's alone."""

    what: str
    catalogue: Catalogue
    texts: Texts
    locale: str
    tenants: tuple[str, ...]

    def tables(self, session: Session) -> Iterator[Table]:
        """The one table."""
        codes = _COLUMNS[self.what]
        yield Table(
            code=self.what,
            name=self._said(self.what),
            codes=codes,
            names=tuple(map(self._said, codes)),
            rows=self._rows(session),
        )

    def count(self, session: Session) -> int:
        """How many rows there are to be in it."""
        return session.scalar(select(func.count()).select_from(self._query().subquery())) or 0

    def explained(self, kinds: Collection[str]) -> Iterator[tuple[Cell, ...]]:
        """No fields of reports are in it."""
        return iter(())

    def _query(self) -> Select[*tuple[Any, ...]]:
        if self.what == INSTRUMENTS:
            instruments: Select[*tuple[Any, ...]] = select(Instrument, Tenant.code, Place.name)
            placed = instruments.join(Tenant, Tenant.id == Instrument.tenant_id).outerjoin(
                Place, Place.id == Instrument.place_id
            )
            stands, number = Instrument.ended_at.is_(None), Instrument.id
        else:
            organisations: Select[*tuple[Any, ...]] = select(Organisation, Tenant.code, Place.name)
            placed = organisations.join(Tenant, Tenant.id == Organisation.tenant_id).outerjoin(
                Place, Place.id == Organisation.place_id
            )
            stands, number = Organisation.merged_into_id.is_(None), Organisation.id
        return placed.where(stands, Tenant.code.in_(self.tenants)).order_by(number)

    def _rows(self, session: Session) -> Iterator[tuple[Cell, ...]]:
        kinds, unnamed = self._kinds(), every_restricted(session)
        rows = session.execute(self._query().execution_options(yield_per=_BATCH))
        for item, tenant, place in rows:
            if isinstance(item, Instrument):
                yield (
                    tenant,
                    place,
                    kinds.get(item.kind, item.kind),
                    None if item.owner_id in unnamed else without_numbers(item.owner),
                    None if item.owner_id in unnamed else without_numbers(item.stall),
                    item.capacity,
                    item.serial,
                    self._said(f"in-use-{item.status.replace('_', '-')}"),
                    item.since,
                    item.verified_on,
                    item.valid_until,
                    item.due_on,
                )
            else:
                yield (
                    tenant,
                    without_numbers(item.name),
                    kinds.get(item.kind, item.kind),
                    item.trade,
                    place,
                    without_numbers(item.spot),
                    item.tax_code,
                    item.contact if tenant == self.tenants[0] else None,
                    self.texts.render(say(f"org-status-{item.status}"), self.locale),
                    item.status_since,
                )
            session.expunge(item)

    def _kinds(self) -> Mapping[str, str]:
        kind, code = _KIND_OF[self.what]
        spec = self.catalogue.fact_types.get(kind)
        found = spec.field(code) if spec else None
        return {option.code: option.label.in_(self.locale) for option in found.options} if found else {}

    def _said(self, key: str) -> str:
        return self.texts.render(say(f"export-{key}"), self.locale)
