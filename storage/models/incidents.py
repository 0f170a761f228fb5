"""Incidents with personal data. They stand apart from reports: no figure counts them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Incident(Base):
    """One incident. `kind`, `data`, `place`: codes of core.incidents; `people` is None where nobody knows.

    `key` is the form it came from. It is closed by `closed_by`, whom `closing_by` asked to.
    """

    __tablename__ = "incident"
    __table_args__ = (UniqueConstraint("tenant_id", "receipt"), Index(None, "tenant_id", "closed_at"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    receipt: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[str] = mapped_column(String(12))
    #: from here on the 72 hours of the law run
    found_at: Mapped[datetime]
    data: Mapped[list[str]]
    people: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(12))
    text: Mapped[str] = mapped_column(Text)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))
    opened_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    closing_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closing_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]


class IncidentStep(Base):
    """A step (core.incidents.Step) that was done, or found to be `needless`; `text` says how or why."""

    __tablename__ = "incident_step"

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), primary_key=True)
    step: Mapped[str] = mapped_column(String(12), primary_key=True)
    needless: Mapped[bool] = mapped_column(default=False, server_default=false())
    text: Mapped[str] = mapped_column(Text)
    done_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    done_at: Mapped[datetime]
