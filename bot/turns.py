"""One inbox row from decoding to its end: done, stepped aside, or dead."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from bot.channels.base import Channel, FetchError
from bot.clock import Clock
from bot.fetching import fetched, to_fetch
from bot.files import FileStore
from core.messages import Inbound
from core.retry import Retry, spread_of
from storage.db import Database
from storage.errors import is_outage
from storage.repositories import inbox
from storage.repositories.inbox import InboxRow

#: what one message does, in the caller's transaction: (session, message, inbox row id, now)
Handle = Callable[[Session, Inbound, int, datetime], None]

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
        self, db: Database, channels: Mapping[str, Channel], handle: Handle, files: FileStore, clock: Clock
    ) -> None:
        self._db = db
        self._channels = channels
        self._handle = handle
        self._files = files
        self._clock = clock

    async def run(self, row: InboxRow) -> InboxRow | None:
        """Bring the row to an end, or set it aside; the next row of its lane that is due.

        Raises LaneTaken, or Outage when nothing could be stored.
        """
        try:
            return await self._run(row)
        except Exception as error:
            if is_outage(error):
                raise Outage from error
            raise

    async def _run(self, row: InboxRow) -> InboxRow | None:
        channel = self._channels[row.channel]
        try:
            inbound = channel.decode(row.raw)
        except Exception as error:
            return await self._end(row, error, dead=True)
        try:
            if inbound is not None and to_fetch(inbound):
                last = row.attempts + 1 >= FETCHES
                inbound = await fetched(channel, self._files, inbound, last_attempt=last)
            return await self._db.write(partial(self._turn, row, inbound, self._clock()))
        except LaneTaken:
            raise
        except Exception as error:
            if is_outage(error):
                raise
            return await self._end(row, error)

    def _turn(
        self, row: InboxRow, inbound: Inbound | None, now: datetime, session: Session
    ) -> InboxRow | None:
        if not inbox.claim(session, row):
            raise LaneTaken
        if inbound is not None:
            self._handle(session, inbound, row.id, now)
        return inbox.next_of(session, row.lane, now)

    async def _end(self, row: InboxRow, error: Exception, *, dead: bool = False) -> InboxRow | None:
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
        return await self._db.write(partial(_set_aside, row, repr(error), wait, self._clock()))


def _set_aside(
    row: InboxRow, why: str, wait: timedelta | None, now: datetime, session: Session
) -> InboxRow | None:
    if wait is None:
        inbox.bury(session, row.id, why)
    else:
        inbox.step_aside(session, row.id, why, now + wait)
    return inbox.next_of(session, row.lane, now)
