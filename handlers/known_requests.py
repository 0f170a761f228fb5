"""Requests and questions of the speaker's tenant, as a conversation may look them up."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from core.periods import local_time
from core.permissions import Action, Rights
from core.requests.known import ProposalKnown, RequestKnown, StoryKnown, VainKnown
from handlers.known_people import may_decide
from storage.queries import requests
from storage.queries.requests import Listed
from storage.repositories.conversations import Speaker
from storage.repositories.requests import open_about


class DbRequests:
    """`core.requests.known.RequestLookups` over the database."""

    def __init__(self, session: Session, speaker: Speaker, rights: Rights) -> None:
        self._session = session
        self._speaker = speaker
        self._rights = rights
        self._may = rights.may

    def at_desk(self) -> Sequence[RequestKnown]:
        """What waits for the speaker: everything of the tenant for its managers and admins."""
        if not self._may(Action.ANSWER_REQUESTS):
            return []
        whole = self._may(Action.KEEP_KNOWLEDGE)
        found = requests.at_desk(
            self._session, self._speaker.tenant_id, self._person, self._speaker.unit_id, whole=whole
        )
        return [self._known(row) for row in found]

    def asked(self, limit: int) -> Sequence[RequestKnown]:
        """What the speaker asked, open ones first."""
        return [self._known(row) for row in requests.asked_by(self._session, self._person, limit)]

    def one(self, request_id: int) -> RequestKnown | None:
        """One request with its story: the speaker's own, or for who may answer."""
        row = requests.one(self._session, self._speaker.tenant_id, self._person, request_id)
        if row is None:
            return None
        own = row.request.asker_id == self._person
        if not own and not self._may(Action.ANSWER_REQUESTS):
            return None
        return self._known(row, tuple(self._story(request_id)))

    def open_about(self, subject: str) -> RequestKnown | None:
        """The speaker's own request about a subject that is not closed."""
        found = open_about(self._session, self._person, subject) if subject else None
        row = requests.one(self._session, self._speaker.tenant_id, self._person, found.id) if found else None
        return self._known(row) if row else None

    def waiting_lists(self) -> Sequence[tuple[str, int, int]]:
        """Each class that people wait for: its code, how many wait, how many seats they want."""
        allowed = self._may(Action.ANSWER_REQUESTS)
        return requests.waiting_lists(self._session, self._speaker.tenant_id) if allowed else []

    def waiting_for(self, course: str) -> Sequence[RequestKnown]:
        allowed = self._may(Action.ANSWER_REQUESTS)
        found = requests.waiting_for(self._session, self._speaker.tenant_id, course) if allowed else []
        return [self._known(row) for row in found]

    def in_vain(self, first: int, limit: int) -> Sequence[VainKnown]:
        if not self._may(Action.KEEP_KNOWLEDGE):
            return []
        found = requests.in_vain(self._session, self._speaker.tenant_id, first, limit)
        return [VainKnown(q.id, q.text, often, q.article, self._local(q.at)) for q, often in found]

    def how_many_in_vain(self) -> int:
        allowed = self._may(Action.KEEP_KNOWLEDGE)
        return requests.how_many_in_vain(self._session, self._speaker.tenant_id) if allowed else 0

    def proposals(self) -> Sequence[ProposalKnown]:
        if not self._may(Action.KEEP_KNOWLEDGE):
            return []
        return [
            ProposalKnown(one.id, one.question, one.answer, name, one.proposed_by == self._speaker.person_id)
            for one, name in requests.proposals(self._session, self._speaker.tenant_id)
        ]

    @property
    def _person(self) -> int:
        return self._speaker.person_id or 0

    def _local(self, moment: datetime) -> datetime:
        return local_time(moment, self._speaker.timezone)

    def _story(self, request_id: int) -> Sequence[StoryKnown]:
        return [
            StoryKnown(self._local(told.at), told.name, told.move, told.text)
            for told in requests.story(self._session, request_id)
        ]

    def _known(self, row: Listed, story: tuple[StoryKnown, ...] = ()) -> RequestKnown:
        request = row.request
        return RequestKnown(
            id=request.id,
            receipt=request.receipt,
            kind=request.kind,
            subject=request.subject,
            text=request.text,
            state=request.state,
            asker=row.asker.name,
            business=row.asker.organisation or "",
            own=request.asker_id == self._speaker.person_id,
            mine=request.owner_id == self._speaker.person_id,
            owner=row.owner,
            unit=row.unit,
            unit_code=row.unit_code,
            opened_at=self._local(request.opened_at),
            expected_by=self._local(request.expected_by),
            flags=tuple(request.flags),
            decides=may_decide(row.asker, self._speaker, self._rights),
            story=story,
        )
