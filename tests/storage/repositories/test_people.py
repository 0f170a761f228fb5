from datetime import datetime

from sqlalchemy.orm import Session

from storage.db import Database
from storage.models import Person, Tenant
from storage.repositories.people import approvers


async def test_who_is_asked_to_approve_is_told_in_the_order_they_came(db: Database, now: datetime) -> None:
    def add(session: Session) -> None:
        session.add(Tenant(id=1, code="xa", name="A", timezone="Asia/Ho_Chi_Minh"))
        session.flush()
        for number in (3, 1, 2):
            role = "admin" if number == 1 else "manager"
            session.add(
                Person(id=number, tenant_id=1, name=str(number), role=role, status="active", joined_at=now)
            )
            session.flush()

    await db.write(add)
    found = await db.read(lambda session: [person.id for person in approvers(session, 1, None)])
    assert found == [1, 2, 3]
