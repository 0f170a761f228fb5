"""Sends what waits for one channel, as fast as that channel allows."""

import asyncio
import logging
import math
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from bot.channels.base import Channel, SendError
from bot.clock import Clock
from bot.files import FileStore
from bot.making import Making
from bot.metering import Meter
from bot.pacing import ChatPacing, Gate
from bot.sending import Delivery, deliver
from core.delivery import PERHAPS
from core.messages import Address
from core.pace import Rate
from core.retry import Retry, spread_of
from storage.db import Database
from storage.errors import is_outage
from storage.repositories import groups, moving, outbox, outbox_claims, pace, troubles
from storage.repositories.outbox_claims import RETRY, Claimed, Recheck, Terms
from storage.repositories.outbox_row import OutboxRow

#: messages of one channel on their way at the same time, and how many of them may be no replies
PLACES, BULK_PLACES = 16, 12
#: a claimed message comes back after this, should the process that claimed it be gone and not be seen to be
LEASE = timedelta(minutes=5)
#: seconds between looks when nobody called
_POLL = {"sqlite": 1.0, "postgresql": 0.25}
#: seconds between looks for messages of processes that are gone
_TAKE_OVER = 1.0
#: seconds between looks for messages on channels that nobody serves any more
_FETCH = 60.0
_PAUSE = Retry(attempts=1, first=timedelta(seconds=0.5), longest=timedelta(seconds=30))
_LONGEST_PAUSE = 7 * 86400.0

_log = logging.getLogger(__name__)


#: a chat in which nothing can be written any more, since that moment
Lost = Callable[[Session, Address, datetime], None]


