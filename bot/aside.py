"""Work in a process of its own, so that nobody who writes to the bot waits for it."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from types import MappingProxyType

#: how much of what a process says last is told
_LAST = 500


async def run_aside(
    command: Sequence[str],
    environment: Mapping[str, str] = MappingProxyType({}),
    patience: float | None = None,
) -> str | None:
    """Run the command, with `environment` beside what there is, for at most so many seconds.

    None if it went well, otherwise the last it said on its standard error, which may be nothing. Raises
    TimeoutError. The process is killed when its time is over or whoever waits is cancelled.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(patience):
            _, said = await process.communicate()
    except (asyncio.CancelledError, TimeoutError):
        process.kill()
        await process.wait()
        raise
    return None if process.returncode == 0 else said.decode(errors="replace").strip()[-_LAST:]
