"""Claiming messages to send: what is due, in order, within the channel's budget, and still true."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    exists,
    literal,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from core.delivery import PERHAPS, REPLY, TOO_LATE, Decision, Drop, Later
from core.pace import Rate
from core.quota import Plan
from core.retry import Retry, spread_of
from core.storable import storable
from core.windows import Window
from storage.errors import is_outage
from storage.models.base import Moment, table
from storage.models.queues import Outbox
from storage.presence import IS_GONE
from storage.repositories import moving, outbox, pace
from storage.repositories.outbox_row import OutboxRow
from storage.repositories.outbox_terms import in_plan, in_window
from storage.repositories.pace import Pace

#: a little over two hours in all
RETRY = Retry(attempts=8, first=timedelta(seconds=2), longest=timedelta(hours=1), factor=4)
PERHAPS_SENT = f"the program stopped while this was being sent: {PERHAPS}"


#: asked just before a message goes out, in the claiming transaction
Recheck = Callable[[Session, Outbox, datetime], Decision]


@dataclass(frozen=True, slots=True)
class Terms:
    """What may be claimed: `places` messages, `bulk_places` of them no replies, none to the `tired` chats."""

    channel: str
    now: datetime
    rate: Rate
    places: int
    bulk_places: int
    lease: timedelta
    #: Database.process of who claims
    process: int | None = None
    tired: Sequence[str] = ()
    #: of a messenger that lets only those be written to who wrote lately
    window: Window | None = None
    #: of a messenger that serves so many messages a month
    plan: Plan | None = None
    #: those that are served: what cannot be sent through this one may move on to them
    channels: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """Messages to send now; how many were ended or put off instead; when to ask again, if that is known."""

    rows: tuple[OutboxRow, ...] = ()
    settled: int = 0
    again_at: datetime | None = None


_row = table(Outbox)
_other = _row.alias("other")
# Literals, not parameters: only then do the databases use the indexes of unfinished rows.
_WAITING: ColumnElement[str] = literal_column("'waiting'")
_SENDING: ColumnElement[str] = literal_column("'sending'")
_NOW = bindparam("now", type_=Moment())
_same_chat = and_(_other.c.channel == _row.c.channel, _other.c.chat == _row.c.chat)
_goes_first = or_(
    _other.c.priority < _row.c.priority, and_(_other.c.priority == _row.c.priority, _other.c.id < _row.c.id)
)
# What is put off to a later hour lets others pass. What failed and waits to be tried again does not, nor what
# is not due yet only because the clock of the process that wrote it is ahead of ours.
_in_the_way = or_(
    _other.c.not_before <= _NOW, _other.c.not_before <= _other.c.created_at, _other.c.attempts > 0
)
_due: tuple[ColumnElement[bool], ...] = (
    _row.c.channel == bindparam("name"),
    _row.c.status == _WAITING,
    _row.c.not_before <= _NOW,
)
_abandoned: tuple[ColumnElement[bool], ...] = (
    _row.c.channel == bindparam("name"),
    _row.c.status == _SENDING,
    _row.c.leased_until <= bindparam("leased_to", type_=Moment()),
)
_SOMETHING = select(or_(exists().where(*_due), exists().where(*_abandoned)))
_DUE = (
    select(*(_row.c[name] for name in OutboxRow.__slots__))
    .where(*_due, _row.c.chat.not_in(bindparam("tired", expanding=True)))
    .where(~exists().where(_same_chat, _other.c.status == _SENDING))
    .where(~exists().where(_same_chat, _other.c.status == _WAITING, _goes_first, _in_the_way))
    .order_by(_row.c.priority, _row.c.id)
    .limit(bindparam("places", type_=Integer()))
    .with_for_update(skip_locked=True, of=_row)
)
_TAKE = (
    update(_row)
    .where(_row.c.id.in_(bindparam("ids", expanding=True)))
    .values(status="sending", leased_until=bindparam("until"), claimed_by=bindparam("process"))
)
_may_repeat = and_(_row.c.dedupe_key.is_(None), _row.c.attempts + 1 < literal(RETRY.attempts))
_GIVE_UP = (
    update(_row)
    .where(~_may_repeat)
    .values(status="dead", attempts=_row.c.attempts + 1, leased_until=None, error=PERHAPS_SENT)
)
_GIVE_BACK = (
    update(_row)
    .where(_may_repeat)
    .values(status="waiting", attempts=_row.c.attempts + 1, leased_until=None, not_before=_NOW)
)
_END_LEASES = (_GIVE_UP.where(*_abandoned), _GIVE_BACK.where(*_abandoned))
_of_channel = (_row.c.channel == bindparam("name"), _row.c.status == _SENDING)
_CLAIMERS = select(_row.c.claimed_by).where(*_of_channel, _row.c.claimed_by.is_not(None)).distinct()
_of_dead = (*_of_channel, _row.c.claimed_by.in_(bindparam("dead", expanding=True)))
_TAKE_OVER = (_GIVE_UP.where(*_of_dead), _GIVE_BACK.where(*_of_dead))


def free_abandoned(session: Session, channel: str, now: datetime, leased_to: datetime | None = None) -> None:
    """Take back what a sender that died had claimed. What may go out at most once is given up instead.

    Leases up to now have ended; the only process there is may give a later `leased_to`, for all are its own.
    """
    give_up, give_back = _END_LEASES
    claimed = {"name": channel, "leased_to": leased_to or now}
    session.execute(give_up, claimed)
    session.execute(give_back, {**claimed, "now": now})


def take_over(session: Session, channel: str, process: int, now: datetime) -> None:
    """Take back at once what processes that are gone had claimed, whatever their leases say.

    `process` is the caller's own number. Only PostgreSQL is shared by several.
    """
    claimers = set(session.scalars(_CLAIMERS, {"name": channel})) - {process}
    dead = [claimer for claimer in claimers if session.scalar(IS_GONE, {"process": claimer})]
    if dead:
        give_up, give_back = _TAKE_OVER
        session.execute(give_up, {"name": channel, "dead": dead})
        session.execute(give_back, {"name": channel, "dead": dead, "now": now})


def claim(session: Session, terms: Terms, rechecks: Mapping[str, Recheck]) -> Claimed:
    """Take messages to send; they are this process's until `terms.lease` has passed."""
    channel, now = terms.channel, terms.now
    if terms.places <= 0 or not session.scalar(_SOMETHING, {"name": channel, "now": now, "leased_to": now}):
        return Claimed()
    paced = pace.lock(session, channel, terms.rate, now)
    if paced.paused_until is not None and now < paced.paused_until:
        moved = moving.fetch_held_up(session, channel, paced.paused_until, terms.channels, now)
        return Claimed(settled=moved, again_at=paced.paused_until)
    free_abandoned(session, channel, now)
    due = session.execute(
        _DUE, {"name": channel, "now": now, "tired": list(terms.tired), "places": terms.places}
    ).all()
    picked, again_at = _affordable([OutboxRow(*row) for row in due], terms, paced)
    rows = [ready for row in picked if (ready := _ready(session, row, terms, rechecks)) is not None]
    if rows:
        session.execute(
            _TAKE, {"ids": [row.id for row in rows], "until": now + terms.lease, "process": terms.process}
        )
        pace.keep(session, channel, paced.taken(len(rows), now, terms.rate))
    return Claimed(tuple(rows), len(picked) - len(rows), again_at)


