"""Requests as they are listed and shown: what waits at a desk, what somebody asked, one with its story."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from core.people import PersonStatus
from core.requests.states import OPEN, WAITING, RequestKind
from storage.models import AskedQuestion, Fact, LocalArticle, Person, Request, RequestNote, Unit

#: the class that a wish for training names
_course = func.coalesce(Fact.fields["course"].as_string(), "")


@dataclass(frozen=True, slots=True)
class Listed:
    """A request with the names of who asked, who owns it and the unit in charge."""

    request: Request
    asker: Person
    owner: str | None
    unit: str | None
    unit_code: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a request's story."""

    at: datetime
    name: str
    move: str
    text: str


def _query(
    *conditions: ColumnElement[bool],
) -> Select[Request, Person, str | None, str | None, str | None]:
    owner = aliased(Person)
    return (
        select(Request, Person, owner.name, Unit.name, Unit.code)
        .join(Person, Person.id == Request.asker_id)
        .outerjoin(owner, owner.id == Request.owner_id)
        .outerjoin(Unit, Unit.id == Request.unit_id)
        .where(*conditions)
    )


def at_desk(
    session: Session, tenant_id: int, person_id: int, unit_id: int | None, *, whole: bool
) -> list[Listed]:
    """What waits for the people in charge, what is due first in front: of the whole tenant, or else what is
    theirs, and of what nobody has or has any more, their unit's or nobody's.
    """
    gone = select(Person.id).where(Person.status != PersonStatus.ACTIVE)
    left = or_(Request.owner_id.is_(None), Request.owner_id.in_(gone))
    mine = or_(
        Request.owner_id == person_id,
        and_(left, or_(Request.unit_id == unit_id, Request.unit_id.is_(None))),
    )
    conditions = [Request.tenant_id == tenant_id, Request.state.in_(WAITING), *([] if whole else [mine])]
    query = _query(*conditions).order_by(Request.expected_by, Request.id)
    return [Listed(row[0], row[1], row[2], row[3], row[4]) for row in session.execute(query)]


def waiting_for(session: Session, tenant_id: int, course: str) -> list[Listed]:
    """Who waits for a class (a code of training_subjects; empty: for any), longest first."""
    query = (
        _query(*_on_the_list(tenant_id))
        .join(Fact, Fact.id == Request.need_id)
        .where(_course == course)
        .order_by(Request.id)
    )
    return [Listed(row[0], row[1], row[2], row[3], row[4]) for row in session.execute(query)]


def waiting_lists(session: Session, tenant_id: int) -> list[tuple[str, int, int]]:
    """Each class that somebody waits for: its code, how many wait, how many seats they want."""
    query = (
        select(_course, Fact.fields["seats"].as_integer())
        .select_from(Request)
        .join(Fact, Fact.id == Request.need_id)
        .where(*_on_the_list(tenant_id))
    )
    found: dict[str, tuple[int, int]] = {}
    for course, seats in session.execute(query):
        waiting, wanted = found.get(course, (0, 0))
        found[course] = (waiting + 1, wanted + (seats or 1))
    return sorted(((code, *counts) for code, counts in found.items()), key=lambda each: -each[1])


def asked_by(session: Session, person_id: int, limit: int) -> list[Listed]:
    """What a person asked, open ones first, the newest in front."""
    is_open = Request.state.in_(OPEN)
    query = _query(Request.asker_id == person_id).order_by(is_open.desc(), Request.id.desc()).limit(limit)
    return [Listed(row[0], row[1], row[2], row[3], row[4]) for row in session.execute(query)]


def one(session: Session, tenant_id: int, person_id: int, request_id: int) -> Listed | None:
    """One request to a tenant, or of a person to any."""
    theirs = or_(Request.tenant_id == tenant_id, Request.asker_id == person_id)
    row = session.execute(_query(Request.id == request_id, theirs)).first()
    return Listed(row[0], row[1], row[2], row[3], row[4]) if row is not None else None


def story(session: Session, request_id: int) -> list[Told]:
    """What happened to a request, in order."""
    query = (
        select(RequestNote.at, Person.name, RequestNote.move, RequestNote.text)
        .join(Person, Person.id == RequestNote.author_id)
        .where(RequestNote.request_id == request_id)
        .order_by(RequestNote.id)
    )
    return [Told(*row) for row in session.execute(query)]


def last_answer(session: Session, request_id: int) -> str:
    """The answer given last; empty where there is none."""
    query = (
        select(RequestNote.text)
        .where(RequestNote.request_id == request_id, RequestNote.move == "answer")
        .order_by(RequestNote.id.desc())
        .limit(1)
    )
    return session.scalar(query) or ""


def in_vain(session: Session, tenant_id: int, first: int, limit: int) -> list[tuple[AskedQuestion, int]]:
    """Questions nobody has seen to: not known, unsure, or badly rated. Those asked alike come once, with how
    often; the most asked in front.
    """
    often = func.count(AskedQuestion.id)
    latest = func.max(AskedQuestion.id)
    grouped = (
        select(latest.label("latest"), often.label("often"))
        .where(_in_vain(tenant_id))
        .group_by(AskedQuestion.text)
        .subquery()
    )
    query = (
        select(AskedQuestion, grouped.c.often)
        .join(grouped, grouped.c.latest == AskedQuestion.id)
        .order_by(grouped.c.often.desc(), AskedQuestion.id.desc())
        .offset(first)
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def how_many_in_vain(session: Session, tenant_id: int) -> int:
    """How many different questions that is."""
    query = select(func.count(AskedQuestion.text.distinct())).where(_in_vain(tenant_id))
    return session.scalar(query) or 0


def proposals(session: Session, tenant_id: int) -> list[tuple[LocalArticle, str]]:
    """Proposed articles that wait for somebody's approval, with who proposed them; oldest first."""
    query = (
        select(LocalArticle, Person.name)
        .join(Person, Person.id == LocalArticle.proposed_by)
        .where(LocalArticle.tenant_id == tenant_id, LocalArticle.state == "draft")
        .order_by(LocalArticle.id)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _on_the_list(tenant_id: int) -> tuple[ColumnElement[bool], ...]:
    training: ColumnElement[bool] = Request.kind == RequestKind.TRAINING.value
    return (Request.tenant_id == tenant_id, training, Request.state.in_(WAITING))


def _in_vain(tenant_id: int) -> ColumnElement[bool]:
    unhappy = or_(AskedQuestion.outcome.in_(("unknown", "unsure")), AskedQuestion.good.is_(False))
    return and_(AskedQuestion.tenant_id == tenant_id, AskedQuestion.settled_at.is_(None), unhappy)
