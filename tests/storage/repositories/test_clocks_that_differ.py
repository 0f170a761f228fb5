"""Two processes whose clocks are a little apart, as those of two machines always are."""

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from core.messages import Address, Outbound
from core.pace import Rate
from storage.db import Database
from storage.repositories import outbox
from storage.repositories.outbox_claims import Terms, claim

AHEAD = timedelta(seconds=2)


async def claimed_at(db: Database, now: datetime) -> list[str]:
    terms = Terms("loop", now, Rate.of(0), places=16, bulk_places=12, lease=timedelta(minutes=5))
    claimed = await db.write(partial(claim, terms=terms, rechecks={}))
    return [row.payload["text"] for row in claimed.rows]


def say(session: Session, text: str, now: datetime) -> None:
    outbox.add(session, address=Address("loop", "an"), message=Outbound(text), now=now)


async def test_a_chat_keeps_its_order_when_the_later_message_has_the_earlier_time(
    db: Database, now: datetime
) -> None:
    await db.write(lambda session: say(session, "first", now + AHEAD))
    await db.write(lambda session: say(session, "second", now))
    assert await claimed_at(db, now) == []
    assert await claimed_at(db, now + AHEAD) == ["first"]
