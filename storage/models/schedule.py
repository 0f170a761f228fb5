"""What was due and was done, by tenant and by person; what people answered, and when they are away."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class DueRun(Base):
    """A run of a job. Its unique key is what keeps two processes, or a restart, from running it twice.

    `outcome`: done, or skipped (found too late to be of use).
    """

    __tablename__ = "due_run"
    __table_args__ = (UniqueConstraint("job", "tenant_id", "due_at"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    job: Mapped[str] = mapped_column(String(40))
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    due_at: Mapped[datetime]
    ran_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(10))
    counts: Mapped[dict[str, Any]]


class DueTold(Base):
    """What one person was told, once for each moment it was due: `matter` is the key of core.due.matters.

    Of a tenant below the person's own the key follows the tenant's id and a slash.
    `job` is the kind of the matter, or "digest" with an empty `matter` for the one message of a half-day.
    `outcome`: told, or skipped (found too late to be of use).
    """

    __tablename__ = "due_told"
    __table_args__ = (
        UniqueConstraint("job", "person_id", "matter", "due_at"),
        Index(None, "person_id", "due_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    job: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    matter: Mapped[str] = mapped_column(String(80))
    due_at: Mapped[datetime]
    at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(10))


class DueReply(Base):
    """What a person answered about a matter (core.due.answers): rows are added, the last one holds."""

    __tablename__ = "due_reply"
    __table_args__ = (Index(None, "person_id", "matter"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    matter: Mapped[str] = mapped_column(String(80))
    reply: Mapped[str] = mapped_column(String(10))
    until: Mapped[date | None]
    text: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime]


class Absence(Base):
    """Days on which a person is on leave, both included; none of them overlap. `ended_at`: taken back."""

    __tablename__ = "absence"
    __table_args__ = (Index(None, "person_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    since: Mapped[date]
    until: Mapped[date]
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SetDay(Base):
    """A day by which an admin wants something of units (codes; none: of all that report weekly)."""

    __tablename__ = "set_day"
    __table_args__ = (Index(None, "tenant_id", "due"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    due: Mapped[date]
    name: Mapped[str] = mapped_column(String(200))
    units: Mapped[list[str]] = mapped_column(default=list)
    set_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]
