"""Workbooks that wait for a yes: one for each person."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from storage.models import RegisterImport


def keep(
    session: Session, by: tuple[int, int], kind: str, cells: dict[str, Any], now: datetime
) -> RegisterImport:
    """The row of a workbook; those of the same person that nobody said yes to are forgotten. `by`: tenant
    and person."""
    tenant_id, person_id = by
    session.execute(
        delete(RegisterImport).where(
            RegisterImport.person_id == person_id, RegisterImport.stored_at.is_(None)
        )
    )
    row = RegisterImport(tenant_id=tenant_id, person_id=person_id, kind=kind, cells=cells, sent_at=now)
    session.add(row)
    session.flush()
    return row


def of_person(session: Session, person_id: int, number: int) -> RegisterImport | None:
    """The workbook with this number, if it is theirs."""
    row = session.get(RegisterImport, number)
    return row if row is not None and row.person_id == person_id else None


def take(session: Session, number: int, now: datetime) -> bool:
    """It is stored from now on; False if it was before. One statement decides."""
    taken = session.scalar(
        update(RegisterImport)
        .where(RegisterImport.id == number, RegisterImport.stored_at.is_(None))
        .values(stored_at=now, cells={})
        .returning(RegisterImport.id)
    )
    return taken is not None


def forget(session: Session, number: int) -> None:
    """Nobody wants it stored."""
    session.execute(
        delete(RegisterImport).where(RegisterImport.id == number, RegisterImport.stored_at.is_(None))
    )
