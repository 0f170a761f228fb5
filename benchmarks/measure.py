"""The three runs: steady, backlog, and kill."""

import asyncio
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Set
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from benchmarks.bots import Bot, Place, bring_people
from benchmarks.crowd import FIRST_PERSON, Crowd
from benchmarks.process import BotProcess
from benchmarks.script import Script, Stored
from core.catalogue import Catalogue
from tests.emulators.telegram import TelegramEmulator

#: whose report it is, and what it holds
Row = tuple[int, Stored]

#: seconds a bot may take to its first poll
START = 60.0
#: seconds without a message after which a bot has nothing more to say
QUIET = 3.0
#: parts of all answers after which the bot is killed
KILLS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Load:
    """How much is measured: so many people with so many reports each, for at most so many seconds."""

    people: int
    each: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """One run of one bot. A right report is exactly one row with exactly that person's answers."""

    bot: str
    run: str
    steps_per_s: float
    p50_ms: float | None
    p99_ms: float | None
    peak_mb: float
    right: int
    wanted: int
    #: messages beyond those that the reports take; None where nobody waits for an answer
    typed_again: int | None
    wrong: int
    double: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows were right, wrong (nobody's report), and beyond the first of a report."""

    right: int
    wrong: int
    double: int


def count(wanted: Set[Row], stored: Iterable[Row]) -> Count:
    """Compare what people sent with what was stored."""
    rows = Counter(stored)
    return Count(
        right=sum(rows[row] == 1 for row in wanted),
        wrong=sum(number for row, number in rows.items() if row not in wanted),
        double=sum(number - 1 for row, number in rows.items() if row in wanted),
    )


class Stage:
    """One run's bot, server and crowd. Enter it by `stage`."""

    def __init__(self, bot: Bot, load: Load, script: Script, folder: Path, server: TelegramEmulator) -> None:
        self.bot = bot
        self.load = load
        self.script = script
        self.server = server
        self.crowd = Crowd(server, script, load.people, load.each)
        self.place = Place(folder, server.base_url, server.token)
        self.peak_mb = 0.0
        self._process: BotProcess | None = None

    def start_bot(self) -> None:
        """Start the bot's process."""
        bot, place = self.bot, self.place
        self._process = BotProcess(bot.command(place), bot.environment(place), place.folder)

    async def until_polled(self) -> None:
        """Wait for the bot's first poll. Raises BotDied, or TimeoutError."""
        async with asyncio.timeout(START):
            # A call is on the list when it has been answered, which a poll is not before something happens.
            while not (self.server.updates.polled or self.server.calls("getUpdates")):
                self.check()
                await asyncio.sleep(0.01)

    def check(self) -> None:
        """Raises BotDied when the bot ended by itself."""
        if self._process is not None:
            self._process.check()

    def kill_bot(self) -> None:
        """`kill -9`, and at once a new process."""
        if self._process is not None:
            self._process.kill()
            self.peak_mb = max(self.peak_mb, self._process.peak_mb())
            self.start_bot()

    def stop_bot(self) -> None:
        """End the bot in order. Safe to call twice."""
        if self._process is not None:
            self._process.stop()
            self.peak_mb = max(self.peak_mb, self._process.peak_mb())
            self._process = None

    def result(self, run: str, answers: int, seconds: float, catalogue: Catalogue) -> Result:
        """What this run gave, once the bot has ended."""
        load, tally = self.load, self.crowd.tally
        wanted = self._wanted()
        found = count(wanted, self.bot.stored(self.place, catalogue, self.script))
        needed = len(wanted) * self.script.steps
        cuts = quantiles(tally.waits, n=100) if len(tally.waits) > 1 else None
        return Result(
            bot=self.bot.name,
            run=run,
            steps_per_s=answers / seconds if seconds > 0 else 0.0,
            p50_ms=cuts[49] * 1000 if cuts else None,
            p99_ms=cuts[98] * 1000 if cuts else None,
            peak_mb=self.peak_mb,
            right=found.right,
            wanted=load.people * load.each,
            typed_again=tally.typed - needed if run != "backlog" else None,
            wrong=found.wrong,
            double=found.double,
            seconds=seconds,
        )

    def _wanted(self) -> set[Row]:
        each = self.load.each
        return {
            (FIRST_PERSON + number // each, self.script.stored(number))
            for number in range(self.load.people * each)
        }


@asynccontextmanager
async def stage(
    bot: Bot, load: Load, script: Script, catalogue: Catalogue, home: Path
) -> AsyncIterator[Stage]:
    """A server, a crowd and a folder for one bot; all gone afterwards, the process too."""
    with tempfile.TemporaryDirectory(dir=home, prefix=f"{bot.name}-") as name:
        async with TelegramEmulator() as server:
            made = Stage(bot, load, script, Path(name), server)
            texts = {"asks": script.asks, "done": script.done}
            (made.place.folder / "script.json").write_text(json.dumps(texts), encoding="utf-8")
            if bot.own:
                await bring_people(made.place, catalogue, load.people)
            try:
                yield made
            finally:
                made.stop_bot()


async def steady(on: Stage, catalogue: Catalogue) -> Result:
    """All people fill in their reports, each waiting for every answer."""
    on.start_bot()
    await on.until_polled()
    begun = time.perf_counter()
    await _filled_in(on)
    seconds = on.crowd.tally.last_read - begun
    await asyncio.to_thread(on.stop_bot)
    return on.result("steady", on.crowd.progress, seconds, catalogue)


async def backlog(on: Stage, catalogue: Catalogue) -> Result:
    """All messages of one report each were typed while the bot was down.

    A step is a message that the bot took; several may have one answer.
    """
    on.crowd.type_everything()
    typed = on.crowd.tally.typed
    on.start_bot()
    await on.until_polled()
    begun = time.perf_counter()
    await _quiet(on, begun)
    seconds = max(on.crowd.tally.last_read - begun, 0.001)
    await asyncio.to_thread(on.stop_bot)
    return on.result("backlog", typed - len(on.server.updates), seconds, catalogue)


async def kill(on: Stage, catalogue: Catalogue, chance: random.Random) -> Result:
    """Like steady, with `kill -9` shortly after each quarter of the answers, and a restart at once."""
    needed = on.load.people * on.load.each * on.script.steps
    moments = {round(needed * part) for part in KILLS}
    loop = asyncio.get_running_loop()

    def watch(progress: int) -> None:
        if progress in moments:
            loop.call_later(chance.uniform(0, 0.05), on.kill_bot)

    on.crowd.watch = watch
    on.start_bot()
    await on.until_polled()
    begun = time.perf_counter()
    await _filled_in(on)
    seconds = on.crowd.tally.last_read - begun
    await asyncio.to_thread(on.stop_bot)
    return on.result("kill", on.crowd.progress, seconds, catalogue)


async def _filled_in(on: Stage) -> None:
    filling = asyncio.create_task(on.crowd.fill_in(on.load.seconds))
    try:
        while not filling.done():
            on.check()
            await asyncio.wait({filling}, timeout=0.25)
    finally:
        filling.cancel()


async def _quiet(on: Stage, begun: float) -> None:
    """Until nobody has read anything for a while."""
    while (now := time.perf_counter()) < begun + on.load.seconds:
        if now - max(on.crowd.tally.last_read, begun) > QUIET:
            return
        on.check()
        await asyncio.sleep(0.1)
