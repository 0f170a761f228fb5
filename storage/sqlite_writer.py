"""The one thread that writes to SQLite, committing what waits together.

The cost of a durable step on SQLite is the commit and the hops between threads, so up to 64 waiting functions
share a commit, each in a savepoint of its own. Whoever waits is told only after the commit.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from storage.errors import DatabaseClosed, TransactionLost, is_outage

#: functions that share one commit; more would only add to the wait of the first
GROUP = 64


@dataclass(frozen=True, slots=True)
class _Call:
    """A function that waits, and who waits for it."""

    fn: Callable[[Session], Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


@dataclass(frozen=True, slots=True)
class _Outcome:
    call: _Call
    result: Any = None
    error: BaseException | None = None


class Writer:
    """Runs functions of a session one after the other, in a thread of its own."""

    def __init__(self, engine: Engine, group: int = GROUP) -> None:
        self._engine = engine
        self._group = group
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._closing = Lock()
        self._closed = False
        self._thread = Thread(target=self._work, name="sqlite-writer", daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[[Session], Any]) -> "asyncio.Future[Any]":
        """Hand in a function; the future has its result after the commit. Needs a running event loop."""
        loop = asyncio.get_running_loop()
        call = _Call(fn, loop.create_future(), loop)
        with self._closing:
            if self._closed:
                raise DatabaseClosed
            self._calls.put(call)
        return call.future

    async def close(self) -> None:
        """Finish what was handed in, then stop the thread."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._calls.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        while (first := self._calls.get()) is not None:
            calls, last = self._waiting(first)
            _tell(self._commit([call for call in calls if not call.future.cancelled()]))
            del first, calls
            if last:
                break
        self._engine.dispose()

    def _waiting(self, first: _Call) -> tuple[list[_Call], bool]:
        """The functions of one commit, and whether the writer was closed behind them."""
        calls = [first]
        while len(calls) < self._group:
            try:
                call = self._calls.get_nowait()
            except Empty:
                break
            if call is None:
                return calls, True
            calls.append(call)
        return calls, False

    def _commit(self, calls: list[_Call]) -> list[_Outcome]:
        """Run all in one transaction. When the transaction itself fails, it fails for all of them."""
        try:
            with self._engine.connect() as connection, connection.begin():
                return [_run(connection, call) for call in calls]
        except BaseException as error:  # the thread must live on, and everybody who waits must be told
            return [_Outcome(call, error=error) for call in calls]


def _run(connection: Connection, call: _Call) -> _Outcome:
    """One function in its savepoint. Raises only when the whole transaction is lost."""
    outcome = _attempt(connection, call)
    # On a full disk SQLite ends the transaction by itself; whatever ran now would be kept or lost on its own.
    if not getattr(connection.connection.driver_connection, "in_transaction", False):
        raise _reason(outcome.error)
    return outcome


def _attempt(connection: Connection, call: _Call) -> _Outcome:
    session = Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
    try:
        result = call.fn(session)
        session.commit()
    except BaseException as error:
        with suppress(DBAPIError):  # there is nothing to roll back to when the transaction is lost
            session.close()
        return _Outcome(call, error=error)
    session.close()
    return _Outcome(call, result)


def _reason(error: BaseException | None) -> BaseException:
    """Why the transaction was lost: rolling back what is no longer there fails too, and hides it."""
    found = error
    while found is not None:
        if is_outage(found):
            return found
        found = found.__context__
    return error or TransactionLost()


def _tell(outcomes: list[_Outcome]) -> None:
    """Wake those who wait, each loop once."""
    loops = {outcome.call.loop for outcome in outcomes}
    for loop in loops:
        theirs = [outcome for outcome in outcomes if outcome.call.loop is loop]
        with suppress(RuntimeError):  # that loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_settle, theirs)


def _settle(outcomes: list[_Outcome]) -> None:
    for outcome in outcomes:
        if outcome.call.future.done():
            continue
        if outcome.error is not None:
            outcome.call.future.set_exception(outcome.error)
        else:
            outcome.call.future.set_result(outcome.result)
