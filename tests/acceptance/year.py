"""A year of forty people of a commune, as the clockwork lives it: what they do, and three deaths."""

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from bot.channel_sender import BULK_PLACES, Hooks
from bot.files import FileStore
from bot.making import Making
from bot.outbox_worker import OutboxWorker
from bot.seed import bring_in
from core.due.answers import Replied, Reply
from core.messages import Address, Outbound
from scheduler.jobs import digest, weekly_reminder
from scheduler.occasion import Content, Job, Occasion
from scheduler.rechecks import rechecks
from storage.db import open_database
from storage.models import Person, SetDay
from storage.repositories import told
from tests.acceptance.year_plan import (
    ADMIN,
    AHEAD,
    BEFORE_COMMIT,
    BEFORE_MARKING,
    BEFORE_SENDING,
    BESIDE,
    DISSOLVED,
    FIRST,
    FRIDAYS_OF,
    JUMP,
    LEAVES,
    LEFT_UNDONE,
    MANAGER,
    OFFICERS,
    SECOND,
    SENT,
    SUCCESSOR,
    TWO,
    UNTIL,
    WANTED,
    WANTED_OF_ALL,
    at,
    commune,
    days,
    figures,
    nothing_new,
    reports,
    send_report,
    units_of,
)
from tests.bot.post import until
from tests.bot.queue_world import HandClock, LoopChannel
from tests.scheduler.world import LONG_AGO, World
from tests.shipped import texts

JOBS: Mapping[str, Job] = {
    weekly_reminder.NAME: weekly_reminder.run,
    digest.MORNING: digest.run,
    digest.AFTERNOON: digest.run,
}


@dataclass
class Postman(LoopChannel):
    """The network's edge: what arrived where, by the true time; cut off, it takes messages silently."""

    arrived: list[tuple[datetime, str, Outbound]] = field(default_factory=list)
    now: datetime = LONG_AGO
    cut_off: bool = False

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        self.arrived.append((self.now, to.chat, message))
        if self.cut_off:
            await asyncio.Event().wait()
        return f"ref-{len(self.arrived)}"


def _wanted(tenant: int, month: int, units: list[str]) -> SetDay:
    row = SetDay(tenant_id=tenant, due=date(2026, month, 20), name=figures(month), units=units)
    row.set_by, row.set_at = ADMIN, LONG_AGO
    return row


