"""Heard messages and taught words of the speaker's tenant, as a conversation may look them up."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.dialogue.known import HeardKnown, TaughtKnown
from core.periods import local_time
from core.permissions import Action
from core.understanding.situation import Sender
from core.understanding.taught import Taught
from handlers.context import rights_of
from storage.queries import heard
from storage.repositories import taught
from storage.repositories.conversations import Speaker


class HeardLookups:
    """Empty for whoever may not teach words: what others say is theirs."""

    def __init__(self, session: Session, speaker: Speaker, catalogue: Catalogue) -> None:
        self._session = session
        self._speaker = speaker
        self._rights = rights_of(catalogue, speaker)
        self._tenant = catalogue.tenants.get(speaker.tenant_code)

    def puzzling(self, first: int, limit: int) -> Sequence[HeardKnown]:
        """Those not understood or changed afterwards, newest first."""
        if not self._allowed():
            return []
        return [
            self._known(row) for row in heard.puzzling(self._session, self._speaker.tenant_id, first, limit)
        ]

    def how_many_puzzling(self) -> int:
        return heard.how_many_puzzling(self._session, self._speaker.tenant_id) if self._allowed() else 0

    def one(self, message_id: int) -> HeardKnown | None:
        row = heard.one(self._session, self._speaker.tenant_id, message_id) if self._allowed() else None
        return self._known(row) if row is not None else None

    def lately(self, limit: int) -> Sequence[HeardKnown]:
        """The latest of all, newest first."""
        if not self._allowed():
            return []
        return [self._known(row) for row in heard.latest(self._session, self._speaker.tenant_id, limit)]

    def taught(self) -> Sequence[TaughtKnown]:
        """The words that are heard now, the latest first."""
        if not self._allowed():
            return []
        found = taught.listed(self._session, self._speaker.tenant_id)
        return [
            TaughtKnown(row.id, _word(row.TaughtWord), row.name, row.TaughtWord.added_at) for row in found
        ]

    def _allowed(self) -> bool:
        return self._rights.may(Action.TEACH_WORDS)

    def _known(self, row: Row[*tuple[Any, ...]]) -> HeardKnown:
        tenant = self._tenant
        sender = Sender(
            role=row.role,
            unit=row.unit or "",
            org=row.organisation or "",
            level=str(tenant.level) if tenant else "xa",
            plans=tenant.plans if tenant else (),
        )
        return HeardKnown(
            id=row.id,
            text=row.text,
            at=local_time(row.at, self._speaker.timezone),
            name=row.name,
            sender=sender,
            intent=row.intent,
            fact_type=row.fact_type,
            status=row.status,
            fact_id=row.fact_id,
            stands=bool(row.stands),
        )


def _word(row: Any) -> Taught:
    return Taught(row.phrase, row.fact_type, row.field or "", row.option or "")
