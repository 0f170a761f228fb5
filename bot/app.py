"""Puts the program together, starts its parts in order and stops them in reverse. No logic of its own."""

import asyncio
import gc
import logging
import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.allowances import Allowances
from bot.background import Background
from bot.broadcaster import Broadcaster
from bot.channel_sender import Hooks
from bot.channels.base import Channel
from bot.channels.web import NAME as WEB
from bot.clock import Clock, utc_now
from bot.config import PREFIX, Settings
from bot.export_maker import ExportMaker
from bot.exports import Exports
from bot.files import FileStore
from bot.floods import Floods
from bot.inbox_worker import Beside, InboxWorker
from bot.intake import Intake
from bot.keys import kept_key
from bot.knowledge import Knowledge, read_knowledge
from bot.making import Making
from bot.messengers import MESSENGERS, messengers
from bot.metering import Meter
from bot.outbox_worker import OutboxWorker
from bot.pictures import drawn_anew
from bot.seed import bring_in
from bot.warming import Warming
from reports.made import makers
from scheduler.occasion import Content
from scheduler.rechecks import rechecks
from scheduler.runner import Scheduler
from storage.db import Database, open_database
from storage.queries.left_behind import left_behind

if TYPE_CHECKING:
    from bot.demo import SampleCommune
    from bot.web import WebServer

log = logging.getLogger(__name__)


@dataclass
class App:
    """The running parts of one bot."""

    settings: Settings
    knowledge: Knowledge
    db: Database
    channels: Mapping[str, Channel]
    intake: Intake
    inbox: InboxWorker
    outbox: OutboxWorker
    scheduler: Scheduler
    maker: ExportMaker
    broadcaster: Broadcaster
    server: "WebServer | None" = None
    #: the nightly backup, and what is noted beside it
    keeping: Sequence[Background] = ()
    exports: Exports | None = None
    warming: Warming | None = None
    receives: bool = True
    address: str = ""

    async def start(self) -> None:
        """Start what sends before what receives, so that the first answer finds its way."""
        await self.outbox.start()
        await self.inbox.start()
        if self.receives:
            for channel in self.channels.values():
                await channel.start(self.intake)
        self.scheduler.start()
        self.broadcaster.start()
        for keeping in self.keeping:
            keeping.start()
        if self.exports is not None:
            self.exports.start()
        if self.server is not None:
            self.address = await self.server.start()
        if self.warming is not None:
            self.warming.start()
        log.info("started", extra={"channels": sorted(self.channels), "address": self.address or None})

    async def stop(self) -> None:
        """Finish what is in hand, then close the connections and the database.

        What comes meanwhile is stored for the next start. The channels close last: a message that is on its
        way when its connection is cut would go out twice.
        """
        if self.warming is not None:
            await self.warming.stop()
        for keeping in self.keeping:
            await keeping.stop()
        if self.exports is not None:
            await self.exports.stop()
        await self.broadcaster.stop()
        await self.scheduler.stop()
        await self.inbox.stop()
        await self.outbox.stop()
        for channel in self.channels.values():
            await channel.stop()
        if self.server is not None:
            await self.server.stop()
        await self.db.close()
        log.info("stopped")


