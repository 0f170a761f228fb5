"""What a household is told once a month, and that it is told nothing where nothing stands out."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from core.delivery import Drop, Send
from storage.db import Database
from storage.models import Consent, Request
from tests.scheduler.world import LONG_AGO, MONDAY, World, catalogue

JOBS = {"own_month": JobTime(month_day="first working day", at="09:30", late_hours=168)}


async def test_a_household_reads_of_its_month_what_stands_out_once(db: Database) -> None:
    world = await World.create(db, catalogue(jobs=JOBS))
    asks = await world.person("Bình", role="household", joined=LONG_AGO)
    quiet = await world.person("Em", role="household", joined=LONG_AGO)
    unasked = await world.person("Gấm", role="household", joined=LONG_AGO)

    def agrees_and_asks(session: Session) -> None:
        for person in (asks, quiet):
            session.add(Consent(person_id=person, purpose="reminders", version="1", given_at=LONG_AGO))
        for number, (person, state) in enumerate(((asks, "answered"), (asks, "taken"), (unasked, "new"))):
            session.add(
                Request(
                    tenant_id=1,
                    receipt=f"HD-{number}",
                    key=f"rq-{number}",
                    asker_id=person,
                    kind="question",
                    subject="",
                    text="?",
                    opened_at=LONG_AGO,
                    expected_by=LONG_AGO,
                    state=state,
                )
            )

    await db.write(agrees_and_asks)
    for days in range(1, 40):
        await world.scheduler().tick(MONDAY + timedelta(days=days))
    (row,) = await world.outbox("own_month")
    assert row.person_id == asks
    assert "của Bình" in row.payload["text"]
    assert "1 câu hỏi đã có trả lời" in row.payload["text"]
    assert "1 câu hỏi cán bộ đang lo" in row.payload["text"]
    later = row.not_before
    assert await world.recheck(row, later) == Send()
    await world.becomes(asks, role="officer")
    assert await world.recheck(row, later) == Drop("does not want to be reminded any more")
