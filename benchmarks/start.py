"""The demo from nothing: seconds to its first answer in the web chat, and the memory it takes."""

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar

from benchmarks.bots import environment, tiendo_command
from benchmarks.process import BotProcess
from benchmarks.script import Script

#: one of the demo's people, an officer
PERSON = "hoa"
#: seconds for the demo to come up, and for one answer
UP, ANSWER = 60, 20
_ADDRESS = re.compile(r"http://[\w.]+:\d+")


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds since the process was started, and megabytes at the peak, a whole report included."""

    first_ever: bool
    listening_s: float
    first_answer_s: float
    peak_mb: float

    def __str__(self) -> str:
        when = "first start ever" if self.first_ever else "start"
        times = f"listens after {self.listening_s:.2f} s, first answer after {self.first_answer_s:.2f} s"
        return f"{when}: {times}, peak memory {self.peak_mb:.0f} MB"


async def started(home: Path, script: Script, *, first_ever: bool = False) -> Started:
    """Start the demo in an empty folder, open its chat, and send one report. Raises BotDied, TimeoutError.

    `first_ever`: as right after the installation, when Python has yet to compile every module.
    """
    with tempfile.TemporaryDirectory(dir=home, prefix="demo-") as name:
        folder = Path(name)
        command = [*tiendo_command(), "demo", "--port", "0", "--data", str(folder / "data")]
        kept = {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")} if first_ever else {}
        begun = time.perf_counter()
        process = BotProcess(command, environment(**kept), folder)
        try:
            address = await _address(process)
            listening = time.perf_counter() - begun
            async with _chat(address) as socket:
                first, *rest = script.reports[0]
                await _say(socket, first, script, 1)
                answered = time.perf_counter() - begun
                for question, text in enumerate(rest, start=2):
                    await _say(socket, text, script, question)
            return Started(first_ever, listening, answered, process.peak_mb())
        finally:
            await asyncio.to_thread(process.stop)


async def _address(process: BotProcess) -> str:
    async with asyncio.timeout(UP):
        while True:
            process.check()
            found = _ADDRESS.search(process.log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[0]
            await asyncio.sleep(0.005)


@asynccontextmanager
async def _chat(address: str) -> AsyncIterator[ClientWebSocketResponse]:
    """The chat of one of the demo's people, as its page opens it."""
    origin = {"Origin": address}
    async with ClientSession(cookie_jar=CookieJar(unsafe=True), headers=origin) as session:
        async with session.post(f"{address}/demo/{PERSON}") as page:
            page.raise_for_status()
        async with session.ws_connect(f"{address}/ws") as socket:
            yield socket


async def _say(socket: ClientWebSocketResponse, text: str, script: Script, until: int) -> None:
    """Type a message; wait until the bot asks that question. Raises TimeoutError when it does not."""
    await socket.send_json({"id": f"benchmark-{until}", "text": text})
    async with asyncio.timeout(ANSWER):
        while True:
            frame: dict[str, Any] = await socket.receive_json()
            match frame:
                case {"item": {"mine": False, "text": str(answer)}} if script.question(answer) == until:
                    return
