"""The people of a tenant as they are listed, found by name, and shown with what hangs on them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.folding import fold
from core.people import PersonStatus
from storage.models import Audit, Contact, Conversation, Fact, Invite, Person, Unit
from storage.queries.visible import open_to_all
from storage.repositories.duties import Held, held
from storage.repositories.facts import STANDING
from storage.written_once import run

#: who is a member, or was one
_MEMBERS = (PersonStatus.ACTIVE.value, PersonStatus.SUSPENDED.value)
_RESTRICTED = select(Person.id).where(Person.restricted_at.is_not(None))
_RANK = case({Role.ADMIN.value: 0, Role.MANAGER.value: 1, Role.OFFICER.value: 2}, value=Person.role, else_=3)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with the name of their unit."""

    person: Person
    unit: str | None


@dataclass(frozen=True, slots=True)
class Hanging:
    """What waits for one person (storage.repositories.duties), and a form open or put aside."""

    held: Held
    draft: bool


def of_tenant(tenant_id: int, unit_id: int | None = None) -> ColumnElement[bool]:
    """The members of a tenant, or of one unit of it, suspended ones among them."""
    found = and_(Person.tenant_id == tenant_id, Person.status.in_(_MEMBERS))
    return and_(found, Person.unit_id == unit_id) if unit_id is not None else found


def count(session: Session, whose: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Person).where(whose)) or 0


def page(session: Session, whose: ColumnElement[bool], first: int, limit: int) -> list[Listed]:
    """Admins, managers, officers, households; each by unit and name."""
    query = (
        select(Person, Unit.name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(whose)
        .order_by(_RANK, Unit.name, Person.name, Person.id)
        .offset(first)
        .limit(limit)
    )
    return [Listed(person, unit) for person, unit in session.execute(query)]


def named(session: Session, whose: ColumnElement[bool], text: str, limit: int) -> list[Listed]:
    """Those in whose name, or business, a text stands, with or without diacritics."""
    wanted = fold(text)
    names = select(Person.id, Person.name, Person.organisation).where(whose).order_by(_RANK, Person.name)
    found = [
        number
        for number, name, business in session.execute(names)
        if wanted in fold(name) or wanted in fold(business or "")
    ]
    return page(session, and_(whose, Person.id.in_(found[:limit])), 0, limit) if found else []


def one(session: Session, whose: ColumnElement[bool], person_id: int) -> Listed | None:
    found = page(session, and_(whose, Person.id == person_id), 0, 1)
    return found[0] if found else None


def hanging(session: Session, person_id: int) -> Hanging:
    """What waits for this person."""
    draft = (
        select(Conversation.id)
        .join(Contact, Contact.conversation_id == Conversation.id)
        .where(Contact.person_id == person_id, Conversation.open_form.is_not(None))
        .limit(1)
    )
    return Hanging(held(session, person_id), session.scalar(draft) is not None)


def reports_sent(session: Session, person_id: int) -> int:
    """How many reports of theirs stand; tips do not count, or the number would tell who sent one."""
    mine = (Fact.reporter_id == person_id, Fact.status.in_(STANDING), open_to_all())
    return session.scalar(select(func.count()).select_from(Fact).where(*mine)) or 0


def reached(session: Session, person_id: int) -> tuple[int, datetime | None]:
    """How many contacts somebody writes from, and when they last did."""
    seen = session.scalars(select(Contact.last_seen_at).where(Contact.person_id == person_id)).all()
    return len(seen), max(seen, default=None)


def other_officers(session: Session, person: Person) -> int:
    """How many other active officers the unit of a person has."""
    query = select(func.count()).select_from(Person)
    same = (Person.unit_id == person.unit_id, Person.role == Role.OFFICER, Person.id != person.id)
    return session.scalar(query.where(*same, Person.status == PersonStatus.ACTIVE)) or 0


def restricted(session: Session, people: Collection[int]) -> frozenset[int]:
    """Those of these people whose data are only kept, not used: they are reminded of nothing."""
    return every_restricted(session) & frozenset(people)


def every_restricted(session: Session) -> frozenset[int]:
    """All people whose data are only kept: few, as each asked for it."""
    return frozenset(run(session, _RESTRICTED).scalars())


def other_admins(session: Session, person: Person) -> int:
    """How many active admins of the same tenant there are beside a person, whose data are not restricted."""
    others = (Person.tenant_id == person.tenant_id, Person.role == Role.ADMIN, Person.id != person.id)
    there = (Person.status == PersonStatus.ACTIVE, Person.restricted_at.is_(None))
    return session.scalar(select(func.count()).select_from(Person).where(*others, *there)) or 0


@dataclass(frozen=True, slots=True)
class Living:
    """An invite that can be used, the names of its unit and of who made it, and of who came by it."""

    invite: Invite
    unit: str | None
    by: str | None
    came: tuple[str, ...]


def living_invites(session: Session, tenant_id: int, now: datetime) -> list[Living]:
    """The invites of a tenant that can still be used, the newest first."""
    query = (
        select(Invite, Unit.name, Person.name)
        .outerjoin(Unit, Unit.id == Invite.unit_id)
        .outerjoin(Person, Person.id == Invite.created_by)
        .where(Invite.tenant_id == tenant_id, Invite.uses_left > 0, Invite.expires_at > now)
        .order_by(Invite.id.desc())
    )
    found = [(invite, unit, by) for invite, unit, by in session.execute(query)]
    came = _came(session, [invite.id for invite, _, _ in found])
    return [Living(invite, unit, by, tuple(came.get(invite.id, ()))) for invite, unit, by in found]


def _came(session: Session, invites: Collection[int]) -> dict[int, list[str]]:
    """By the invite they used, the names of those who came, as the trail has it."""
    used = Audit.new["invite"].as_integer()
    query = (
        select(used, Person.name)
        .join(Person, Person.id == Audit.entity_id)
        .where(Audit.entity == "person", Audit.action == "join", used.in_(invites))
        .order_by(Audit.id)
    )
    came: dict[int, list[str]] = {}
    for invite, name in session.execute(query) if invites else ():
        came.setdefault(invite, []).append(name)
    return came


def takers(session: Session, person: Person, limit: int) -> list[Listed]:
    """Who may take somebody's duties over: active officials of the tenant, those of the same unit first."""
    officials: Collection[str] = (Role.OFFICER, Role.MANAGER, Role.ADMIN)
    same = and_(
        Person.tenant_id == person.tenant_id,
        Person.status == PersonStatus.ACTIVE,
        Person.role.in_(officials),
        Person.id != person.id,
    )
    near = case((or_(Person.unit_id == person.unit_id), 0), else_=1)
    query = select(Person, Unit.name).outerjoin(Unit, Unit.id == Person.unit_id).where(same)
    found = session.execute(query.order_by(near, _RANK, Person.name, Person.id).limit(limit))
    return [Listed(each, unit) for each, unit in found]
