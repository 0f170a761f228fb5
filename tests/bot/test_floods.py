"""Who floods is slowed down and told so once; nothing a member typed is lost, and nobody else waits."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.floods import Floods
from bot.intake import Intake
from core.messages import Address
from storage.models import Person, Tenant
from storage.repositories import conversations
from tests import shipped
from tests.bot.inbox_office import Office
from tests.bot.queue_world import raw

MANY = 40


async def test_a_flood_is_worked_off_in_order_and_nobody_else_waits(office: Office, now: datetime) -> None:
    hold_back(office)
    await office.db.write(lambda session: member(session, "an", now))
    await office.accept([raw(f"a{number}", "an", str(number)) for number in range(MANY)])
    await office.accept([raw("b", "binh", "xin chào")])
    await office.worker.run_once()
    assert await office.echoes("an") == [str(number) for number in range(12)]
    assert await office.echoes("binh") == ["xin chào"]
    assert [text for _, chat, text in await office.given_up() if chat == "an" and "Không tin nào mất" in text]
    assert len(await office.given_up()) == 1
    for _ in range(MANY):
        office.clock.move(10)
        await office.worker.run_once()
    assert await office.echoes("an") == [str(number) for number in range(MANY)]
    # a second flood is told of again, and after calm one message is handled at once
    office.clock.move(60)
    await office.accept([raw("c", "an", "còn đây")])
    await office.worker.run_once()
    assert (await office.echoes("an"))[-1] == "còn đây"
    assert len(await office.given_up()) == 1


async def test_of_a_stranger_what_would_wait_longer_than_a_minute_is_not_kept(office: Office) -> None:
    hold_back(office)
    for number in range(MANY):
        await office.accept([raw(f"a{number}", "ai-do", str(number))])
    for _ in range(10):
        await office.worker.run_once()
        office.clock.move(10)
    assert await office.echoes("ai-do") == [str(number) for number in range(6)]
    assert office.accept.dropped == MANY - 6
    assert ["gửi lại" in text for _, _, text in await office.given_up()] == [True]


def hold_back(office: Office) -> None:
    """Six messages a minute are taken of one person."""
    floods = {"loop": Floods(shipped.texts(), 6)}
    office.accept = Intake(office.db, office.clock, office.worker.wake, floods=floods)


def member(session: Session, chat: str, now: datetime) -> None:
    tenant = Tenant(code="xa", name="xã")
    session.add(tenant)
    session.flush()
    person = Person(tenant_id=tenant.id, name="An", role="officer", status="active", joined_at=now)
    session.add(person)
    session.flush()
    conversations.assign(session, conversations.speaker(session, Address("loop", chat), now), person.id)
