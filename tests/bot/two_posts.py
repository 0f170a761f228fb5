"""A person who is reached on several channels, and the outbox that writes to them."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.channel_sender import Hooks
from bot.channels.base import SendError
from bot.files import FileStore
from bot.making import Making
from bot.outbox_worker import OutboxWorker
from core.messages import Outbound
from core.windows import Window
from storage.db import Database
from storage.models import Contact, Conversation, Inbox, Outbox, Person, Tenant
from storage.repositories import contacts, outbox
from tests.bot.queue_world import HandClock, LoopChannel, outbox_rows

BLOCKED = SendError("403 blocked", unreachable=True)
REFUSED = SendError("400 refused", permanent=True)
UNSURE = SendError("no answer", perhaps=True)
DOWN = SendError("502")
WINDOW = Window(free=timedelta(days=2), closes=timedelta(days=7), margin=timedelta())


@dataclass
class TwoPosts:
    """A person with contacts on the channels "one" (preferred), "two", "three" (not served), and "four"."""

    db: Database
    folder: Path
    clock: HandClock
    channels: dict[str, LoopChannel] = field(
        default_factory=lambda: {name: LoopChannel(name) for name in ("one", "two", "four")}
    )

    def __post_init__(self) -> None:
        self.files = FileStore(self.folder / "files")
        self.worker = OutboxWorker(self.db, self.channels, Making(self.db, self.files), self.clock, Hooks())

    def limit(self, name: str, window: Window) -> None:
        """The messenger of this channel takes messages only for a while after theirs."""
        channel = self.channels[name]
        channel.limits = replace(channel.limits, window=window)
        self.worker = OutboxWorker(self.db, self.channels, Making(self.db, self.files), self.clock, Hooks())

    async def settle(self) -> None:
        await self.db.write(self._settle)

    def _settle(self, session: Session) -> None:
        now = self.clock()
        session.add(Tenant(id=1, code="xa", name="A"))
        session.flush()
        session.add(Person(id=1, tenant_id=1, name="An", role="officer", status="active", joined_at=now))
        session.flush()
        session.add(Conversation(id=1, person_id=1, state={}, updated_at=now))
        session.flush()
        for number, name in enumerate(("one", "two", "three", "four")):
            seen = now - timedelta(hours=number)
            contact = Contact(channel=name, chat="an", person_id=1, conversation_id=1, last_seen_at=seen)
            contact.preferred = name == "one"
            session.add(contact)

    async def put(self, text: str = "a", **options: Any) -> None:
        def add(session: Session) -> None:
            to = contacts.reach(session, 1)
            assert to is not None
            message = Outbound(text, edits="9")
            outbox.add(session, address=to, message=message, now=self.clock(), person_id=1, **options)

        await self.db.write(add)

    async def heard(self) -> int:
        """A message of theirs on the channel "one", to be answered; its inbox row."""
        return await self.db.write(self._heard)

    def _heard(self, session: Session) -> int:
        now = self.clock()
        row = Inbox(channel="one", update_key="1", lane="one:an", raw={}, received_at=now, not_before=now)
        row.status = "done"
        session.add(row)
        session.flush()
        return row.id

    async def run(self) -> dict[str, list[str]]:
        """Send what can be sent; what arrived where."""
        while await self.worker.run_once():
            pass
        return {name: channel.texts() for name, channel in self.channels.items() if channel.sent}

    async def row(self) -> Outbox:
        [row] = await outbox_rows(self.db)
        return row
