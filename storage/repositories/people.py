"""People, their units and tenants, and the invites that let them in."""

import hashlib
from datetime import date, datetime

from sqlalchemy import insert, or_, select, update
from sqlalchemy.orm import Session

from core.messages import Address
from core.people import PersonStatus
from storage.models import Contact, Invite, Person, Tenant, Unit

#: uses left of an invite that was taken back
REVOKED = -1


def code_hash(code: str) -> str:
    """What is kept of an invite code: a leaked database lets nobody in."""
    return hashlib.sha256(code.upper().encode()).hexdigest()


def invite_by_code(session: Session, code: str) -> tuple[Invite, Tenant, Unit | None] | None:
    """The invite of this code with its tenant and unit."""
    row = session.execute(
        select(Invite, Tenant, Unit)
        .join(Tenant, Tenant.id == Invite.tenant_id)
        .outerjoin(Unit, Unit.id == Invite.unit_id)
        .where(Invite.code_hash == code_hash(code))
    ).first()
    return (row[0], row[1], row[2]) if row else None


def use_invite(session: Session, code: str, now: datetime) -> Invite | None:
    """Take one use of the invite; None when it has expired or the last use is gone. One statement decides."""
    return session.scalar(
        update(Invite)
        .where(Invite.code_hash == code_hash(code), Invite.uses_left > 0, Invite.expires_at > now)
        .values(uses_left=Invite.uses_left - 1)
        .returning(Invite)
    )


def add_invite(session: Session, code: str, invite: dict[str, object], now: datetime) -> Invite:
    """A new invite; `invite` holds its columns but code and creation time."""
    added = session.scalars(
        insert(Invite).values(code_hash=code_hash(code), created_at=now, **invite).returning(Invite)
    )
    return added.one()


def revoke_invite(session: Session, invite_id: int) -> int:
    """Nobody can use it any more; how many still could have, 0 when nobody could."""
    left = session.scalar(select(Invite.uses_left).where(Invite.id == invite_id).with_for_update()) or 0
    if left > 0:
        session.execute(update(Invite).where(Invite.id == invite_id).values(uses_left=REVOKED))
    return max(left, 0)


def tenant_by_code(session: Session, code: str) -> Tenant | None:
    return session.scalar(select(Tenant).where(Tenant.code == code))


def unit_by_code(session: Session, tenant_id: int, code: str) -> Unit | None:
    return session.scalar(select(Unit).where(Unit.tenant_id == tenant_id, Unit.code == code))


def lives(unit: Unit, day: date) -> bool:
    """Whether a unit exists on a day, or will."""
    return unit.valid_to is None or unit.valid_to >= day


def units_now(session: Session, tenant_id: int, day: date) -> list[Unit]:
    """A tenant's units that exist on a day."""
    begun = or_(Unit.valid_from.is_(None), Unit.valid_from <= day)
    lasts = or_(Unit.valid_to.is_(None), Unit.valid_to >= day)
    query = select(Unit).where(Unit.tenant_id == tenant_id, begun, lasts)
    return list(session.scalars(query.order_by(Unit.id)))


def waiting_members(session: Session, tenant_id: int, unit_id: int | None) -> list[tuple[Person, str | None]]:
    """Who waits for approval in the tenant, or in one unit of it; oldest first."""
    query = (
        select(Person, Unit.name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.tenant_id == tenant_id, Person.status == PersonStatus.PENDING)
        .order_by(Person.id)
    )
    if unit_id is not None:
        query = query.where(Person.unit_id == unit_id)
    return [(person, unit) for person, unit in session.execute(query)]


def approvers(session: Session, tenant_id: int, unit_id: int | None) -> list[Person]:
    """Active managers of the unit, managers of the whole tenant, and admins, in the order they came."""
    query = select(Person).where(
        Person.tenant_id == tenant_id,
        Person.status == PersonStatus.ACTIVE,
        or_(
            Person.role == "admin",
            (Person.role == "manager") & (Person.unit_id.is_(None) | (Person.unit_id == unit_id)),
        ),
    )
    return list(session.scalars(query.order_by(Person.id)))


def locale_at(session: Session, address: Address) -> str | None:
    """The language spoken at an address, Vietnamese with a stranger; None where nobody has written from."""
    row = session.execute(
        select(Contact.id, Person.locale)
        .outerjoin(Person, Person.id == Contact.person_id)
        .where(Contact.channel == address.channel, Contact.chat == address.chat)
    ).first()
    return (row.locale or "vi") if row else None
