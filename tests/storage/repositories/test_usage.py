"""Messages of a month and people for good, counted as they come."""

from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from core.messages import Address
from core.quota import Usage
from storage.db import Database
from storage.repositories import conversations, usage

MAY, JUNE = "2026-05", "2026-06"


async def test_messages_count_for_their_month_and_people_for_good(db: Database, now: datetime) -> None:
    def happen(session: Session) -> list[Usage]:
        for chat in ("an", "binh"):
            conversations.speaker(session, Address("zalo_bot", chat), now)
        conversations.speaker(session, Address("telegram", "an"), now)
        usage.count(session, "zalo_bot", MAY, sent=3)
        usage.count(session, "zalo_bot", MAY, received=2)
        usage.count(session, "other", MAY, sent=50)
        seen = [usage.read(session, "zalo_bot", month) for month in (MAY, JUNE)]
        usage.count(session, "zalo_bot", JUNE, sent=1)
        return [*seen, *(usage.read(session, "zalo_bot", month) for month in (MAY, JUNE))]

    in_may, before_june, may_is_over, in_june = await db.write(happen)
    assert (in_may, before_june) == (Usage(2, 3, 2), Usage(2))
    assert (may_is_over, in_june) == (Usage(2), Usage(2, 1, 0))


async def test_a_level_is_news_once_and_that_of_messages_again_each_month(db: Database) -> None:
    def news(session: Session, month: str, messages: int, people: int) -> tuple[bool, bool]:
        usage.count(session, "zalo_bot", month, sent=1)
        return usage.raised(session, "zalo_bot", messages, people)

    told = [
        await db.write(partial(news, month=month, messages=messages, people=people))
        for month, messages, people in (
            (MAY, 0, 0),
            (MAY, 80, 0),
            (MAY, 80, 80),
            (MAY, 95, 80),
            (MAY, 95, 95),
            (JUNE, 80, 95),
            (JUNE, 0, 80),
            (JUNE, 80, 95),
        )
    ]
    assert [messages for messages, _ in told] == [False, True, False, True, False, True, False, True]
    assert [people for _, people in told] == [False, False, True, False, True, False, False, True]


async def test_of_a_channel_that_counts_nothing_nothing_is_news(db: Database) -> None:
    assert await db.write(lambda session: usage.raised(session, "web", 95, 95)) == (False, False)
