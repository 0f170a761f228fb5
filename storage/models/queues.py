"""The two queues every message goes through, and the budget of each channel.

An inbox row is claimed by the transaction that handles it: its row lock is the lease, a crash rolls it back.
An outbox row is sent outside any transaction, so it says which process sends it, and carries a lease in time.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Json, RowId


class Inbox(Base):
    """One raw update, stored before it was acknowledged.

    `status`: waiting, done, dead (gave up, an operator may try again). `lane` is the address: rows of one
    lane are handled in order of arrival, and one at a time.
    """

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("channel", "update_key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    update_key: Mapped[str] = mapped_column(String(80))
    lane: Mapped[str] = mapped_column(String(110))
    raw: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(10), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime]
    error: Mapped[str | None] = mapped_column(Text)


class Outbox(Base):
    """One message to one address.

    `status`: waiting, sending, sent, dead (gave up), dropped (no longer true or useful when its turn came),
    held (its person is suspended).
    `priority`: 0 replies, 1 notices to one person, 2 bulk. `dedupe_key` is unique where a message must go
    out at most once: "job:person:due". `coalesce_key`: a waiting row with the same key is replaced, so ten
    photos of an album give one answer. `recheck` names what to ask just before sending, with its arguments.
    A row with a `person_id` that answers nothing moves on to another address of that person when it cannot be
    sent to this one; `tried` are the addresses before.
    """

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    chat: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    payload: Mapped[dict[str, Any]]
    priority: Mapped[int] = mapped_column(default=0)
    status: Mapped[str] = mapped_column(String(10), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    useless_after: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    #: the process that claimed it last (storage.presence), where there are several
    claimed_by: Mapped[int | None] = mapped_column(BigInteger)
    sent_at: Mapped[datetime | None]
    #: the channel's reference of the sent message, to edit it later
    message_ref: Mapped[str | None] = mapped_column(String(120))
    dedupe_key: Mapped[str | None] = mapped_column(String(160), unique=True)
    coalesce_key: Mapped[str | None] = mapped_column(String(160), index=True)
    recheck: Mapped[dict[str, Any] | None]
    answers_inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    tried: Mapped[list[str] | None]
    error: Mapped[str | None] = mapped_column(Text)


class ChannelPace(Base):
    """One channel's sending budget, shared by all processes: a token bucket, what went out lately, a pause.

    `recent` are the moments at which messages went out in the last second, in microseconds since 1970.
    """

    __tablename__ = "channel_pace"

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    tokens: Mapped[float]
    refilled_at: Mapped[datetime]
    recent: Mapped[list[int] | None] = mapped_column(Json)
    paused_until: Mapped[datetime | None]
