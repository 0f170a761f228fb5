"""What was reported: facts, and the evidence behind them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


def _at_once(context: DefaultExecutionContext) -> datetime | None:
    """What is stored as confirmed counts from the moment it was recorded."""
    row = context.current_parameters or {}
    recorded_at: datetime = row["recorded_at"]
    return recorded_at if row["status"] == "confirmed" else None


class Fact(Base):
    """One report. Never edited: a correction is a new fact that supersedes, with its reason.

    `status`: pending (waits for an officer), confirmed, withdrawn, superseded, rejected, joint (told together
    with another one, which counts). `draft_key` is the form it came from: a second press of "send" finds it
    and shows the same receipt.
    `occurred_from`..`occurred_to` is the day, or the days, it happened (local dates).
    """

    __tablename__ = "fact"
    __table_args__ = (
        Index(None, "tenant_id", "type", "occurred_from"),
        Index(None, "reporter_id", "recorded_at"),
        Index(None, "unit_id", "recorded_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    type: Mapped[str] = mapped_column(String(60))
    type_version: Mapped[int]
    receipt: Mapped[str] = mapped_column(String(40), index=True)
    draft_key: Mapped[str] = mapped_column(String(40), unique=True)
    occurred_from: Mapped[date]
    occurred_to: Mapped[date]
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    reporter_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    fields: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(12))
    recorded_at: Mapped[datetime]
    #: when it began to count; None while it waits, and for what never counted
    confirmed_at: Mapped[datetime | None] = mapped_column(insert_default=_at_once)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: when this fact stopped counting (withdrawn, superseded, rejected); kept for past reports
    ended_at: Mapped[datetime | None]
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    reason: Mapped[str | None] = mapped_column(Text)
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))


class FactRevision(Base):
    """Which state the reports of one kind and one calendar year of a tenant are in; none without reports.

    Triggers keep it: with every report that is added or changed, and when a place becomes one of another
    kind, `token` is another random number, so that no two states ever share one, not even one that was
    rolled back; and so is `rewritten`, but not with a report that is added. `latest` is the last moment at
    which any of the reports was recorded, confirmed or ended. `added` counts them.
    """

    __tablename__ = "fact_revision"

    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    type: Mapped[str] = mapped_column(String(60), primary_key=True)
    #: in which they happened
    year: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[int] = mapped_column(BigInteger)
    latest: Mapped[datetime]
    added: Mapped[int] = mapped_column(BigInteger)
    rewritten: Mapped[int] = mapped_column(BigInteger)


class Evidence(Base):
    """A photo, document or location that belongs to a form (`draft_key`) and so to its fact."""

    __tablename__ = "evidence"
    __table_args__ = (Index(None, "draft_key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    draft_key: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(12))
    stored: Mapped[str | None] = mapped_column(String(64))
    mime: Mapped[str | None] = mapped_column(String(80))
    name: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    added_at: Mapped[datetime]


class Counter(Base):
    """A number that only grows: receipt numbers of a day, files that somebody sent on one."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[int]
