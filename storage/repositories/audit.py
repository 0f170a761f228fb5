"""The trail: who changed what, when, from which message."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from storage.models import Audit


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one thing; `old` and `new` are what differs."""

    at: datetime
    actor_id: int | None
    action: str
    entity: str
    entity_id: int
    old: dict[str, Any] | None = None
    new: dict[str, Any] | None = None
    inbox_id: int | None = None


def note(session: Session, change: Change) -> None:
    """Write one line of the trail, in the caller's transaction."""
    session.execute(
        insert(Audit).values(
            at=change.at,
            actor_id=change.actor_id,
            action=change.action,
            entity=change.entity,
            entity_id=change.entity_id,
            old=change.old,
            new=change.new,
            inbox_id=change.inbox_id,
        )
    )
