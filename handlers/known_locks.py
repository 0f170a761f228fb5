"""Closed periods, as a conversation may look them up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.confidential import CONFIDENTIAL
from core.locks import Asked, LockKnown
from core.periods import local_date, local_time
from core.spans import Span
from storage.models import Fact, PeriodLock, Person, UnlockRequest
from storage.repositories import period_locks
from storage.repositories.conversations import Speaker


@dataclass(frozen=True)
class DbLocks:
    """The closed periods of the speaker's tenant, from the database."""

    session: Session
    speaker: Speaker
    now: datetime

    def locks(self) -> Sequence[LockKnown]:
        return [self._lock(each) for each in period_locks.standing(self.session, self.speaker.tenant_id)]

    def lock_over(self, fact_id: int) -> LockKnown | None:
        fact = self.session.get(Fact, fact_id)
        if fact is None or fact.type in CONFIDENTIAL:
            return None
        old = self.session.get(Fact, fact.supersedes_id) if fact.supersedes_id else None
        for each in (fact, *((old,) if old else ())):
            days = (each.occurred_from, each.occurred_to)
            found = period_locks.closing(self.session, each.tenant_id, days, self.now)
            if found is not None:
                return self._lock(found)
        return None

    def waiting_in(self, span: Span) -> int:
        query = select(func.count()).where(
            Fact.tenant_id == self.speaker.tenant_id,
            Fact.status == "pending",
            Fact.occurred_from <= span.last,
            Fact.occurred_to >= span.first,
        )
        return self.session.scalar(query) or 0

    def _lock(self, lock: PeriodLock) -> LockKnown:
        zone = self.speaker.timezone
        until = lock.open_until if lock.open_until and lock.open_until > self.now else None
        return LockKnown(
            id=lock.id,
            span=Span(lock.first, lock.last),
            closed_by=self._name(lock.closed_by),
            closed_on=local_date(lock.closed_at, zone),
            open_until=local_time(until, zone) if until else None,
            asked=tuple(self._asked(each) for each in period_locks.asked(self.session, lock.id)),
        )

    def _asked(self, request: UnlockRequest) -> Asked:
        return Asked(
            id=request.id,
            name=self._name(request.asked_by),
            at=local_time(request.asked_at, self.speaker.timezone),
            why=request.why,
            own=request.asked_by == self.speaker.person_id,
            granted=request.granted,
            decided_by=self._name(request.decided_by),
        )

    def _name(self, person_id: int | None) -> str:
        person = self.session.get(Person, person_id) if person_id else None
        return person.name if person else ""
