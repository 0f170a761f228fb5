"""Files of data that somebody asked for: made aside, sent to them, removed after a while."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class DataExport(Base):
    """One file. `wanted`: see core.exports.Wanted. `state`: waiting, making, ready, failed, gone.

    `contact_id` is where it was asked for and goes to. While it is made nobody else makes it until
    `leased_until`. `rows` are those in the file; its bytes lie in the file store under `stored` until
    `expires_at`.
    """

    __tablename__ = "data_export"
    __table_args__ = (Index(None, "state", "expires_at"), Index(None, "person_id", "asked_at"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    wanted: Mapped[dict[str, Any]]
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None]
    rows: Mapped[int | None]
    stored: Mapped[str | None] = mapped_column(String(64))
    expires_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(Text)
