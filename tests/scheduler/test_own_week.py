"""What an officer is told of their own week, and who is told nothing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from core.delivery import Drop, Send
from storage.db import Database
from storage.models import Fact, Remark
from tests.scheduler.world import HOUR, MINUTE, MONDAY, REMINDER, SUMMARY, WEEK, World, catalogue

JOBS = {
    "weekly_reminder": JobTime(weekday=5, at="14:00", late_hours=12),
    "own_week": JobTime(weekday=5, at="16:15", late_hours=20),
}
OWN = SUMMARY + 15 * MINUTE


def send_back(session: Session) -> None:
    """The newest report is sent back."""
    fact = session.scalars(select(Fact).order_by(Fact.id.desc())).first()
    assert fact is not None
    session.add(
        Remark(
            tenant_id=fact.tenant_id,
            sent_back_id=fact.id,
            fact_id=fact.id,
            about="people",
            reason="",
            by=fact.reporter_id,
            at=OWN,
            state="open",
            answer="",
        )
    )


async def test_who_reported_reads_once_what_it_moved_and_what_waits(db: Database) -> None:
    world = await World.create(db, catalogue(jobs=JOBS))
    an, binh = await world.person("An"), await world.person("Bình", unit="kinh_te")
    away_unit = await world.person("Em", tenant="cao_duc")
    await world.person("Dung", role="manager")
    for people in (3, 4):
        await world.reports(an, MONDAY, people=people)
    await world.reports(an, MONDAY - WEEK, people=5)
    await world.reports(away_unit, MONDAY - WEEK)
    await db.write(send_back)
    for now in (REMINDER, OWN, OWN + HOUR, OWN - MINUTE, OWN + 3 * HOUR):
        await world.scheduler().tick(now)
    # who reported nothing had the reminder, and nothing else
    assert binh in await world.addressed("weekly_reminder")
    (row,) = await world.outbox("own_week")
    assert row.person_id == an
    text = row.payload["text"]
    assert "**Tuần 20 (11/5-17/5) của An**" in text
    assert "Đã gửi 2 báo cáo (Cử đi tập huấn: 2)" in text
    assert "Góp vào: Cử người đi tập huấn: 12/100 lượt" in text
    assert "chờ xác nhận" not in text
    assert await world.recheck(row, OWN + MINUTE) == Send()
    await world.becomes(an, role="manager")
    assert isinstance(await world.recheck(row, OWN + MINUTE), Drop)


async def test_who_had_the_reminder_of_that_afternoon_gets_no_second_message(db: Database) -> None:
    world = await World.create(db, catalogue(jobs=JOBS))
    an = await world.person("An")
    await world.scheduler().tick(REMINDER)
    await world.reports(an, REMINDER + HOUR)
    await world.scheduler().tick(OWN)
    assert await world.outbox("own_week") == []
