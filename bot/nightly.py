"""The backup of every night, made by a process of its own so that nobody who writes to the bot waits."""

import asyncio
import contextlib
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.aside import run_aside
from bot.background import Background
from bot.clock import Clock
from core.periods import latest_due

#: while few write
AT = time(2, 30)
#: seconds between looks at the clock; one that jumps is noticed at the next
_LOOK = 60.0
#: a backup that failed is tried again so long after
_AGAIN = timedelta(hours=1)
COMMAND = (sys.executable, "-m", "bot", "backup", "--tell")

log = logging.getLogger(__name__)


class Nightly(Background):
    """Makes a backup when the latest in the folder is older than the last 02:30 there.

    Where there is none yet the first is made in the first night. One under way when it is stopped is broken
    off: there is no half of one.
    """

    def __init__(self, folder: Path, zone: str, clock: Clock, command: Sequence[str] = COMMAND) -> None:
        self._folder, self._zone, self._clock, self._command = folder, zone, clock, command
        self._began = clock()
        self._tried: datetime | None = None

    async def look(self) -> bool:
        """Make a backup if one is due; whether one was made."""
        now = self._clock()
        due = latest_due(None, AT, self._zone, now)
        made = latest_backup(self._folder) or self._began
        tried_lately = self._tried is not None and timedelta() <= now - self._tried < _AGAIN
        if tried_lately or made >= due:
            return False
        self._tried = now
        error = await run_aside(self._command)
        if error is None:
            log.info("backup_made")
            return True
        log.error("backup_failed", extra={"error": error})
        return False

    async def _run(self) -> None:
        while True:
            try:
                await self.look()
            except OSError:
                log.exception("backup_failed")
            await asyncio.sleep(_LOOK)


def latest_backup(folder: Path) -> datetime | None:
    """When the latest backup was made, by its name."""
    names = sorted(path.stem for path in folder.glob("tiendo-*.zip"))
    for name in reversed(names):
        with contextlib.suppress(ValueError):
            return datetime.strptime(name, "tiendo-%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return None
