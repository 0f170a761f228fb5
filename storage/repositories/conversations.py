"""Contacts and the dialogues behind them: who wrote, and where their dialogue stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from core.messages import Address
from core.people import PersonStatus
from storage.models import Contact, Conversation, Person, Tenant, Unit
from storage.models.base import Moment, table


@dataclass(frozen=True, slots=True)
class Speaker:
    """A contact with its dialogue and, for those who joined, the person behind it."""

    contact_id: int
    conversation_id: int
    state: dict[str, Any]
    person_id: int | None
    name: str
    role: str
    status: str
    locale: str
    tenant_id: int
    tenant_code: str
    tenant_name: str
    timezone: str
    unit_id: int | None
    unit_code: str | None
    unit_name: str | None
    organisation: str | None


_contact, _conversation = table(Contact), table(Conversation)
_person, _tenant, _unit = table(Person), table(Tenant), table(Unit)

_SPEAKER = (
    select(
        _contact.c.id.label("contact_id"),
        _conversation.c.id.label("conversation_id"),
        _conversation.c.state,
        _person.c.id.label("person_id"),
        _person.c.name,
        _person.c.role,
        _person.c.status,
        _person.c.locale,
        _tenant.c.id.label("tenant_id"),
        _tenant.c.code.label("tenant_code"),
        _tenant.c.name.label("tenant_name"),
        _tenant.c.timezone,
        _unit.c.id.label("unit_id"),
        _unit.c.code.label("unit_code"),
        _unit.c.name.label("unit_name"),
        _person.c.organisation,
    )
    .select_from(
        _contact.join(_conversation, _conversation.c.id == _contact.c.conversation_id)
        .outerjoin(_person, _person.c.id == _contact.c.person_id)
        .outerjoin(_tenant, _tenant.c.id == _person.c.tenant_id)
        .outerjoin(_unit, _unit.c.id == _person.c.unit_id)
    )
    .where(_contact.c.channel == bindparam("channel"), _contact.c.chat == bindparam("chat"))
    .with_for_update(of=_conversation)
)

_STATE = (
    select(_conversation.c.state)
    .select_from(
        _contact.join(_conversation, _conversation.c.id == _contact.c.conversation_id).join(
            _person, _person.c.id == _contact.c.person_id
        )
    )
    .where(
        _contact.c.channel == bindparam("channel"),
        _contact.c.chat == bindparam("chat"),
        _person.c.status == PersonStatus.ACTIVE.value,
    )
)

_ACTED = bindparam("acted", type_=Moment())
_SEEN = (
    update(_contact)
    .where(_contact.c.id == bindparam("contact"), _contact.c.conversation_id == bindparam("dialogue"))
    .values(
        last_seen_at=bindparam("now"),
        last_interaction_at=case(
            (_contact.c.last_interaction_at > _ACTED, _contact.c.last_interaction_at), else_=_ACTED
        ),
        reachable=True,
    )
)

_KEEP = (
    update(_conversation)
    .where(_conversation.c.id == bindparam("conversation"))
    .values(
        state=bindparam("new_state"),
        open_form=bindparam("form"),
        form_touched_at=bindparam("touched_at"),
        updated_at=bindparam("now"),
    )
)


def state_at(session: Session, address: Address) -> dict[str, Any] | None:
    """Where the dialogue of a member stands, looked at without taking part in it; None for anybody else."""
    state: dict[str, Any] | None = session.scalar(_STATE, {"channel": address.channel, "chat": address.chat})
    return state


def speaker(session: Session, address: Address, now: datetime) -> Speaker:
    """Who writes from this address, their dialogue locked for this transaction. New addresses get one."""
    where = {"channel": address.channel, "chat": address.chat}
    row = session.connection().execute(_SPEAKER, where).first()
    if row is None:
        _new_contact(session, address, now)
        row = session.connection().execute(_SPEAKER, where).one()
    return _as_speaker(row)


def nowhere(session: Session, person: Person) -> Speaker:
    """Somebody as they are known, who does not write just now: at no contact, in no dialogue."""
    tenant = session.get_one(Tenant, person.tenant_id)
    return Speaker(
        *(0, 0, {}, person.id, person.name, person.role, person.status, person.locale),
        *(tenant.id, tenant.code, tenant.name, tenant.timezone),
        *(person.unit_id, None, None, person.organisation),
    )


def seen(session: Session, speaker: Speaker, now: datetime, acted: datetime | None = None) -> bool:
    """They wrote, at `acted` by the messenger's clock: they can be reached.

    False when the contact was linked or parted while its lock was waited for: who speaks is to be read again.
    """
    # a messenger whose clock is ahead of ours opens no window that it would not grant
    at = now if acted is None else min(acted, now)
    who = {"contact": speaker.contact_id, "dialogue": speaker.conversation_id}
    return bool(session.connection().execute(_SEEN, {**who, "now": now, "acted": at}).rowcount)


def left(session: Session, contact_id: int) -> None:
    """They blocked the bot: nothing is sent there until they write again."""
    session.execute(update(Contact).where(Contact.id == contact_id).values(reachable=False))


def keep(
    session: Session,
    conversation_id: int,
    state: dict[str, Any],
    form: tuple[str, datetime] | None,
    now: datetime,
) -> None:
    """Store where the dialogue stands; `form` is the open or waiting draft's kind and when it was touched."""
    session.connection().execute(
        _KEEP,
        {
            "conversation": conversation_id,
            "new_state": state,
            "form": form[0] if form else None,
            "touched_at": form[1] if form else None,
            "now": now,
        },
    )


