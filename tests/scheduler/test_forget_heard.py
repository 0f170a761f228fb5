"""Heard messages are forgotten before they are older than 90 days."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from scheduler.occasion import Content
from storage.models import HeardMessage, Person
from storage.repositories import heard
from tests import shipped
from tests.scheduler.world import DAY, MINUTE, WEEK, World, catalogue
from tests.scheduler.world import SUMMARY as SOME_FRIDAY

SUNDAY = SOME_FRIDAY + timedelta(days=1, hours=11)  # Sunday 03:00 in Vietnam


async def say(world: World, person_id: int, text: str, at: datetime) -> None:
    def add(session: Session) -> None:
        person = session.get_one(Person, person_id)
        said = heard.Said(person.tenant_id, person_id, text, at)
        heard.keep(session, said, text, ("unclear", None), unread=True)

    await world.db.write(add)


async def left(world: World) -> list[str]:
    query = select(HeardMessage.text).order_by(HeardMessage.at)
    return await world.db.read(lambda session: list(session.scalars(query)))


async def test_no_message_is_ever_older_than_90_days_and_newer_ones_stay(world: World) -> None:
    world.content = Content(
        catalogue(jobs={"forget_heard": JobTime(weekday=7, at="03:00", late_hours=167)}), shipped.texts()
    )
    an, em = await world.person("An"), await world.person("Em", tenant="cao_duc")
    await say(world, an, "too old next week", SUNDAY - 83 * DAY - MINUTE)
    await say(world, an, "young enough", SUNDAY - 83 * DAY + MINUTE)
    await say(world, em, "of another tenant", SUNDAY - 100 * DAY)
    await say(world, an, "new", SUNDAY - MINUTE)
    report = await world.scheduler().tick(SUNDAY)
    assert [run.counts for run in report.runs] == [{"forgotten": 1}, {"forgotten": 1}]
    assert await left(world) == ["young enough", "new"]
    await world.scheduler().tick(SUNDAY + WEEK)
    assert await left(world) == ["new"]
