"""The ledger of what was due: which runs there were, and the one insert that decides who does the next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select, tuple_, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from storage.models import DueRun, Person, Tenant
from storage.models.base import table
from storage.upserts import dialect_of, insert_into
from storage.written_once import run

DONE = "done"
SKIPPED = "skipped"

_NOW: BindParameter[datetime] = bindparam("now")
_COUNTS = (DueRun.outcome != SKIPPED) | (DueRun.ran_at <= _NOW)
_AROUND = (
    select(DueRun.due_at, DueRun.outcome)
    .where(
        DueRun.job == bindparam("job"),
        DueRun.tenant_id == bindparam("tenant"),
        DueRun.due_at > bindparam("after"),
        DueRun.due_at < bindparam("before"),
        _COUNTS,
    )
    .order_by(DueRun.due_at)
)
_KEY = DueRun.job, DueRun.tenant_id, DueRun.due_at
_MADE = select(*_KEY).where(tuple_(*_KEY).in_(bindparam("keys", expanding=True)), _COUNTS)
_TENANTS = (
    select(Tenant.id, Tenant.code, Tenant.timezone, func.min(Person.joined_at, type_=Person.joined_at.type))
    .join(Person, Person.tenant_id == Tenant.id)
    .group_by(Tenant.id, Tenant.code, Tenant.timezone)
    .order_by(Tenant.id)
)
_NOTE = update(table(DueRun)).where(table(DueRun).c.id == bindparam("run")).values(counts=bindparam("found"))


@dataclass(frozen=True, slots=True)
class DueTenant:
    """A tenant and since when it has people; before that nothing was due."""

    id: int
    code: str
    zone: str
    since: datetime


@dataclass(frozen=True, slots=True)
class DueKey:
    """What is run once: a job, for a tenant, at a moment."""

    job: str
    tenant_id: int
    due_at: datetime


def tenants(session: Session) -> tuple[DueTenant, ...]:
    """All tenants that have people, by id."""
    return tuple(DueTenant(*row) for row in run(session, _TENANTS))


def tenants_begun(session: Session) -> frozenset[int]:
    """The ids of the tenants for which something was run, or found too late, before."""
    return frozenset(session.scalars(select(DueRun.tenant_id).distinct()))


def runs_around(
    session: Session, key: DueKey, within: timedelta, now: datetime
) -> tuple[tuple[datetime, str], ...]:
    """(due moment, outcome) of this job's runs less than so long before or after, oldest first.

    What was found too late by a clock that was ahead, and was put back since, was not too late.
    """
    between = {"after": key.due_at - within, "before": key.due_at + within}
    rows = run(session, _AROUND, job=key.job, tenant=key.tenant_id, now=now, **between)
    return tuple((due_at, outcome) for due_at, outcome in rows)


def made(session: Session, keys: Collection[DueKey], now: datetime) -> frozenset[DueKey]:
    """Those of them that were run, or found too late, at that very moment."""
    wanted = [(key.job, key.tenant_id, key.due_at) for key in keys]
    return (
        frozenset(DueKey(*row) for row in run(session, _MADE, keys=wanted, now=now)) if keys else frozenset()
    )


def claim(session: Session, key: DueKey, now: datetime, outcome: str) -> int | None:
    """Insert the run; its id, or None when another process has it (after waiting for that one to commit).

    It takes the place of one that was skipped by a clock that was ahead.
    """
    values = {
        "job": key.job,
        "tenant_id": key.tenant_id,
        "due_at": key.due_at,
        "ran_at": now,
        "outcome": outcome,
        "counts": {},
    }
    run_id: int | None = session.execute(_claim(dialect_of(session)), values).scalar_one_or_none()
    return run_id


@cache
def _claim(dialect: str) -> ReturningInsert[Any]:
    row = table(DueRun)
    new = insert_into(row, dialect)
    insert = new.on_conflict_do_update(
        index_elements=["job", "tenant_id", "due_at"],
        set_={"ran_at": new.excluded.ran_at, "outcome": new.excluded.outcome},
        where=(row.c.outcome == SKIPPED) & (row.c.ran_at > new.excluded.ran_at),
    )
    return insert.returning(DueRun.id)


def note_counts(session: Session, run_id: int, counts: Mapping[str, int]) -> None:
    """Write down what the run did."""
    run(session, _NOTE, run=run_id, found=dict(counts))
