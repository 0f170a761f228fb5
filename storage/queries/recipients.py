"""Who can be written to, and where: the reachable contact the person prefers, or else was seen at last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from core.messages import Address
from core.people import PersonStatus
from storage.models import Contact, Conversation, Person, Tenant, Unit
from storage.repositories.contacts import WRITTEN_TO_FIRST


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


def recipients(
    session: Session, *conditions: ColumnElement[bool], by_law: bool = False
) -> tuple[Recipient, ...]:
    """The active people who can be reached and meet these conditions (on Person and Unit), by id.

    Who had their data restricted is among them only for what is told `by_law`.
    """
    used = () if by_law else (Person.restricted_at.is_(None),)
    query = (
        select(Person, Contact, Tenant, Unit.code, Conversation.open_form, Conversation.form_touched_at)
        .join(Contact, Contact.person_id == Person.id)
        .join(Tenant, Tenant.id == Person.tenant_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Conversation, Conversation.id == Contact.conversation_id)
        .where(Person.status == PersonStatus.ACTIVE, Contact.id.in_(written_to()), *used, *conditions)
        .order_by(Person.id)
    )
    return tuple(
        Recipient(
            person_id=person.id,
            tenant_id=person.tenant_id,
            tenant=tenant.code,
            zone=tenant.timezone,
            name=person.name,
            role=person.role,
            locale=person.locale,
            unit=unit,
            address=Address(contact.channel, contact.chat),
            open_form=open_form,
            form_touched_at=touched_at,
        )
        for person, contact, tenant, unit, open_form, touched_at in session.execute(query)
    )


def find_recipient(session: Session, person_id: int, *, by_law: bool = False) -> Recipient | None:
    """This person; None who is blocked, not let in yet, restricted (but `by_law`), or out of reach."""
    found = recipients(session, Person.id == person_id, by_law=by_law)
    return found[0] if found else None


def with_roles(session: Session, tenant_id: int, *roles: str) -> tuple[Recipient, ...]:
    """The reachable people of a tenant who have one of these roles."""
    return recipients(session, Person.tenant_id == tenant_id, Person.role.in_(roles))


def written_to() -> Select[int]:
    """Of each person's contacts that can be reached, the one written to first."""
    rank = func.row_number().over(partition_by=Contact.person_id, order_by=WRITTEN_TO_FIRST).label("rank")
    ranked = select(Contact.id, rank).where(Contact.reachable.is_(True)).subquery()
    return select(ranked.c.id).where(ranked.c.rank == 1)
