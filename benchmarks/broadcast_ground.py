"""The people of a commune whom a message to many goes to, and the message."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.script import TENANT
from bot.clock import utc_now
from bot.content import load_catalogue
from bot.seed import bring_in
from core.broadcasts.audience import HOUSEHOLDS
from core.broadcasts.states import BroadcastState
from core.catalogue.fact_types import Role
from core.messages import Address
from storage.models import Broadcast, Person, Tenant
from storage.repositories import conversations

FIRST, WORDS = 500_001, "No market tomorrow"
#: of a hundred people so many never wrote to the bot
NEVER = 1


def joined(session: Session, count: int, *, role: str = "household", first: int = FIRST) -> None:
    """So many people of the commune, of whom some have never written to the bot."""
    bring_in(session, load_catalogue())
    tenant = session.scalars(select(Tenant).where(Tenant.code == TENANT)).one()
    then = utc_now() - timedelta(minutes=1)  # no job is due of the time before
    for number in range(count):
        person = Person(tenant_id=tenant.id, name=f"An {first + number}", role=role, joined_at=then)
        person.status, person.consent_at = "active", then
        session.add(person)
        session.flush()
        if role != "household" or number % 100 >= NEVER:
            address = Address("telegram", str(first + number))
            conversations.assign(session, conversations.speaker(session, address, then), person.id)


def released(session: Session, now: datetime) -> int:
    """The message as an admin has just let it go out; its number."""
    tenant = session.scalars(select(Tenant).where(Tenant.code == TENANT)).one()
    admin = Person(tenant_id=tenant.id, name="Chi", role=Role.ADMIN.value, joined_at=now, status="active")
    session.add(admin)
    session.flush()
    address = Address("telegram", str(FIRST - 1))
    conversations.assign(session, conversations.speaker(session, address, now), admin.id)
    one = Broadcast(tenant_id=tenant.id, text=WORDS, audience=HOUSEHOLDS.as_json(), any_hour=True)
    one.state, one.written_by, one.written_at = BroadcastState.SCHEDULED.value, admin.id, now
    one.released_by, one.released_at = admin.id, now
    one.size = session.scalar(select(func.count()).select_from(Person).where(Person.role == "household")) or 0
    session.add(one)
    session.flush()
    return one.id
