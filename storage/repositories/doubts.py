"""What was asked about reports before they were sent, and whether somebody who reviews them has read it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from core.texts import Label
from storage.models import Fact, FactDoubt
from storage.queries.visible import open_to_all


def keep(session: Session, fact_id: int, asked: Iterable[Label]) -> None:
    """Keep what was asked about a report and said to be right."""
    session.add_all(FactDoubt(fact_id=fact_id, vi=each.vi, en=each.en) for each in asked)
    session.flush()


def about(session: Session, fact_id: int) -> Sequence[tuple[Label, bool]]:
    """What was asked about a report, and whether that was read."""
    query = select(FactDoubt).where(FactDoubt.fact_id == fact_id).order_by(FactDoubt.id)
    return [(Label(each.vi, each.en), each.seen_at is not None) for each in session.scalars(query)]


def unread(session: Session, tenant_id: int, person_id: int, since: datetime, limit: int) -> Sequence[Fact]:
    """Reports that count, of others, recorded since then, of which nobody has read what was asked."""
    query = select(Fact).where(
        Fact.tenant_id == tenant_id,
        Fact.status == "confirmed",
        Fact.reporter_id != person_id,
        Fact.recorded_at >= since,
        exists().where(FactDoubt.fact_id == Fact.id, FactDoubt.seen_at.is_(None)),
        open_to_all(),
    )
    return session.scalars(query.order_by(Fact.id).limit(limit)).all()


def read(session: Session, fact_id: int, by: int, now: datetime) -> None:
    """Somebody who reviews reports has read it."""
    asked = update(FactDoubt).where(FactDoubt.fact_id == fact_id, FactDoubt.seen_at.is_(None))
    session.execute(asked.values(seen_at=now, seen_by=by))
