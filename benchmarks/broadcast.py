"""A message to many on the emulator, with 429s, people who block the bot, and a `kill -9` every 500 messages.

    uv run python -m benchmarks.broadcast              # 3,000 people, some three minutes
    uv run python -m benchmarks.broadcast --quick      # 300 people, half a minute
    uv run python -m benchmarks.broadcast --memory     # 100,000 people written to the outbox, no messenger

`tiendo run` sends at its usual pace of 25 messages a second, on SQLite; one process serves the Bot API. Ten
others write to the bot meanwhile, every five seconds, and wait for the answer. A 429 asks for three
seconds.
To reach: everybody has it exactly once or is listed, nothing is sent during a 429, 24 a second or more of the
25 while nothing holds it up (no 429, not dead), answers under a second, and memory that does not grow.
What the messenger refuses because somebody blocked the bot is one of the 25 like what it takes, and so is a
change of the message that shows how far it is: all of them are counted.
"""

import argparse
import asyncio
import random
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.bots import environment, tiendo_command
from benchmarks.broadcast_ground import FIRST, WORDS, joined, released
from benchmarks.broadcast_memory import memory
from benchmarks.process import BotProcess
from bot.clock import utc_now
from core.broadcasts.states import BroadcastState, Fate
from storage.db import open_database
from storage.models import BroadcastReceiver, Outbox, Person
from storage.queries.broadcasts import tally
from tests.emulators.faults import FaultKind
from tests.emulators.telegram import Person as Member
from tests.emulators.telegram import Seen, TelegramEmulator

ASKED = "/menu"
KILL_EVERY, FLOOD_EVERY, PAUSE = 500, 400, 3
#: of a hundred people so many block the bot
BLOCK = 3
#: who asks, and seconds from an answer to the next question: their answers are among the 25 a second
ASKERS, EVERY = 10, 5.0
#: a stretch of sending is measured from its second second on: by then what the start had saved up is used
_WARM, _SHORTEST = 2.0, 5.0
#: calls that are messages of the 25 a second
_PACED = ("sendmessage", "editmessagetext")


@dataclass
class Run:
    """What is seen of one run."""

    server: TelegramEmulator
    sent: list[float] = field(default_factory=list)
    #: when somebody asked, and how long the answer took
    asked: list[tuple[float, float]] = field(default_factory=list)
    kills: list[tuple[float, float]] = field(default_factory=list)
    peak_mb: float = 0.0
    #: when the last of those had it who were to get it
    last: float = 0.0

    def messages(self) -> list[float]:
        """When each message that people got was taken."""
        return [
            call.at
            for call in self.server.world.calls
            if call.method.casefold() == "sendmessage" and call.status == 200
        ]

    def turns(self) -> list[float]:
        """When each message of the 25 a second arrived: those taken, those refused, changes of one."""
        return [
            call.at
            for call in self.server.world.calls
            if call.method.casefold() in _PACED and call.status != 429
        ]

    def floods(self) -> list[float]:
        return [call.at for call in self.server.world.calls if call.status == 429]

    def ignored(self) -> int:
        """Messages taken while a 429 asked to wait; what was on its way when it came is not counted."""
        return sum(
            any(flood + 0.5 < at < flood + PAUSE - 0.05 for flood in self.floods()) for at in self.messages()
        )

    def waits(self) -> list[float]:
        """Seconds each answer took while nothing held the bot up, the shortest first."""
        held_up = [(0.0, self.messages()[0]), *self.kills, *((at, at + PAUSE) for at in self.floods())]
        return sorted(
            took
            for begun, took in self.asked
            if not any(begun < end and begun + took > start for start, end in held_up)
        )

    def rates(self) -> Iterator[float]:
        """Messages a second of each stretch in which nothing held the bot up, while there were any."""
        stops = sorted([*self.floods(), *(at for at, _ in self.kills)])
        starts = sorted([*(at + PAUSE for at in self.floods()), *(back for _, back in self.kills)])
        times = self.turns()
        last = self.last
        for start in [times[0] if times else 0.0, *starts]:
            end = min([stop for stop in stops if stop > start], default=last)
            if end - start >= _SHORTEST:
                inside = [at for at in times if start + _WARM <= at <= end]
                if len(inside) > 1:
                    yield (len(inside) - 1) / (inside[-1] - inside[0])

    def crowded(self) -> int:
        """The most that arrived within any one second."""
        times, first, most = self.turns(), 0, 0
        for number, at in enumerate(times):
            while times[first] <= at - 1:
                first += 1
            most = max(most, number - first + 1)
        return most


class Receiver(Member):
    """One of the many, who tells when a message comes."""

    def __init__(self, run: Run, number: int) -> None:
        super().__init__(run.server.world, number, f"An {number}", started=True)
        self._run = run

    def see(self, message: Seen) -> None:
        super().see(message)
        self._run.last = time.monotonic()


class Asker(Member):
    """Somebody who is told of each message as it comes."""

    answered_to: Callable[[], None] = staticmethod(lambda: None)

    def see(self, message: Seen) -> None:
        super().see(message)
        self.answered_to()


async def ask(run: Run, number: int) -> None:
    """One person who writes every second and waits for the answer."""
    person = Asker(run.server.world, FIRST + 900_000 + number, "Binh", started=True)
    run.server.world.people[person.id] = person
    await asyncio.sleep(number / ASKERS * EVERY)
    while True:
        answered, begun = asyncio.Event(), time.monotonic()
        person.answered_to = answered.set
        person.say(ASKED)
        await answered.wait()
        run.asked.append((begun, time.monotonic() - begun))
        await asyncio.sleep(EVERY)


