"""The trail: who changed what, when, from which message.

Lines are put to the end of their chain just before the transaction is committed: until then it holds no lock
that somebody who waits for a row of ours may hold.
"""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import event, insert, select, update
from sqlalchemy.orm import Session, SessionTransaction

from core.trail import ERASED, START, Break, Line, Words, breaks, digest_of, seal_of
from storage.models import Audit
from storage.models.base import table
from storage.repositories.locks import alone

_NOTED = "lines of the trail"
_audit = table(Audit)
#: lines in memory at once
_BATCH = 1000
#: the chain of what concerns no single tenant
INSTALLATION = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one thing; `old` and `new` are what differs. `chain`: the tenant it belongs to."""

    at: datetime
    actor_id: int | None
    action: str
    entity: str
    entity_id: int
    old: dict[str, Any] | None = None
    new: dict[str, Any] | None = None
    inbox_id: int | None = None
    chain: int = INSTALLATION


@dataclass(frozen=True, slots=True)
class Checked:
    """A chain that was gone through: how many lines, the last one's seal, and where it does not hold."""

    chain: int
    lines: int
    seal: str
    breaks: tuple[Break, ...]


def waiting(session: Session) -> list[Change]:
    """What was noted in this transaction so far."""
    return [change for _, change in session.info.get(_NOTED, ())]


def note(session: Session, change: Change) -> None:
    """One more line of the trail, stored with the caller's transaction."""
    noted = session.info.setdefault(_NOTED, [])
    noted.append((session.get_nested_transaction(), change))


def erase_words(
    session: Session,
    words: Iterable[tuple[Audit, Words, Words]],
    at: datetime,
    actor_id: int | None,
    inbox_id: int | None = None,
) -> None:
    """Put other words in the place of those of these lines, for good; that it was done is a line as well."""
    done: dict[int, dict[str, str]] = {}
    for line, old, new in words:
        values = {"old": old, "new": new, "salt": None}
        session.execute(update(_audit).where(_audit.c.id == line.id).values(values))
        done.setdefault(line.chain, {})[str(line.seq)] = digest_of(old, new, None)
    for chain, lines in done.items():
        told = {"lines": lines}
        note(session, Change(at, actor_id, ERASED, "audit", chain, None, told, inbox_id, chain))


def chains(session: Session) -> Sequence[int]:
    """The chains there are."""
    return session.scalars(select(_audit.c.chain).distinct().order_by(_audit.c.chain)).all()


def checked(session: Session, chain: int) -> Checked:
    """Go through a whole chain; some lines are in memory at a time."""
    last = _last(session, chain)
    return Checked(chain, last[0], last[1], tuple(breaks(_lines(session, chain))))


def seal_at(session: Session, chain: int, seq: int) -> str | None:
    """The seal of a line, None where there is none of that number."""
    return session.scalar(select(_audit.c.seal).where(_audit.c.chain == chain, _audit.c.seq == seq))


def _lines(session: Session, chain: int) -> Iterator[tuple[Line, str, str | None, Words, Words]]:
    query = select(_audit).where(_audit.c.chain == chain).order_by(_audit.c.seq)
    for row in session.execute(query.execution_options(yield_per=_BATCH)):
        line = Line(
            row.chain,
            row.seq,
            row.at,
            row.actor_id,
            row.action,
            row.entity,
            row.entity_id,
            row.inbox_id,
            row.digest,
        )
        yield line, row.seal, row.salt, row.old, row.new


def _last(session: Session, chain: int) -> tuple[int, str]:
    of_chain = select(_audit.c.seq, _audit.c.seal).where(_audit.c.chain == chain)
    found = session.execute(of_chain.order_by(_audit.c.seq.desc()).limit(1)).first()
    return (found.seq, found.seal) if found else (0, START)


@event.listens_for(Session, "before_commit")
def _seal(session: Session) -> None:
    """Put what was noted to the end of the chains, of several always in the same order."""
    if _NOTED not in session.info or session.in_nested_transaction():
        return
    session.flush()  # what waits for rows of others waits before a chain is held
    noted: list[Change] = [change for _, change in session.info.pop(_NOTED)]
    rows: list[dict[str, Any]] = []
    for chain in sorted({change.chain for change in noted}):
        alone(session, f"audit:{chain}")
        seq, seal = _last(session, chain)
        for change in noted:
            if change.chain == chain:
                seq += 1
                rows.append(_row(change, seq, seal))
                seal = rows[-1]["seal"]
    session.execute(insert(_audit), rows)


@event.listens_for(Session, "after_soft_rollback")
def _forget(session: Session, rolled_back: SessionTransaction) -> None:
    """What was undone is not told of."""
    noted = session.info.get(_NOTED, [])
    left = [(within, change) for within, change in noted if not _inside(within, rolled_back)]
    if rolled_back.nested and left:
        session.info[_NOTED] = left
    else:
        session.info.pop(_NOTED, None)


def _inside(within: SessionTransaction | None, outer: SessionTransaction) -> bool:
    while within is not None and within is not outer:
        within = within.parent
    return within is not None


def _row(change: Change, seq: int, before: str) -> dict[str, Any]:
    salt = secrets.token_hex(16)
    line = Line(
        change.chain,
        seq,
        change.at,
        change.actor_id,
        change.action,
        change.entity,
        change.entity_id,
        change.inbox_id,
        digest_of(change.old, change.new, salt),
    )
    return {
        "at": line.at,
        "actor_id": line.actor_id,
        "action": line.action,
        "entity": line.entity,
        "entity_id": line.entity_id,
        "old": change.old,
        "new": change.new,
        "inbox_id": line.inbox_id,
        "chain": line.chain,
        "seq": seq,
        "salt": salt,
        "digest": line.digest,
        "seal": seal_of(before, line),
    }
