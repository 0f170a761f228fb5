"""What was asked back about reports, and what became of it."""

from datetime import datetime

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
