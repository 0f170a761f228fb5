"""Measuring instruments one by one, what happened to each, and the days on which they were inspected.

Figures are made of reports, never of these rows: whatever changes a figure is stored with its report.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Instrument(Base):
    """One instrument in use for trade, or that was. `key` is in its label and cannot be guessed.

    `status`, `since`, `verified_on`, `valid_until`, `trouble` and `due_on` are how it stands by its events
    (core.instruments), kept so that lists of what is due are found by an index.
    """

    __tablename__ = "instrument"
    __table_args__ = (
        Index(None, "tenant_id", "due_on", "place_id", "kind"),
        Index(None, "due_on", "id"),
        Index(None, "tenant_id", "serial_key"),
        Index(None, "place_id", "status"),
        Index(None, "owner_id"),
        Index(None, "organisation_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(16), unique=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    kind: Mapped[str] = mapped_column(String(40))
    owner: Mapped[str] = mapped_column(String(120))
    #: the household that registered it, if one did
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: the organisation of that name, if the register had one
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    stall: Mapped[str] = mapped_column(String(40))
    #: kg
    capacity: Mapped[float | None]
    serial: Mapped[str] = mapped_column(String(60))
    #: the serial number as it is compared: letters and digits only
    serial_key: Mapped[str] = mapped_column(String(60))
    status: Mapped[str] = mapped_column(String(12))
    since: Mapped[date]
    verified_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    trouble: Mapped[str | None] = mapped_column(String(12))
    due_on: Mapped[date | None]
    #: the report it was listed by; a withdrawn one ends the row
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    ended_at: Mapped[datetime | None]


class InstrumentEvent(Base):
    """One happening to an instrument, told by a report. `kind`: see core.instruments.history.

    It stands as long as its report does: `voided_at` is when that was withdrawn or replaced.
    """

    __tablename__ = "instrument_event"
    __table_args__ = (Index(None, "instrument_id"), Index(None, "fact_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    kind: Mapped[str] = mapped_column(String(12))
    day: Mapped[date]
    at: Mapped[datetime]
    passed: Mapped[bool | None]
    valid_until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(20))
    #: the body that verified, and the number of its stamp or certificate
    body: Mapped[str] = mapped_column(String(120))
    certificate: Mapped[str] = mapped_column(String(60))
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    voided_at: Mapped[datetime | None]


class Inspection(Base):
    """A day on which instruments of one place are inspected. `status`: open, signed, dropped."""

    __tablename__ = "inspection"
    __table_args__ = (Index(None, "tenant_id", "status"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    day: Mapped[date]
    status: Mapped[str] = mapped_column(String(8))
    opened_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class InspectionEntry(Base):
    """What was found of one instrument: passed, failed, absent. A second tap takes the place of the first."""

    __tablename__ = "inspection_entry"
    __table_args__ = (UniqueConstraint("inspection_id", "instrument_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    result: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
