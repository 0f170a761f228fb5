"""A commune and the bots that serve it, whatever the messenger."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import ClassVar, TypeVar

from sqlalchemy.orm import Session

from bot.config import Settings
from storage.db import Database, open_database
from tests.acceptance.clock import TurnableClock
from tests.survival import commune
from tests.survival.bot_process import Start
from tests.survival.bots import Bot, tail
from tests.survival.people import FEWEST, PATIENCE, SCREENS, Ending, Reporter, Someone, Way, all_report
from tests.survival.reports import report

T = TypeVar("T")

#: a Wednesday morning in Vietnam: nothing is due by itself
WEDNESDAY = datetime(2026, 5, 13, 2, 0, tzinfo=UTC)


@dataclass
class Stage:
    """Everything one test needs, but the messenger. `folder` holds the data and the logs."""

    channel: ClassVar[str]
    database_url: str
    folder: Path
    clock: TurnableClock = field(default_factory=lambda: TurnableClock(WEDNESDAY))
    bots: list[Bot] = field(default_factory=list)
    logs: list[Path] = field(default_factory=list)
    reporters: list[Reporter] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """What every bot of the scene is set to."""
        return Settings.model_validate(
            {
                "database_url": self.database_url,
                "data_dir": self.folder,
                "port": 0,
                "messages_per_minute": 0,
                **self.channel_settings(),
            }
        )

    def channel_settings(self) -> dict[str, object]:
        """What its bots are told of their messenger."""
        raise NotImplementedError

    def arrives(self, number: int, name: str) -> Someone:
        """A person of that messenger to whom a bot may write; the same one for the same number."""
        raise NotImplementedError

    def calls_made(self) -> int:
        """How often the bots have called their messenger."""
        raise NotImplementedError

    def bot(self, name: str = "bot", *, receives: bool = True, behind: float = 0) -> Bot:
        """A bot that is not started yet; its clock is so many seconds behind."""
        log, late = self.folder / f"{name}.log", timedelta(seconds=behind)
        self.logs.append(log)
        self.bots.append(Bot(Start(self.settings, receives, log, self.clock, late)))
        return self.bots[-1]

    async def people_come(self, number: int, taps: int = 1) -> None:
        """So many officers with a report in hand, who joined just now."""
        people = [self.arrives(one, f"Người {one}") for one in range(number)]
        await self._join(people, "officer")
        today = self.clock().date()
        for one, person in enumerate(people):
            self.reporters.append(Reporter(person, report(one, today), taps))

    async def manager_comes(self) -> None:
        """One manager, who joined just now."""
        await self._join([self.arrives(-1, "Trưởng phòng")], "manager")

    async def _join(self, people: Sequence[Someone], role: str, channel: str | None = None) -> None:
        """They join on the channel of that name; None: the stage's own."""
        names, where = {str(person.id): person.name for person in people}, channel or self.channel
        await self.in_database(lambda session: commune.settle(session, names, self.clock(), role, where))

    def start_reporting(self, *ways: Way) -> "asyncio.Task[list[Ending]]":
        """Everybody begins."""
        return asyncio.create_task(all_report(self.reporters, *ways))

    async def kill_at(self, bot: Bot, chance: random.Random, times: int) -> None:
        """kill -9 at so many moments while people report, and start it again at once.

        Half of the time the next life is as short as its start.
        """
        # How they report, which is known once they begin, decides how often they are answered.
        await self.until(lambda: all(one.updates for one in self.reporters), "everybody to begin")
        most = sum(FEWEST if one.in_a_burst else len(SCREENS) for one in self.reporters)
        for calls in sorted(chance.sample(range(10, most), times)):
            await self.calls_reach(calls)
            await asyncio.sleep(chance.uniform(0, 0.03))
            await bot.kill()
            bot.start()
            if chance.random() < 0.5:
                await asyncio.sleep(chance.uniform(0, 0.2))
                await bot.kill()
                bot.start()

    async def calls_reach(self, number: int) -> None:
        """Wait until the bots have called so often."""
        await self.until(lambda: self.calls_made() >= number, f"{number} calls")

    async def all_is_done(self) -> None:
        """Wait until nothing waits in inbox and outbox."""
        await self.stored(lambda session: commune.going(session) == (set(), 0), "empty queues")

    async def stored(self, holds: Callable[[Session], bool], what: str) -> None:
        """Wait until the database holds it. Raises AssertionError with the logs."""
        async with self.database() as db:
            for _ in range(PATIENCE * 20):
                if await db.read(holds):
                    return
                await asyncio.sleep(0.05)
            left = await db.read(commune.going)
        raise AssertionError(self.told(f"{what}: not within {PATIENCE} s; going on are {left}"))

    async def until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait for it. Raises AssertionError with the logs."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while not happened():
            assert asyncio.get_running_loop().time() < deadline, self.told(f"{what}: not within {PATIENCE} s")
            await asyncio.sleep(0.01)

    async def everything_is_right(self, endings: list[Ending]) -> None:
        """Every report is there once, and everybody was told. Raises AssertionError with what is wrong."""
        troubles = [ending.trouble for ending in endings if ending.trouble]
        if not troubles:
            await self.all_is_done()
        found = await self.in_database(lambda session: commune.differences(session, self.reporters))
        assert not troubles + found, self.told(*troubles, *found)

    def everything_is_in_order(self, *, repeated: bool = True) -> None:
        """Who typed saw all answers, in that order. Raises AssertionError that names the others.

        In a burst, questions that were answered already may be left out.
        `repeated`: one may come twice in a row, because its sender was killed before it could note it.
        """
        wrong = []
        for one in self.reporters:
            screens = one.screens()
            if repeated:
                screens = [screen for screen, _ in groupby(screens)]
            left_out = len(SCREENS) - len(screens) if one.in_a_burst else 0
            in_order = [screen for screen in SCREENS if screen in screens]
            if one.typed_all and (left_out < 0 or screens != (in_order if left_out else list(SCREENS))):
                wrong.append(f"{one.person.name} saw {screens}")
        assert not wrong, self.told(*wrong)

    def told(self, *lines: str) -> str:
        """The first of these lines, and the end of every bot's log."""
        rest = [f"... and {len(lines) - 15} more"] if len(lines) > 15 else []
        return "\n".join(["", *lines[:15], *rest, *map(tail, self.logs)])

    async def in_database(self, fn: Callable[[Session], T]) -> T:
        """Run one function, beside the bots."""
        async with self.database() as db:
            return await db.write(fn)

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        """The database, beside the bots."""
        db = await open_database(self.database_url)
        try:
            yield db
        finally:
            await db.close()

    def turn_clocks(self, moment: datetime) -> None:
        """It is this moment now, for all bots that run and those to come; what is due is done."""
        self.clock.turn_to(moment)
        for bot in self.bots:
            bot.turn_to(moment)
