"""Tokens a messenger hands out for a while and takes back: kept here, for they change while the bot runs."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class ChannelToken(Base):
    """The one living pair of tokens of a channel.

    `refresh_token` can be used once: it is replaced together with what it was used for. `seed` is a hash of
    the token an operator gave, from which this chain began. `refreshing_until`: a process is using it up.
    `told_at`: when the administrators were last told that it is in danger.
    """

    __tablename__ = "channel_token"

    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    access_token: Mapped[str] = mapped_column(Text)
    refresh_token: Mapped[str] = mapped_column(Text)
    seed: Mapped[str] = mapped_column(String(64))
    obtained_at: Mapped[datetime]
    access_expires_at: Mapped[datetime]
    refresh_expires_at: Mapped[datetime]
    refreshing_until: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
