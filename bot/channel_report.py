"""What is known of one channel: its own settings, what its messenger says of it, what the database says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from bot.channels.base import Channel
from bot.channels.standing import Standing
from core.quota import Plan, Usage
from storage.db import Database
from storage.queries.traffic import Traffic, traffic
from storage.repositories import usage


@dataclass(frozen=True, slots=True)
class Masked:
    """What may be shown of a credential, and how many characters it has; 0 where it is shown whole."""

    shown: str
    length: int = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """`credentials` by the names of their settings.

    `lacking`: settings without which the channel is not used. `wrong`: complaints about those there are.
    """

    name: str
    credentials: Mapping[str, Masked] = field(default_factory=dict)
    lacking: Sequence[str] = ()
    wrong: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ChannelReport:
    """`standing` is None for a channel that is not used."""

    setup: Setup
    standing: Standing | None
    traffic: Traffic
    usage: Usage
    plan: Plan
    now: datetime

    @property
    def works(self) -> bool:
        """False for a channel that should be used and cannot be."""
        return not self.setup.wrong and (self.standing is None or self.standing.trouble is None)


async def report_on(setup: Setup, channel: Channel | None, db: Database, now: datetime) -> ChannelReport:
    """The report; `channel` is None for one that is not used. Its connections are closed afterwards."""
    plan = channel.limits.plan if channel and channel.limits.plan else Plan()

    def read(session: Session) -> tuple[Traffic, Usage]:
        used = usage.read(session, setup.name, plan.month(now))
        return traffic(session, setup.name), used

    found, used = await db.read(read)
    standing = None
    if channel is not None:
        try:
            standing = await channel.status()
        finally:
            await channel.stop()
    return ChannelReport(setup, standing, found, used, plan, now)
