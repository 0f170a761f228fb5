"""A tenant with people of every role, another tenant beside it, and a way to let them talk."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.demo import sample_commune
from bot.knowledge import Knowledge
from bot.seed import bring_in
from core.messages import Address, Inbound, InboundKind, Outbound
from storage.db import Database
from storage.models import Fact, Inbox, Outbox, Person, Tenant
from storage.repositories import conversations
from tests.kept_rows import stored_once

START = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)


# asyncio writes out what a fixture came to, which must not be all content.
@dataclass(repr=False)
class Village:
    """The sample commune on channel "test", and Em, an officer of another commune."""

    db: Database
    knowledge: Knowledge
    now: datetime = START
    code: str = ""
    turns: int = 0
    last: dict[str, Outbound] = field(default_factory=dict)

    async def build(self) -> "Village":
        def everything(session: Session) -> str:
            bring_in(session, self.knowledge.catalogue)
            code = sample_commune(self.knowledge.turns).bring_in(session, "test", self.now)
            other = session.scalars(select(Tenant).where(Tenant.code == "lang_son")).one()
            for name, role in (("em", "officer"), ("giang", "admin")):
                speaker = conversations.speaker(session, Address("test", f"demo-{name}"), self.now)
                person = Person(tenant_id=other.id, name=name, role=role, status="active", joined_at=self.now)
                session.add(person)
                session.flush()
                conversations.assign(session, speaker, person.id)
            return code

        self.code = await stored_once(self.db, "village", everything)
        return self

    async def say(self, who: str, text: str) -> str:
        """Type; what the bot answers, all of it in one text."""
        return await self.send(Inbound(Address("test", f"demo-{who}"), text=text))

    async def press(self, who: str, token: str) -> str:
        """Press a button by its token, whether it was offered or not."""
        address = Address("test", f"demo-{who}")
        return await self.send(Inbound(address, InboundKind.PRESS, press=token, pressed_message="9"))

    async def send(self, *inbound: Inbound) -> str:
        self.now += timedelta(seconds=30)
        before = await self.db.read(lambda session: session.scalar(select(func.max(Outbox.id))) or 0)
        await self.db.write(lambda session: self.handle(session, inbound))
        return await self.db.read(lambda session: self._answer(session, inbound[0].address.chat, before))

    async def say_at_once(self, who: str, *texts: str) -> str:
        """Type several messages before the bot looks; all it answers, in one text."""
        address = Address("test", f"demo-{who}")
        return await self.send(*(Inbound(address, text=text) for text in texts))

    async def facts(self, **columns: object) -> list[Fact]:
        """Stored facts with these values, oldest first."""
        query = select(Fact).filter_by(**columns).order_by(Fact.id)
        return await self.db.read(lambda session: list(session.scalars(query)))

    async def person_id(self, who: str) -> int:
        address = Address("test", f"demo-{who}")
        speaker = await self.db.write(lambda session: conversations.speaker(session, address, self.now))
        return speaker.person_id or 0

    def handle(self, session: Session, messages: Sequence[Inbound]) -> None:
        """What the bot does with messages, in this transaction."""
        rows = []
        for inbound in messages:
            self.turns += 1
            row = Inbox(
                channel="test", update_key=str(self.turns), lane=str(inbound.address), raw={}, status="done"
            )
            row.received_at = row.not_before = self.now
            session.add(row)
            session.flush()
            rows.append((inbound, row.id))
        self.knowledge.turns(session, rows, self.now)

    def _answer(self, session: Session, chat: str, before: int) -> str:
        rows = session.scalars(select(Outbox).where(Outbox.id > before).order_by(Outbox.id))
        answers = [Outbound.from_json(row.payload) for row in rows if row.chat == chat]
        if answers:
            self.last[chat] = answers[-1]
        return "\n".join(answer.text for answer in answers)


async def send_inspection(village: Village, who: str, checked: int = 21) -> Fact:
    """A whole inspection report, typed."""
    await village.press(who, "new:measuring_inspection")
    for answer in ("chợ Ngăm", "cân đồng hồ", "hôm nay", str(checked), "2", "xã", "bỏ qua", "bỏ qua", "đúng"):
        text = await village.say(who, answer)
    assert "Đã ghi" in text, text
    return (await village.facts(type="measuring_inspection"))[-1]
