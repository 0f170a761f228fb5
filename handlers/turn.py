"""One message of one person, handled whole in the caller's transaction: state, effects and replies together.

Either all of it is stored, or nothing. The outbox sends what is said; nothing here waits for a network.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, partial
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from core.answers.vocabulary import Vocabulary
from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.dialogue.contact_effects import LinkContact, PartContact
from core.dialogue.effects import SubmitReport
from core.dialogue.engine import take_turn
from core.dialogue.forms import new_form
from core.dialogue.known import Known, PersonKnown
from core.dialogue.own_data import EraseMe
from core.dialogue.state import Answer, State, at_contact, read_state, write_state
from core.dialogue.steps import Message, Turn
from core.messages import Address, Inbound, InboundKind
from core.organisations.registers import recognised
from core.people import PersonStatus
from core.texts import Texts
from handlers.context import Context, Shelf
from handlers.conversations import CONVERSATIONS
from handlers.ear import Ear
from handlers.effects import apply
from handlers.giving_up import apologise
from handlers.group_news import lose, of_a_person
from handlers.known import DbLookups
from handlers.library import Library
from handlers.replies import Replies
from storage.models import Person
from storage.repositories import conversations
from storage.repositories.conversations import Speaker


@dataclass(frozen=True)
class Turns:
    """Everything a turn needs that stays the same: call it with a session and a message."""

    catalogue: Catalogue
    texts: Texts
    words: Vocabulary
    commands: Mapping[str, str]
    ear: Ear = field(default_factory=Ear)
    invite_url: str = ""
    library: Library = field(default_factory=Library)
    #: what barcodes mean, read when one is first asked about
    shelf: Shelf = field(default_factory=Shelf)

    def __call__(self, session: Session, messages: Sequence[tuple[Inbound, int]], now: datetime) -> None:
        """Handle messages of one address in their order, each with its inbox row's id. The caller commits.

        The dialogue is read before the first and kept after the last of messages that only move it on; where
        one has an effect, it is kept and read anew for the next.
        """
        speaker: Speaker | None = None
        state, replies = State(), Replies(session)
        for happened, inbox_id in messages:
            inbound = of_a_person(session, happened, self.catalogue, self.texts, now)
            if inbound is None:
                continue
            if speaker is None:
                speaker = _speaker(session, inbound, now)
                state = at_contact(read_state(speaker.state), speaker.contact_id)
            if inbound.kind is InboundKind.LEFT:
                _keep(session, state, speaker, now)
                conversations.left(session, speaker.contact_id)
                speaker = None
                continue
            known = self._known(session, speaker, f"{inbox_id:x}", now)
            turn = take_turn(CONVERSATIONS, state, known, inbound)
            context = Context(
                now, known, speaker, self.catalogue, self.texts, inbox_id, self.invite_url, self.shelf
            )
            has_effects = not all(isinstance(step, Message) for step in turn.steps)
            if has_effects:
                replies.write()
            said = list(_done(session, turn, context))
            context, after = _wherever_it_is(session, turn, context, inbound.address)
            state = replies.add(said, after, inbound, context)
            if has_effects:
                _keep(session, state, context.speaker, now)
                speaker = None
        replies.write()
        if speaker is not None:
            _keep(session, state, speaker, now)

    def looks_for_codes(self, session: Session, inbound: Inbound) -> bool:
        """Whether the codes on the photos of a message, and what its files hold, are asked for.

        They are where somebody asked what a code is, or for a workbook, and where something comes with no
        words and no open form.
        """
        kept = conversations.state_at(session, inbound.address)
        if kept is None:
            return False
        state = read_state(kept)
        if state.asking in ("barcode", "sheet"):
            return True
        return state.form is None and state.asking is None and not inbound.text.strip()

    def give_up(self, session: Session, address: Address, inbox_id: int, now: datetime) -> None:
        """A message of this address could not be handled, and is not tried again. The caller commits."""
        apologise(session, self.texts, address, inbox_id, now)

    def lost(self, session: Session, chat: Address, now: datetime) -> None:
        """Nothing can be written to this chat any more. The caller commits."""
        lose(session, chat, self.catalogue, self.texts, now)

    def record(
        self,
        session: Session,
        address: Address,
        fact_type: str,
        answers: Mapping[str, Answer],
        sent: tuple[str, datetime],
    ) -> None:
        """A report that was made elsewhere (an import, a sample), stored as if this person had sent it.

        `sent` is the key that keeps it from being stored twice, and the moment it counts as sent.
        """
        key, at = sent
        context = self.context(session, address, key, at)
        form = new_form(self.catalogue.fact_types[fact_type], key, {}, at)
        apply(session, SubmitReport(form.model_copy(update={"answers": dict(answers)})), context)

    def context(self, session: Session, address: Address, key: str, at: datetime) -> Context:
        """The surroundings of something done elsewhere in the name of whoever is at this address."""
        speaker = conversations.speaker(session, address, at)
        known = self._known(session, speaker, key, at)
        return Context(at, known, speaker, self.catalogue, self.texts, None, self.invite_url)

    def by_themselves(self, session: Session, person: Person, at: datetime) -> Context:
        """The surroundings of what is done in somebody's own name while they do not write."""
        speaker = conversations.nowhere(session, person)
        known = self._known(session, speaker, f"again{person.id:x}", at)
        return Context(at, known, speaker, self.catalogue, self.texts, None)

    def _known(self, session: Session, speaker: Speaker, turn_id: str, now: datetime) -> Known:
        tenant = self.catalogue.tenants.get(speaker.tenant_code)
        return Known(
            now=now,
            today=now.astimezone(ZoneInfo(speaker.timezone)).date(),
            turn_id=turn_id,
            person=_person(speaker),
            catalogue=self.catalogue,
            places=tenant.places if tenant else (),
            words=self.words,
            commands=self.commands,
            look=DbLookups(session, speaker, self.catalogue, now),
            lexicon=cache(partial(self.ear.lexicon, session, speaker.tenant_code, now)),
            everywhere=self.ear.everywhere,
            lexicon_with=partial(self.ear.lexicon_with, session, speaker.tenant_code),
            base=self.library.base,
            finder=cache(partial(self.library.finder, session, speaker.tenant_id)),
            sheet_kind=partial(recognised, self.texts),
        )


