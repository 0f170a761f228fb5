"""Questions as they were asked, what the bot made of them and what the asker said of that."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from storage.models import AskedQuestion


def keep(session: Session, question: dict[str, object]) -> int:
    """Keep a question; `question` holds its columns. Its id."""
    kept = session.scalars(insert(AskedQuestion).values(**question).returning(AskedQuestion.id))
    return kept.one()


def last_about(session: Session, person_id: int, article: str) -> AskedQuestion | None:
    """The person's latest question that this article answered."""
    return session.scalar(
        select(AskedQuestion)
        .where(AskedQuestion.person_id == person_id, AskedQuestion.article == article)
        .order_by(AskedQuestion.id.desc())
        .limit(1)
    )


def last_of(session: Session, person_id: int) -> AskedQuestion | None:
    """The person's latest question."""
    return session.scalar(
        select(AskedQuestion)
        .where(AskedQuestion.person_id == person_id)
        .order_by(AskedQuestion.id.desc())
        .limit(1)
    )


def rate(session: Session, question_id: int, good: bool) -> None:
    session.execute(update(AskedQuestion).where(AskedQuestion.id == question_id).values(good=good))


def settle(session: Session, tenant_id: int, question_id: int, by: int, now: datetime) -> bool:
    """Somebody who keeps the knowledge has seen to it and to all that say the same; False if it is gone."""
    text = select(AskedQuestion.text).where(
        AskedQuestion.id == question_id, AskedQuestion.tenant_id == tenant_id
    )
    alike = (AskedQuestion.tenant_id == tenant_id, AskedQuestion.settled_at.is_(None))
    settled = session.scalars(
        update(AskedQuestion)
        .where(*alike, AskedQuestion.text == text.scalar_subquery())
        .values(settled_at=now, settled_by=by)
        .returning(AskedQuestion.id)
    )
    return bool(settled.all())


def forget_before(session: Session, tenant_id: int, moment: datetime) -> int:
    """All that a tenant's people asked before the moment; how much it was."""
    gone = session.scalars(
        delete(AskedQuestion)
        .where(AskedQuestion.tenant_id == tenant_id, AskedQuestion.at < moment)
        .returning(AskedQuestion.id)
    )
    return len(gone.all())
