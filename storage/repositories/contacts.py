"""Where a person is reached: their contacts, in the order in which they are written to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.messages import Address
from storage.models import Contact

#: which of somebody's contacts is written to: the one they prefer, then the one they wrote from last
WRITTEN_TO_FIRST = (Contact.preferred.desc(), Contact.last_seen_at.desc(), Contact.id.desc())


@dataclass(frozen=True, slots=True)
class Reached:
    """One contact of a person."""

    id: int
    address: Address
    conversation_id: int
    preferred: bool
    reachable: bool
    last_seen_at: datetime
    linked_at: datetime | None


def contacts(session: Session, person_id: int) -> list[Reached]:
    """All contacts of a person, those written to first in front; among them some that cannot be reached."""
    query = select(Contact).where(Contact.person_id == person_id).order_by(*WRITTEN_TO_FIRST)
    return [
        Reached(
            id=one.id,
            address=Address(one.channel, one.chat),
            conversation_id=one.conversation_id,
            preferred=one.preferred,
            reachable=one.reachable,
            last_seen_at=one.last_seen_at,
            linked_at=one.linked_at,
        )
        for one in session.scalars(query.execution_options(populate_existing=True))
    ]


def reach(session: Session, person_id: int) -> Address | None:
    """Where a person is written to first, of where they can be reached."""
    return next((one.address for one in contacts(session, person_id) if one.reachable), None)


def prefer(session: Session, person_id: int, contact_id: int) -> None:
    """This contact of the person is written to first from now on, and no other."""
    chosen = update(Contact).where(Contact.person_id == person_id)
    session.execute(chosen.values(preferred=Contact.id == contact_id))
