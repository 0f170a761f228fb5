"""Who asked and was answered is asked whether it is clear; those in charge read of requests elsewhere."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from scheduler.occasion import Content
from storage.models import Person, Request
from tests import shipped
from tests.scheduler.world import DAY, MONDAY, World, catalogue

MORNING = MONDAY - timedelta(minutes=15)  # Monday 08:15 in Vietnam


async def asked(world: World, by: int, **columns: object) -> None:
    """A request opened on Monday morning, expected on Tuesday."""

    def add(session: Session) -> None:
        person = session.get_one(Person, by)
        values: dict[str, object] = {
            "tenant_id": person.tenant_id,
            "receipt": "YC-0511-01",
            "key": "k",
            "asker_id": by,
            "kind": "question",
            "subject": "",
            "text": "a question",
            "opened_at": MORNING,
            "expected_by": MORNING + DAY,
            "state": "new",
        }
        session.add(Request(**{**values, **columns}))

    await world.db.write(add)


async def reminders(world: World, moments: list[datetime]) -> list[dict[str, int]]:
    """What the job counted at each of these moments."""
    world.content = Content(
        catalogue(jobs={"open_requests": JobTime(at="08:15", late_hours=10)}), shipped.texts()
    )
    counted = []
    for moment in moments:
        report = await world.scheduler().tick(moment)
        counted.append({"to_askers": sum(run.counts["to_askers"] for run in report.runs)})
    return counted


def days(*numbers: int) -> list[datetime]:
    return [MORNING + number * DAY for number in numbers]


async def test_who_has_had_an_answer_for_five_days_is_asked_whether_it_is_clear(world: World) -> None:
    household = await world.person("Binh", role="household")
    await asked(world, household, state="answered", answered_at=MORNING + DAY)
    told = await reminders(world, days(*range(8)))
    assert [day for day, counts in enumerate(told) if counts["to_askers"]] == [6]


async def test_a_closed_request_is_brought_to_nobodys_mind(world: World) -> None:
    household = await world.person("Binh", role="household")
    await world.person("Dung", role="manager")
    await asked(world, household, state="closed")
    assert not any(sum(counts.values()) for counts in await reminders(world, days(*range(8))))
