"""Requests are opened once, moved by one statement that decides between two, and keep their story."""

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from core.people import PersonStatus
from core.requests.states import OPEN, WAITING, Move, RequestState, after
from storage.models import Person, Request, RequestNote


def by_key(session: Session, key: str) -> Request | None:
    """The request that this press opened, if it did."""
    return session.scalar(select(Request).where(Request.key == key))


def add(session: Session, request: Request, by: int) -> Request:
    """Store a new request with the first entry of its story: who opened it."""
    session.add(request)
    session.flush()
    _note(session, request.id, request.opened_at, by, "open", request.text)
    return request


def opened_by(session: Session, request_id: int) -> int | None:
    """Who opened it: the asker, or somebody who noted it for them."""
    query = select(RequestNote.author_id).where(RequestNote.request_id == request_id)
    return session.scalar(query.order_by(RequestNote.id).limit(1))


def open_about(session: Session, asker_id: int, subject: str) -> Request | None:
    """The request of this person about a subject that is not closed, the latest."""
    return session.scalar(
        select(Request)
        .where(Request.asker_id == asker_id, Request.subject == subject, Request.state.in_(OPEN))
        .order_by(Request.id.desc())
        .limit(1)
    )


def open_with(session: Session, asker_id: int, kind: str, text: str) -> Request | None:
    """The request of this person in these very words that is not closed."""
    same = (Request.asker_id == asker_id, Request.kind == kind, Request.text == text)
    return session.scalar(select(Request).where(*same, Request.state.in_(OPEN)).limit(1))


def asked_without_need(session: Session, asker_id: int) -> list[Request]:
    """The open requests of a person that belong to no need."""
    same = (Request.asker_id == asker_id, Request.need_id.is_(None), Request.state.in_(OPEN))
    return list(session.scalars(select(Request).where(*same).order_by(Request.id)))


def move(
    session: Session, request: Request, by: int, now: datetime, what: Move, text: str = "", **changed: object
) -> bool:
    """Make a move and write it down; False where another came first or it cannot be made any more.

    `changed`: columns of the request that the move sets besides its state.
    """
    to = after(RequestState(request.state), what, owned=request.owner_id is not None)
    if to is None:
        return False
    same = (Request.id == request.id, Request.state == request.state)
    unowned = (Request.owner_id.is_(None),) if request.owner_id is None else ()
    moved = session.scalar(
        update(Request).where(*same, *unowned).values(state=to, **changed).returning(Request.id)
    )
    if moved is None:
        session.refresh(request)
        return False
    _note(session, request.id, now, by, what, text)
    session.refresh(request)
    return True


def owned_by(session: Session, owner_id: int) -> list[Request]:
    """The requests that wait for this person, what is due first in front."""
    query = select(Request).where(Request.owner_id == owner_id, Request.state.in_(WAITING))
    return list(session.scalars(query.order_by(Request.expected_by, Request.id)))


def in_charge(session: Session, tenant_id: int, unit_id: int | None, roles: tuple[str, ...]) -> list[Person]:
    """The active people of a unit (of the whole tenant without one) who have one of these roles."""
    query = select(Person).where(
        Person.tenant_id == tenant_id, Person.status == PersonStatus.ACTIVE, Person.role.in_(roles)
    )
    if unit_id is not None:
        query = query.where(Person.unit_id == unit_id)
    return list(session.scalars(query.order_by(Person.id)))


def _note(session: Session, request_id: int, at: datetime, by: int, move: str, text: str) -> None:
    session.execute(
        insert(RequestNote).values(request_id=request_id, at=at, author_id=by, move=move, text=text)
    )
