"""What somebody reports: the kinds of their latest reports."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.models import Fact
from storage.repositories.facts import STANDING


def recent_kinds(session: Session, person_id: int, among: Collection[str], limit: int) -> tuple[str, ...]:
    """The codes of at most `limit` of these kinds that this person has reported, the one used last first.

    What was taken back or rejected is no use of a kind.
    """
    query = (
        select(Fact.type)
        .where(Fact.reporter_id == person_id, Fact.status.in_(STANDING), Fact.type.in_(among))
        .group_by(Fact.type)
        .order_by(func.max(Fact.recorded_at).desc(), func.max(Fact.id).desc())
        .limit(limit)
    )
    return tuple(session.scalars(query))
