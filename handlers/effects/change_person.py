"""Somebody's unit, role or standing is changed, once, by who may; they are told, and the trail has both."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.people_effects import ChangePerson
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token, whole_number
from core.people import PersonStatus
from core.permissions import Action, may
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.refusing import turned_away
from handlers.effects.end_tokens import end_tokens
from handlers.known_people import may_change
from storage.models import Person, Unit
from storage.queries.people import other_admins
from storage.repositories import link_codes, outbox
from storage.repositories.locks import alone
from storage.repositories.people import lives

_STANDINGS = (PersonStatus.ACTIVE.value, PersonStatus.SUSPENDED.value)
_COLUMNS = {"unit": "unit_id", "role": "role", "status": "status"}


def change(session: Session, effect: ChangePerson, context: Context) -> list[Message]:
    """Changed if it still is as it was shown; the last admin of a tenant who can be written to stays one."""
    alone(session, f"people:{context.speaker.tenant_id}")
    person = session.get(Person, effect.person_id, populate_existing=True)
    if person is None or person.status not in _STANDINGS:
        return [Message(say("person-gone"))]
    if not may_change(person, context.speaker, context.rights) or not _may_become(session, effect, context):
        return [Message(say("not-allowed"))]
    before = _stored(person, effect)
    if before == effect.to:
        return [_done(say("person-is-so", name=person.name), person)]
    if before != effect.old:
        return [_done(say("person-changed-meanwhile", name=person.name), person)]
    if _leaves_no_admin(session, person, effect):
        return [_done(say("person-last-admin", name=person.name), person)]
    old, new = _named(session, effect, before), _named(session, effect, effect.to)
    value = (whole_number(effect.to) or None) if effect.what == "unit" else effect.to
    session.execute(update(Person).where(Person.id == person.id).values({_COLUMNS[effect.what]: value}))
    session.refresh(person)
    stored = {effect.what: before}, {effect.what: effect.to}
    context.note(session, f"person-{effect.what}", person, old=stored[0], new=stored[1])
    told = _tell(session, person, effect, new, context)
    keeps = effect.to != PersonStatus.SUSPENDED and may(Role(person.role), Action.KEEP_TOKENS)
    ended = None if keeps or effect.what == "unit" else end_tokens(session, person, context)
    key = f"person-changed-{effect.what}" if told else f"person-changed-{effect.what}-untold"
    return [_done(lines(say(key, name=person.name, old=old, new=new), ended), person)]


def _tell(session: Session, person: Person, effect: ChangePerson, new: Speech, context: Context) -> bool:
    """What is said to them. To who is suspended nothing goes out after it until they are back."""
    menu = ((Option(say("menu-button"), "go:menu"),),)
    if effect.to == PersonStatus.SUSPENDED:
        outbox.withhold(session, person.id)
        link_codes.forget(session, person.id)
        here = (context.speaker.tenant_code, context.speaker.tenant_name)
        told = turned_away(effect.to, person.name, here, context.catalogue)
        return context.tell(session, person, Message(told), whatever=True)
    if effect.what == "status":
        outbox.release(session, person.id)
        return context.tell(session, person, Message(say("person-back", name=person.name), menu))
    by = context.speaker.name
    return context.tell(session, person, Message(say(f"person-told-{effect.what}", new=new, by=by), menu))


def _may_become(session: Session, effect: ChangePerson, context: Context) -> bool:
    """Whether there is such a unit, role or standing, and the speaker may give it."""
    if effect.what == "unit":
        number = whole_number(effect.to)
        unit = session.get(Unit, number) if number else None
        there = unit is not None and unit.tenant_id == context.speaker.tenant_id
        kept = unit is None or lives(unit, context.today)
        # a unit's own manager does not move people where they cannot bring them back from
        far = context.role is not Role.ADMIN and context.speaker.unit_id is not None
        return number is not None and (number == 0 or there) and kept and not far
    if effect.what == "role":
        role = next((each for each in Role if each == effect.to), None)
        return role is not None and context.may(Action.KEEP_PEOPLE, role)
    return effect.to in _STANDINGS


def _leaves_no_admin(session: Session, person: Person, effect: ChangePerson) -> bool:
    if person.role != Role.ADMIN or person.status != PersonStatus.ACTIVE or effect.what == "unit":
        return False
    return not other_admins(session, person)


def _stored(person: Person, effect: ChangePerson) -> str:
    return str(person.unit_id or 0) if effect.what == "unit" else str(getattr(person, effect.what))


def _named(session: Session, effect: ChangePerson, value: str) -> Speech:
    if effect.what == "unit":
        unit = session.get(Unit, whole_number(value) or 0)
        return unit.name if unit else say("person-no-unit")
    return say(f"role-{value}" if effect.what == "role" else f"person-status-{value}")


def _done(text: Speech, person: Person) -> Message:
    card = Option(say("person-open", name=person.name), token("pe", "card", person.id))
    return Message(text, ((card, Option(say("people-list"), "pe:list")),), in_place=True)
