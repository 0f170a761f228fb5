"""Looks for files of data that were asked for, and has them made by a process of its own: replies go on."""

import asyncio
import logging
import sys
from collections.abc import Mapping, Sequence

from bot.aside import run_aside
from bot.background import Background
from bot.export_maker import ExportMaker
from storage.repositories import exports

#: seconds between looks, and between looks for files whose time is over
_LOOK, _FORGET = 2.0, 600.0
#: seconds a process may take
_PATIENCE = 900.0
COMMAND = (sys.executable, "-m", "bot", "exports")

log = logging.getLogger(__name__)


class Exports(Background):
    """Runs `command` whenever something waits; it makes all that does.

    One under way when it is stopped is broken off: another process begins it anew.
    """

    def __init__(
        self, maker: ExportMaker, environment: Mapping[str, str], command: Sequence[str] = COMMAND
    ) -> None:
        self._maker, self._environment, self._command = maker, environment, command
        self._forget_at = 0.0

    async def look(self) -> bool:
        """Have made what waits; whether anything did."""
        moment = asyncio.get_running_loop().time()
        if moment >= self._forget_at:
            self._forget_at = moment + _FORGET
            await self._maker.forget()
        now = self._maker.clock()
        if await self._maker.db.read(lambda session: exports.due(session, now)) is None:
            return False
        error = await run_aside(self._command, self._environment, _PATIENCE)
        if error is not None:
            log.error("exports_failed", extra={"error": error})
            raise ChildProcessError("what makes exports ended with an error")
        return True

    async def _run(self) -> None:
        rest = _LOOK
        while True:
            await asyncio.sleep(rest)
            try:
                await self.look()
                rest = _LOOK
            except Exception:
                log.exception("exports_failed")
                rest = min(rest * 2, 300.0)
