"""What happens to groups by themselves: the bot is put into one, thrown out, the group gets another id."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.dialogue.tokens import token
from core.messages import Address, Inbound, InboundKind, Outbound
from core.people import PersonStatus
from core.permissions import Action, Rights
from core.texts import Texts, say
from reports.people import clipped
from storage.models import ChatGroup, Contact, Person, Tenant
from storage.queries.quiet_hours import QuietHours
from storage.queries.recipients import Recipient, find_recipient, with_roles
from storage.repositories import groups, outbox

#: who linked a group reads within this time that it is lost, or sees it in the list
_USEFUL_FOR = timedelta(days=7)


def of_a_person(
    session: Session, inbound: Inbound, catalogue: Catalogue, texts: Texts, now: datetime
) -> Inbound | None:
    """Put down what happened to a group; what is left for the dialogue of the person who did it, if anything.

    Who puts the bot into a group is asked in their own chat, if they may link it; nobody else hears of it.
    """
    group, channel = inbound.group, inbound.address.channel
    if group is None:
        return inbound
    there = Address(channel, group.chat)
    match inbound.kind:
        case InboundKind.MOVED:
            groups.moved(session, there, group.moved_to or group.chat, now)
            return None
        case InboundKind.EXPELLED:
            lose(session, there, catalogue, texts, now)
            return None
        case InboundKind.ADDED:
            groups.seen(session, channel, group, now)
            if not _may_link(session, inbound.address, catalogue):
                return None
            return replace(inbound, kind=InboundKind.PRESS, press=token("gr", "here", group.chat))
    groups.seen(session, channel, group, now)
    return inbound


def lose(session: Session, there: Address, catalogue: Catalogue, texts: Texts, now: datetime) -> None:
    """Nothing can be written to a chat any more: where it is a linked group, who linked it hears so, once."""
    group = groups.lost(session, there, now)
    if group is None:
        return
    quiet = QuietHours(session, catalogue.schedule)
    for person in _in_charge(session, group):
        when = quiet.opens(person.tenant, person.zone, now)
        text = say("group-lost", title=clipped(group.title, 40) or say("group-untitled"))
        outbox.add(
            session,
            address=person.address,
            message=Outbound(texts.render(text, person.locale)),
            now=now,
            priority=NOTICE,
            person_id=person.person_id,
            not_before=when,
            useless_after=when + _USEFUL_FOR,
            dedupe_key=f"group-lost:{group.id}:{person.person_id}:{now.isoformat()}",
        )


def _in_charge(session: Session, group: ChatGroup) -> Iterator[Recipient]:
    """Who linked it, while they are there; else the managers."""
    linker = find_recipient(session, group.linked_by or 0)
    tenant = session.get(Tenant, group.tenant_id) if group.tenant_id else None
    if tenant is None:
        return
    if linker is not None and linker.tenant == tenant.code:
        yield linker
    else:
        yield from with_roles(session, tenant.id, Role.MANAGER, Role.ADMIN)


def _may_link(session: Session, address: Address, catalogue: Catalogue) -> bool:
    query = (
        select(Person, Tenant.code)
        .join(Contact, Contact.person_id == Person.id)
        .join(Tenant, Tenant.id == Person.tenant_id)
        .where(Contact.channel == address.channel, Contact.chat == address.chat)
        .where(Person.status == PersonStatus.ACTIVE)
    )
    found = session.execute(query).first()
    if found is None:
        return False
    person, tenant = found
    spec = catalogue.tenants.get(tenant)
    return Rights(Role(person.role), spec.permissions if spec else {}).may(Action.LINK_GROUPS)
