"""What was asked back about reports, and what became of it; periods that are closed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Remark(Base):
    """A report that was sent back. `state`: see core.review. `about`: the answer it is about; empty: all.

    `tenant_id` is that of who sent it back: the report's own, or the one above. `sent_back_id` is the report
    as it was then, `fact_id` as it stands: a correction takes its remarks over.
    """

    __tablename__ = "remark"
    __table_args__ = (Index(None, "fact_id"), Index(None, "tenant_id", "state"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    sent_back_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    about: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
    by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    #: why the report is right as it is; of what was corrected nothing
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class FactDoubt(Base):
    """Something that was asked about a report before it was sent, in both languages: it was said to be right.

    `seen_at`: when somebody who reviews reports has read that.
    """

    __tablename__ = "fact_doubt"
    __table_args__ = (Index(None, "fact_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    vi: Mapped[str] = mapped_column(Text)
    en: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime | None]
    seen_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class PeriodLock(Base):
    """A period of a tenant, first and last day, that was closed; `open_until`: it is open again until then.

    `ended_at`: it was closed by mistake.
    """

    __tablename__ = "period_lock"
    __table_args__ = (Index(None, "tenant_id", "last"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    first: Mapped[date]
    last: Mapped[date]
    closed_at: Mapped[datetime]
    closed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    open_until: Mapped[datetime | None]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]


class UnlockRequest(Base):
    """Somebody asked to open a closed period again; `granted` is None until somebody decided."""

    __tablename__ = "unlock_request"
    __table_args__ = (Index(None, "lock_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    lock_id: Mapped[int] = mapped_column(ForeignKey("period_lock.id"))
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    why: Mapped[str] = mapped_column(Text)
    granted: Mapped[bool | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
