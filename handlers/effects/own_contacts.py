"""Which of somebody's contacts is written to first, and taking one away."""

from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.dialogue.contact_effects import PartContact, PreferContact
from core.dialogue.linking import may_part
from core.dialogue.steps import Message
from core.texts import Speech, say
from handlers.context import Context
from handlers.conversations.channels import channel_name
from handlers.conversations.linking import channels_row
from storage.models import Contact
from storage.repositories import contacts as repository
from storage.repositories import conversations, link_codes, moving, outbox
from storage.repositories.contacts import Reached, contacts


def prefer(session: Session, effect: PreferContact, context: Context) -> list[Message]:
    """What waits to be sent to the person goes there, too."""
    chosen = _find(session, effect.contact_id, context)
    if chosen is None:
        return [_gone()]
    repository.prefer(session, context.person_id, chosen.id)
    moving.readdress(session, context.person_id, chosen.address)
    context.note(session, "prefer", session.get_one(Contact, chosen.id))
    channel = _named(chosen, context)
    return [Message(say("channel-preferred", channel=channel), (channels_row(),), in_place=True)]


def part(session: Session, effect: PartContact, context: Context) -> list[Message]:
    """From this moment who writes from there is a stranger, and nothing that waits is sent there."""
    own = contacts(session, context.person_id)
    gone = next((one for one in own if one.id == effect.contact_id), None)
    here = next(one for one in own if one.id == context.speaker.contact_id)
    if gone is None:
        return [_gone()]
    if len(own) < 2:
        return [Message(say("channel-last"), (channels_row(),), in_place=True)]
    if gone is not here and not may_part(here.linked_at, gone.linked_at, context.now):
        return [Message(say("channel-too-new"), (channels_row(),), in_place=True)]
    channel = _named(gone, context)
    link_codes.forget(session, context.person_id)
    conversations.part(session, gone.id, context.now)
    moving.take_back(session, context.person_id, gone.address, repository.reach(session, context.person_id))
    action = "disown" if effect.disowned else "part"
    old = {"person": context.person_id, "channel": gone.address.channel}
    context.note(session, action, session.get_one(Contact, gone.id), old=old)
    if gone is here:
        return [Message(say("channel-parted-here"), in_place=True)]
    there = context.render(Message(say("channel-parted-there")), context.speaker.locale)
    outbox.add(session, address=gone.address, message=there, now=context.now, priority=NOTICE)
    key = "link-disowned" if effect.disowned else "channel-parted"
    return [Message(say(key, channel=channel), (channels_row(),), in_place=True)]


def _find(session: Session, contact_id: int, context: Context) -> Reached | None:
    own = contacts(session, context.person_id)
    return next((one for one in own if one.id == contact_id), None)


def _named(one: Reached, context: Context) -> Speech:
    """How the person's own list calls it."""
    listed = context.known.look.contacts()
    return next(channel_name(each) for each in listed if each.id == one.id)


def _gone() -> Message:
    return Message(say("channel-gone"), (channels_row(),), in_place=True)
