"""Who can be written to, and where: the reachable contact the person prefers, or else was seen at last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, select
from sqlalchemy.orm import Session

from core.messages import Address
from core.people import PersonStatus
from storage.models import Contact, Conversation, Person, Tenant, Unit
from storage.repositories.contacts import WRITTEN_TO_FIRST
from storage.written_once import run


@dataclass(frozen=True, slots=True)
class Recipient:
    """An active person, where they are reached, and the form they left open or put aside (its fact type)."""

    person_id: int
    tenant_id: int
    tenant: str
    zone: str
    name: str
    role: str
    locale: str
    unit: str | None
    address: Address
    open_form: str | None
    form_touched_at: datetime | None


def written_to() -> Select[int]:
    """Of each person's contacts that can be reached, the one written to first."""
    rank = func.row_number().over(partition_by=Contact.person_id, order_by=WRITTEN_TO_FIRST).label("rank")
    ranked = select(Contact.id, rank).where(Contact.reachable.is_(True)).subquery()
    return select(ranked.c.id).where(ranked.c.rank == 1)


_REACHED = (
    select(
        Person.id.label("person_id"),
        Person.tenant_id,
        Tenant.code.label("tenant"),
        Tenant.timezone.label("zone"),
        Person.name,
        Person.role,
        Person.locale,
        Unit.code.label("unit"),
        Contact.channel,
        Contact.chat,
        Conversation.open_form,
        Conversation.form_touched_at,
    )
    .join(Contact, Contact.person_id == Person.id)
    .join(Tenant, Tenant.id == Person.tenant_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .outerjoin(Conversation, Conversation.id == Contact.conversation_id)
    .where(Person.status == PersonStatus.ACTIVE, Contact.id.in_(written_to()))
    .order_by(Person.id)
)
_USED = _REACHED.where(Person.restricted_at.is_(None))
_ONE_REACHED, _ONE_USED = (each.where(Person.id == bindparam("person")) for each in (_REACHED, _USED))


def _recipient(row: Row[*tuple[Any, ...]]) -> Recipient:
    values = dict(row._mapping)
    address = Address(values.pop("channel"), values.pop("chat"))
    return Recipient(address=address, **values)


def recipients(
    session: Session, *conditions: ColumnElement[bool], by_law: bool = False
) -> tuple[Recipient, ...]:
    """The active people who can be reached and meet these conditions (on Person and Unit), by id.

    Who had their data restricted is among them only for what is told `by_law`.
    """
    rows = run(session, (_REACHED if by_law else _USED).where(*conditions))
    return tuple(_recipient(row) for row in rows)


def find_recipient(session: Session, person_id: int, *, by_law: bool = False) -> Recipient | None:
    """This person; None who is blocked, not let in yet, restricted (but `by_law`), or out of reach."""
    row = run(session, _ONE_REACHED if by_law else _ONE_USED, person=person_id).first()
    return _recipient(row) if row else None


def with_roles(session: Session, tenant_id: int, *roles: str) -> tuple[Recipient, ...]:
    """The reachable people of a tenant who have one of these roles."""
    return recipients(session, Person.tenant_id == tenant_id, Person.role.in_(roles))