def nothing_else(session: Session, chat: Address, now: datetime) -> None:
    """Nobody is told of it."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """Whom the queue asks and tells. `rechecks`, by the name an outbox row carries, are asked just before a
    message goes out; `lost` is told of chats in which nothing can be written any more.
    """

    rechecks: Mapping[str, Recheck] = field(default_factory=dict)
    lost: Lost = nothing_else


@dataclass(frozen=True, slots=True)
class Rules:
    """What goes for the messages of one channel.

    `served` are the channels that some sender serves:
    what cannot be sent through this one may move on to them. `meter` counts what a channel with a plan sends.
    """

    hooks: Hooks
    served: Collection[str]
    meter: Meter | None = None
    #: makes the files that messages come with
    making: Making | None = None


class ChannelSender:
    """The sender of one channel."""

    def __init__(self, db: Database, channel: Channel, files: FileStore, clock: Clock, rules: Rules) -> None:
        self._db = db
        self._channel = channel
        self._files = files
        self._clock = clock
        self._rules = rules
        self._meter = rules.meter
        self._rate = Rate.of(channel.limits.per_second)
        self._gate = Gate(self._rate, clock)
        self._chats = ChatPacing(channel.limits.per_chat_per_second)
        self._going: dict[asyncio.Task[None], int] = {}
        self._call = asyncio.Event()
        self._stopped = asyncio.Event()
        self._outages = 0
        self._take_over_at = self._fetch_at = 0.0

    def wake(self) -> None:
        """There may be something to send."""
        self._call.set()

    def stop(self) -> None:
        """Claim nothing more; `work` ends when what is on its way has ended."""
        self._stopped.set()
        self._call.set()

    async def run_once(self) -> int:
        """Send what may be sent now; how many messages were sent, put off or ended."""
        claimed = await self._claim()
        await asyncio.gather(*self._going)
        return len(claimed.rows) + claimed.settled

    async def work(self) -> None:
        """Send until stopped."""
        self._stopped.clear()
        await self._free_leases()
        while not self._stopped.is_set():
            self._call.clear()
            try:
                await self._take_over()
                await self._fetch_stranded()
                claimed = await self._claim()
            except Exception as error:
                await self._rest_after(error)
                continue
            self._outages = 0
            if not claimed.settled:
                await _at_most(self._seconds_to(claimed.again_at), self._call)
        await asyncio.gather(*self._going)

    async def _free_leases(self) -> None:
        """The only process there is takes back at once what it had claimed before it died."""
        if not self._db.sole_owner:
            return
        name, now = self._channel.name, self._clock()
        try:
            await self._db.write(
                lambda session: outbox_claims.free_abandoned(session, name, now, now + LEASE)
            )
        except Exception as error:
            await self._rest_after(error)

    async def _take_over(self) -> None:
        """Now and then, take back what other processes had claimed before they died."""
        process, moment = self._db.process, asyncio.get_running_loop().time()
        if process is None or moment < self._take_over_at:
            return
        self._take_over_at = moment + _TAKE_OVER
        name, now = self._channel.name, self._clock()
        await self._db.write(lambda session: outbox_claims.take_over(session, name, process, now))

    async def _fetch_stranded(self) -> None:
        """Now and then, move on what waits on channels that nobody serves any more."""
        moment, now = asyncio.get_running_loop().time(), self._clock()
        if moment < self._fetch_at:
            return
        self._fetch_at = moment + _FETCH
        served = self._rules.served
        await self._db.write(lambda session: moving.fetch_stranded(session, served, now))

    async def _claim(self) -> Claimed:
        """Claim what may go out now and start to send it."""
        now = self._clock()
        terms = Terms(
            channel=self._channel.name,
            now=now,
            rate=self._rate,
            places=PLACES - len(self._going),
            bulk_places=BULK_PLACES - sum(priority > 0 for priority in self._going.values()),
            lease=LEASE,
            process=self._db.process,
            tired=self._chats.tired(now),
            window=self._channel.limits.window,
            plan=self._meter.plan if self._meter else None,
            channels=self._rules.served,
        )
        claimed = await self._db.write(partial(self._claimed, terms))
        for row in claimed.rows:
            self._chats.wrote(row.chat, now)
            task = asyncio.create_task(self._send(row), name=f"send {row.id}")
            self._going[task] = row.priority
            task.add_done_callback(self._ended)
        return claimed

    def _claimed(self, terms: Terms, session: Session) -> Claimed:
        """By the clock when the turn to write has come: so long after each other messages go out."""
        return outbox_claims.claim(session, replace(terms, now=self._clock()), self._rules.hooks.rechecks)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._going[task]
        self._call.set()

    async def _send(self, row: OutboxRow) -> None:
        began = self._clock()
        delivery = await self._deliver(row)
        failures = 0
        while True:
            try:
                await self._db.write(partial(self._settle, row, delivery, began))
                return
            except Exception as error:
                failures += 1
                _log.error(
                    "what was sent could not be noted", extra={"outbox_id": row.id, "error": repr(error)}
                )
                if self._stopped.is_set() or not is_outage(error):
                    return
            # It must not be sent again only because the disk is full: note it as soon as that works.
            await _at_most(_PAUSE.pause(failures).total_seconds(), self._stopped)

    async def _deliver(self, row: OutboxRow) -> Delivery:
        try:
            whole = await self._rules.making.complete(row) if self._rules.making else row
        except Exception as error:
            _log.error("a file could not be made", extra={"outbox_id": row.id}, exc_info=error)
            return Delivery(error=SendError(f"the file could not be made: {error!r}"))
        await self._gate.passed()
        return await deliver(self._channel, self._files, whole)

    def _settle(self, row: OutboxRow, delivery: Delivery, began: datetime, session: Session) -> None:
        now = self._clock()
        self._note(row, delivery, began, now, session)
        if self._meter is not None and delivery.taken:
            self._meter.count(session, now, sent=delivery.taken)

    def _seconds_to(self, again_at: datetime | None) -> float:
        now = self._clock()
        moments = [moment for moment in (again_at, self._chats.rested_at(now)) if moment is not None]
        waits = [max(0.001, (moment - now).total_seconds()) for moment in moments]
        return min([_POLL[self._db.dialect], *waits])

    async def _rest_after(self, error: Exception) -> None:
        self._outages += 1
        seconds = _PAUSE.pause(self._outages).total_seconds()
        _log.error(
            "the outbox cannot be worked through now",
            extra={"channel": self._channel.name, "error": repr(error), "again_in_seconds": seconds},
        )
        await _at_most(seconds, self._stopped)

    def _note(
        self, row: OutboxRow, delivery: Delivery, began: datetime, now: datetime, session: Session
    ) -> None:
        """Store what came of a message that began to be sent then."""
        error = delivery.error
        if error is None:
            outbox.sent(session, row.id, delivery.reference, now)
            return
        troubles.note(session, row.channel, str(error), now)
        payload = delivery.rest.as_json() if delivery.rest else row.payload
        if error.retry_after is not None:
            until = now + _pause_of(error.retry_after)
            pace.pause(session, row.channel, until, now)
            long = until - now >= moving.LONG_PAUSE
            if long and moving.move_on(session, row, str(error), now, self._rules.served):
                return
            outbox.again(session, row.id, payload=payload, tries=row.attempts, when=until, why=str(error))
            return
        chat = Address(row.channel, row.chat)
        moved_to = error.moved_to
        if moved_to is not None and moved_to != row.chat:
            outbox.again(session, row.id, payload=payload, tries=row.attempts, when=now, why=str(error))
            groups.moved(session, chat, moved_to, now)
            return
        tries = row.attempts + 1
        if error.unreachable:
            outbox.mark_unreachable(session, row.channel, row.chat)
            self._rules.hooks.lost(session, chat, now)
        if error.outside_window:
            # When its turn comes again, it is decided anew: it waits, is stood in for, or is listed.
            outbox.close_window(session, row.channel, row.chat, began)
        wait = _wait_after(error, row, tries)
        if wait is None and error.perhaps:
            outbox.bury(session, row.id, tries, f"{error}: {PERHAPS}")
        elif wait is None:
            moving.give_up(session, row, tries, str(error), now, self._rules.served)
        else:
            outbox.again(session, row.id, payload=payload, tries=tries, when=now + wait, why=str(error))


def _wait_after(error: SendError, row: OutboxRow, tries: int) -> timedelta | None:
    """How long to wait before the next try; None when there is none."""
    if error.permanent or error.unreachable:
        return None
    if error.perhaps and row.dedupe_key is not None:
        return None
    return RETRY.after(tries, spread_of(row.id))


def _pause_of(retry_after: float) -> timedelta:
    """As long as the channel said, within reason."""
    seconds = retry_after if math.isfinite(retry_after) else 1.0
    return timedelta(seconds=min(max(seconds, 0.0), _LONGEST_PAUSE))


async def _at_most(seconds: float, event: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
