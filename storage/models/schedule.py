"""What was due, and that it was done: one row per job, tenant and due moment."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
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
