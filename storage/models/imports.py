"""Workbooks that were sent to be brought into a register, until somebody says yes to what they change."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class RegisterImport(Base):
    """The cells of one workbook as it was sent. `kind`: the register it is for, empty until that is known.

    The cells are dropped once they are stored, or another workbook is sent by the same person.
    """

    __tablename__ = "register_import"
    __table_args__ = (Index(None, "person_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(40))
    cells: Mapped[dict[str, Any]]
    sent_at: Mapped[datetime]
    stored_at: Mapped[datetime | None]
