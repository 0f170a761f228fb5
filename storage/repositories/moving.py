"""What the bot writes by itself moves on to another address of the same person, and stays one message.

It is the same row of the outbox: what is unique about it, and what is asked before it goes out, moves along.
Answers never move: they belong where the question came from.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, bindparam, exists, literal_column, select, update
from sqlalchemy.orm import Session

from core.messages import Address
from core.storable import storable
from storage.models.base import Moment, table
from storage.models.people import Contact
from storage.models.queues import Outbox
from storage.repositories import outbox
from storage.repositories.contacts import contacts
from storage.repositories.outbox_row import OutboxRow

#: after this long nobody can be about to send it
STRANDED = timedelta(minutes=10)
#: a channel that is to be left alone for longer than this is not waited for: a quota is used up, or nearly so
LONG_PAUSE = timedelta(seconds=30)

_outbox, _contact = table(Outbox), table(Contact)
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
_SERVED: BindParameter[str] = bindparam("served", expanding=True)
_STRANDED = (
    select(*(_outbox.c[name] for name in OutboxRow.__slots__))
    .where(_outbox.c.status == _WAITING, _outbox.c.not_before <= bindparam("overdue", type_=Moment()))
    .where(_outbox.c.channel.not_in(_SERVED), _outbox.c.answers_inbox_id.is_(None))
    .where(
        exists().where(
            _contact.c.person_id == _outbox.c.person_id,
            _contact.c.reachable.is_(True),
            _contact.c.channel.in_(_SERVED),
        )
    )
    .order_by(_outbox.c.id)
    .limit(100)
    .with_for_update(skip_locked=True, of=_outbox)
)
_elsewhere = exists().where(
    _contact.c.person_id == _outbox.c.person_id,
    _contact.c.reachable.is_(True),
    _contact.c.channel != _outbox.c.channel,
    _contact.c.channel.in_(_SERVED),
)
# What came from another channel has had its turn: of two that rest, neither hands it back to the other.
_HELD_UP = (
    select(*(_outbox.c[name] for name in OutboxRow.__slots__))
    .where(_outbox.c.status == _WAITING, _outbox.c.not_before <= bindparam("now", type_=Moment()))
    .where(_outbox.c.channel == bindparam("resting"), _outbox.c.answers_inbox_id.is_(None))
    .where(_outbox.c.tried.is_(None), _elsewhere)
    .order_by(_outbox.c.priority, _outbox.c.id)
    .limit(100)
    .with_for_update(skip_locked=True, of=_outbox)
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
    session: Session, row: OutboxRow, tries: int, why: str, now: datetime, channels: Collection[str]
) -> None:
    """It cannot be sent here: it moves on, or is listed with the reason."""
    if not move_on(session, row, why, now, channels):
        outbox.bury(session, row.id, tries, why)


def move_on(session: Session, row: OutboxRow, why: str, now: datetime, channels: Collection[str]) -> bool:
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


def fetch_stranded(session: Session, channels: Collection[str], now: datetime) -> int:
    """Move on what is due on channels that nobody serves any more; how many messages moved.

    They are given some time: the process that serves the channel may only be starting.
    """
    asked = {"served": list(channels), "overdue": now - STRANDED}
    rows = session.execute(_STRANDED, asked).all()
    why = "nobody serves this channel any more"
    return sum(move_on(session, OutboxRow(*row), why, now, channels) for row in rows)


def fetch_held_up(
    session: Session, channel: str, until: datetime, channels: Collection[str], now: datetime
) -> int:
    """Move on what is due on a channel that is to be left alone until then; how many messages moved.

    Of a short pause there is nothing to be gained: people are written to where they want to be.
    """
    if until - now < LONG_PAUSE:
        return 0
    rows = session.execute(_HELD_UP, {"resting": channel, "served": list(channels), "now": now}).all()
    why = "the channel takes nothing for now"
    return sum(move_on(session, OutboxRow(*row), why, now, channels) for row in rows)


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
