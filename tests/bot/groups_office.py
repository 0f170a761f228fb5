"""The sample commune on Telegram, and groups of its people there: real updates in, real messages out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.channel_sender import Hooks
from bot.channels.telegram import TelegramSettings, create
from bot.channels.telegram.channel import Telegram
from bot.demo import sample_commune
from bot.files import FileStore
from bot.inbox_worker import InboxWorker
from bot.intake import Intake
from bot.knowledge import Knowledge
from bot.making import Making
from bot.outbox_worker import OutboxWorker
from bot.seed import bring_in
from core.messages import Address
from reports.made import makers
from scheduler.jobs import summaries
from scheduler.occasion import Content, latest_occasion
from scheduler.rechecks import rechecks
from scheduler.runs import Run, perform
from storage.db import Database
from storage.models import ChatGroup, Contact, Person, Tenant
from storage.repositories import conversations
from storage.repositories.due import tenants
from tests.bot.post import until
from tests.bot.queue_world import HandClock
from tests.emulators.telegram import Person as Phone
from tests.emulators.telegram import TelegramEmulator

START = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)
#: a little after four in the afternoon
FRIDAY = datetime(2026, 5, 15, 9, 0, 20, tzinfo=UTC)
#: the numbers of their chats; Giang manages another commune, a stranger never wrote to the bot
NUMBERS = {"an": 1001, "chi": 1002, "dung": 1003, "giang": 1004, "stranger": 1005}


@dataclass(repr=False)
class GroupsOffice:
    """A bot that receives and sends; `people` have it on their phones."""

    db: Database
    knowledge: Knowledge
    telegram: TelegramEmulator
    channel: Telegram
    clock: HandClock
    people: dict[str, Phone]
    inbox: InboxWorker
    outbox: OutboxWorker
    intake: Intake
    seen: int = 0

    async def did(self, *updates: object) -> None:
        """What people did just now, one update each, is handled and answered."""
        await until(lambda: self.intake.accepted >= self.seen + len(updates))
        self.seen += len(updates)
        await self.send()

    async def send(self) -> None:
        """All that waits goes out."""
        await self.inbox.run_once()
        self.clock.move(30)
        while await self.outbox.run_once():
            pass

    async def friday(self, week: int) -> Run | None:
        """The weekly summary of a Friday, so many weeks on."""
        self.clock.now = FRIDAY + timedelta(weeks=week)
        content = Content(self.knowledge.catalogue, self.knowledge.texts)

        def run(session: Session) -> Run | None:
            tenant = next(each for each in tenants(session) if each.code == "dong_cuu")
            occasion = latest_occasion("weekly_summary", tenant, content, self.clock.now)
            return perform(session, occasion, summaries.run) if occasion else None

        made = await self.db.write(run)
        await self.send()
        return made

    async def groups(self) -> list[ChatGroup]:
        return await self.db.read(
            lambda session: list(session.scalars(select(ChatGroup).order_by(ChatGroup.id)))
        )

    async def becomes(self, who: str, **columns: object) -> None:
        """Change a person: another role, suspended."""
        chat = str(NUMBERS[who])
        of = select(Contact.person_id).where(Contact.chat == chat).scalar_subquery()
        change = update(Person).where(Person.id == of).values(**columns)

        def write(session: Session) -> None:
            session.execute(change)

        await self.db.write(write)


@asynccontextmanager
async def groups_office(db: Database, known: Knowledge, folder: Path) -> AsyncIterator[GroupsOffice]:
    """A bot at work against the emulator, in the sample commune."""
    async with TelegramEmulator() as telegram:
        settings = TelegramSettings(
            token=telegram.token, api=telegram.base_url, per_second=0, per_chat_per_second=0
        )
        channel, clock, files = create(settings), HandClock(START), FileStore(folder / "files")
        people = {
            key: telegram.user(number, key, started=key != "stranger") for key, number in NUMBERS.items()
        }
        await db.write(lambda session: _bring_in(session, known))
        content = Content(known.catalogue, known.texts)
        making = Making(db, files, makers(content.catalogue, content.texts))
        channels = {channel.name: channel}
        inbox = InboxWorker(db, channels, known.turns, files, clock)
        hooks = Hooks(rechecks(content), known.turns.lost)
        outbox = OutboxWorker(db, channels, making, clock, hooks)
        intake = Intake(db, clock, lambda: None)
        await channel.start(intake)
        try:
            yield GroupsOffice(db, known, telegram, channel, clock, people, inbox, outbox, intake)
        finally:
            await channel.stop()


def _bring_in(session: Session, known: Knowledge) -> None:
    bring_in(session, known.catalogue)
    sample_commune(known.turns).bring_in(session, "telegram", START)
    other = session.scalars(select(Tenant).where(Tenant.code == "lang_son")).one()
    speaker = conversations.speaker(session, Address("telegram", "demo-giang"), START)
    giang = Person(tenant_id=other.id, name="Giang", role="manager", status="active", joined_at=START)
    session.add(giang)
    session.flush()
    conversations.assign(session, speaker, giang.id)
    for key, number in NUMBERS.items():
        session.execute(update(Contact).where(Contact.chat == f"demo-{key}").values(chat=str(number)))
