"""Remarks on reports, as a conversation may look them up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import CONFIDENTIAL
from core.periods import local_time
from core.permissions import Action, may, may_send_back
from core.review import RemarkKnown, RemarkState
from storage.models import Fact, Person, Remark
from storage.repositories import remarks
from storage.repositories.conversations import Speaker
from storage.repositories.facts import STANDING


@dataclass(frozen=True)
class DbReviews:
    """`core.review.ReviewLookups` over the database."""

    session: Session
    speaker: Speaker
    #: which reports the speaker may see
    visible: Callable[[], ColumnElement[bool]]

    def on(self, fact_id: int) -> Sequence[RemarkKnown]:
        return [self._known(each) for each in remarks.running(self.session, fact_id)]

    def one(self, remark_id: int) -> RemarkKnown | None:
        query = select(Remark).join(Fact, Fact.id == Remark.fact_id)
        found = self.session.scalar(query.where(Remark.id == remark_id, self.visible()))
        return self._known(found) if found else None

    def numbered(self, receipt: str) -> int | None:
        query = select(Fact.id).where(Fact.receipt == receipt, self.visible())
        return self.session.scalar(query.order_by(Fact.id.desc()).limit(1))

    def to_answer(self) -> Sequence[RemarkKnown]:
        return [self._known(each) for each in remarks.to_answer(self.session, self.speaker.person_id or 0)]

    def to_look_at(self, limit: int) -> Sequence[RemarkKnown]:
        if not self.speaker.role or not may(Role(self.speaker.role), Action.SEND_BACK):
            return []
        return [self._known(each) for each in remarks.to_look_at(self.session, self.speaker.tenant_id, limit)]

    def _known(self, remark: Remark) -> RemarkKnown:
        return remark_known(self.session, remark, self.speaker)


def reviewed_by(speaker: Speaker, fact: Fact, reporter: Person | None) -> bool:
    """Whether the speaker may send this report back to who sent it."""
    if reporter is None or not speaker.role or fact.type in CONFIDENTIAL or reporter.id == speaker.person_id:
        return False
    if fact.status not in STANDING:
        return False
    if fact.tenant_id != speaker.tenant_id:
        return may(Role(speaker.role), Action.REVIEW_BELOW)
    return may_send_back(Role(speaker.role), Role(reporter.role))


def remark_known(session: Session, remark: Remark, speaker: Speaker) -> RemarkKnown:
    """The remark with the names it is shown with."""
    fact = session.get_one(Fact, remark.fact_id)
    before = session.get_one(Fact, remark.sent_back_id)
    maker, reporter = session.get(Person, remark.by), session.get(Person, fact.reporter_id)
    return RemarkKnown(
        id=remark.id,
        fact_id=fact.id,
        about=remark.about,
        reason=remark.reason,
        by=maker.name if maker else "",
        at=local_time(remark.at, speaker.timezone),
        state=RemarkState(remark.state),
        own=remark.tenant_id == speaker.tenant_id,
        receipt=fact.receipt,
        status=fact.status,
        reporter=reporter.name if reporter else "",
        answer=remark.answer,
        before=before.fields,
    )
