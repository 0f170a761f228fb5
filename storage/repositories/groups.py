"""Groups on messengers: seen, offered to somebody, linked to a tenant, lost, moved to another chat id."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.messages import Address, Group
from core.storable import storable
from storage.models import ChatGroup, Outbox

#: for so long a group that was offered can be linked
OFFERED_FOR = timedelta(days=1)
_TITLE = 255


def seen(session: Session, channel: str, group: Group, now: datetime) -> ChatGroup:
    """The group, put down where it is new; its title as it is now."""
    found = at(session, Address(channel, group.chat))
    if found is None:
        found = ChatGroup(channel=channel, chat=group.chat, seen_at=now, locale="vi", title="")
        session.add(found)
    found.title = storable(group.title)[:_TITLE] or found.title
    found.seen_at = now
    session.flush()
    return found


def at(session: Session, address: Address) -> ChatGroup | None:
    """The group with this chat id."""
    where = (ChatGroup.channel == address.channel, ChatGroup.chat == address.chat)
    return session.scalar(select(ChatGroup).where(*where))


def of_tenant(session: Session, tenant_id: int) -> Sequence[ChatGroup]:
    """Those linked to a tenant, lost ones too, in the order in which they were."""
    query = (
        select(ChatGroup).where(ChatGroup.tenant_id == tenant_id).order_by(ChatGroup.linked_at, ChatGroup.id)
    )
    return session.scalars(query).all()


def listening(session: Session, tenant_id: int) -> Sequence[ChatGroup]:
    """Those that a tenant's summaries go to."""
    return [group for group in of_tenant(session, tenant_id) if group.lost_at is None]


def offer(session: Session, group: ChatGroup, person_id: int, now: datetime) -> None:
    """From now on this person, and nobody who was asked before, may link it."""
    group.offered_to, group.offered_at = person_id, now
    session.flush()


def link(session: Session, group: ChatGroup, person_id: int, tenant_id: int, now: datetime) -> bool:
    """Link it for the person it was offered to; False when it was not, too long ago, or used."""
    if group.offered_to != person_id or group.offered_at is None or now - group.offered_at > OFFERED_FOR:
        return False
    group.tenant_id, group.linked_by, group.linked_at = tenant_id, person_id, now
    group.offered_to = group.offered_at = group.lost_at = None
    session.flush()
    return True


def unlink(session: Session, group: ChatGroup) -> None:
    """Nothing of a tenant goes there any more."""
    group.tenant_id = group.linked_by = group.linked_at = group.lost_at = None
    session.flush()


def lost(session: Session, address: Address, now: datetime) -> ChatGroup | None:
    """Nothing can be written there any more; the group, if this is news and somebody is to know."""
    found = at(session, address)
    if found is None:
        return None
    found.offered_to = found.offered_at = None
    news = found.tenant_id is not None and found.lost_at is None
    if news:
        found.lost_at = now
    session.flush()
    return found if news else None


def moved(session: Session, old: Address, chat: str, now: datetime) -> None:
    """The group has another chat id: its link and what waits to be sent there go along. Again is no harm."""
    found, there = at(session, old), at(session, Address(old.channel, chat))
    if found is not None and (there is None or there.tenant_id is None):
        if there is not None:
            session.delete(there)
            session.flush()
        found.chat, found.seen_at, found.lost_at = chat, now, None
        session.flush()
    session.execute(
        update(Outbox)
        .where(Outbox.channel == old.channel, Outbox.chat == old.chat, Outbox.status == "waiting")
        .values(chat=chat)
    )
