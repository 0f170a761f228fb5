"""Where updates enter: stored first, acknowledged by the channel after."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType

from sqlalchemy.orm import Session

from bot.channels.base import RawUpdate
from bot.clock import Clock
from bot.floods import Floods
from bot.metering import Meter
from core.messages import Address
from storage.db import Database
from storage.repositories import inbox


class Intake:
    """Stores updates; `bot.channels.base.Accept`. Counts what came and what had come before."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        wake: Callable[[], None],
        meters: Mapping[str, Meter] = MappingProxyType({}),
        floods: Mapping[str, Floods] = MappingProxyType({}),
    ) -> None:
        """`meters` and `floods` by the names of the channels that are counted, and held back."""
        self._db = db
        self._clock = clock
        self._wake = wake
        self._meters = meters
        self._floods = floods
        self.accepted = 0
        self.duplicates = 0
        #: of strangers who flood
        self.dropped = 0

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        """Store all in one transaction, then wake the inbox worker. Raises when they are not stored."""
        if not updates:
            return
        arrivals = [inbox.Arrival(update.channel, update.key, update.lane, update.raw) for update in updates]
        now = self._clock()
        kept, new = await self._db.write(partial(self._add, arrivals, now))
        self.accepted += new
        self.duplicates += kept - new
        self.dropped += len(updates) - kept
        # also for what had come before: a call that was given up half-way may have stored it and told nobody
        self._wake()

    def _add(self, arrivals: Sequence[inbox.Arrival], now: datetime, session: Session) -> tuple[int, int]:
        """Store them; how many were kept, and how many of those were new.

        Those of one call are of one channel, which is what its plan counts.
        """
        kept = [each for each in (self._in_turn(session, one, now) for one in arrivals) if each is not None]
        new = inbox.add(session, kept, now)
        meter = self._meters.get(arrivals[0].channel)
        if new and meter is not None:
            meter.count(session, now, received=new)
        return len(kept), new

    def _in_turn(self, session: Session, arrival: inbox.Arrival, now: datetime) -> inbox.Arrival | None:
        """With when its turn is, where somebody sends faster than people read; None where it is not kept."""
        floods = self._floods.get(arrival.channel)
        channel, _, chat = arrival.lane.partition(":")
        if floods is None or not chat:
            return arrival
        at = floods.turn(session, Address(channel, chat), now)
        return None if at is None else replace(arrival, not_before=at)
