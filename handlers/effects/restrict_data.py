"""Somebody's data are only kept, not used, since they asked for it and it was granted; and used again.

What that changes is read where data are used: who is written to (storage.queries.recipients), audiences, who
is told of what is due, and whose name stands in files and in the API.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.rights_effects import RESTRICT_FLAG, LiftRestriction, RestrictFor
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.requests.states import Move, RequestState
from core.texts import say
from handlers.context import Context
from handlers.effects.pages import MENU
from handlers.known_people import may_change, may_decide
from storage.models import Person, Request
from storage.queries.people import other_admins
from storage.repositories import requests
from storage.repositories.locks import alone


def restrict_for(session: Session, effect: RestrictFor, context: Context) -> list[Message]:
    """Do what was asked for by this request, which is answered by it. One admin stays to be written to."""
    alone(session, f"people:{context.speaker.tenant_id}")
    request = session.get(Request, effect.request_id, populate_existing=True)
    if (
        request is None
        or request.tenant_id != context.speaker.tenant_id
        or RESTRICT_FLAG not in request.flags
        or request.state == RequestState.CLOSED
        or request.asker_id == context.person_id
    ):
        return [Message(say("request-gone"), ((MENU,),))]
    person = session.get_one(Person, request.asker_id, populate_existing=True)
    if not may_decide(person, context.speaker, context.rights):
        return [Message(say("not-allowed"), ((MENU,),))]
    if person.role == Role.ADMIN and not other_admins(session, person):
        return [Message(say("rights-last-admin"), ((Option(say("menu-members"), "go:members"), MENU),))]
    done = Message(say("rights-restricted", name=person.name, receipt=request.receipt), ((MENU,),))
    if not restrict(session, person, context, context.now) and request.state == RequestState.ANSWERED:
        return [done]
    before, told = request.state, context.texts.render(say("rights-restricted-answer"), person.locale)
    if requests.move(session, request, context.person_id, context.now, Move.ANSWER, told):
        context.note(session, "answer-request", request, old={"state": before}, new={"state": request.state})
    lift = Option(say("rights-lift"), token("dt", "lift"))
    context.tell(session, person, Message(say("rights-restricted-told"), ((lift, MENU),)))
    return [done]


def restrict(session: Session, person: Person, context: Context, at: datetime) -> bool:
    """From now on their data are only kept, as was granted `at`; False where that was so already."""
    if person.restricted_at is not None:
        return False
    person.restricted_at = at
    session.flush()
    context.note(session, "restrict", person)
    return True


def lift(session: Session, effect: LiftRestriction, context: Context) -> list[Message]:
    """By the person at any time, or by who may change them; whoever did it, the person knows."""
    person = session.get(Person, effect.person_id or context.person_id, populate_existing=True)
    own = person is not None and person.id == context.person_id
    if person is None or not (own or may_change(person, context.speaker, context.rights)):
        return [Message(say("not-allowed"), ((MENU,),))]
    if person.restricted_at is not None:
        person.restricted_at = None
        session.flush()
        context.note(session, "lift-restriction", person)
        if not own:
            context.tell(session, person, Message(say("rights-lifted-told", by=context.speaker.name)))
    text = say("rights-lifted") if own else say("rights-lifted-for", name=person.name)
    return [Message(text, ((Option(say("form-back"), "go:data"), MENU) if own else (MENU,),))]