def _speaker(session: Session, inbound: Inbound, now: datetime) -> Speaker:
    """Who writes, with the dialogue that is theirs once its lock is held."""
    while True:
        speaker = conversations.speaker(session, inbound.address, now)
        left = inbound.kind is InboundKind.LEFT
        if left or conversations.seen(session, speaker, now, inbound.sent_at):
            return speaker


def _wherever_it_is(
    session: Session, turn: Turn, context: Context, address: Address
) -> tuple[Context, State]:
    """Who speaks, and their dialogue, after a turn that may have put the contact into another one."""
    if not any(isinstance(step, LinkContact | PartContact | EraseMe) for step in turn.steps):
        return context, turn.state
    after = conversations.speaker(session, address, context.now)
    if after.conversation_id == context.speaker.conversation_id:
        return context, turn.state
    state = at_contact(read_state(after.state), after.contact_id)
    return replace(context, speaker=after), state


def _person(speaker: Speaker) -> PersonKnown | None:
    if speaker.person_id is None:
        return None
    return PersonKnown(
        id=speaker.person_id,
        name=speaker.name,
        role=Role(speaker.role),
        status=PersonStatus(speaker.status),
        tenant=speaker.tenant_code,
        tenant_name=speaker.tenant_name,
        unit=speaker.unit_code,
        unit_name=speaker.unit_name,
        locale=speaker.locale,
        organisation=speaker.organisation,
    )


def _done(session: Session, turn: Turn, context: Context) -> Iterator[Message]:
    """Do what was asked, in order; everything there is to say, in the order it came."""
    for step in turn.steps:
        if isinstance(step, Message):
            yield step
        else:
            yield from apply(session, step, context)


def _keep(session: Session, state: State, speaker: Speaker, now: datetime) -> None:
    draft = state.form or (state.parked[-1] if state.parked else None)
    form = (draft.fact_type, draft.touched_at) if draft else None
    conversations.keep(session, speaker.conversation_id, write_state(state), form, now)
