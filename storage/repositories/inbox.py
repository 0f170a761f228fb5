"""Updates on their way in: stored before they are acknowledged, handled in the order of their lane."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, exists, func, literal_column, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from core.storable import fitted, storable
from storage.models.base import table
from storage.models.queues import Inbox
from storage.upserts import dialect_of, insert_into

_inbox = table(Inbox)
_older = _inbox.alias("older")
# A literal, not a parameter: only then do the databases use the indexes of waiting rows.
_WAITING: ColumnElement[str] = literal_column("'waiting'")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update to be stored. `not_before`: when it is handled at the earliest; None: now."""

    channel: str
    key: str
    lane: str
    raw: Mapping[str, Any]
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A stored update whose turn has come."""

    id: int
    channel: str
    lane: str
    raw: dict[str, Any]
    attempts: int


_COLUMNS = (_inbox.c.id, _inbox.c.channel, _inbox.c.lane, _inbox.c.raw, _inbox.c.attempts)
_no_older = ~exists().where(
    _older.c.lane == _inbox.c.lane, _older.c.status == _WAITING, _older.c.id < _inbox.c.id
)
_HEADS = (
    select(*_COLUMNS)
    .where(_inbox.c.status == _WAITING, _inbox.c.not_before <= bindparam("now"), _no_older)
    .where(_inbox.c.channel.in_(bindparam("channels", expanding=True)))
    .order_by(_inbox.c.id)
    .limit(bindparam("limit"))
)
_NEXT = (
    select(*_COLUMNS, _inbox.c.not_before)
    .where(_inbox.c.lane == bindparam("lane"), _inbox.c.status == _WAITING)
    .order_by(_inbox.c.id)
    .limit(bindparam("limit"))
)
_LOCK_LANE = select(func.pg_try_advisory_xact_lock(func.hashtextextended(bindparam("lane"), 0)))
_CLAIM = (
    update(_inbox)
    .where(_inbox.c.id == bindparam("row_id"), _inbox.c.status == _WAITING, _no_older)
    .values(status="done", error=None)
)
_CLAIM_REST = (
    update(_inbox)
    .where(_inbox.c.id.in_(bindparam("row_ids", expanding=True)), _inbox.c.status == _WAITING)
    .values(status="done", error=None)
)
_STEP_ASIDE = (
    update(_inbox)
    .where(_inbox.c.id == bindparam("row_id"), _inbox.c.status == _WAITING)
    .values(attempts=_inbox.c.attempts + 1, not_before=bindparam("when"), error=bindparam("why"))
)
_BURY = (
    update(_inbox)
    .where(_inbox.c.id == bindparam("row_id"), _inbox.c.status == _WAITING)
    .values(status="dead", attempts=_inbox.c.attempts + 1, error=bindparam("why"))
)


@cache
def _add(dialect: str) -> ReturningInsert[Any]:
    new = insert_into(_inbox, dialect).on_conflict_do_nothing(index_elements=["channel", "update_key"])
    return new.returning(_inbox.c.id)


def add(session: Session, arrivals: Sequence[Arrival], now: datetime) -> int:
    """Store what was not stored before; how many were new."""
    values = [
        {
            "channel": arrival.channel,
            "update_key": fitted(arrival.key, 80),
            "lane": fitted(arrival.lane, 110),
            "raw": storable(arrival.raw),
            "received_at": now,
            "not_before": arrival.not_before or now,
        }
        for arrival in arrivals
    ]
    return len(session.execute(_add(dialect_of(session)), values).all()) if values else 0


def heads(session: Session, channels: Sequence[str], now: datetime, limit: int) -> list[InboxRow]:
    """The oldest waiting row of each lane, where it is due: these may be handled side by side."""
    rows = session.execute(_HEADS, {"channels": list(channels), "now": now, "limit": limit})
    return [_row(row) for row in rows]


def claim(session: Session, row: InboxRow, *behind: InboxRow) -> bool:
    """Take the row, and those behind it in its lane, for this transaction, which must handle them.

    They are done when the transaction commits. False when another process has one of them, or has another
    row of the lane, or an older one came to wait.
    """
    shared = dialect_of(session) == "postgresql"
    if shared and not session.scalar(_LOCK_LANE, {"lane": row.lane}):
        return False
    if not session.connection().execute(_CLAIM, {"row_id": row.id}).rowcount:
        return False
    rest = [each.id for each in behind]
    return not rest or session.connection().execute(_CLAIM_REST, {"row_ids": rest}).rowcount == len(rest)


def next_of(session: Session, lane: str, now: datetime, limit: int = 1) -> tuple[InboxRow, ...]:
    """What is to be handled next in this lane, in order; nothing when its oldest row must wait."""
    rows = session.execute(_NEXT, {"lane": lane, "limit": limit}).all()
    return tuple(map(_row, takewhile(lambda row: bool(row.not_before <= now), rows)))


def step_aside(session: Session, row_id: int, why: str, when: datetime) -> None:
    """Count a failed attempt; the row, and with it its lane, waits until `when`."""
    session.execute(_STEP_ASIDE, {"row_id": row_id, "when": when, "why": storable(why)})


def bury(session: Session, row_id: int, why: str) -> None:
    """Give the row up; it is kept with the reason, and the lane goes on."""
    session.execute(_BURY, {"row_id": row_id, "why": storable(why)})


def _row(row: Row[*tuple[Any, ...]]) -> InboxRow:
    return InboxRow(row.id, row.channel, row.lane, row.raw, row.attempts)