@dataclass
class Life:
    """The program over one year. Of a process that dies is left what its file holds at that moment."""

    folder: Path
    content: Content
    world: World
    postman: Postman
    clock: HandClock
    #: units of officers, by the number of the person
    units: dict[int, str] = field(default_factory=dict)
    deaths: int = 0
    said_done: list[int] = field(default_factory=list)

    @classmethod
    async def begin(cls, folder: Path) -> "Life":
        """Everybody is there, what the year brings is stored; nothing has been sent."""
        content = Content(commune(), texts())
        db = await open_database(f"sqlite:///{folder / 'life0.db'}", exclusive=True)
        life = cls(folder, content, World(db, content), Postman(), HandClock(LONG_AGO))
        await db.write(lambda session: bring_in(session, content.catalogue))
        codes = units_of(content.catalogue)
        joins = partial(life.world.person, joined=LONG_AGO, channels=("loop",))
        for number in range(1, OFFICERS + 1):
            life.units[number] = codes[(number - 1) % len(codes)]
            await joins(f"Officer {number}", unit=life.units[number])
        await joins("Manager", role="manager", unit="ubnd_xa")
        await joins("Admin", role="admin", unit="ubnd_xa")
        await joins("Above", role="manager", unit=None, tenant="bac_ninh")
        await joins("Beside", unit="all", tenant=SECOND)
        await db.write(life._plan)
        return life

    def _plan(self, session: Session) -> None:
        tenant = session.get_one(Person, MANAGER).tenant_id
        for month in WANTED:
            units = [] if month in WANTED_OF_ALL else list(TWO)
            session.add(_wanted(tenant, month, units))
        beside = session.get_one(Person, BESIDE).tenant_id
        session.add_all(_wanted(beside, month, ["all"]) for month in LEFT_UNDONE)
        for person, away in LEAVES.items():
            told.take_leave(session, person, *away, LONG_AGO)
        for number in self.units:
            home = session.get_one(Person, number)
            for week in range(53):
                if reports(number, week):
                    session.add(nothing_new(home, FIRST + timedelta(weeks=week, days=1)))

    async def scheduled(self, jobs: Mapping[str, Job] = JOBS) -> None:
        """A tick, and everything that may go out now goes out."""
        await self.world.scheduler(jobs=jobs).tick(self.clock())
        await self.posted()

    async def posted(self) -> None:
        worker = self._worker()
        while await worker.run_once():
            pass

    def _worker(self) -> OutboxWorker:
        db, files = self.world.db, FileStore(self.folder / "files")
        hooks = Hooks(rechecks(self.content))
        return OutboxWorker(db, {"loop": self.postman}, Making(db, files), self.clock, hooks)

    async def live(self) -> None:
        """The year: every morning, and Friday afternoons."""
        for day in days():
            self.clock.now = self.postman.now = at(day)
            await self._people_do(day)
            match day:
                case _ if day == BEFORE_COMMIT:
                    await self._dies_before_commit()
                case _ if day == BEFORE_SENDING:
                    await self.world.scheduler(jobs=JOBS).tick(self.clock())
                    await self._dies()
                case _ if day == BEFORE_MARKING:
                    await self._dies_before_marking()
                case _ if day == JUMP:
                    self.clock.now = at(day) + AHEAD
                    await self.scheduled()
                    self.clock.now = at(day)
            await self.scheduled()
            if day.isoweekday() == 5 and day.month in FRIDAYS_OF:
                self.clock.now = self.postman.now = at(day, time(14, 1))
                await self.scheduled()

    async def _people_do(self, day: date) -> None:
        """One report on a plan goes out; on the last day somebody of each unit says that its figures did."""
        if day == SENT:
            await self.world.db.write(send_report)
        if day.day >= 20 and day.month in WANTED and day.month not in (*LEFT_UNDONE, *self.said_done):
            self.said_done.append(day.month)
            await self.world.db.write(partial(self._say_done, day=day))

    def _say_done(self, session: Session, day: date) -> None:
        for unit in self.asked(day.month):
            person = next(each for each in self.units if self.unit_of(each, day) == unit)
            key = f"date.{WANTED.index(day.month) + 1}.{unit}"
            told.keep_reply(session, Replied(person, key, Reply.DONE, self.clock()))

    def unit_of(self, number: int, day: date) -> str:
        """Where an officer works on a day."""
        own = self.units[number]
        return SUCCESSOR if own == DISSOLVED and day > UNTIL else own

    def asked(self, month: int) -> list[str]:
        """The units that figures are wanted of."""
        if month not in WANTED_OF_ALL:
            return list(TWO)
        living = units_of(self.content.catalogue)
        return [unit for unit in living if unit != DISSOLVED or month <= UNTIL.month]

    async def _dies_before_commit(self) -> None:
        def dying(session: Session, occasion: Occasion) -> Mapping[str, int]:
            counts = digest.run(session, occasion)
            if counts["digests"]:
                self._image()
            return counts

        await self.world.scheduler(jobs={**JOBS, digest.MORNING: dying}).tick(self.clock())
        await self._wakes()

    async def _dies_before_marking(self) -> None:
        """The messages on their way arrive, and nobody hears of it."""
        await self.world.scheduler(jobs=JOBS).tick(self.clock())
        self.postman.cut_off, before = True, len(self.postman.arrived)
        sending = asyncio.create_task(self._worker().run_once())
        await until(lambda: len(self.postman.arrived) == before + BULK_PLACES)
        await self._dies()
        sending.cancel()
        self.postman.cut_off = False

    async def _dies(self) -> None:
        self._image()
        await self._wakes()

    def _image(self) -> None:
        """What the disk holds at this moment: all that a killed process leaves."""
        self.deaths += 1
        for part in ("", "-wal"):
            here = Path(f"{self._file(self.deaths - 1)}{part}")
            if here.exists():
                shutil.copy(here, f"{self._file(self.deaths)}{part}")

    async def _wakes(self) -> None:
        """Started again ten minutes later, from the disk."""
        old = self.world.db
        self.world.db = await open_database(f"sqlite:///{self._file(self.deaths)}", exclusive=True)
        await old.close()
        self.clock.now = self.postman.now = self.clock() + timedelta(minutes=10)
        worker = self._worker()
        await worker.start()
        await asyncio.sleep(0)  # it takes back what the dead one had claimed
        await worker.stop()

    def _file(self, life: int) -> Path:
        return self.folder / f"life{life}.db"
