"""Handles stored updates: the lanes side by side, the rows of a lane one after the other."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.allowances import Allowances
from bot.channels.base import Channel
from bot.clock import Clock
from bot.files import FileStore
from bot.turns import Handle, LaneTaken, Outage, Turns
from core.retry import Retry
from storage.db import Database
from storage.repositories import inbox
from storage.repositories.inbox import InboxRow

#: rows of one lane handled in a go, so that one busy chat does not keep a place for ever
_ROWS_IN_A_GO = 50
#: seconds between looks when nobody called: on PostgreSQL another process may have stored rows
_POLL = {"sqlite": 1.0, "postgresql": 0.25}
#: lanes at work at the same time: enough to fill a group commit, or the pool of connections
_LANES = {"sqlite": 128, "postgresql": 16}
#: seconds to leave a lane alone in which another process is at work
_TAKEN = 0.02
_PAUSE = Retry(attempts=1, first=timedelta(seconds=0.5), longest=timedelta(seconds=30))

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Beside:
    """Whom the worker tells and asks: `after_turn` is called when replies may be waiting; `allowances` say
    how many files somebody may still send, None: any number.
    """

    after_turn: Callable[[], None] = lambda: None
    allowances: Allowances | None = None


_ALONE = Beside()


class InboxWorker:
    """Works through the inbox of the given channels."""

    def __init__(
        self,
        db: Database,
        channels: Mapping[str, Channel],
        handle: Handle,
        files: FileStore,
        clock: Clock,
        beside: Beside = _ALONE,
    ) -> None:
        self._db = db
        self._names = list(channels)
        self._turns = Turns(db, channels, handle, files, clock, beside.allowances)
        self._files = files
        self._clock = clock
        self._after_turn = beside.after_turn
        self._limit = _LANES[db.dialect]
        self._lanes: dict[str, asyncio.Task[int]] = {}
        self._call = asyncio.Event()
        self._stopped = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._trouble: BaseException | None = None
        self._outages = 0

    def wake(self) -> None:
        """There are new rows."""
        self._call.set()

    async def start(self) -> None:
        """Begin to work, in a task of its own."""
        self._stopped.clear()
        await asyncio.to_thread(self._files.sweep, self._clock() - timedelta(days=1))
        self._loop = asyncio.create_task(self._work(), name="inbox-worker")

    async def stop(self) -> None:
        """Let the turns that run come to their end, then stop. Safe to call twice."""
        self._stopped.set()
        self._call.set()
        if self._loop is not None:
            await self._loop
            self._loop = None

    async def run_once(self) -> int:
        """Work through what is due now, each lane to its end; how many rows were handled."""
        await self._start_lanes()
        return sum(await asyncio.gather(*self._lanes.values()))

    async def _work(self) -> None:
        while not self._stopped.is_set():
            self._call.clear()
            try:
                await self._start_lanes()
            except Exception as error:
                self._trouble = error
            await self._rest()
        await asyncio.gather(*self._lanes.values())

    async def _rest(self) -> None:
        """Until somebody calls or it is time to look again; longer each time while there is trouble."""
        trouble, self._trouble = self._trouble, None
        if trouble is None:
            await _at_most(_POLL[self._db.dialect], self._call)
            return
        self._outages += 1
        pause = _PAUSE.pause(self._outages).total_seconds()
        _log.error(
            "the inbox cannot be worked through now",
            extra={"error": repr(trouble), "again_in_seconds": pause},
        )
        await _at_most(pause, self._stopped)

    async def _start_lanes(self) -> None:
        """Start every lane that is due, free, and finds a place."""
        if len(self._lanes) >= self._limit:
            return
        now, limit = self._clock(), self._limit
        # The writer thread is one hop away and answers between two commits; a reader takes five hops.
        rows = await self._db.write(lambda session: inbox.heads(session, self._names, now, limit))
        for row in rows:
            if row.lane in self._lanes or len(self._lanes) >= self._limit:
                continue
            task = asyncio.create_task(self._run_lane(row), name=f"lane {row.lane}")
            self._lanes[row.lane] = task
            task.add_done_callback(partial(self._lane_ended, row.lane))

    def _lane_ended(self, lane: str, _task: asyncio.Task[int]) -> None:
        del self._lanes[lane]
        # Rows may have come for this lane, or for one that found no place, while it was busy.
        self._call.set()

    async def _run_lane(self, head: InboxRow) -> int:
        """Handle this row and those behind it; how many."""
        rows: Sequence[InboxRow] = (head,)
        handled = 0
        try:
            while rows and handled < _ROWS_IN_A_GO and not self._stopped.is_set():
                done, rows = rows, await self._turns.run(rows)
                handled += _handled(done, rows)
                self._outages = 0
                self._after_turn()
        except LaneTaken:
            await asyncio.sleep(_TAKEN)
        except Outage as outage:
            self._trouble = outage.__cause__
        except Exception as error:
            self._trouble = error
        return handled


def _handled(taken: Sequence[InboxRow], left: Sequence[InboxRow]) -> int:
    """How many of the rows taken are no longer waiting."""
    return len({row.id for row in taken} - {row.id for row in left})


async def _at_most(seconds: float, event: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
