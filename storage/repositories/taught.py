"""Words that admins have taught: added, taken back, and those that are heard now."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.orm import Session

from core.understanding.taught import Taught
from storage.models import Person, TaughtWord, Tenant
from storage.models.base import table

_word, _tenant = table(TaughtWord), table(Tenant)

# Asked before every message that is read: no objects.
_HEARD = (
    select(_word.c.phrase, _word.c.fact_type, _word.c.field, _word.c.option)
    .join(_tenant, _tenant.c.id == _word.c.tenant_id)
    .where(_tenant.c.code == bindparam("tenant"), _word.c.removed_at.is_(None))
    .order_by(_word.c.id)
)


def taught(session: Session, tenant_code: str) -> tuple[Taught, ...]:
    """The words of a tenant that are heard now, in the order of adding."""
    session.flush()
    rows = session.connection().execute(_HEARD, {"tenant": tenant_code})
    return tuple(Taught(phrase, kind, field or "", option or "") for phrase, kind, field, option in rows)


def listed(session: Session, tenant_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """Those words with their number, who added them and when (`word`, `name`), the latest first."""
    return session.execute(
        select(TaughtWord.id, TaughtWord, Person.name)
        .join(Person, Person.id == TaughtWord.added_by)
        .where(TaughtWord.tenant_id == tenant_id, TaughtWord.removed_at.is_(None))
        .order_by(TaughtWord.id.desc())
    ).all()


def add(session: Session, tenant_id: int, word: Taught, by: tuple[int, datetime]) -> TaughtWord:
    """The word is heard from now on; the same row where it is already."""
    same = (
        TaughtWord.phrase == word.phrase,
        TaughtWord.fact_type == word.fact_type,
        TaughtWord.field.is_not_distinct_from(word.field or None),
        TaughtWord.option.is_not_distinct_from(word.option or None),
    )
    there = session.scalar(
        select(TaughtWord).where(TaughtWord.tenant_id == tenant_id, TaughtWord.removed_at.is_(None), *same)
    )
    if there is not None:
        return there
    person_id, now = by
    row = TaughtWord(
        tenant_id=tenant_id,
        phrase=word.phrase,
        fact_type=word.fact_type,
        field=word.field or None,
        option=word.option or None,
        added_by=person_id,
        added_at=now,
    )
    session.add(row)
    session.flush()
    return row


def remove(session: Session, tenant_id: int, word_id: int, by: tuple[int, datetime]) -> TaughtWord | None:
    """The word is heard no more; None if it was not. One statement decides."""
    person_id, now = by
    return session.scalar(
        update(TaughtWord)
        .where(TaughtWord.id == word_id, TaughtWord.tenant_id == tenant_id, TaughtWord.removed_at.is_(None))
        .values(removed_by=person_id, removed_at=now)
        .returning(TaughtWord)
    )
