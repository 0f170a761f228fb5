"""How much waits in the queues: for operators and the health page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.models import Inbox, Outbox


@dataclass(frozen=True, slots=True)
class Depths:
    """Rows that wait to be handled, wait to be sent, and that were given up."""

    inbox: int
    outbox: int
    dead: int


def depths(session: Session) -> Depths:
    """Count them; the indexes on status answer this."""

    def count(model: type[Inbox] | type[Outbox], *statuses: str) -> int:
        return session.scalar(select(func.count()).select_from(model).where(model.status.in_(statuses))) or 0

    return Depths(
        inbox=count(Inbox, "waiting"),
        outbox=count(Outbox, "waiting", "sending"),
        dead=count(Inbox, "dead") + count(Outbox, "dead"),
    )


def waits(session: Session, now: datetime) -> Mapping[str, float]:
    """Seconds that the oldest message has waited to be handled, and the oldest that is due to be sent."""
    came = session.scalar(select(func.min(Inbox.received_at)).where(Inbox.status == "waiting"))
    due = session.scalar(
        select(func.min(Outbox.not_before)).where(Outbox.status == "waiting", Outbox.not_before <= now)
    )
    return {
        "oldest_inbox_seconds": max((now - came).total_seconds(), 0) if came else 0,
        "oldest_outbox_seconds": max((now - due).total_seconds(), 0) if due else 0,
    }
