"""The trail of every change, each line sealed to the one before (core.trail)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Audit(Base):
    """One change: who, when, what, from which message, old and new.

    `chain` is the tenant it belongs to, 0 what concerns all of them; `seq` its number there. Triggers refuse
    every change but one: old and new may lose personal data, and `salt` goes with it (repositories.audit).
    """

    __tablename__ = "audit"
    __table_args__ = (Index(None, "entity", "entity_id"), UniqueConstraint("chain", "seq"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    action: Mapped[str] = mapped_column(String(40))
    entity: Mapped[str] = mapped_column(String(30))
    entity_id: Mapped[int] = mapped_column(RowId)
    old: Mapped[dict[str, Any] | None]
    new: Mapped[dict[str, Any] | None]
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    chain: Mapped[int] = mapped_column(RowId)
    seq: Mapped[int] = mapped_column(RowId)
    salt: Mapped[str | None] = mapped_column(String(32))
    digest: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))
