"""How much of a messenger's plan is used up."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class ChannelUsage(Base):
    """The messages of one channel in the newest month ("2026-05") in which there were any.

    `told_messages` and `told_people` are the levels (core.quota) of which the administrators have been told:
    the first of this month, the second for good.
    """

    __tablename__ = "channel_usage"

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    month: Mapped[str] = mapped_column(String(7))
    sent: Mapped[int]
    received: Mapped[int]
    told_messages: Mapped[int]
    told_people: Mapped[int]
