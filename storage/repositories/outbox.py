"""Messages on their way out. They are written in the transaction of what they report, and sent afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, and_, bindparam, literal_column, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from core.delivery import REPLY
from core.messages import Address, Outbound
from core.storable import fitted, storable
from storage.models.base import Moment, table
from storage.models.people import Contact
from storage.models.queues import Outbox
from storage.upserts import dialect_of, insert_into

_outbox, _contact = table(Outbox), table(Contact)
_WAITING: ColumnElement[str] = literal_column("'waiting'")
_same_address = and_(_outbox.c.channel == bindparam("to_channel"), _outbox.c.chat == bindparam("to_chat"))
_REPLACE = (
    update(_outbox)
    .where(_outbox.c.coalesce_key == bindparam("same"), _outbox.c.status == _WAITING)
    .where(or_(_same_address, _outbox.c.person_id == bindparam("person", type_=_outbox.c.person_id.type)))
    .values(
        channel=bindparam("to_channel"),
        chat=bindparam("to_chat"),
        payload=bindparam("message"),
        not_before=bindparam("when"),
    )
    .returning(_outbox.c.id)
)
_ROW = update(_outbox).where(_outbox.c.id == bindparam("row_id"))
_SENT = _ROW.values(
    status="sent", message_ref=bindparam("ref"), sent_at=bindparam("at"), leased_until=None, error=None
)
_AGAIN = _ROW.values(
    status="waiting",
    attempts=bindparam("tries"),
    not_before=bindparam("when"),
    error=bindparam("why"),
    payload=bindparam("message"),
    leased_until=None,
)
_END = _ROW.values(
    status=bindparam("state"), attempts=bindparam("tries"), error=bindparam("why"), leased_until=None
)
_UNREACHABLE = (
    update(_contact)
    .where(_contact.c.channel == bindparam("to_channel"), _contact.c.chat == bindparam("to_chat"))
    .values(reachable=False)
)
_LAST_INTERACTION = select(_contact.c.last_interaction_at).where(
    _contact.c.channel == bindparam("to_channel"), _contact.c.chat == bindparam("to_chat")
)
_CLOSE_WINDOW = (
    update(_contact)
    .where(_contact.c.channel == bindparam("to_channel"), _contact.c.chat == bindparam("to_chat"))
    .where(_contact.c.last_interaction_at < bindparam("before", type_=Moment()))
    .values(last_interaction_at=None)
)


@cache
def _add(dialect: str) -> ReturningInsert[Any]:
    new = insert_into(_outbox, dialect).on_conflict_do_nothing(index_elements=["dedupe_key"])
    return new.returning(_outbox.c.id)


class Options(TypedDict, total=False):
    """What may be said about a message besides to whom and what.

    `person_id`: whose it is. One that answers nothing goes to another of their addresses when it cannot be
    sent to this one; without it, it goes to this address or nowhere.
    `dedupe_key`: of all messages with this key one is written, and it goes out at most once, even if the
    process dies while it is being sent. `coalesce_key`: it takes the place of a message that still waits
    under the same key to the same address or person. `recheck` is {"name": ..., and what that recheck needs}.
    """

    priority: int
    person_id: int | None
    dedupe_key: str | None
    coalesce_key: str | None
    not_before: datetime | None
    useless_after: datetime | None
    recheck: Mapping[str, Any] | None
    answers_inbox_id: int | None


def add(
    session: Session, *, address: Address, message: Outbound, now: datetime, **options: Unpack[Options]
) -> int | None:
    """Let a message wait to be sent; its row id, or None when its `dedupe_key` was there before.

    The choices of a message that answers nothing have no numbers: a number picks of what was offered last in
    answer, and that is another message.
    """
    if message.rows and options.get("answers_inbox_id") is None:
        message = replace(message, numbered=False)
    payload = storable(message.as_json())
    when = options.get("not_before") or now
    same = _key(options.get("coalesce_key"))
    if same is not None:
        found = {"same": same, "person": options.get("person_id")}
        there = {"to_channel": address.channel, "to_chat": address.chat, "message": payload, "when": when}
        replaced = session.execute(_REPLACE, {**found, **there}).first()
        if replaced is not None:
            return int(replaced.id)
    values = {
        "channel": address.channel,
        "chat": address.chat,
        "payload": payload,
        "created_at": now,
        "not_before": when,
        "priority": options.get("priority", REPLY),
        "person_id": options.get("person_id"),
        "dedupe_key": _key(options.get("dedupe_key")),
        "coalesce_key": same,
        "useless_after": options.get("useless_after"),
        "recheck": storable(options.get("recheck")),
        "answers_inbox_id": options.get("answers_inbox_id"),
    }
    row_id: int | None = session.execute(_add(dialect_of(session)), values).scalar()
    return row_id


def _key(key: str | None) -> str | None:
    return None if key is None else fitted(key, 160)


def has(session: Session, dedupe_key: str) -> bool:
    """Whether a message with this key was written, whatever became of it."""
    there = select(_outbox.c.id).where(_outbox.c.dedupe_key == _key(dedupe_key))
    return session.execute(there).first() is not None


def newest_waiting(session: Session, row: Outbox, key: str) -> Outbox | None:
    """Of what waits under keys that begin so, the last that was written after this one."""
    later = select(Outbox).where(
        Outbox.person_id == row.person_id,
        Outbox.status == "waiting",
        Outbox.id > row.id,
        Outbox.dedupe_key.startswith(key, autoescape=True),
    )
    return session.scalars(later.order_by(Outbox.id.desc()).limit(1)).first()


def sent(session: Session, row_id: int, reference: str | None, now: datetime) -> None:
    """It went out; `reference` is the channel's name for it."""
    session.execute(_SENT, {"row_id": row_id, "ref": reference, "at": now})