async def goes_out(people: int, home: Path, *, kills: bool) -> tuple[Run, Counter[str], float]:
    """The whole run: what was seen, what became of everybody, seconds."""
    url = f"sqlite:///{home / 'tiendo.sqlite3'}"
    db = await open_database(url)
    await db.write(lambda session: joined(session, people))
    await db.write(lambda session: joined(session, ASKERS, role="officer", first=FIRST + 900_000))
    async with TelegramEmulator() as server:
        chance, run = random.Random(1), Run(server)
        for number in range(people):
            server.world.people[FIRST + number] = member = Receiver(run, FIRST + number)
            member.blocked = chance.random() * 100 < BLOCK
        server.user(FIRST - 1, "Chi", started=True)
        settings = environment(
            TIENDO_DATA_DIR=str(home),
            TIENDO_DATABASE_URL=url,
            TIENDO_PORT="0",
            TIENDO_TELEGRAM_TOKEN=server.token,
            TIENDO_TELEGRAM_API_URL=server.base_url,
        )
        number = await db.write(lambda session: released(session, utc_now()))
        await db.close()
        for _ in range(FLOOD_EVERY // 2, people, FLOOD_EVERY):
            server.faults.add("sendMessage", FaultKind.FLOOD, 1, retry_after=PAUSE, skip=FLOOD_EVERY)
        begun = time.perf_counter()
        askers = [asyncio.create_task(ask(run, one)) for one in range(ASKERS)]
        try:
            await _sends(run, people, home, settings, KILL_EVERY if kills else people * 9)
        finally:
            for asker in askers:
                asker.cancel()
        seconds = time.perf_counter() - begun
        db = await open_database(url)
        found = await db.read(lambda session: _fates(session, server, number))
        await db.close()
        return run, found, seconds


async def _sends(run: Run, people: int, home: Path, settings: Mapping[str, str], kill_every: int) -> None:
    """The bot runs, is killed and started again, until the message has gone out."""
    process, next_kill = BotProcess([*tiendo_command(), "run"], settings, home), kill_every
    try:
        while True:
            await asyncio.sleep(0.05)
            process.check()
            count = len(run.messages())
            if count >= next_kill:
                process.kill()
                run.peak_mb = max(run.peak_mb, process.peak_mb())
                died, next_kill = time.monotonic(), next_kill + kill_every
                process = BotProcess([*tiendo_command(), "run"], settings, home)
                await _sends_again(run, died + 0.5)
                run.kills.append((died, time.monotonic()))
            if count > people // 2 and _is_done(home / "tiendo.sqlite3"):
                return
    finally:
        process.stop()
        run.peak_mb = max(run.peak_mb, process.peak_mb())


async def _sends_again(run: Run, after: float) -> None:
    """What was on its way when the bot died is not from the one that was started in its place."""
    while not run.messages() or run.messages()[-1] < after:  # noqa: ASYNC110
        await asyncio.sleep(0.02)


def _is_done(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT state FROM broadcast").fetchone()
    return bool(found == (BroadcastState.DONE.value,))


def _fates(session: Session, server: TelegramEmulator, number: int) -> Counter[str]:
    """What became of everybody; what must not be stands under "lost" and "twice"."""
    found = tally(session, number)
    counts = Counter({fate.value: count for fate, count in found.fates.items()})
    query = (
        select(Person.name, Outbox.status)
        .join(BroadcastReceiver, BroadcastReceiver.person_id == Person.id)
        .outerjoin(Outbox, Outbox.id == BroadcastReceiver.outbox_id)
        .where(BroadcastReceiver.broadcast_id == number)
    )
    for name, status in session.execute(query):
        person = server.user(int(name.split()[1]), name)
        got = sum(WORDS in each.text for each in person.chat)
        counts["twice"] += got > 1
        counts["lost"] += status == "sent" and got == 0
    everybody = session.scalar(select(func.count()).select_from(Person).where(Person.role == "household"))
    counts["left out"] = (everybody or 0) - found.everybody
    return counts


async def show(people: int, *, kills: bool) -> None:
    """Run it and print the table."""
    with tempfile.TemporaryDirectory(prefix="tiendo-broadcast-") as name:
        run, found, seconds = await goes_out(people, Path(name), kills=kills)
    rates, waits = list(run.rates()), run.waits()
    fates = ", ".join(f"{fate.value} {found[fate.value]}" for fate in Fate if found[fate.value])
    print(f"{people} people in {seconds:.0f} s, {len(run.kills)} kills, {len(run.floods())} 429s: {fates}")
    print(f"twice {found['twice']}, lost {found['lost']}, left out {found['left out']}")
    print(f"sent during a 429: {run.ignored()}")
    told = f"median {median(rates):.1f}, least {min(rates):.1f}" if rates else "none was long enough"
    print(f"messages a second in {len(rates)} undisturbed stretches: {told}")
    print(f"at most {run.crowded()} arrived in any second")
    print(
        f"{len(waits)} answers: p50 {waits[len(waits) // 2] * 1000:.0f} ms, "
        f"p95 {waits[len(waits) * 95 // 100] * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms"
    )
    print(f"memory at most {run.peak_mb:.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--people", type=int, default=0)
    options = parser.parse_args()
    if options.memory:
        asyncio.run(memory(options.people or 100_000))
    else:
        asyncio.run(show(options.people or (300 if options.quick else 3_000), kills=not options.quick))
