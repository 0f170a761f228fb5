"""Remarks on reports, as a conversation may look them up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import CONFIDENTIAL
from core.periods import local_time
from core.permissions import Action, Rights
from core.review import RemarkKnown, RemarkState
from core.texts import Label, Speech, say
from handlers.known_locks import DbLocks
from storage.models import Fact, Person, Remark, Tenant
from storage.repositories import doubts, remarks
from storage.repositories.conversations import Speaker
from storage.repositories.facts import JOINT, STANDING

#: what was asked about reports is brought to mind for so long
_LATELY = timedelta(days=30)


@dataclass(frozen=True)
class DbReviews(DbLocks):
    """`core.review.ReviewLookups` over the database."""

    #: which reports the speaker may see
    visible: Callable[[], ColumnElement[bool]]
    #: codes of the tenants below that they review
    below: tuple[str, ...]
    rights: Rights

    def on(self, fact_id: int) -> Sequence[RemarkKnown]:
        return [self._known(each) for each in remarks.running(self.session, fact_id)]

    def one(self, remark_id: int) -> RemarkKnown | None:
        query = select(Remark).join(Fact, Fact.id == Remark.fact_id)
        found = self.session.scalar(query.where(Remark.id == remark_id, self.visible()))
        return self._known(found) if found else None

    def numbered(self, receipt: str) -> Sequence[tuple[int, str]]:
        query = select(Fact.id, Fact.tenant_id, Tenant.name).join(Tenant, Tenant.id == Fact.tenant_id)
        query = query.where(Fact.receipt == receipt, self.visible()).order_by(Fact.id)
        # of several versions the last one
        found = {tenant: (fact_id, name) for fact_id, tenant, name in self.session.execute(query)}
        own = found.get(self.speaker.tenant_id)
        return [own] if own else list(found.values())

    def to_answer(self) -> Sequence[RemarkKnown]:
        speaker = self.speaker
        whole = self.rights.may(Action.CORRECT_OTHERS)
        found = remarks.to_answer(self.session, speaker.person_id or 0, speaker.tenant_id if whole else None)
        return [self._known(each) for each in found]

    def to_look_at(self, limit: int) -> Sequence[RemarkKnown]:
        if not self.rights.may(Action.SEND_BACK):
            return []
        return [self._known(each) for each in remarks.to_look_at(self.session, self.speaker.tenant_id, limit)]

    def asked_about(self, fact_id: int) -> Sequence[tuple[Label, bool]]:
        return doubts.about(self.session, fact_id)

    def together(self, fact_id: int) -> Sequence[tuple[str, Speech]]:
        fact = self.session.get_one(Fact, fact_id)
        query = select(Fact).where(Fact.duplicate_of_id == fact_id, Fact.status == JOINT)
        if fact.duplicate_of_id is not None:
            query = select(Fact).where(Fact.id == fact.duplicate_of_id)
        found = self.session.scalars(query.order_by(Fact.id))
        return [(each.receipt, named_to(self.session, self.speaker, each)) for each in found]

    def unread(self, limit: int) -> Sequence[tuple[int, str, Speech]]:
        speaker = self.speaker
        if not self.rights.may(Action.SEND_BACK):
            return []
        since = self.now - _LATELY
        found = doubts.unread(self.session, speaker.tenant_id, speaker.person_id or 0, since, limit)
        return [(each.id, each.receipt, named_to(self.session, speaker, each)) for each in found]

    def _known(self, remark: Remark) -> RemarkKnown:
        return remark_known(self.session, remark, self.speaker, self.rights)


def reviewed_by(speaker: Speaker, rights: Rights, fact: Fact, reporter: Person | None) -> bool:
    """Whether the speaker may send this report back to who sent it."""
    if reporter is None or fact.type in CONFIDENTIAL or reporter.id == speaker.person_id:
        return False
    if fact.status not in STANDING:
        return False
    if fact.tenant_id != speaker.tenant_id:
        return rights.may(Action.REVIEW_BELOW)
    return rights.may_send_back(Role(reporter.role))


def named_to(session: Session, speaker: Speaker, fact: Fact) -> Speech:
    """Who sent a report, as the speaker reads it: from below with the tenant, and no household by name."""
    reporter = session.get(Person, fact.reporter_id)
    if reporter is None or fact.tenant_id == speaker.tenant_id:
        return reporter.name if reporter else ""
    household = reporter.role == Role.HOUSEHOLD
    return of_tenant(session, say("several-no-unit") if household else reporter.name, fact.tenant_id)


def of_tenant(session: Session, name: Speech, tenant_id: int) -> Speech:
    """Somebody of another tenant, with its name."""
    tenant = session.get(Tenant, tenant_id)
    return say("name-of-tenant", name=name, tenant=tenant.name) if tenant else name


def may_answer(speaker: Speaker, rights: Rights, remark: Remark, fact: Fact) -> bool:
    """Its sender answers; what comes from above those who may correct it, too."""
    if fact.reporter_id == speaker.person_id:
        return True
    from_above = remark.tenant_id != fact.tenant_id == speaker.tenant_id
    return from_above and rights.may(Action.CORRECT_OTHERS)


def remark_known(session: Session, remark: Remark, speaker: Speaker, rights: Rights) -> RemarkKnown:
    """The remark with the names it is shown with."""
    fact = session.get_one(Fact, remark.fact_id)
    before = session.get_one(Fact, remark.sent_back_id)
    maker = session.get(Person, remark.by)
    by = maker.name if maker else ""
    return RemarkKnown(
        id=remark.id,
        fact_id=fact.id,
        about=remark.about,
        reason=remark.reason,
        by=by if remark.tenant_id == speaker.tenant_id else of_tenant(session, by, remark.tenant_id),
        at=local_time(remark.at, speaker.timezone),
        state=RemarkState(remark.state),
        own=remark.tenant_id == speaker.tenant_id,
        receipt=fact.receipt,
        status=fact.status,
        reporter=named_to(session, speaker, fact),
        answers=may_answer(speaker, rights, remark, fact),
        answer=remark.answer,
        before=before.fields,
    )
