"""Photos, files and places kept with a form, and so with the report it becomes."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from core.markup import writable
from core.messages import Attachment
from storage.models import Evidence


def keep(session: Session, key: str, person_id: int, items: Iterable[Attachment], now: datetime) -> None:
    """Keep what came with a message. The same picture twice in one form is kept once."""
    known = set(session.scalars(select(Evidence.stored).where(Evidence.draft_key == key)))
    for item in items:
        if item.stored is not None and item.stored in known:
            continue
        known.add(item.stored)
        session.execute(
            insert(Evidence).values(
                draft_key=key,
                person_id=person_id,
                kind=item.kind.value,
                stored=item.stored,
                mime=item.mime,
                name=writable(item.name)[:200] or None,
                latitude=item.latitude,
                longitude=item.longitude,
                added_at=now,
            )
        )


def move(session: Session, key: str, to_key: str, person_id: int) -> int:
    """What this person kept under one key belongs to another; how many there were."""
    moved = session.scalars(
        update(Evidence)
        .where(Evidence.draft_key == key, Evidence.person_id == person_id)
        .values(draft_key=to_key)
        .returning(Evidence.id)
    )
    return len(moved.all())


def drop(session: Session, key: str, person_id: int) -> None:
    """A form was thrown away, and what was kept for it."""
    session.execute(delete(Evidence).where(Evidence.draft_key == key, Evidence.person_id == person_id))


def forget_places(session: Session, person_id: int) -> None:
    """Where the person was is kept no longer; that a place was sent with a report still shows."""
    mine = update(Evidence).where(Evidence.person_id == person_id)
    session.execute(mine.values(latitude=None, longitude=None))


def of(session: Session, key: str) -> list[Evidence]:
    """What is kept under the key, in the order in which it came."""
    return list(session.scalars(select(Evidence).where(Evidence.draft_key == key).order_by(Evidence.id)))


def count(session: Session, key: str) -> int:
    """How many things are kept under the key."""
    return session.scalar(select(func.count()).where(Evidence.draft_key == key)) or 0


def counts(session: Session, keys: Collection[str]) -> dict[str, int]:
    """How many under each of these keys that has any."""
    query = select(Evidence.draft_key, func.count()).where(Evidence.draft_key.in_(keys))
    return dict(session.execute(query.group_by(Evidence.draft_key)).all())
