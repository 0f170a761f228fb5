"""Free messages as they were understood, and the words that admins have taught so that more are."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class HeardMessage(Base):
    """A message typed freely and what it was understood as. Part of the data of the person who sent it.

    `status`: read; unread (not understood); amended (changed on the card before it was sent); otherwise (sent
    as another kind of report); corrected (changed after it was sent). `key` is what keys of the forms it
    opened begin with; `fact_id` is the first report it became. Rows are kept for 90 days; none is of a tip.
    """

    __tablename__ = "heard_message"
    __table_args__ = (Index(None, "tenant_id", "at"), Index(None, "person_id", "key"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    key: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    intent: Mapped[str] = mapped_column(String(30))
    fact_type: Mapped[str | None] = mapped_column(String(60))
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    status: Mapped[str] = mapped_column(String(10))


class TaughtWord(Base):
    """A phrase that speaks for a kind of report, or with `field` for an `option` of it.

    Rows are added and ended, never edited. Codes are those of the record, as content/hearing names them.
    """

    __tablename__ = "taught_word"
    __table_args__ = (Index(None, "tenant_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    phrase: Mapped[str] = mapped_column(String(80))
    fact_type: Mapped[str] = mapped_column(String(60))
    field: Mapped[str | None] = mapped_column(String(60))
    option: Mapped[str | None] = mapped_column(String(60))
    added_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[datetime]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[datetime | None]
