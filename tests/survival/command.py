"""`tiendo run` as operators run it, in a scene."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.survival.scene import Scene

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def tiendo_run(scene: Scene, *options: str) -> AsyncIterator[Process]:
    """The command with the scene's settings; killed at the end, should it still run."""
    log = scene.folder / f"tiendo run {' '.join(options)}.log"
    scene.logs.append(log)
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", "from bot.cli import main; main()", "run", *options),
            cwd=scene.folder,
            env=_environment(scene),
            stdout=output,
            stderr=output,
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def started(log: Path) -> bool:
    """Whether the command that writes this log has come to the end of its start."""
    return log.exists() and "[info] started" in log.read_text(encoding="utf-8")


def _environment(scene: Scene) -> dict[str, str]:
    ours = {key: value for key, value in os.environ.items() if not key.startswith("TIENDO_")}
    return {
        **ours,
        "PYTHONPATH": str(ROOT),
        "TIENDO_DATABASE_URL": scene.database_url,
        "TIENDO_DATA_DIR": str(scene.folder),
        "TIENDO_PORT": "0",
        "TIENDO_TELEGRAM_TOKEN": scene.emulator.token,
        "TIENDO_TELEGRAM_API_URL": scene.emulator.base_url,
        "TIENDO_MESSAGES_PER_MINUTE": "0",
        "TIENDO_TELEGRAM_PER_SECOND": "0",
        "TIENDO_TELEGRAM_PER_CHAT_PER_SECOND": "0",
    }
