"""Inbox rows of a lane from decoding to their end: done, stepped aside, or dead."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from bot.allowances import Allowances
from bot.channels.base import Channel, FetchError
from bot.clock import Clock
from bot.code_reader import CodeReader
from bot.fetching import brought, fetched, to_fetch
from bot.files import FileStore
from core.messages import Address, Attachment, Inbound
from core.retry import Retry, spread_of
from storage.db import Database
from storage.errors import is_outage
from storage.repositories import inbox
from storage.repositories.inbox import InboxRow


class Handle(Protocol):
    """What messages do, in the caller's transaction."""

    def __call__(self, session: Session, messages: Sequence[tuple[Inbound, int]], now: datetime) -> None:
        """Messages of one person, one after the other, each with its inbox row id."""

    def looks_for_codes(self, session: Session, inbound: Inbound) -> bool:
        """Whether the codes on the photos of a message are to be read before it is handled."""

    def give_up(self, session: Session, address: Address, inbox_id: int, now: datetime) -> None:
        """A message from this address is given up: its sender is to know."""


#: messages that piled up in a lane and share a transaction: what a turn reads and keeps is then read and
#: kept once
TOGETHER = 8

RETRY = Retry(attempts=5, first=timedelta(seconds=2), longest=timedelta(minutes=5))
#: attempts to fetch a file before it counts as gone; the turn itself then has attempts left
FETCHES = 3

_log = logging.getLogger(__name__)


class LaneTaken(Exception):
    """Another process is at work in this lane."""


class Outage(Exception):
    """The database or the disk is in trouble; the row is not to blame and waits as it is."""


class Turns:
    """Runs the turns of rows, one at a time for each caller."""

    def __init__(
        self,
        db: Database,
        channels: Mapping[str, Channel],
        handle: Handle,
        files: FileStore,
        clock: Clock,
        allowances: Allowances | None = None,
    ) -> None:
        self._db = db
        self._channels = channels
        self._handle = handle
        self._files = files
        self._clock = clock
        self._allowances = allowances
        self._codes = CodeReader(db, files, handle.looks_for_codes)

    async def run(self, rows: Sequence[InboxRow]) -> tuple[InboxRow, ...]:
        """Bring rows that follow each other in a lane to an end, or the first of them aside.

        Gives the next rows of the lane that are due. Raises LaneTaken, or Outage when nothing could be
        stored.
        """
        try:
            return await self._run(rows)
        except Exception as error:
            if is_outage(error):
                raise Outage from error
            raise

    async def _run(self, rows: Sequence[InboxRow]) -> tuple[InboxRow, ...]:
        row, *behind = rows
        channel = self._channels[row.channel]
        try:
            inbound = channel.decode(row.raw)
        except Exception as error:
            return await self._end(row, error, dead=True)
        if inbound is not None and to_fetch(inbound):
            return await self._alone(row, inbound)
        together = [(row, inbound), *self._plain(behind)]
        if len(together) == 1:
            return await self._alone(row, inbound)
        try:
            return await self._db.write(partial(self._turn, together, self._clock()))
        except LaneTaken:
            raise
        except Exception as error:
            if is_outage(error):
                raise
        # One of them failed, and nothing of any was stored: whichever it is, it fails alone.
        return await self._alone(row, inbound)

    def _plain(self, rows: Sequence[InboxRow]) -> Iterator[tuple[InboxRow, Inbound | None]]:
        """The rows in front that can be decoded and bring nothing to fetch."""
        for row in rows:
            try:
                inbound = self._channels[row.channel].decode(row.raw)
            except Exception:
                return  # it is decoded once more, alone, where it is said why it cannot be
            if inbound is not None and to_fetch(inbound):
                return
            yield row, inbound

    async def _alone(self, row: InboxRow, inbound: Inbound | None) -> tuple[InboxRow, ...]:
        new: Sequence[Attachment] = ()
        try:
            if inbound is not None and to_fetch(inbound):
                last = row.attempts + 1 >= FETCHES
                admitted = await self._allowances.admit(inbound) if self._allowances else inbound
                inbound = await fetched(self._channels[row.channel], self._files, admitted, last_attempt=last)
                new = brought(admitted, inbound)
            if inbound is not None and inbound.attachments:
                inbound = await self._codes.read(inbound)
            return await self._db.write(partial(self._turn, [(row, inbound)], self._clock(), new=new))
        except LaneTaken:
            raise
        except Exception as error:
            if is_outage(error):
                raise
            return await self._end(row, error)

    def _turn(
        self,
        rows: Sequence[tuple[InboxRow, Inbound | None]],
        now: datetime,
        session: Session,
        new: Sequence[Attachment] = (),
    ) -> tuple[InboxRow, ...]:
        """`new`: the files that were fetched for it, which count once it is stored."""
        (first, _), *behind = rows
        if not inbox.claim(session, first, *(row for row, _ in behind)):
            raise LaneTaken
        told = [(inbound, row.id) for row, inbound in rows if inbound is not None]
        if self._allowances is not None and new:
            self._allowances.count(session, told[0][0].address, new)
        if told:
            self._handle(session, told, now)
        return inbox.next_of(session, first.lane, now, TOGETHER)

    async def _end(self, row: InboxRow, error: Exception, *, dead: bool = False) -> tuple[InboxRow, ...]:
        """Store why it failed. A dead row does not hold up its lane, a waiting one does."""
        wait = None if dead else RETRY.after(row.attempts + 1, spread_of(row.id))
        expected = isinstance(error, FetchError) or dead
        _log.warning(
            "an update failed",
            extra={
                "inbox_id": row.id,
                "channel": row.channel,
                "attempt": row.attempts + 1,
                "gives_up": wait is None,
                "error": repr(error),
            },
            exc_info=None if expected else error,
        )
        return await self._db.write(partial(self._set_aside, row, repr(error), wait, self._clock()))

    def _set_aside(
        self, row: InboxRow, why: str, wait: timedelta | None, now: datetime, session: Session
    ) -> tuple[InboxRow, ...]:
        if wait is None:
            inbox.bury(session, row.id, why)
            self._tell(session, row, now)
        else:
            inbox.step_aside(session, row.id, why, now + wait)
        return inbox.next_of(session, row.lane, now, TOGETHER)

    def _tell(self, session: Session, row: InboxRow, now: datetime) -> None:
        """Tell the sender that it was given up; that this fails must not keep the row alive."""
        try:
            with session.begin_nested():
                self._handle.give_up(session, Address(row.channel, row.lane.partition(":")[2]), row.id, now)
        except Exception as error:
            if is_outage(error):
                raise
            _log.error(
                "the sender of an update could not be told", extra={"inbox_id": row.id}, exc_info=error
            )
