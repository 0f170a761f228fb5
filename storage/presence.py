"""A process that works through the queues of a PostgreSQL database shows the others that it lives.

It holds an advisory lock on a connection of its own. When the process ends, however it ends, so does the
connection, and whoever gets the lock then knows. No clock is compared.
"""

import asyncio
import logging
import secrets
from contextlib import suppress

from sqlalchemy import BigInteger, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

#: seconds between looks whether the connection still stands
_LOOK = 5.0
#: seconds to the next try when it does not
_AGAIN = 1.0
#: the server notices within some ten seconds that a whole machine is gone
_KEEPALIVE = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3"}
_NUMBER = bindparam("process", type_=BigInteger())
_HOLD = select(
    *(func.set_config(name, value, False) for name, value in _KEEPALIVE.items()),
    func.pg_advisory_lock(_NUMBER),
)
#: true when the process of that number is gone; asking holds nothing beyond the transaction
IS_GONE = select(func.pg_try_advisory_xact_lock(_NUMBER))

_log = logging.getLogger(__name__)


class Presence:
    """The lock of this process, under a `number` that no other process has."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.number = secrets.randbits(62) + 1
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._held = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Return once the lock is held; it is held until `end`."""
        self._task = asyncio.create_task(self._keep(), name="presence")
        await self._held.wait()

    async def end(self) -> None:
        """Let go of it. Safe to call twice."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _keep(self) -> None:
        """Hold it; when the connection breaks, take it again as soon as that works."""
        while True:
            try:
                async with self._engine.connect() as connection:
                    await self._hold(connection)
            except Exception as error:
                _log.warning("the database does not see this process now", extra={"error": repr(error)})
            await asyncio.sleep(_AGAIN)

    async def _hold(self, connection: AsyncConnection) -> None:
        await connection.execute(_HOLD, {"process": self.number})
        self._held.set()
        while True:
            await asyncio.sleep(_LOOK)
            await connection.execute(text("SELECT 1"))
