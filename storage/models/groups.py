"""The group chats the bot is in, and to which tenant's summaries they listen."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class ChatGroup(Base):
    """A group on a channel. With a `tenant_id` it gets that tenant's summaries, unless it is lost.

    `offered_to`: the one person who may link it now, asked in their own chat at `offered_at`. `lost_at`:
    since when nothing can be written there; whoever linked it was told so.
    """

    __tablename__ = "chat_group"
    __table_args__ = (UniqueConstraint("channel", "chat"), Index(None, "tenant_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    chat: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(Text, default="")
    locale: Mapped[str] = mapped_column(String(5), default="vi")
    seen_at: Mapped[datetime]
    tenant_id: Mapped[int | None] = mapped_column(ForeignKey("tenant.id"))
    linked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    linked_at: Mapped[datetime | None]
    offered_to: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    offered_at: Mapped[datetime | None]
    lost_at: Mapped[datetime | None]
