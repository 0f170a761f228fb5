"""An inbox worker with a channel, files and turns of which faults can be asked for."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from bot.files import FileStore
from bot.inbox_worker import InboxWorker
from bot.intake import Intake
from core.messages import Address, Attachment, Inbound, Outbound
from storage.db import Database
from storage.repositories import outbox
from tests.bot.queue_world import HandClock, LoopChannel, inbox_rows, outbox_rows


@dataclass
class Office:
    """An inbox worker whose turns write each message into the outbox; `faults` are raised by text."""

    db: Database
    files: FileStore
    clock: HandClock
    channel: LoopChannel = field(default_factory=LoopChannel)
    faults: dict[str, list[Exception]] = field(default_factory=lambda: defaultdict(list))
    seen: list[Inbound] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.worker = InboxWorker(
            self.db,
            {"loop": self.channel},
            self,
            self.files,
            self.clock,
        )
        self.accept = Intake(self.db, self.clock, self.worker.wake)

    def __call__(self, session: Session, messages: Sequence[tuple[Inbound, int]], now: datetime) -> None:
        for inbound, row_id in messages:
            outbox.add(
                session,
                address=Address("echo", inbound.address.chat),
                message=Outbound(inbound.text),
                now=now,
                answers_inbox_id=row_id,
            )
            faults = self.faults[inbound.text]
            if faults:
                # a fault is over once it has struck a message that stood alone
                raise faults.pop(0) if len(messages) == 1 else faults[0]
            self.seen.append(inbound)

    def looks_for_codes(self, session: Session, inbound: Inbound) -> bool:
        return False

    def give_up(self, session: Session, address: Address, inbox_id: int, now: datetime) -> None:
        outbox.add(session, address=address, message=Outbound(f"gave {inbox_id} up"), now=now)
        if self.faults["giving up"]:
            raise self.faults["giving up"].pop()

    async def given_up(self) -> list[tuple[str, str, str]]:
        rows = await outbox_rows(self.db)
        return [(row.channel, row.chat, row.payload["text"]) for row in rows if row.channel != "echo"]

    async def echoes(self, chat: str | None = None) -> list[str]:
        rows = await outbox_rows(self.db)
        return [row.payload["text"] for row in rows if row.channel == "echo" and chat in (None, row.chat)]

    async def photos(self) -> list[Attachment]:
        await self.worker.run_once()
        return list(self.seen[-1].attachments)

    async def states(self) -> list[str]:
        return [row.status for row in await inbox_rows(self.db)]


async def until(reached: Callable[[], bool]) -> None:
    """Wait for something that other tasks bring about; the test's own time limit is the bound."""
    while not reached():
        await asyncio.sleep(0.005)
