"""What an effect works with: the moment, the speaker, the content, and a way to write to others."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.dialogue.known import Known
from core.dialogue.rendering import rendered
from core.dialogue.steps import Message
from core.errors import ContentError, NotAllowed
from core.gs1.table import Gs1Table
from core.messages import Outbound
from core.people import PersonStatus
from core.periods import local_date
from core.permissions import Action, Rights
from core.texts import Texts
from storage.models import (
    Absence,
    ApiToken,
    Broadcast,
    ChatGroup,
    Contact,
    DataExport,
    DueReply,
    Fact,
    Incident,
    Inspection,
    Invite,
    LocalArticle,
    MarketDay,
    Organisation,
    PeriodLock,
    Person,
    PlanSetting,
    Product,
    RegisterImport,
    Request,
    RosterMember,
    SetDay,
    TaughtWord,
    UnlockRequest,
)
from storage.queries.visible import Viewer
from storage.repositories import audit, contacts, outbox
from storage.repositories.conversations import Speaker

#: what the trail tells of
Noted = (
    ApiToken
    | Absence
    | Broadcast
    | Contact
    | DataExport
    | DueReply
    | MarketDay
    | ChatGroup
    | Fact
    | Incident
    | Inspection
    | Person
    | Invite
    | PlanSetting
    | Product
    | RegisterImport
    | Request
    | LocalArticle
    | Organisation
    | RosterMember
    | SetDay
    | TaughtWord
    | PeriodLock
    | UnlockRequest
)


def _no_table() -> Gs1Table:
    raise ContentError("no content was read that says what barcodes mean")


@dataclass(frozen=True)
class Shelf:
    """What effects about barcodes need: what numbers mean."""

    gs1: Callable[[], Gs1Table] = _no_table


@dataclass(frozen=True)
class Context:
    """One turn's surroundings. `inbox_id` is the message behind it, None for an import."""

    now: datetime
    known: Known
    speaker: Speaker
    catalogue: Catalogue
    texts: Texts
    inbox_id: int | None
    #: where an invite's code is appended to make a link; empty where there is no web chat
    invite_url: str = ""
    shelf: Shelf = field(default_factory=Shelf)

    @property
    def today(self) -> date:
        return self.known.today

    def local_day(self, moment: datetime) -> date:
        """The day of a moment where the speaker is."""
        return local_date(moment, self.speaker.timezone)

    @property
    def person_id(self) -> int:
        """The person who speaks; effects beyond joining are asked for by members only."""
        if self.speaker.person_id is None:
            raise NotAllowed
        return self.speaker.person_id

    @property
    def role(self) -> Role:
        return Role(self.speaker.role)

    @property
    def rights(self) -> Rights:
        """What the speaker may do in their tenant; a stranger, or who was not let in, nothing."""
        return rights_of(self.catalogue, self.speaker)

    def may(self, action: Action, target: Role | None = None) -> bool:
        return self.rights.may(action, target)

    @property
    def viewer(self) -> Viewer:
        """Whose eyes look: what they may see follows from it."""
        return Viewer(
            person_id=self.person_id,
            tenant_id=self.speaker.tenant_id,
            unit_id=self.speaker.unit_id,
            role=self.speaker.role,
            below=reviewed_below(self.catalogue, self.speaker),
            today=self.today,
        )

    def note(self, session: Session, action: str, entity: Noted, **change: Any) -> None:
        """A line of the trail: `old` and `new` say what differs; the speaker did it."""
        actor = self.speaker.person_id
        if actor is None and isinstance(entity, Person):
            actor = entity.id
        chain = getattr(entity, "tenant_id", None) or self.speaker.tenant_id
        what = (action, entity.__tablename__, entity.id)
        line = audit.Change(self.now, actor, *what, inbox_id=self.inbox_id, chain=chain, **change)
        audit.note(session, line)

    def render(self, message: Message, locale: str, edits: str | None = None) -> Outbound:
        """The message in one language, as it goes into the outbox."""
        return rendered(self.texts, message, locale, edits)

    def tell(self, session: Session, person: Person, message: Message, *, whatever: bool = False) -> bool:
        """Write to another person, after this turn is stored. False when they cannot be reached.

        Nothing goes to who is suspended, but for what has to be said `whatever`.
        """
        address = contacts.reach(session, person.id)
        if address is None or (person.status == PersonStatus.SUSPENDED and not whatever):
            return False
        outbox.add(
            session,
            address=address,
            message=self.render(message, person.locale),
            now=self.now,
            priority=1,
            person_id=person.id,
        )
        return True


def rights_of(catalogue: Catalogue, speaker: Speaker) -> Rights:
    """What somebody may do in their tenant: nothing unless they were let in."""
    spec = catalogue.tenants.get(speaker.tenant_code)
    there = speaker.status == PersonStatus.ACTIVE and bool(speaker.role)
    return Rights(Role(speaker.role) if there else None, spec.permissions if spec else {})


def reviewed_below(catalogue: Catalogue, speaker: Speaker) -> tuple[str, ...]:
    """The codes of the tenants below that of the speaker, whose reports they review; none for who may not."""
    allowed = rights_of(catalogue, speaker).may(Action.REVIEW_BELOW)
    return catalogue.with_children(speaker.tenant_code)[1:] if allowed else ()
