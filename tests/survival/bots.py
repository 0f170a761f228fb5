"""Starting bots, killing them, and looking into their logs."""

import asyncio
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.survival import bot_process

#: seconds after which a process that should have ended hangs
PATIENCE = 60
_LOG_LINES = 40

# Modules, content and texts take seconds to load: one process has done it, and every bot is a copy of that.
_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.survival.warmed"])


class Bot:
    """One bot that is started, killed and started again on the same data; all its lives write one log."""

    def __init__(self, start: bot_process.Start) -> None:
        self.lives = 0
        self._start = start
        self._process: ForkServerProcess | None = None
        self._orders: Connection | None = None

    def start(self) -> None:
        """Start it; it gets ready by itself."""
        theirs, self._orders = _processes.Pipe(duplex=False)
        self._process = _processes.Process(target=bot_process.run, args=(self._start, theirs))
        self._process.start()
        theirs.close()
        self.lives += 1

    def is_ready(self) -> bool:
        """Whether the start of its newest life has come to its end."""
        log = self._start.log
        return log.exists() and log.read_text(encoding="utf-8").count("[info] started") == self.lives

    def turn_to(self, moment: datetime) -> None:
        """Its clock shows this moment now, and it does what is due then; if it runs at all."""
        if self._process is not None and self._orders is not None:
            self._orders.send(moment)

    async def kill(self) -> None:
        """kill -9. Nothing happens to one that does not run."""
        if self._process is not None:
            self._process.kill()
            await self._end()

    async def stop(self) -> None:
        """SIGTERM, and wait for the end. Raises AssertionError when it does not end well."""
        assert self._process is not None
        self._process.terminate()
        code = await self._end()
        assert code == 0, f"SIGTERM: exit code {code}\n{self.tail()}"

    def tail(self) -> str:
        """The end of its log."""
        return tail(self._start.log)

    async def _end(self) -> int | None:
        process, self._process = self._process, None
        assert process is not None
        await asyncio.to_thread(process.join, PATIENCE)
        code = process.exitcode
        if code is None:
            process.kill()
            await asyncio.to_thread(process.join)
        process.close()
        if self._orders is not None:
            self._orders.close()
        return code


def tail(log: Path) -> str:
    """The last lines of a log, under its name."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return "\n".join([f"--- {log.name}, {len(lines)} lines", *lines[-_LOG_LINES:]])
