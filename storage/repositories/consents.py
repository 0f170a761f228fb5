"""Who agreed to what, or objected: every yes is a row of its own, which is closed when it is taken back."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from core.consents import Basis, Purpose
from storage.models import Consent, Person


def agreed(purpose: str) -> ColumnElement[bool]:
    """Of a person: whether they agreed to the purpose and did not take it back."""
    given = select(Consent.person_id).where(Consent.purpose == purpose, Consent.withdrawn_at.is_(None))
    return Person.id.in_(given)


def objecting(session: Session, purpose: str, people: Collection[int]) -> frozenset[int]:
    """Those of these people who said no to what rests on their duty, and did not let it go on since."""
    rows = session.execute(
        select(Consent.person_id, Consent.withdrawn_at).where(
            Consent.purpose == purpose, Consent.person_id.in_(people)
        )
    ).all()
    return frozenset(row.person_id for row in rows) - {
        row.person_id for row in rows if row.withdrawn_at is None
    }


def standing(session: Session, person_id: int) -> Mapping[str, datetime]:
    """What a person agreed to and did not take back, since when."""
    query = select(Consent.purpose, Consent.given_at).where(
        Consent.person_id == person_id, Consent.withdrawn_at.is_(None)
    )
    return {row.purpose: row.given_at for row in session.execute(query)}


def holds(session: Session, person_id: int, purpose: Purpose) -> bool:
    """Whether the person's data are used so."""
    if purpose.basis is Basis.CONSENT:
        return purpose.code in standing(session, person_id)
    return not objecting(session, purpose.code, [person_id])


def give(session: Session, person_id: int, purpose: Purpose, version: str, now: datetime) -> bool:
    """Keep a yes in the words of this version; False where it holds already."""
    if holds(session, person_id, purpose):
        return False
    session.add(Consent(person_id=person_id, purpose=purpose.code, version=version, given_at=now))
    session.flush()
    return True


def take_back(session: Session, person: Person, purpose: Purpose, now: datetime) -> bool:
    """End a yes, or what held without one; False where it did not hold."""
    if not holds(session, person.id, purpose):
        return False
    mine = (Consent.person_id == person.id, Consent.purpose == purpose.code, Consent.withdrawn_at.is_(None))
    if session.scalar(select(Consent.id).where(*mine).limit(1)) is None:
        told_at = person.consent_at or person.joined_at
        version = person.consent_version or ""
        values = {"purpose": purpose.code, "version": version, "given_at": told_at}
        session.add(Consent(person_id=person.id, withdrawn_at=now, **values))
    else:
        session.execute(update(Consent).where(*mine).values(withdrawn_at=now))
    session.flush()
    return True
