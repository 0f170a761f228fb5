"""One-time codes by which a person links one more contact, and how often a contact may be wrong."""

from datetime import datetime, timedelta

from sqlalchemy import case, delete, or_, select, update
from sqlalchemy.orm import Session

from storage.models import Contact, LinkCode
from storage.repositories.people import code_hash

#: wrong codes after which a contact has to wait, and how long
MOST_WRONG, WAIT = 5, timedelta(hours=1)


def add(session: Session, person_id: int, contact_id: int, code: str, until: datetime) -> bool:
    """This is the person's code now, and no earlier one; False when it is another one's by chance."""
    forget(session, person_id)
    hashed = code_hash(code)
    if session.scalar(select(LinkCode.person_id).where(LinkCode.code_hash == hashed)):
        return False
    session.add(LinkCode(person_id=person_id, contact_id=contact_id, code_hash=hashed, expires_at=until))
    session.flush()
    return True


def forget(session: Session, person_id: int) -> None:
    """No code of this person is good for anything any more."""
    session.execute(delete(LinkCode).where(LinkCode.person_id == person_id))


def may_try(session: Session, contact_id: int, now: datetime) -> bool:
    """Whether the contact was not wrong too often lately."""
    rested = or_(Contact.wrong_codes_since.is_(None), Contact.wrong_codes_since <= now - WAIT)
    free = select(Contact.id).where(Contact.id == contact_id, rested | (Contact.wrong_codes < MOST_WRONG))
    return session.scalar(free) is not None


def wrong(session: Session, contact_id: int, now: datetime) -> bool:
    """A code was typed that is none; whether it was the last that may be tried for now."""
    over = or_(Contact.wrong_codes_since.is_(None), Contact.wrong_codes_since <= now - WAIT)
    counted = session.scalar(
        update(Contact)
        .where(Contact.id == contact_id)
        .values(
            wrong_codes=case((over, 1), else_=Contact.wrong_codes + 1),
            wrong_codes_since=case((over, now), else_=Contact.wrong_codes_since),
        )
        .returning(Contact.wrong_codes)
    )
    return counted is not None and counted >= MOST_WRONG


def find(session: Session, code: str) -> LinkCode | None:
    """The code somebody asked for, expired or not; none that was used."""
    return session.scalar(select(LinkCode).where(LinkCode.code_hash == code_hash(code)))


def bind(session: Session, person_id: int, contact_id: int) -> bool:
    """The code was typed at this contact, and can be used nowhere else; False when it was at another."""
    unbind(session, contact_id, but=person_id)
    bound = session.scalar(
        update(LinkCode)
        .where(LinkCode.person_id == person_id)
        .where(or_(LinkCode.typed_at_id.is_(None), LinkCode.typed_at_id == contact_id))
        .values(typed_at_id=contact_id)
        .returning(LinkCode.person_id)
    )
    return bound is not None


def unbind(session: Session, contact_id: int, but: int | None = None) -> None:
    """No code that was typed at this contact counts as typed any more, `but` that of this person."""
    typed = update(LinkCode).where(LinkCode.typed_at_id == contact_id, LinkCode.person_id != (but or 0))
    session.execute(typed.values(typed_at_id=None))


def use(session: Session, person_id: int, contact_id: int, now: datetime) -> bool:
    """Use up the person's code that was typed at this contact. One statement decides."""
    used = session.scalar(
        delete(LinkCode)
        .where(LinkCode.person_id == person_id, LinkCode.typed_at_id == contact_id)
        .where(LinkCode.expires_at > now)
        .returning(LinkCode.person_id)
    )
    return used is not None
