"""A newcomer is let in or turned down, once, by somebody who may."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.dialogue.effects import DecideMember
from core.dialogue.steps import Message, Option
from core.people import PersonStatus
from core.texts import say
from handlers.context import Context
from handlers.effects.join_tenant import welcome
from handlers.known_people import may_decide
from storage.models import Person


def decide(session: Session, effect: DecideMember, context: Context) -> list[Message]:
    """The first decision holds; whoever presses later is told what it was."""
    person = session.get(Person, effect.person_id)
    if person is None or not may_decide(person, context.speaker, context.rights):
        return [Message(say("not-allowed"))]
    status = PersonStatus.ACTIVE if effect.approve else PersonStatus.BLOCKED
    decided = session.scalar(
        update(Person)
        .where(Person.id == person.id, Person.status == PersonStatus.PENDING)
        .values(status=status, approved_by=context.person_id)
        .returning(Person.id)
    )
    if decided is None:
        session.refresh(person)
        return [Message(say(f"member-already-{person.status}", name=person.name), in_place=True)]
    action = "approve" if effect.approve else "refuse"
    context.note(session, action, person, old={"status": PersonStatus.PENDING}, new={"status": status})
    if effect.approve:
        told = context.tell(session, person, welcome(person, say("join-approved", name=person.name)))
    else:
        told = context.tell(session, person, Message(say("join-refused", name=person.name)))
    outcome = say(f"member-is-{status}", name=person.name)
    unreached = [] if told else [Message(say("member-unreached", name=person.name))]
    return [Message(outcome, ((Option(say("menu-members"), "go:members"),),), in_place=True), *unreached]
