"""Where each dialogue stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Conversation(Base):
    """One dialogue; all contacts of a person share it, so a draft continues on another channel.

    `state` is what core.dialogue.state.State wrote. `open_form` and `form_touched_at` repeat from it what
    reminders ask for, so that no query has to look inside.
    """

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "person_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    state: Mapped[dict[str, Any]] = mapped_column(default=dict)
    open_form: Mapped[str | None] = mapped_column(String(60))
    form_touched_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
