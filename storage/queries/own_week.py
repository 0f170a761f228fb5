"""What one person sent in a week, and what became of it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.review import RemarkState
from core.rounds import Round
from storage.models import Fact, Remark
from storage.queries.silent import recorded_in
from storage.queries.visible import open_to_all
from storage.queries.weekly import KindCount


@dataclass(frozen=True, slots=True)
class Sent:
    """`facts` are the ids of the reports sent in the time, newest first, by kind in `kinds`.

    Of whenever they are: `pending` reports wait for a decision, `sent_back` (receipts) for the person.
    """

    facts: tuple[int, ...]
    kinds: tuple[KindCount, ...]
    pending: int
    sent_back: tuple[str, ...]


def sent_by(session: Session, person_id: int, when: Round) -> Sent:
    """All of it, of one person, but for what is kept confidential."""
    mine = (Fact.reporter_id == person_id) & open_to_all()
    ids = select(Fact.id).where(mine, recorded_in(when)).order_by(Fact.id.desc())
    kinds = (
        select(Fact.type, func.count())
        .where(mine, recorded_in(when))
        .group_by(Fact.type)
        .order_by(func.count().desc(), Fact.type)
    )
    pending = select(func.count()).select_from(Fact).where(mine, Fact.status == "pending")
    back = (
        select(Fact.receipt)
        .join(Remark, Remark.fact_id == Fact.id)
        .where(mine, Remark.state == RemarkState.OPEN)
        .group_by(Fact.receipt)
        .order_by(func.min(Remark.id))
    )
    return Sent(
        facts=tuple(session.scalars(ids)),
        kinds=tuple(KindCount(*row) for row in session.execute(kinds)),
        pending=session.scalar(pending) or 0,
        sent_back=tuple(session.scalars(back)),
    )
