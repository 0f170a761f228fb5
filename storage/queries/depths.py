"""How much waits in the queues: for operators and the health page."""

from dataclasses import dataclass

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
