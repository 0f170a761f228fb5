"""Closed periods of a tenant: closed, opened again for some days, asked for; the first decision holds."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from core.locks import OPEN_FOR
from core.spans import Span
from storage.models import PeriodLock, UnlockRequest


def standing(session: Session, tenant_id: int) -> Sequence[PeriodLock]:
    """The periods that are closed, those opened for some days among them; the latest first."""
    query = select(PeriodLock).where(PeriodLock.tenant_id == tenant_id, PeriodLock.ended_at.is_(None))
    return session.scalars(query.order_by(PeriodLock.last.desc(), PeriodLock.first)).all()


def closing(session: Session, tenant_id: int, days: tuple[date, date], now: datetime) -> PeriodLock | None:
    """The closed period that one of these days (the first and the last) is in at this moment."""
    return session.scalar(
        select(PeriodLock)
        .where(
            PeriodLock.tenant_id == tenant_id,
            PeriodLock.ended_at.is_(None),
            PeriodLock.first <= days[1],
            PeriodLock.last >= days[0],
            or_(PeriodLock.open_until.is_(None), PeriodLock.open_until <= now),
        )
        .order_by(PeriodLock.last.desc())
        .limit(1)
    )


def close(session: Session, tenant_id: int, span: Span, by: int, now: datetime) -> PeriodLock:
    """Close a period; one that is closed is so once, and one opened for some days is closed again."""
    there = next((one for one in standing(session, tenant_id) if Span(one.first, one.last) == span), None)
    if there is not None:
        there.open_until = None
        session.flush()
        return there
    lock = PeriodLock(tenant_id=tenant_id, first=span.first, last=span.last, closed_by=by, closed_at=now)
    session.add(lock)
    session.flush()
    return lock


def reopen(session: Session, lock: PeriodLock, by: int, now: datetime) -> datetime:
    """Open it for some days from now on; until when."""
    lock.open_until, lock.opened_by = now + OPEN_FOR, by
    session.flush()
    return now + OPEN_FOR


def ask(session: Session, lock_id: int, by: int, why: str, now: datetime) -> tuple[UnlockRequest, bool]:
    """The request to open it, and whether it is new: one that nobody decided about yet is not made twice."""
    there = session.scalar(
        select(UnlockRequest).where(
            UnlockRequest.lock_id == lock_id, UnlockRequest.asked_by == by, UnlockRequest.granted.is_(None)
        )
    )
    if there is not None:
        return there, False
    request = UnlockRequest(lock_id=lock_id, asked_by=by, asked_at=now, why=why)
    session.add(request)
    session.flush()
    return request, True


def asked(session: Session, lock_id: int) -> Sequence[UnlockRequest]:
    """Who asked to open it, the latest first."""
    query = select(UnlockRequest).where(UnlockRequest.lock_id == lock_id)
    return session.scalars(query.order_by(UnlockRequest.id.desc())).all()


def decide(session: Session, request_id: int, by: int, now: datetime, *, granted: bool) -> bool:
    """Decide about a request; False if somebody has."""
    decided = session.scalar(
        update(UnlockRequest)
        .where(UnlockRequest.id == request_id, UnlockRequest.granted.is_(None))
        .values(granted=granted, decided_by=by, decided_at=now)
        .returning(UnlockRequest.id)
        .execution_options(synchronize_session="fetch")
    )
    return decided is not None
