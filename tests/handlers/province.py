"""A manager of any tenant of the content, with reports of their own, to walk through its pages with."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.messages import Address
from storage.models import Fact, Person, Tenant
from storage.repositories import conversations
from tests.handlers.village import Village

#: their chat
WHO = "son"


async def enter(
    village: Village, tenant: str, now: datetime, locale: str = "vi", role: str = "manager"
) -> None:
    """From now on it is `now`, and somebody with this role in this tenant may speak."""
    village.now = now

    def join(session: Session) -> None:
        speaker = conversations.speaker(session, Address("test", f"demo-{WHO}"), now)
        home = session.scalars(select(Tenant.id).where(Tenant.code == tenant)).one()
        person = Person(tenant_id=home, name="Son", role=role, status="active", locale=locale, joined_at=now)
        session.add(person)
        session.flush()
        conversations.assign(session, speaker, person.id)

    await village.db.write(join)


async def tell(village: Village, tenant: str, facts: Iterable[Mapping[str, Any]]) -> None:
    """Confirmed reports, each recorded at noon of the day it is about: `type`, `date`, and its answers."""

    def store(session: Session) -> None:
        home = session.scalars(select(Tenant.id).where(Tenant.code == tenant)).one()
        reporter = session.scalars(select(Person.id).where(Person.tenant_id == home)).first()
        for number, fact in enumerate(facts, start=1):
            day: date = fact["date"]
            answers = {key: value for key, value in fact.items() if key not in ("type", "date")}
            session.add(
                Fact(
                    tenant_id=home,
                    type=fact["type"],
                    type_version=1,
                    receipt=f"XX-{day:%m%d}-{number:02}",
                    draft_key=f"province-{number}",
                    occurred_from=day,
                    occurred_to=day,
                    reporter_id=reporter,
                    fields={**answers, "date": day.isoformat()},
                    status="confirmed",
                    recorded_at=datetime.combine(day, time(5, tzinfo=UTC)),
                )
            )

    await village.db.write(store)
