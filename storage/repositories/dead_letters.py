"""What the two queues gave up on, what still waits, and trying again: for `tiendo outbox` and for metrics."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Select, Table, func, select, update
from sqlalchemy.orm import Session

from storage.models.base import table
from storage.models.queues import Inbox, Outbox

_inbox, _outbox = table(Inbox), table(Outbox)


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A row that was given up: `at` is when it came in or was written."""

    id: int
    channel: str
    chat: str
    at: datetime
    attempts: int
    error: str


def dead_inbox(session: Session, limit: int = 200) -> list[DeadLetter]:
    """Updates that could not be handled, newest first; `chat` is the lane."""
    return _dead(
        session, select(_inbox.c.lane.label("chat"), _inbox.c.received_at.label("at")), _inbox, limit
    )


def dead_outbox(session: Session, limit: int = 200) -> list[DeadLetter]:
    """Messages that could not be sent, newest first."""
    return _dead(session, select(_outbox.c.chat, _outbox.c.created_at.label("at")), _outbox, limit)


def retry_inbox(session: Session, ids: Sequence[int], now: datetime) -> int:
    """Let dead updates wait again from `now`, with their attempts forgotten; how many there were."""
    return _retry(session, _inbox, ids, now)


def retry_outbox(session: Session, ids: Sequence[int], now: datetime) -> int:
    """The same for dead messages. One that would be useless by now is dropped when its turn comes."""
    return _retry(session, _outbox, ids, now)


def waiting_inbox(session: Session) -> dict[str, int]:
    """How many updates of each channel wait."""
    return _waiting(session, _inbox)


def waiting_outbox(session: Session) -> dict[str, int]:
    """How many messages of each channel wait, those for later included."""
    return _waiting(session, _outbox)


def _dead(session: Session, named: Select[Any], queue: Table, limit: int) -> list[DeadLetter]:
    statement = (
        named.add_columns(queue.c.id, queue.c.channel, queue.c.attempts, queue.c.error)
        .where(queue.c.status == "dead")
        .order_by(queue.c.id.desc())
        .limit(limit)
    )
    rows = session.execute(statement)
    return [DeadLetter(row.id, row.channel, row.chat, row.at, row.attempts, row.error or "") for row in rows]


def _retry(session: Session, queue: Table, ids: Sequence[int], now: datetime) -> int:
    statement = (
        update(queue)
        .where(queue.c.id.in_(ids), queue.c.status == "dead")
        .values(status="waiting", attempts=0, not_before=now, error=None)
    )
    result = session.execute(statement)
    return result.rowcount if isinstance(result, CursorResult) else 0


def _waiting(session: Session, queue: Table) -> dict[str, int]:
    statement = (
        select(queue.c.channel, func.count()).where(queue.c.status == "waiting").group_by(queue.c.channel)
    )
    return {row[0]: row[1] for row in session.execute(statement)}
