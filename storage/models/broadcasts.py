"""Messages to many people, and whom each was written to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.broadcasts.states import Ask, BroadcastKind, BroadcastState
from core.broadcasts.timing import Repeat
from storage.models.base import Base, Json, RowId


class Broadcast(Base):
    """One message to many: each time it goes out is a row of its own.

    `state`, `kind`, `ask`: see core.broadcasts.states. `audience`: see core.broadcasts.audience. `of_id` is
    the message that this one corrects, recalls or reminds of. `first_at` is when the first of a repeated one
    went out. `fed_to` is the last person for whom a message was written, in the order of their numbers;
    `fed_at` when there were no more.
    """

    __tablename__ = "broadcast"
    __table_args__ = (Index(None, "tenant_id", "id"), Index(None, "state", "start_at"), Index(None, "of_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    kind: Mapped[str] = mapped_column(String(10), default=BroadcastKind.MESSAGE.value)
    state: Mapped[str] = mapped_column(String(10), default=BroadcastState.DRAFT.value)
    of_id: Mapped[int | None] = mapped_column(ForeignKey("broadcast.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    #: what core.messages.FileRef.as_list gives
    file: Mapped[list[Any] | None] = mapped_column(Json)
    ask: Mapped[str] = mapped_column(String(10), default=Ask.RECEIVED.value)
    options: Mapped[list[str]] = mapped_column(default=list)
    audience: Mapped[dict[str, Any]] = mapped_column(default=dict)
    written_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime]
    #: when the author asked for it to be released, and why it was turned down the last time
    proposed_at: Mapped[datetime | None]
    refused_why: Mapped[str] = mapped_column(Text, default="")
    released_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    released_at: Mapped[datetime | None]
    #: None: as soon as it is released
    start_at: Mapped[datetime | None]
    #: whether it goes out in quiet hours too
    any_hour: Mapped[bool] = mapped_column(default=False)
    repeat: Mapped[str] = mapped_column(String(10), default=Repeat.ONCE.value)
    repeat_until: Mapped[date | None]
    first_at: Mapped[datetime | None]
    began_at: Mapped[datetime | None]
    fed_to: Mapped[int] = mapped_column(BigInteger, default=0)
    fed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    #: how many it was to reach when it was released
    size: Mapped[int] = mapped_column(default=0)
    #: the message on its way that shows how far it is, and when that was written
    progress_id: Mapped[int | None] = mapped_column(BigInteger)
    progress_at: Mapped[datetime | None]


class BroadcastReceiver(Base):
    """Somebody a message was written to: what came of it, and what they answered.

    `outbox_id` is the message on its way. Where none could be written, or it is kept no more, `noted` says
    what became of it (a Fate).
    """

    __tablename__ = "broadcast_receiver"
    __table_args__ = (Index(None, "person_id"),)

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcast.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    outbox_id: Mapped[int | None] = mapped_column(BigInteger)
    noted: Mapped[str | None] = mapped_column(String(10))
    #: when they acknowledged it, answered or chose, and what
    answered_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(Text, default="")
