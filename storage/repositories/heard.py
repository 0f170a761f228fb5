"""Heard messages: kept, told what became of them, and forgotten."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from storage.models import HeardMessage

#: how a message turned out; what stands further on says more against its reading
STATUSES = ("read", "unread", "amended", "otherwise", "corrected")
#: those that an admin looks at
PUZZLING = STATUSES[1:]


@dataclass(frozen=True, slots=True)
class Said:
    """By whom and when. `key` is that of the first form the message opened."""

    tenant_id: int
    person_id: int
    key: str
    at: datetime


def keep(
    session: Session, said: Said, text: str, understood: tuple[str, str | None], *, unread: bool
) -> None:
    """A message with its intent and kind of report."""
    intent, fact_type = understood
    session.execute(
        insert(HeardMessage).values(
            tenant_id=said.tenant_id,
            person_id=said.person_id,
            key=said.key,
            at=said.at,
            text=text,
            intent=intent,
            fact_type=fact_type,
            status="unread" if unread else "read",
        )
    )


def turned_out(
    session: Session, person_id: int, draft_key: str, status: str, fact_id: int | None = None
) -> None:
    """The message behind a form became a report, or its report was corrected. The worst of several stays."""
    row = session.execute(
        select(HeardMessage.id, HeardMessage.status, HeardMessage.fact_id)
        .where(HeardMessage.person_id == person_id, HeardMessage.key == _key(draft_key))
        .order_by(HeardMessage.id)
        .limit(1)
    ).first()
    if row is not None:
        session.execute(
            update(HeardMessage)
            .where(HeardMessage.id == row.id)
            .values(
                status=max(row.status, status, key=STATUSES.index),
                fact_id=fact_id if row.fact_id is None else row.fact_id,
            )
        )


def forget_form(session: Session, person_id: int, draft_key: str) -> None:
    """The message behind a form is not kept after all."""
    session.execute(
        delete(HeardMessage).where(HeardMessage.person_id == person_id, HeardMessage.key == _key(draft_key))
    )


def forget_unread(session: Session, person_id: int, since: datetime) -> None:
    """What a person has said in vain since then."""
    session.execute(
        delete(HeardMessage).where(
            HeardMessage.person_id == person_id, HeardMessage.status == "unread", HeardMessage.at >= since
        )
    )


def forget_before(session: Session, tenant_id: int, moment: datetime) -> int:
    """All that a tenant's people said before the moment; how much it was."""
    gone = session.scalars(
        delete(HeardMessage)
        .where(HeardMessage.tenant_id == tenant_id, HeardMessage.at < moment)
        .returning(HeardMessage.id)
    )
    return len(gone.all())


def _key(draft_key: str) -> str:
    return draft_key.partition("-")[0]
