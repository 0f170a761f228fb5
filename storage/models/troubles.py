"""What went wrong with a channel."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class ChannelTrouble(Base):
    """The newest error in sending through a channel; it stays when sending works again."""

    __tablename__ = "channel_trouble"

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    error: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