async def build(
    settings: Settings,
    *,
    demo: str | None = None,
    channels: Sequence[Channel] | None = None,
    clock: Clock = utc_now,
    receives: bool = True,
    knowledge: Knowledge | None = None,
) -> App:
    """All parts, not yet started. `channels` replaces those the settings ask for (web, Telegram, Zalo).

    `knowledge` is what was read before; without it content and texts are read now.

    `demo` brings the sample of that tenant in (of "", the sample commune), and the web chat then lets
    anybody be any of its people. One that does not receive is a worker: it handles and sends what another
    process on the same database takes in.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if knowledge is None:
        knowledge = read_knowledge(settings.content_dir, settings.invite_url, settings.data_dir / "prepared")
    sample = _sample(settings, knowledge, demo) if demo is not None else None
    db = await open_database(settings.database, exclusive=True)
    await db.write(lambda session: bring_in(session, knowledge.catalogue))
    for left in await db.read(lambda session: left_behind(session, knowledge.catalogue, clock())):
        about = {"what": left.what, "code": left.code, "tenant": left.tenant, "rows": left.rows}
        log.warning("not_in_content", extra=about)
    invite = await db.write(lambda session: sample.bring_in(session, WEB, clock())) if sample else ""
    files = FileStore(settings.data_dir / "files", drawn_anew)
    if channels is None:
        from bot.serving import web_chat

        shown = (sample.sample.tenant, sample.cards(invite)) if sample else None
        web = web_chat(settings, knowledge, db, files, clock, shown)
        key = kept_key(settings.secret_key, settings.data_dir)
        made = messengers(settings, knowledge, db, files, key, clock)
        channels = [web, *(make() for make in made.values())]
    by_name = {channel.name: channel for channel in channels}
    windows = {name: found for name, channel in by_name.items() if (found := channel.limits.window)}
    content = Content(knowledge.catalogue, knowledge.texts, windows)
    reached = by_name if receives else _reached_from_anywhere(by_name)
    meters = {
        name: Meter(name, channel.limits.plan, knowledge.texts)
        for name, channel in by_name.items()
        if channel.limits.plan is not None
    }
    served = {name: meters.get(name) for name in by_name}
    making = Making(db, files, makers(content.catalogue, content.texts))
    maker = ExportMaker(db, files, content.catalogue, content.texts, clock)
    hooks = Hooks(rechecks(content), knowledge.turns.lost)
    outbox = OutboxWorker(db, reached, making, clock, hooks, served)
    beside = Beside(outbox.wake, Allowances(db, settings.uploads, clock))
    inbox = InboxWorker(db, by_name, knowledge.turns, files, clock, beside)
    return App(
        settings=settings,
        knowledge=knowledge,
        db=db,
        channels=by_name,
        intake=Intake(db, clock, inbox.wake, meters, _floods(settings, by_name, knowledge)),
        inbox=inbox,
        outbox=outbox,
        scheduler=Scheduler(db, content, clock, outbox.wake),
        server=_server(settings, by_name, db, clock, knowledge) if receives else None,
        broadcaster=Broadcaster(db, content, by_name, clock, outbox.wake),
        exports=Exports(maker, _environment(settings)) if receives else None,
        maker=maker,
        receives=receives,
    )


async def run_until_stopped(app: App, ready: Callable[[str], None] = lambda address: None) -> None:
    """Run until the process is asked to end (Ctrl-C, SIGTERM); `ready` is told the address when it runs."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await app.start()
    # What was built lives as long as the process; looking through it again and again costs 200 ms each time.
    gc.freeze()
    ready(app.address)
    await stop.wait()
    await app.stop()


def _sample(settings: Settings, knowledge: Knowledge, tenant: str) -> "SampleCommune":
    from bot.content import CONTENT
    from bot.demo import sample_commune

    return sample_commune(knowledge.turns, settings.content_dir or CONTENT, tenant)


def _floods(settings: Settings, channels: Iterable[str], knowledge: Knowledge) -> Mapping[str, Floods]:
    """Messengers hold back who floods; pages of the web chat wait by themselves."""
    if not settings.messages_per_minute:
        return {}
    floods = Floods(knowledge.texts, settings.messages_per_minute)
    return {name: floods for name in channels if name in MESSENGERS}


def _reached_from_anywhere(channels: Mapping[str, Channel]) -> Mapping[str, Channel]:
    """Those a worker can send to: the web chat's open pages hang on the process that serves them."""
    return {name: channel for name, channel in channels.items() if name != WEB}


def _server(
    settings: Settings, channels: Mapping[str, Channel], db: Database, clock: Clock, knowledge: Knowledge
) -> "WebServer | None":
    if not any(channel.routes() for channel in channels.values()):
        return None
    from bot.serving import server

    return server(settings, channels, db, clock, knowledge)


def _environment(settings: Settings) -> Mapping[str, str]:
    """What another process has to know to work on the same data with the same content."""
    content = {f"{PREFIX}CONTENT_DIR": str(settings.content_dir)} if settings.content_dir else {}
    return {
        f"{PREFIX}DATABASE_URL": settings.database,
        f"{PREFIX}DATA_DIR": str(settings.data_dir),
        **content,
    }