def _affordable(
    due: Sequence[OutboxRow], terms: Terms, paced: Pace
) -> tuple[list[OutboxRow], datetime | None]:
    """What the budget and the places allow, and when it will allow more. Replies are first in line, and as
    many of them go out at once as there is room for; what is no reply goes out one after the other, and
    leaves some of that room.
    """
    picked: list[OutboxRow] = []
    bulk, left = 0, paced
    for row in due:
        is_bulk = row.priority > REPLY
        room = 1 + terms.rate.kept_free if is_bulk else 1
        when = left.recent.when(room, terms.rate, terms.now)
        if is_bulk:
            when = max(when, left.bucket.when(1, terms.rate))
        if when > terms.now:
            return picked, when
        if is_bulk and bulk >= terms.bulk_places:
            break
        bulk += is_bulk
        left = left.taken(1, terms.now, terms.rate)
        picked.append(row)
    return picked, None


def _ready(
    session: Session, row: OutboxRow, terms: Terms, rechecks: Mapping[str, Recheck]
) -> OutboxRow | None:
    """The row as it is to be sent; None when its turn ended or was put off."""
    decided = _decided(session, row, rechecks, terms.now)
    if decided is not None and terms.plan is not None:
        decided = in_plan(session, decided, terms.plan, terms.now, terms.channels)
    if decided is None or terms.window is None:
        return decided
    return in_window(session, decided, terms.window, terms.now, terms.channels)


def _decided(
    session: Session, row: OutboxRow, rechecks: Mapping[str, Recheck], now: datetime
) -> OutboxRow | None:
    """The row as it is to be sent; None when it was dropped, put off, or could not be checked."""
    if row.useless_after is not None and row.useless_after < now:
        outbox.drop(session, row.id, row.attempts, TOO_LATE)
        return None
    if row.recheck is None:
        return row
    try:
        with session.begin_nested():
            decision = _ask(session, row, rechecks, now)
    except Exception as error:
        if is_outage(error):
            raise
        _check_failed(session, row, error, now)
        return None
    if isinstance(decision, Drop):
        outbox.drop(session, row.id, row.attempts, decision.reason)
        return None
    if isinstance(decision, Later):
        later = max(decision.when, now + timedelta(seconds=1))
        outbox.again(session, row.id, payload=row.payload, tries=row.attempts, when=later, why="")
        return None
    if decision.message is None:
        return row
    changed = storable(decision.message.as_json())
    outbox.again(session, row.id, payload=changed, tries=row.attempts, when=now, why="")
    return replace(row, payload=changed)


def _ask(session: Session, row: OutboxRow, rechecks: Mapping[str, Recheck], now: datetime) -> Decision:
    name = str((row.recheck or {}).get("name"))
    if name not in rechecks:
        raise LookupError(f"there is no recheck named {name!r}")
    return rechecks[name](session, session.get_one(Outbox, row.id), now)


def _check_failed(session: Session, row: OutboxRow, error: Exception, now: datetime) -> None:
    tries = row.attempts + 1
    wait = RETRY.after(tries, spread_of(row.id))
    if wait is None:
        outbox.bury(session, row.id, tries, repr(error))
    else:
        outbox.again(session, row.id, payload=row.payload, tries=tries, when=now + wait, why=repr(error))
