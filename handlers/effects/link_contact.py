"""A contact becomes one more of a person's: it shares their dialogue, and the others are told."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.dialogue.contact_effects import LinkContact
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.people import PersonStatus
from core.periods import local_time
from core.texts import say
from handlers.context import Context
from handlers.conversations.linking import channels_row
from handlers.effects.link_code import refusal
from storage.models import Contact, Conversation, LinkCode, Person, Tenant
from storage.repositories import audit, conversations, link_codes, outbox
from storage.repositories.contacts import Reached, contacts


def link(session: Session, effect: LinkContact, context: Context) -> list[Message]:
    """Only with a code that was typed here, is of this person, and is used up by this."""
    speaker = context.speaker
    if speaker.person_id == effect.person_id:
        return [Message(say("link-done-before"), (channels_row(),), in_place=True)]
    asked = session.get(LinkCode, effect.person_id)
    asked_at = asked.contact_id if asked else None
    if not link_codes.use(session, effect.person_id, speaker.contact_id, context.now):
        return [Message(say("link-expired"), in_place=True)]
    person = session.get_one(Person, effect.person_id)
    refused = refusal(session, person, context)
    own = contacts(session, person.id)
    if refused is not None or person.status != PersonStatus.ACTIVE or not own:
        return [refused or Message(say("link-expired"), in_place=True)]
    home = next((one for one in own if one.id == asked_at), own[0]).conversation_id
    if speaker.person_id is not None:
        _replace(session, speaker.person_id, person.id, context)
    conversations.link(session, speaker, person.id, home, context.now)
    channel = session.get_one(Contact, speaker.contact_id).channel
    _note(session, ("link", "contact", speaker.contact_id), person.id, context, {"channel": channel})
    _tell(session, person, own, channel, context)
    draft = session.get_one(Conversation, home).open_form is not None
    go_on = ((Option(say("draft-continue"), "go:continue", main=True),),) if draft else ()
    text = say("link-done-draft" if draft else "link-done", name=person.name)
    return [Message(text, (*go_on, channels_row()), in_place=True)]


def _replace(session: Session, candidate: int, person: int, context: Context) -> None:
    """The candidate who waits to be let in turned out to be somebody known: nobody has to decide any more."""
    pending = Person.status == PersonStatus.PENDING
    session.execute(
        update(Person).where(Person.id == candidate, pending).values(status=PersonStatus.REPLACED)
    )
    _note(session, ("replace", "person", candidate), person, context, {"status": PersonStatus.REPLACED})


def _note(
    session: Session, what: tuple[str, str, int], person: int, context: Context, new: dict[str, object]
) -> None:
    """A line of the trail (action, entity, its number), of the person linked: who speaks was nobody yet."""
    changed = {**new, "person": person}
    chain = session.get_one(Person, person).tenant_id
    line = audit.Change(context.now, person, *what, new=changed, inbox_id=context.inbox_id, chain=chain)
    audit.note(session, line)


def _tell(session: Session, person: Person, own: list[Reached], channel: str, context: Context) -> None:
    """Say so at every other contact, with a way to undo it; there and nowhere else, whatever is preferred."""
    zone = session.get_one(Tenant, person.tenant_id).timezone
    at = local_time(context.now, zone)
    text = say("link-told", channel=say("channel-name", channel=channel), at=at)
    undo = (Option(say("link-undo"), token("ch", "undo", context.speaker.contact_id)),)
    for one in own:
        if one.reachable:
            message = context.render(Message(text, (undo,)), person.locale)
            outbox.add(session, address=one.address, message=message, now=context.now, priority=NOTICE)
