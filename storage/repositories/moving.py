"""What the bot writes by itself moves on to another address of the same person, and stays one message.

It is the same row of the outbox: what is unique about it, and what is asked before it goes out, moves along.
Answers never move: they belong where the question came from.
"""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, bindparam, literal_column, update
from sqlalchemy.orm import Session

from core.messages import Address
from core.storable import storable
from storage.models.base import table
from storage.models.queues import Outbox
from storage.repositories import outbox
from storage.repositories.contacts import contacts

if TYPE_CHECKING:
    from storage.repositories.outbox_claims import OutboxRow

_outbox = table(Outbox)
# A literal, not a parameter: only then do the databases use the indexes of waiting rows.
_WAITING: ColumnElement[str] = literal_column("'waiting'")
_MOVE = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("row_id"), _outbox.c.status.in_(("waiting", "sending")))
    .values(
        channel=bindparam("to_channel"),
        chat=bindparam("to_chat"),
        payload=bindparam("message"),
        status="waiting",
        attempts=0,
        not_before=bindparam("when"),
        leased_until=None,
        claimed_by=None,
        tried=bindparam("before"),
        error=bindparam("why"),
    )
)
_HERE = (_outbox.c.channel == bindparam("at_channel"), _outbox.c.chat == bindparam("at_chat"))
_READDRESS = (
    update(_outbox)
    .where(_outbox.c.status == _WAITING, _outbox.c.answers_inbox_id.is_(None))
    .where(_outbox.c.person_id == bindparam("person"))
    .values(channel=bindparam("to_channel"), chat=bindparam("to_chat"), attempts=0, tried=None)
)
_DROP = (
    update(_outbox)
    .where(*_HERE, _outbox.c.status == _WAITING)
    .values(status="dropped", error="this address is not theirs any more")
)


def give_up(
    session: Session, row: "OutboxRow", tries: int, why: str, now: datetime, channels: Collection[str]
) -> None:
    """It cannot be sent here: it moves on, or is listed with the reason."""
    if not move_on(session, row, why, now, channels):
        outbox.bury(session, row.id, tries, why)


def move_on(session: Session, row: "OutboxRow", why: str, now: datetime, channels: Collection[str]) -> bool:
    """Let it wait at the person's next address on one of these channels; False when there is none.

    An address is tried once. A row that another process has brought to its end meanwhile stays as it is.
    """
    if row.person_id is None or row.answers_inbox_id is not None:
        return False
    before = [*(row.tried or ()), str(Address(row.channel, row.chat))]
    free = (
        one.address
        for one in contacts(session, row.person_id)
        if one.reachable and one.address.channel in channels and str(one.address) not in before
    )
    to = next(free, None)
    if to is None:
        return False
    moved = {
        "row_id": row.id,
        "to_channel": to.channel,
        "to_chat": to.chat,
        # what stood in for it, or was to be changed, is of the channel it leaves
        "message": {**row.payload, "edits": None, "stand_in": False},
        "when": now,
        "before": before,
        "why": storable(why),
    }
    session.execute(_MOVE, moved)
    return True


def readdress(session: Session, person_id: int, to: Address) -> None:
    """All that waits for this person and answers nothing waits at that address now."""
    where = {"person": person_id, "to_channel": to.channel, "to_chat": to.chat}
    session.execute(_READDRESS, where)


def take_back(session: Session, person_id: int, left: Address, to: Address | None) -> None:
    """An address is not this person's any more: nothing that waits goes there. Notices go to another."""
    here = {"at_channel": left.channel, "at_chat": left.chat}
    if to is not None:
        moved = {"person": person_id, "to_channel": to.channel, "to_chat": to.chat}
        session.execute(_READDRESS.where(*_HERE), {**moved, **here})
    session.execute(_DROP, here)
