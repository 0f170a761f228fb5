"""Messages to many on their way: who is next, what waits for them, and what stops it.

Everything is written a slice at a time, together with how far it has come: whatever dies in between, the next
slice begins at the next person.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Update, and_, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from core.broadcasts.states import CALLED_OFF, BroadcastKind, BroadcastState
from core.catalogue.fact_types import Role
from core.delivery import BULK
from core.messages import Address, Outbound
from core.people import PersonStatus
from storage.models import Broadcast, BroadcastReceiver, Contact, Outbox, Person, Unit
from storage.models.base import table
from storage.repositories import outbox
from storage.repositories.contacts import WRITTEN_TO_FIRST
from storage.upserts import dialect_of, insert_into

NAME = "broadcast"
#: how long what waits is worth sending, and how long what was stopped is put off
USEFUL, LONG = timedelta(days=3), timedelta(days=365)
_receiver = table(BroadcastReceiver)
# A literal, not a parameter: only then do the databases use the indexes of waiting rows.
_WAITING: ColumnElement[bool] = Outbox.status == literal_column("'waiting'")
_SENDING: ColumnElement[bool] = Outbox.status == literal_column("'sending'")


@dataclass(frozen=True, slots=True)
class Next:
    """Somebody whose turn it is, and where they are written to; None: nowhere. `known`: they have a contact
    at all.
    """

    person_id: int
    locale: str
    address: Address | None
    known: bool


def in_state(session: Session, *states: BroadcastState) -> Sequence[int]:
    """The messages in these states, the oldest first."""
    query = select(Broadcast.id).where(Broadcast.state.in_(states)).order_by(Broadcast.id)
    return session.scalars(query).all()


def anything(session: Session, now: datetime) -> bool:
    """Whether there is anything to do."""
    under_way = Broadcast.state == BroadcastState.SENDING
    begins = and_(
        Broadcast.state == BroadcastState.SCHEDULED,
        or_(Broadcast.start_at.is_(None), Broadcast.start_at <= now),
    )
    return session.scalar(select(Broadcast.id).where(or_(under_way, begins)).limit(1)) is not None


def due(session: Session, now: datetime) -> Sequence[int]:
    """The messages whose hour has come, the earliest first."""
    query = select(Broadcast.id).where(
        Broadcast.state == BroadcastState.SCHEDULED,
        or_(Broadcast.start_at.is_(None), Broadcast.start_at <= now),
    )
    return session.scalars(query.order_by(Broadcast.start_at, Broadcast.id)).all()


def locked(session: Session, number: int, *states: BroadcastState) -> Broadcast | None:
    """The message, for this transaction alone; None when it is in another state, or in other hands."""
    query = select(Broadcast).where(Broadcast.id == number, Broadcast.state.in_(states))
    query = query.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return session.scalar(query)


def next_people(session: Session, people: ColumnElement[bool], after: int, most: int) -> Sequence[Next]:
    """Those of an audience whose numbers come next, with the contact each wrote from last, or prefers."""
    query = select(Person.id, Person.locale).where(people, Person.id > after).order_by(Person.id).limit(most)
    found = session.execute(query).all()
    there = select(Contact.person_id, Contact.channel, Contact.chat, Contact.reachable)
    there = there.where(Contact.person_id.in_([row.id for row in found])).order_by(*WRITTEN_TO_FIRST)
    known: set[int] = set()
    first: dict[int, Address] = {}
    for person, channel, chat, reachable in session.execute(there):
        if person is not None:
            known.add(person)
            if reachable:
                first.setdefault(person, Address(channel, chat))
    return [Next(row.id, row.locale, first.get(row.id), row.id in known) for row in found]


def write(
    session: Session,
    broadcast: Broadcast,
    person_id: int,
    to: tuple[Address, Outbound],
    now: datetime,
    *,
    stays: bool = False,
) -> bool:
    """Let their message wait to be sent, if they have none yet; whether they had none.

    `stays`: it goes to that address or nowhere.
    """
    if not _note(session, broadcast.id, person_id, None):
        return False
    row = outbox.add(
        session,
        address=to[0],
        message=to[1],
        now=now,
        priority=BULK,
        person_id=None if stays else person_id,
        dedupe_key=f"{_prefix(broadcast.id)}{person_id}",
        useless_after=now + USEFUL,
        recheck={"name": NAME, "broadcast": broadcast.id, "person": person_id},
    )
    session.execute(_one(broadcast.id, person_id).values(outbox_id=row))
    return True


def note(session: Session, broadcast: Broadcast, person_id: int, fate: str) -> None:
    """Nothing can be written to them, for this reason."""
    _note(session, broadcast.id, person_id, fate)


def answer(session: Session, number: int, person_id: int, text: str, now: datetime) -> None:
    """They acknowledged it, answered or chose: what they say last stands."""
    session.execute(_one(number, person_id).values(answered_at=now, answer=text))


def receiver(session: Session, number: int, person_id: int) -> BroadcastReceiver | None:
    """What is known of somebody a message was written to; None for anybody else."""
    query = select(BroadcastReceiver).where(
        BroadcastReceiver.broadcast_id == number, BroadcastReceiver.person_id == person_id
    )
    return session.scalar(query.execution_options(populate_existing=True))


def on_the_way(session: Session, number: int, until: datetime | None = None) -> int:
    """How many of its messages are being sent, or wait to be; `until`: of the latter those due by then."""
    waiting = _WAITING if until is None else _WAITING & (Outbox.not_before <= until)
    counts = [
        select(func.count()).select_from(Outbox).where(rows, _of(number)) for rows in (waiting, _SENDING)
    ]
    return sum(session.scalar(count) or 0 for count in counts)


def put_off(session: Session, number: int, when: datetime) -> None:
    """Nothing of what waits goes out before that moment."""
    session.execute(update(Outbox).where(_WAITING, _of(number)).values(not_before=when))


def let_go(session: Session, number: int, now: datetime, useless_after: datetime) -> None:
    """What was put off goes out now."""
    waiting = update(Outbox).where(_WAITING, _of(number))
    session.execute(waiting.values(not_before=now, useless_after=useless_after))


def call_off(session: Session, number: int) -> None:
    """What waits goes out no more."""
    waiting = update(Outbox).where(_WAITING, _of(number))
    session.execute(waiting.values(status="dropped", error=CALLED_OFF))


def recall_of(session: Session, number: int) -> int | None:
    """The message that takes this one back, if there is one."""
    recalls = (Broadcast.of_id == number, Broadcast.kind == BroadcastKind.RECALL)
    return session.scalar(select(Broadcast.id).where(*recalls).limit(1))


def heads_of(session: Session, unit_id: int) -> tuple[str, Sequence[Person]]:
    """The name of a unit, and the managers in it."""
    heads = select(Person).where(
        Person.unit_id == unit_id, Person.role == Role.MANAGER, Person.status == PersonStatus.ACTIVE
    )
    return session.get_one(Unit, unit_id).name, session.scalars(heads.order_by(Person.id)).all()


def sent_to(session: Session, number: int, people: Collection[int]) -> Mapping[int, Outbox]:
    """What these people got of a message, where it went and what it is called there."""
    query = (
        select(BroadcastReceiver.person_id, Outbox)
        .join(Outbox, Outbox.id == BroadcastReceiver.outbox_id)
        .where(BroadcastReceiver.broadcast_id == number, BroadcastReceiver.person_id.in_(people))
    )
    return {found.person_id: found.Outbox for found in session.execute(query)}


def _note(session: Session, number: int, person_id: int, fate: str | None) -> bool:
    new = insert_into(_receiver, dialect_of(session)).on_conflict_do_nothing(
        index_elements=["broadcast_id", "person_id"]
    )
    values = {"broadcast_id": number, "person_id": person_id, "noted": fate, "answer": ""}
    return session.scalar(new.values(values).returning(_receiver.c.person_id)) is not None


def _one(number: int, person_id: int) -> Update:
    return update(_receiver).where(_receiver.c.broadcast_id == number, _receiver.c.person_id == person_id)


def _prefix(number: int) -> str:
    return f"{NAME}:{number}:"


def _of(number: int) -> ColumnElement[bool]:
    return Outbox.dedupe_key.startswith(_prefix(number), autoescape=True)
