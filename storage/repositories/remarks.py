"""Remarks on reports: made, answered by a correction or in words, closed; one statement decides of two."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.orm import Session

from core.review import ANSWERED, RUNNING, RemarkState, changes
from storage.models import Fact, FactDoubt, Person, Remark


def add(session: Session, remark: Remark) -> Remark:
    """Store a remark; the same one by the same person, still open, is not made twice."""
    there = session.scalar(
        select(Remark).where(
            Remark.fact_id == remark.fact_id,
            Remark.about == remark.about,
            Remark.by == remark.by,
            Remark.reason == remark.reason,
            Remark.state == RemarkState.OPEN,
        )
    )
    if there is not None:
        return there
    session.add(remark)
    session.flush()
    return remark


def running(session: Session, fact_id: int) -> Sequence[Remark]:
    """The remarks on a report as it stands that are not closed, oldest first."""
    return session.scalars(
        select(Remark).where(Remark.fact_id == fact_id, Remark.state.in_(RUNNING)).order_by(Remark.id)
    ).all()


def to_answer(session: Session, person_id: int, tenant_id: int | None = None) -> Sequence[Remark]:
    """Open remarks on reports of a person, and those from above on any report of a tenant; oldest first."""
    mine = Fact.reporter_id == person_id
    from_above = and_(Fact.tenant_id == tenant_id, Remark.tenant_id != tenant_id)
    return session.scalars(
        select(Remark)
        .join(Fact, Fact.id == Remark.fact_id)
        .where(mine if tenant_id is None else or_(mine, from_above), Remark.state == RemarkState.OPEN)
        .order_by(Remark.id)
    ).all()


def to_look_at(session: Session, tenant_id: int, limit: int) -> Sequence[Remark]:
    """Remarks that a tenant made and that were answered, oldest first."""
    query = select(Remark).where(Remark.tenant_id == tenant_id, Remark.state.in_(ANSWERED))
    return session.scalars(query.order_by(Remark.answered_at, Remark.id).limit(limit)).all()


def explain(session: Session, remark_id: int, text: str, now: datetime) -> bool:
    """The report stays as it is, and why; False if the remark was not open any more."""
    return _moved(
        session,
        remark_id,
        (RemarkState.OPEN,),
        state=RemarkState.EXPLAINED,
        answer=text,
        answered_at=now,
    )


def close(session: Session, remark_id: int, by: int, now: datetime) -> bool:
    """Whoever sent the report back needs no more; False if it was closed before."""
    return _moved(session, remark_id, RUNNING, state=RemarkState.CLOSED, closed_by=by, closed_at=now)


def seen(session: Session, fact_id: int, tenant_id: int, by: int, now: datetime) -> list[Remark]:
    """Close what a tenant remarked about a report and was answered; where nothing was, what is open."""
    of_tenant = [each for each in running(session, fact_id) if each.tenant_id == tenant_id]
    answered = [each for each in of_tenant if each.state in ANSWERED] or of_tenant
    return [each for each in answered if close(session, each.id, by, now)]


def corrected(session: Session, old: Fact, new: Fact, by: Person, now: datetime) -> list[Remark]:
    """The corrected report takes over the remarks on the old one; those that it answers.

    What somebody sent back and then corrected themselves is closed.
    """
    answered = []
    for remark in running(session, old.id):
        remark.fact_id = new.id
        if remark.by == by.id:
            remark.state, remark.closed_by, remark.closed_at = RemarkState.CLOSED, by.id, now
        elif changes(remark.about, old.fields, new.fields):
            remark.state, remark.answered_at, remark.answer = RemarkState.CORRECTED, now, ""
            answered.append(remark)
    session.flush()
    return answered


def forget_words(session: Session, person_id: int) -> None:
    """What a person wrote in answer to remarks, and what their reports were asked about, is no more."""
    mine = select(Fact.id).where(Fact.reporter_id == person_id)
    session.execute(update(Remark).where(Remark.fact_id.in_(mine)).values(answer=""))
    session.execute(delete(FactDoubt).where(FactDoubt.fact_id.in_(mine)))


def _moved(session: Session, remark_id: int, before: Sequence[str], **changed: object) -> bool:
    moved = session.scalar(
        update(Remark)
        .where(Remark.id == remark_id, Remark.state.in_(before))
        .values(**changed)
        .returning(Remark.id)
        .execution_options(synchronize_session="fetch")
    )
    return moved is not None
