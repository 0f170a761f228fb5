"""A code to link one more contact: made where the person is known, tried where they are not yet."""

import secrets

from sqlalchemy.orm import Session

from core.dialogue.contact_effects import DeclineLink, MakeLinkCode, TryLinkCode
from core.dialogue.linking import CODE_DIGITS, GOOD_FOR, MOST_CONTACTS, is_new, masked, shown_code
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.gs1.check_digits import is_right
from core.people import PersonStatus
from core.texts import lines, say
from handlers.context import Context
from handlers.conversations.linking import channels_row
from storage.models import Contact, Person, Tenant
from storage.repositories import link_codes
from storage.repositories.contacts import contacts


def new_link_code() -> str:
    """Random digits: with a few minutes and a few tries too many to guess.

    Never those of a short barcode, which people type as well.
    """
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    return new_link_code() if is_right(code) else code


def make(session: Session, effect: MakeLinkCode, context: Context) -> list[Message]:
    """The person's code from now on; an earlier one is good for nothing any more."""
    own = contacts(session, context.person_id)
    here = next(one for one in own if one.id == context.speaker.contact_id)
    if len(own) >= MOST_CONTACTS:
        return [Message(say("link-full", count=MOST_CONTACTS), (channels_row(),))]
    if is_new(here.linked_at, context.now):
        return [Message(say("link-too-new"), (channels_row(),))]
    until, code = context.now + GOOD_FOR, new_link_code()
    while not link_codes.add(session, context.person_id, here.id, code, until):
        code = new_link_code()
    person = session.get_one(Person, context.person_id)
    context.note(session, "link_code", person, new={"contact": here.id})
    minutes = int(GOOD_FOR.total_seconds() // 60)
    return [Message(say("link-code", code=shown_code(code), minutes=minutes), (channels_row(),))]


def attempt(session: Session, effect: TryLinkCode, context: Context) -> list[Message]:
    """Whom the code would link, to be confirmed; or why it links nobody. Wrong ones are counted."""
    here = context.speaker.contact_id
    if not link_codes.may_try(session, here, context.now):
        return [Message(say("link-locked"))]
    found = link_codes.find(session, effect.code)
    owner = session.get(Person, found.person_id) if found else None
    if found is None or owner is None or owner.status != PersonStatus.ACTIVE:
        if link_codes.wrong(session, here, context.now):
            context.note(session, "link_locked", session.get_one(Contact, here))
        return [Message(say("link-unknown"))]
    if owner.id == context.speaker.person_id:
        return [Message(say("link-own-code"), (channels_row(),))]
    refused = refusal(session, owner, context)
    if refused is not None:
        return [refused]
    if found.expires_at <= context.now:
        return [Message(say("link-expired"))]
    if not link_codes.bind(session, owner.id, here):
        return [Message(say("link-typed-elsewhere"))]
    return [_whom(session, owner, context)]


def decline(session: Session, effect: DeclineLink, context: Context) -> list[Message]:
    """The question that still stands there cannot be answered with yes any more."""
    link_codes.unbind(session, context.speaker.contact_id)
    return [Message(say("link-declined"), in_place=True)]


def refusal(session: Session, owner: Person, context: Context) -> Message | None:
    """Why the contact that speaks cannot become one of the owner's; None where it can."""
    speaker = context.speaker
    if speaker.status == PersonStatus.ACTIVE:
        context.note(session, "link_refused", session.get_one(Contact, speaker.contact_id))
        menu = (Option(say("menu-button"), "go:menu"),)
        return Message(say("link-other-person", name=speaker.name), (menu,))
    if speaker.status in (PersonStatus.BLOCKED, PersonStatus.SUSPENDED):
        return Message(say(f"person-{speaker.status}", name=speaker.name))
    if len(contacts(session, owner.id)) >= MOST_CONTACTS:
        return Message(say("link-full", count=MOST_CONTACTS))
    return None


def _whom(session: Session, owner: Person, context: Context) -> Message:
    tenant = session.get_one(Tenant, owner.tenant_id)
    whom = say("link-whom", name=masked(owner.name), role=say(f"role-{owner.role}"), tenant=tenant.name)
    pending = context.speaker.status == PersonStatus.PENDING
    instead = say("link-instead", name=context.speaker.name) if pending else None
    yes = token("lk", "yes", owner.id)
    options = (Option(say("link-yes"), yes, main=True), Option(say("link-no"), "lk:no"))
    return Message(lines(whom, instead, say("link-means")), (options,), yes=yes)
