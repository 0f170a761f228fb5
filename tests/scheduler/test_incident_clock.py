"""Messages about the 72 hours of an incident: to whom, in which words, and whether a night is waited for."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.retention import Kept
from core.delivery import Drop, Later, Send
from core.incidents import AT_ANY_HOUR, CLOCK
from storage.models import Incident, IncidentStep, Outbox, Person
from storage.repositories import incidents
from storage.repositories.purging import purge
from tests.scheduler.world import DAY, HOUR, MINUTE, World

#: Tuesday 09:00 in Vietnam; 66 hours later it is 03:00 at night
FOUND = datetime(2026, 5, 12, 2, 0, tzinfo=UTC)
NIGHT = FOUND + AT_ANY_HOUR * HOUR


async def found(world: World) -> tuple[int, int]:
    """A manager and an incident that is open."""
    manager = await world.person("Dung", role="manager")

    def add(session: Session) -> int:
        tenant = session.get_one(Person, manager).tenant_id
        row = Incident(tenant_id=tenant, receipt="SC-260512-01", key="k", kind="lost", found_at=FOUND)
        row.data, row.place, row.text = ["phone"], "device", "mất máy"
        row.opened_by, row.opened_at = manager, FOUND
        session.add(row)
        session.flush()
        return row.id

    return manager, await world.db.write(add)


def message(manager: int, incident: int, hours: int) -> Outbox:
    asked = {"name": CLOCK, "incident": incident, "person": manager, "hours": hours}
    return Outbox(channel="test", chat="x", payload={}, created_at=FOUND, recheck=asked)


async def test_at_night_only_what_cannot_wait_is_said_and_in_the_words_of_the_moment(world: World) -> None:
    manager, incident = await found(world)
    assert isinstance(await world.recheck(message(manager, incident, 48), NIGHT), Later)
    sent = await world.recheck(message(manager, incident, AT_ANY_HOUR), NIGHT + HOUR)
    assert isinstance(sent, Send)
    assert sent.message is not None
    assert "Còn 5 giờ" in sent.message.text


@pytest.mark.parametrize("how", ["authority", "closed", "officer"])
async def test_nothing_is_said_once_there_is_nothing_to_hurry_for(world: World, how: str) -> None:
    manager, incident = await found(world)

    def change(session: Session) -> None:
        if how == "authority":
            step = IncidentStep(incident_id=incident, step=how, needless=False, text="", done_by=manager)
            step.done_at = FOUND
            incidents.settle(session, step)
        elif how == "closed":
            session.get_one(Incident, incident).closed_at = FOUND
        else:
            session.get_one(Person, manager).role = how

    await world.db.write(change)
    assert isinstance(await world.recheck(message(manager, incident, 24), FOUND + DAY), Drop)


async def test_what_was_closed_long_ago_is_deleted_with_its_steps_and_open_ones_stay(world: World) -> None:
    manager, incident = await found(world)

    def step(session: Session) -> int:
        done = IncidentStep(incident_id=incident, step="contain", needless=False, text="", done_by=manager)
        done.done_at = FOUND
        incidents.settle(session, done)
        return session.get_one(Incident, incident).tenant_id

    tenant = await world.db.write(step)

    async def gone(before: datetime) -> int:
        return await world.db.write(lambda s: purge(s, tenant, Kept.INCIDENTS, before))

    assert await gone(FOUND + 365 * DAY) == 0
    await world.db.write(lambda s: setattr(s.get_one(Incident, incident), "closed_at", FOUND + DAY))
    assert await gone(FOUND + DAY - MINUTE) == 0
    assert await gone(FOUND + DAY + MINUTE) == 1
    assert not await world.db.read(lambda s: s.scalars(select(IncidentStep)).all())
