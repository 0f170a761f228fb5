"""What tests of messages to many share: time that passes, a messenger that refuses some, a crowd."""

from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.delivery import Later, Send
from core.dialogue.tokens import token
from core.messages import Address
from scheduler.broadcasts import feed
from scheduler.occasion import Content
from scheduler.rechecks import rechecks
from storage.models import Broadcast, BroadcastReceiver, Outbox, Person, Tenant, Unit
from storage.repositories import conversations, outbox
from tests import shipped
from tests.handlers.village import Village


def content() -> Content:
    knowledge = shipped.knowledge()
    return Content(knowledge.catalogue, knowledge.texts)


async def tick(village: Village, *, seconds: float = 5) -> int:
    """The broadcaster looks once; how many people were written to."""
    village.now += timedelta(seconds=seconds)
    look = partial(feed, content=content(), edits=("test",), now=village.now)
    return (await village.db.write(look)).people


def send(session: Session, village: Village) -> int:
    """What waits goes out, if it may; how much was sent. Of those called Blocked the messenger refuses it."""
    known, count = rechecks(content()), 0
    for row in session.scalars(select(Outbox).where(Outbox.status == "waiting").order_by(Outbox.id)).all():
        if row.not_before > village.now:
            continue
        if row.recheck is not None:
            decided = known[row.recheck["name"]](session, row, village.now)
            if isinstance(decided, Later):
                outbox.again(session, row.id, payload=row.payload, tries=0, when=decided.when, why="")
            if not isinstance(decided, Send):
                continue
        if row.chat.startswith("blocked"):
            outbox.mark_unreachable(session, row.channel, row.chat)
            outbox.bury(session, row.id, 1, "Forbidden: bot was blocked by the user")
            continue
        outbox.sent(session, row.id, f"m{row.id}", village.now)
        count += 1
    return count


async def run(village: Village) -> None:
    """Until nothing is left to do."""
    while await tick(village) or await village.db.write(lambda session: send(session, village)):
        pass


async def got(village: Village, number: int) -> dict[str, int]:
    """How often each person got the message."""

    def read(session: Session) -> dict[str, int]:
        query = (
            select(Person.name, func.count())
            .join(BroadcastReceiver, BroadcastReceiver.person_id == Person.id)
            .join(Outbox, Outbox.id == BroadcastReceiver.outbox_id)
            .where(BroadcastReceiver.broadcast_id == number, Outbox.status == "sent")
            .group_by(Person.name)
        )
        return {row[0]: row[1] for row in session.execute(query)}

    return await village.db.read(read)


async def mark(village: Village, who: str, number: int) -> str:
    """Of the message as it stands now, for who may see it."""

    def looked(session: Session) -> str:
        context = village.knowledge.turns.context(
            session, Address("test", f"demo-{who}"), "mark", village.now
        )
        one = context.known.look.broadcasts.one(number)
        return one.mark if one else "unseen"

    return await village.db.write(looked)


async def go(village: Village, who: str, number: int, count: int, *night: str) -> str:
    """Press to let it out as it stands now."""
    return await village.press(
        who, token("tb", "go", number, count, await mark(village, who, number), *night)
    )


async def newest(village: Village) -> Broadcast:
    query = select(Broadcast).order_by(Broadcast.id.desc()).limit(1)
    return await village.db.read(lambda session: session.scalars(query).one())


def add(session: Session, village: Village, name: str, *, role: str = "household", **person: Any) -> int:
    """One more member, reached at a chat of that name; nobody has written to the bot who is called Silent."""
    tenant = session.scalars(select(Tenant).where(Tenant.code == "dong_cuu")).one()
    values = {"status": "active", "joined_at": village.now, **person}
    new = Person(tenant_id=tenant.id, name=name, role=role, **values)
    session.add(new)
    session.flush()
    if not name.startswith("Silent"):
        address = Address("test", name.casefold())
        conversations.assign(session, conversations.speaker(session, address, village.now), new.id)
    return new.id


def crowd(session: Session, village: Village) -> None:
    """One who blocked the bot, one who never wrote, one suspended, a head of a unit; one more chat of An."""
    unit = session.scalars(select(Unit).where(Unit.code == "phong_kinh_te")).first()
    assert unit is not None
    add(session, village, "Blocked B", role="officer", unit_id=unit.id)
    add(session, village, "Silent S", role="officer", unit_id=unit.id)
    add(session, village, "Suspended U", role="officer", status="suspended")
    add(session, village, "Head H", role="manager", unit_id=unit.id)
    second = conversations.speaker(session, Address("zalo", "an-2"), village.now - timedelta(days=1))
    first = conversations.speaker(session, Address("test", "demo-an"), village.now)
    conversations.assign(session, second, first.person_id or 0)
