"""What waits for one person and nobody else: what a hand-over moves to another one."""

from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from core.broadcasts.states import OPEN as UNRELEASED
from core.broadcasts.states import BroadcastState
from core.requests.states import OPEN, RequestState
from core.review import RemarkState
from storage.models import Broadcast, ChatGroup, Fact, Inspection, Remark, Request
from storage.repositories import inspections, requests

#: what has an author and has not gone out; what somebody released and is told the end of
_WRITTEN = (*UNRELEASED, BroadcastState.SCHEDULED)
_RELEASED = (BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.STOPPED)


@dataclass(frozen=True, slots=True)
class Held:
    """What one person holds; everything else that is due belongs to their unit.

    `requests` wait for them, `answered` ones may come back to them; of `raised` ones they passed up they hear
    the answer. `inspections` they opened are not closed, `broadcasts` are theirs to follow, `groups` they
    linked tell them when the bot is thrown out. `sent_back`: the numbers of their reports to be put right.
    """

    requests: list[Request]
    answered: list[Request]
    raised: list[Request]
    inspections: list[Inspection]
    broadcasts: list[Broadcast]
    groups: list[ChatGroup]
    sent_back: list[str]


def held(session: Session, person_id: int) -> Held:
    """What somebody holds now, each kind in the order in which it came."""
    answered = (Request.owner_id == person_id, Request.state == RequestState.ANSWERED)
    raised = (Request.asker_id == person_id, Request.raised_from_id.is_not(None), Request.state.in_(OPEN))
    opened = (Inspection.opened_by == person_id, Inspection.status == inspections.OPEN)
    author = and_(Broadcast.written_by == person_id, Broadcast.state.in_(_WRITTEN))
    follows = and_(Broadcast.released_by == person_id, Broadcast.state.in_(_RELEASED))
    linked = (ChatGroup.linked_by == person_id, ChatGroup.lost_at.is_(None))
    sent_back = (
        select(Fact.receipt)
        .join(Remark, Remark.fact_id == Fact.id)
        .where(Fact.reporter_id == person_id, Remark.state == RemarkState.OPEN)
        .distinct()
        .order_by(Fact.receipt)
    )
    return Held(
        requests=requests.owned_by(session, person_id),
        answered=list(session.scalars(select(Request).where(*answered).order_by(Request.id))),
        raised=list(session.scalars(select(Request).where(*raised).order_by(Request.id))),
        inspections=list(session.scalars(select(Inspection).where(*opened).order_by(Inspection.id))),
        broadcasts=list(
            session.scalars(select(Broadcast).where(or_(author, follows)).order_by(Broadcast.id))
        ),
        groups=list(session.scalars(select(ChatGroup).where(*linked).order_by(ChatGroup.id))),
        sent_back=list(session.scalars(sent_back)),
    )


def pass_broadcast(one: Broadcast, person_id: int, author: int, releaser: int | None) -> None:
    """Another one writes on, and another one hears what became of it; None: who released it stays."""
    if one.written_by == person_id and one.state in _WRITTEN:
        one.written_by = author
    if one.released_by == person_id and releaser is not None:
        one.released_by = releaser
