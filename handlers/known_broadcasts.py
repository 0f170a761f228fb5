"""Messages to many of the speaker's tenant, as a conversation may look them up."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from core.broadcasts.audience import Audience
from core.broadcasts.known import (
    EXAMPLES,
    AskedKnown,
    BroadcastKnown,
    BroadcastListed,
    ReachKnown,
    ResultKnown,
)
from core.broadcasts.states import Ask, BroadcastKind, BroadcastState
from core.broadcasts.timing import Repeat
from core.catalogue import Catalogue
from core.messages import FileRef
from core.periods import local_date, local_time
from core.permissions import Action
from handlers.context import rights_of
from storage.models import Broadcast, Person
from storage.queries import audience as people
from storage.queries import broadcasts
from storage.queries.audience import Here
from storage.queries.quiet_hours import QuietHours
from storage.repositories.broadcasts import receiver
from storage.repositories.conversations import Speaker

#: trades of the register that are offered
_TRADES = 200


class DbBroadcasts:
    """`core.broadcasts.known.BroadcastLookups` over the database."""

    def __init__(self, session: Session, speaker: Speaker, catalogue: Catalogue, now: datetime) -> None:
        self._session = session
        self._speaker = speaker
        self._catalogue = catalogue
        self._now = now

    @property
    def here(self) -> Here:
        """Whose people are meant, and today."""
        speaker = self._speaker
        today, below = local_date(self._now, speaker.timezone), self._below
        return Here(speaker.tenant_id, speaker.timezone, today, self._now, below)

    @property
    def _below(self) -> tuple[str, ...]:
        return self._catalogue.with_children(self._speaker.tenant_code)[1:]

    def listed(self, most: int) -> Sequence[BroadcastListed]:
        """The newest: all of the tenant for who releases them, else one's own."""
        if not self._may(Action.PROPOSE_BROADCASTS):
            return []
        author = None if self._may(Action.RELEASE_BROADCASTS) else self._speaker.person_id
        found = broadcasts.listed(self._session, self._speaker.tenant_id, most, author)
        return [
            BroadcastListed(
                one.id, BroadcastKind(one.kind), BroadcastState(one.state), one.text, self._local(one.at)
            )
            for one in found
        ]

    def one(self, number: int) -> BroadcastKnown | None:
        """A message of the tenant: for who releases them, or its author."""
        if not self._may(Action.PROPOSE_BROADCASTS):
            return None
        found = self._session.get(Broadcast, number)
        if found is None or found.tenant_id != self._speaker.tenant_id:
            return None
        own = found.written_by == self._speaker.person_id
        return self.known(found) if own or self._may(Action.RELEASE_BROADCASTS) else None

    def known(self, one: Broadcast) -> BroadcastKnown:
        """A message as its card shows it."""
        wanted, here = one.start_at or self._now, self._speaker
        quiet = QuietHours(self._session, self._catalogue.schedule)
        opens = quiet.opens(here.tenant_code, here.timezone, wanted)
        return BroadcastKnown(
            id=one.id,
            kind=BroadcastKind(one.kind),
            state=BroadcastState(one.state),
            of_id=one.of_id,
            text=one.text,
            file=FileRef(*one.file) if one.file else None,
            ask=Ask(one.ask),
            options=tuple(one.options),
            audience=Audience.from_json(one.audience),
            author=self._name(one.written_by),
            own=one.written_by == self._speaker.person_id,
            refused_why=one.refused_why,
            start_at=self._local(one.start_at) if one.start_at else None,
            opens_at=self._local(opens) if opens > wanted else None,
            any_hour=one.any_hour,
            repeat=Repeat(one.repeat),
            repeat_until=one.repeat_until,
            began_at=self._local(one.began_at) if one.began_at else None,
            ended_at=self._local(one.ended_at) if one.ended_at else None,
            released_by=self._name(one.released_by) if one.released_by else "",
        )

    def reach(self, audience: Audience) -> ReachKnown:
        """How many an audience is now, by name some of them."""
        if not self._may(Action.PROPOSE_BROADCASTS):
            return ReachKnown()
        found = people.reach(self._session, audience, self.here)
        named = people.examples(self._session, audience, self.here, EXAMPLES)
        return ReachKnown(found.channels, found.never, found.blocked, named, found.below, found.communes)

    def result(self, number: int) -> ResultKnown:
        """What became of a message so far."""
        found = broadcasts.tally(self._session, number) if self.one(number) else broadcasts.Tally()
        return ResultKnown(found.fates, found.answered, found.choices)

    def trades(self) -> Sequence[tuple[str, ...]]:
        allowed = self._may(Action.PROPOSE_BROADCASTS)
        return people.trades(self._session, self._speaker.tenant_id, _TRADES) if allowed else []

    def communes(self) -> Sequence[tuple[str, str]]:
        """The codes and names of the tenants below, for who may write to their people."""
        return people.communes(self._session, self._below) if self._may(Action.BROADCAST_BELOW) else []

    def asked(self, number: int) -> AskedKnown | None:
        """A message that the speaker got, with what was asked of them."""
        got = receiver(self._session, number, self._speaker.person_id or 0)
        one = self._session.get(Broadcast, number) if got is not None and got.outbox_id else None
        if got is None or one is None:
            return None
        return AskedKnown(number, Ask(one.ask), tuple(one.options), got.answered_at is not None, got.answer)

    def _name(self, person_id: int) -> str:
        person = self._session.get(Person, person_id)
        return person.name if person else ""

    def _may(self, action: Action) -> bool:
        return rights_of(self._catalogue, self._speaker).may(action)

    def _local(self, moment: datetime) -> datetime:
        return local_time(moment, self._speaker.timezone)
