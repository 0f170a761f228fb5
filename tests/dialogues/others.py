"""People a dialogue names beside the sample, of other tenants too, and what goes to many while they wait.

    others:
      minh: {name: Phạm Minh, role: admin, tenant: bac_ninh}
      lan: {name: Phan Lan, role: officer, tenant: dong_cuu, unit: phong_kinh_te, blocked: true}

Who is `blocked` blocked the bot.
"""

from collections.abc import Collection, Hashable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.knowledge import Knowledge
from core.catalogue.fact_types import Role
from core.messages import Address
from core.people import PersonStatus
from scheduler.broadcasts import feed
from scheduler.occasion import Content
from storage.models import Contact, Person, Tenant
from storage.repositories import conversations, people

Others = Mapping[str, Mapping[str, Any]]
_MEMBERS_FOR = timedelta(days=60)


def bring_others(session: Session, others: Others, channel: str, now: datetime) -> None:
    """Store them as members, each reached on the channel like those of the sample."""
    joined = now - _MEMBERS_FOR
    for key, about in others.items():
        tenant = session.scalars(select(Tenant).where(Tenant.code == about["tenant"])).one()
        unit = people.unit_by_code(session, tenant.id, about["unit"]) if "unit" in about else None
        person = Person(
            tenant_id=tenant.id,
            unit_id=unit.id if unit else None,
            name=about["name"],
            role=Role(about["role"]).value,
            status=PersonStatus.ACTIVE,
            consent_at=joined,
            joined_at=joined,
        )
        session.add(person)
        session.flush()
        speaker = conversations.speaker(session, Address(channel, f"demo-{key}"), joined)
        conversations.assign(session, speaker, person.id)
        session.get_one(Contact, speaker.contact_id).reachable = not about.get("blocked", False)


def known_by(others: Others) -> Hashable:
    """The same for the same people."""
    return tuple((key, *sorted(about.items())) for key, about in others.items())


def looks(session: Session, knowledge: Knowledge, edits: Collection[str], now: datetime) -> None:
    """The bot looks once at what goes to many."""
    feed(session, Content(knowledge.catalogue, knowledge.texts), edits, now)
