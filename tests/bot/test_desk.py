"""What the web chat reads of the two queues."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.channels.web import Said, Sent
from bot.desk import StoredHistory
from core.messages import Address, Outbound
from storage.db import Database
from storage.models import Inbox, Outbox
from storage.repositories import conversations

AN = Address("web", "an")


@pytest.fixture
async def history(db: Database, now: datetime) -> StoredHistory:
    """Ten messages of An, each answered half a minute later, one a minute; and one of somebody else."""

    def write(session: Session) -> None:
        for number in range(10):
            at = now + timedelta(minutes=number)
            for chat in ("an", "binh"):
                row = Inbox(
                    channel="web", update_key=f"{chat}{number}", lane=f"web:{chat}", raw={"n": number}
                )
                row.received_at = row.not_before = at
                session.add(row)
            answer = Outbox(channel="web", chat="an", payload=Outbound(f"a{number}").as_json(), status="sent")
            answer.created_at = answer.not_before = at
            answer.sent_at = at + timedelta(seconds=30)
            session.add(answer)

    await db.write(write)
    return StoredHistory(db)


def told(entry: Said | Sent) -> str:
    return entry.message.text if isinstance(entry, Sent) else f"q{entry.raw['n']}"


async def test_the_newest_of_both_sides_come_oldest_first(history: StoredHistory) -> None:
    assert [told(entry) for entry in await history.recent(AN, 3)] == ["a8", "q9", "a9"]


async def test_up_to_a_moment_it_is_the_newest_before_it(history: StoredHistory, now: datetime) -> None:
    until = now + timedelta(minutes=4)
    assert [told(entry) for entry in await history.recent(AN, 3, until)] == ["q3", "a3", "q4"]


async def test_before_everything_there_is_nothing(history: StoredHistory, now: datetime) -> None:
    assert await history.recent(AN, 3, now - timedelta(seconds=1)) == []


async def test_of_what_was_said_before_a_contact_was_taken_from_somebody_nothing_is_shown(
    history: StoredHistory, db: Database, now: datetime
) -> None:
    def part(session: Session) -> None:
        speaker = conversations.speaker(session, AN, now)
        conversations.part(session, speaker.contact_id, now + timedelta(minutes=8))

    await db.write(part)
    assert [told(entry) for entry in await history.recent(AN, 9)] == ["a8", "q9", "a9"]