def rewrite(session: Session, row_id: int, payload: Mapping[str, Any]) -> None:
    """The message as it goes out, with what was made for it."""
    session.execute(_ROW.values(payload=bindparam("message")), {"row_id": row_id, "message": dict(payload)})


def again(
    session: Session, row_id: int, *, payload: Mapping[str, Any], tries: int, when: datetime, why: str
) -> None:
    """It waits again until `when`; `payload` is what is left to send, `tries` the attempts that count."""
    session.execute(
        _AGAIN,
        {
            "row_id": row_id,
            "tries": tries,
            "when": when,
            "why": storable(why),
            "message": dict(payload),
        },
    )


def bury(session: Session, row_id: int, tries: int, why: str) -> None:
    """Give it up; it is listed with the reason until somebody tries again."""
    session.execute(_END, {"row_id": row_id, "state": "dead", "tries": tries, "why": storable(why)})


def drop(session: Session, row_id: int, tries: int, why: str) -> None:
    """It is no longer true or useful."""
    session.execute(_END, {"row_id": row_id, "state": "dropped", "tries": tries, "why": storable(why)})


def withhold(session: Session, person_id: int) -> None:
    """Nothing that waits for this person goes out until `release`; answers they asked for are let go."""
    held = update(_outbox).where(_outbox.c.person_id == person_id, _outbox.c.status == _WAITING)
    session.execute(held.where(_outbox.c.answers_inbox_id.is_(None)).values(status="held"))


def release(session: Session, person_id: int) -> None:
    """What was withheld waits again; what is of no more use by then is dropped when its turn comes."""
    held = update(_outbox).where(_outbox.c.person_id == person_id, _outbox.c.status == "held")
    session.execute(held.values(status="waiting"))


def mark_unreachable(session: Session, channel: str, chat: str) -> None:
    """The person at this address blocked the bot or left."""
    session.execute(_UNREACHABLE, {"to_channel": channel, "to_chat": chat})


def last_interaction(session: Session, channel: str, chat: str) -> datetime | None:
    """When the person at this address last acted; None where nobody has, or the messenger said so."""
    last: datetime | None = session.scalar(_LAST_INTERACTION, {"to_channel": channel, "to_chat": chat})
    return last


def close_window(session: Session, channel: str, chat: str, before: datetime) -> None:
    """The messenger says that they did not write lately; it may not know of what they did since `before`."""
    session.execute(_CLOSE_WINDOW, {"to_channel": channel, "to_chat": chat, "before": before})
