"""What became of a message to many: counted by the database, person by person, and whom it did not reach."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, tuple_, update
from sqlalchemy.orm import Session

from core.broadcasts.states import MISSED_BY, BroadcastState, Fate, fate_of
from core.personal import hidden
from core.windows import AWAITED
from storage.models import Broadcast, BroadcastReceiver, Contact, Outbox, Person, Tenant, Unit

_BATCH = 500
_COLUMNS = (BroadcastReceiver.noted, Outbox.status, Outbox.error, Contact.reachable)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people met with which fate, how many acknowledged it or answered, and with which words."""

    fates: Mapping[Fate, int] = field(default_factory=dict)
    answered: int = 0
    choices: Mapping[str, int] = field(default_factory=dict)

    def count(self, *fates: Fate) -> int:
        return sum(self.fates.get(fate, 0) for fate in fates)

    @property
    def everybody(self) -> int:
        """All to whom it was written, or would have been."""
        return sum(self.fates.values())

    @property
    def missed(self) -> int:
        """Those it did not reach."""
        return self.count(*MISSED_BY)


@dataclass(frozen=True, slots=True)
class Received:
    """One person of a message. `channel` is where it went, empty where it went nowhere; after the `unit`
    stands the commune of who is of the level below.
    """

    name: str
    unit: str
    business: str
    role: str
    channel: str
    fate: Fate
    sent_at: datetime | None
    answered_at: datetime | None
    answer: str
    why: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A message as it stands in a list."""

    id: int
    kind: str
    state: str
    text: str
    at: datetime


def listed(session: Session, tenant_id: int, most: int, author: int | None = None) -> Sequence[Listed]:
    """The newest messages of a tenant, what waits for a decision in front; of one author if that is given."""
    waits = Broadcast.state == BroadcastState.PROPOSED
    query = select(Broadcast).where(
        Broadcast.tenant_id == tenant_id, Broadcast.state != BroadcastState.CANCELLED
    )
    if author is not None:
        query = query.where(Broadcast.written_by == author)
    found = session.scalars(query.order_by(waits.desc(), Broadcast.id.desc()).limit(most))
    return [
        Listed(one.id, one.kind, one.state, one.text, one.began_at or one.start_at or one.written_at)
        for one in found
    ]


def tally(session: Session, number: int) -> Tally:
    """What became of it so far. Its reasons are few, so that what is read is."""
    grouped = _fates(*_COLUMNS, func.count()).where(BroadcastReceiver.broadcast_id == number)
    fates: Counter[Fate] = Counter()
    for noted, status, error, reachable, count in session.execute(grouped.group_by(*_COLUMNS)):
        fates[fate_of(noted, status, error or "", reachable)] += count
    answers = (
        select(BroadcastReceiver.answer, func.count().label("often"))
        .where(BroadcastReceiver.broadcast_id == number, BroadcastReceiver.answered_at.is_not(None))
        .group_by(BroadcastReceiver.answer)
    )
    choices = {row.answer: row.often for row in session.execute(answers)}
    return Tally(fates, sum(choices.values()), choices)


def received(session: Session, number: int) -> Iterator[Received]:
    """Everybody it was for, by unit and name; a few hundred are in memory at a time."""
    people = (Person.name, Unit.name, Person.organisation, Person.role, Outbox.channel, Outbox.sent_at)
    # the tenant of who is of another one than that which wrote
    other = case((Person.tenant_id != Broadcast.tenant_id, Tenant.name))
    query = (
        _fates(*people, other, BroadcastReceiver.answered_at, BroadcastReceiver.answer, *_COLUMNS)
        .join(Person, Person.id == BroadcastReceiver.person_id)
        .join(Tenant, Tenant.id == Person.tenant_id)
        .join(Broadcast, Broadcast.id == BroadcastReceiver.broadcast_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(BroadcastReceiver.broadcast_id == number)
        .order_by(other, Unit.name, Person.name, Person.id)
    )
    for row in session.execute(query.execution_options(yield_per=_BATCH)):
        (
            name,
            unit,
            business,
            role,
            channel,
            sent_at,
            tenant,
            answered_at,
            answer,
            noted,
            status,
            error,
            ok,
        ) = row
        fate = fate_of(noted, status, error or "", ok)
        yield Received(
            name,
            ", ".join(each for each in (unit, tenant) if each),
            business or "",
            role,
            channel or "",
            fate,
            sent_at,
            answered_at,
            hidden(answer) if tenant and answer else answer,
            error or "",
        )


def missed(session: Session, number: int, most: int) -> Mapping[int | None, Sequence[tuple[str, Fate]]]:
    """Whom it did not reach, and why, by the number of their unit (None: of no unit); at most so many."""
    query = (
        _fates(Person.unit_id, Person.name, *_COLUMNS)
        .join(Person, Person.id == BroadcastReceiver.person_id)
        .where(
            BroadcastReceiver.broadcast_id == number,
            or_(
                BroadcastReceiver.noted.is_not(None),
                Outbox.status.in_(("dead", "dropped")),
                and_(Outbox.status == "waiting", Outbox.error == AWAITED),
            ),
        )
        .order_by(Person.unit_id, Person.name, Person.id)
        .limit(most)
    )
    found: dict[int | None, list[tuple[str, Fate]]] = {}
    for unit, name, noted, status, error, reachable in session.execute(query):
        fate = fate_of(noted, status, error or "", reachable)
        if fate in MISSED_BY:
            found.setdefault(unit, []).append((name, fate))
    return found


def keep_fates(session: Session, rows: Select[int]) -> None:
    """These messages of the outbox are about to be deleted: what became of each stays with its receiver."""
    keys = (BroadcastReceiver.broadcast_id, BroadcastReceiver.person_id)
    unnoted = (BroadcastReceiver.noted.is_(None), BroadcastReceiver.outbox_id.in_(rows))
    found: dict[Fate, list[tuple[int, int]]] = {}
    for number, person, *told in session.execute(_fates(*keys, *_COLUMNS).where(*unnoted)):
        noted, status, error, reachable = told
        found.setdefault(fate_of(noted, status, error or "", reachable), []).append((number, person))
    for fate, people in found.items():
        for first in range(0, len(people), _BATCH):
            some = tuple_(*keys).in_(people[first : first + _BATCH])
            session.execute(update(BroadcastReceiver).where(some).values(noted=fate.value))


def _fates(*columns: Any) -> Select[Any]:
    """Receivers with what is needed to tell the fate of each."""
    there: ColumnElement[bool] = and_(Contact.channel == Outbox.channel, Contact.chat == Outbox.chat)
    return (
        select(*columns)
        .select_from(BroadcastReceiver)
        .outerjoin(Outbox, Outbox.id == BroadcastReceiver.outbox_id)
        .outerjoin(Contact, there)
    )
