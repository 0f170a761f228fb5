"""The threads that read from SQLite: a function of a session runs whole in one of them.

Between two statements there is no hop to another thread, which costs more than most statements do. And while
a function works out long figures, the event loop goes on with everybody else.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage.errors import DatabaseClosed

T = TypeVar("T")


class Readers:
    """As many functions at a time as there are threads; the others wait for their turn.

    `engine` has a connection for each thread. It is disposed of when this is closed.
    """

    def __init__(self, engine: Engine, threads: int) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="sqlite-reader")
        self._closed = False

    async def run(self, fn: Callable[[Session], T]) -> T:
        """What `fn` returns or raises. Whoever gives up waiting for it does not stop it."""
        if self._closed:
            raise DatabaseClosed
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, fn)

    async def close(self) -> None:
        """Finish what has begun, and what waits."""
        self._closed = True
        await asyncio.to_thread(self._threads.shutdown)
        self._engine.dispose()

    def _read(self, fn: Callable[[Session], T]) -> T:
        with Session(self._engine, expire_on_commit=False) as session:
            return fn(session)
