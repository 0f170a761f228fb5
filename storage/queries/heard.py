"""Heard messages with who said them: those an admin looks at, and the latest ones for a preview."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session

from storage.models import Fact, HeardMessage, Person, Unit
from storage.repositories.facts import STANDING
from storage.repositories.heard import PUZZLING

_SAID = (
    select(
        HeardMessage.id,
        HeardMessage.text,
        HeardMessage.at,
        HeardMessage.intent,
        HeardMessage.fact_type,
        HeardMessage.status,
        HeardMessage.fact_id,
        Person.name,
        Person.role,
        Person.organisation,
        Unit.name.label("unit"),
        func.coalesce(Fact.status.in_(STANDING), False).label("stands"),
    )
    .join(Person, Person.id == HeardMessage.person_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .outerjoin(Fact, Fact.id == HeardMessage.fact_id)
    .order_by(HeardMessage.at.desc(), HeardMessage.id.desc())
)

Rows = Sequence[Row[*tuple[Any, ...]]]


def puzzling(session: Session, tenant_id: int, first: int, limit: int) -> Rows:
    """Messages not understood, or changed afterwards, newest first, from the number `first` on."""
    return _rows(session, _SAID.where(*_puzzling(tenant_id)).offset(first).limit(limit))


def how_many_puzzling(session: Session, tenant_id: int) -> int:
    """How many of those there are."""
    return session.scalar(select(func.count()).select_from(HeardMessage).where(*_puzzling(tenant_id))) or 0


def latest(session: Session, tenant_id: int, limit: int) -> Rows:
    """The latest messages of any outcome, newest first."""
    return _rows(session, _SAID.where(HeardMessage.tenant_id == tenant_id).limit(limit))


def one(session: Session, tenant_id: int, message_id: int) -> Row[*tuple[Any, ...]] | None:
    """A message by its number."""
    return session.execute(
        _SAID.where(HeardMessage.tenant_id == tenant_id, HeardMessage.id == message_id)
    ).first()


def _puzzling(tenant_id: int) -> tuple[ColumnElement[bool], ...]:
    return HeardMessage.tenant_id == tenant_id, HeardMessage.status.in_(PUZZLING)


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> Rows:
    return session.execute(query).all()
