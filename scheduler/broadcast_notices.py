"""Who is told of a message to many besides those who get it: heads of units, admins of the level below."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.broadcasts.audience import Audience
from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.dialogue.rendering import rendered
from core.dialogue.steps import Message
from core.messages import Address
from reports.broadcasts import words
from scheduler.occasion import Content
from storage.models import Broadcast, Tenant
from storage.queries.audience import Here, by_commune
from storage.queries.broadcasts import missed
from storage.queries.quiet_hours import QuietHours
from storage.queries.recipients import with_roles
from storage.repositories import broadcasts, contacts, outbox

#: of those whom a message did not reach so many are told to the heads of their units
_TOLD = 2_000


def tell_units(session: Session, content: Content, one: Broadcast, now: datetime) -> None:
    """The heads of units hear whom of theirs it did not reach, in their hours."""
    sender, quiet = (
        session.get_one(Tenant, one.tenant_id).name,
        QuietHours(session, content.catalogue.schedule),
    )
    for unit, people in missed(session, one.id, _TOLD).items():
        if unit is None:
            continue
        name, heads = broadcasts.heads_of(session, unit)
        for head in heads:
            to = contacts.reach(session, head.id)
            if to is None or head.id == one.released_by:
                continue
            message = words.unit_missed(one.id, sender, name, people)
            key = f"missed:{one.id}:{unit}:{head.id}"
            there = session.get_one(Tenant, head.tenant_id)
            opens = quiet.opens(there.code, there.timezone, now)
            _tell(session, content, message, (head.id, head.locale, opens, to), key, now)


def tell_below(session: Session, content: Content, one: Broadcast, here: Here, now: datetime) -> None:
    """The admins of each tenant below whose people it goes to hear so once, in their hours."""
    audience = Audience.from_json(one.audience)
    if not here.below:
        return
    sender, quiet = (
        session.get_one(Tenant, one.tenant_id).name,
        QuietHours(session, content.catalogue.schedule),
    )
    for tenant, people in by_commune(session, audience, here).items():
        name = session.get_one(Tenant, tenant).name
        for admin in with_roles(session, tenant, Role.ADMIN):
            message = words.below(sender, name, one.text, people)
            opens = quiet.opens(admin.tenant, admin.zone, now)
            to = (admin.person_id, admin.locale, opens, admin.address)
            _tell(session, content, message, to, f"below:{one.id}:{admin.person_id}", now)


def _tell(
    session: Session,
    content: Content,
    message: Message,
    to: tuple[int, str, datetime, Address],
    key: str,
    now: datetime,
) -> None:
    """One notice; `to` is who, their language, from when on they may be written to, and where they read."""
    person_id, locale, opens, address = to
    outbox.add(
        session,
        address=address,
        message=rendered(content.texts, message, locale),
        now=now,
        priority=NOTICE,
        person_id=person_id,
        dedupe_key=f"{broadcasts.NAME}-{key}",
        not_before=opens,
    )