def assign(session: Session, speaker: Speaker, person_id: int) -> None:
    """The contact and its dialogue are this person's from now on."""
    session.execute(update(Contact).where(Contact.id == speaker.contact_id).values(person_id=person_id))
    session.execute(
        update(Conversation).where(Conversation.id == speaker.conversation_id).values(person_id=person_id)
    )


def link(session: Session, speaker: Speaker, person_id: int, conversation_id: int, now: datetime) -> None:
    """The contact is one more of this person's, and in that dialogue; the one it was in ends."""
    session.execute(
        update(Contact)
        .where(Contact.id == speaker.contact_id)
        .values(
            person_id=person_id,
            conversation_id=conversation_id,
            preferred=False,
            linked_at=now,
            wrong_codes=0,
            wrong_codes_since=None,
        )
    )
    others = exists().where(Contact.conversation_id == Conversation.id)
    session.execute(delete(Conversation).where(Conversation.id == speaker.conversation_id, ~others))


def part(session: Session, contact_id: int, now: datetime) -> None:
    """The contact is nobody's any more, and begins a dialogue of its own."""
    session.execute(
        update(Contact)
        .where(Contact.id == contact_id)
        .values(
            person_id=None,
            conversation_id=_new_conversation(session, now),
            preferred=False,
            linked_at=None,
            parted_at=now,
        )
    )


def _new_conversation(session: Session, now: datetime) -> int:
    new = insert(Conversation).values(state={}, updated_at=now).returning(Conversation.id)
    return session.scalars(new).one()


def _new_contact(session: Session, address: Address, now: datetime) -> None:
    conversation = _new_conversation(session, now)
    session.execute(
        insert(Contact).values(
            channel=address.channel,
            chat=address.chat,
            conversation_id=conversation,
            reachable=True,
            last_seen_at=now,
        )
    )


def _as_speaker(row: Row[*tuple[Any, ...]]) -> Speaker:
    return Speaker(
        contact_id=row.contact_id,
        conversation_id=row.conversation_id,
        state=row.state,
        person_id=row.person_id,
        name=row.name or "",
        role=row.role or "",
        status=row.status or "",
        locale=row.locale or "vi",
        tenant_id=row.tenant_id or 0,
        tenant_code=row.tenant_code or "",
        tenant_name=row.tenant_name or "",
        timezone=row.timezone or "Asia/Ho_Chi_Minh",
        unit_id=row.unit_id,
        unit_code=row.unit_code,
        unit_name=row.unit_name,
        organisation=row.organisation,
    )
