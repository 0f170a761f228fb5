"""A question or wish goes to the unit in charge: those who can take it are told, the asker gets a number."""

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.request_effects import OpenRequest, SayToRequest
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.requests.states import Move, RequestState
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.keep_question import what_business
from handlers.effects.needs import open_need
from handlers.subjects import need_of, subject_label, unit_in_charge
from storage.models import Person, Request, Unit
from storage.repositories import counters, people, questions, requests

#: a receipt of a request begins with this
RECEIPT = "YC"
_DESK = (Role.OFFICER.value, Role.MANAGER.value)
_HEADS = (Role.MANAGER.value, Role.ADMIN.value)


def open_request(session: Session, effect: OpenRequest, context: Context) -> list[Message]:
    """Open it once; of a second one about the same subject the words go to the first."""
    there = requests.by_key(session, effect.key)
    if there is not None:
        return [opened(session, there, context)]
    if not effect.text:
        return [Message(say("stale-button"), ((Option(say("menu-button"), "go:menu"),),))]
    running = requests.open_about(session, context.person_id, effect.subject) if effect.subject else None
    if running is not None:
        return _said(session, running, effect.text, context)
    request = requests.add(session, _new(session, effect, context))
    context.note(session, "open-request", request, new={"subject": request.subject, "kind": request.kind})
    tell_unit(session, request, context)
    return [opened(session, request, context), *what_business(session, context)]


def say_to_request(session: Session, effect: SayToRequest, context: Context) -> list[Message]:
    """Words of the asker for their own request: more to know, or that the answer did not do."""
    request = session.get(Request, effect.request_id)
    if request is None or request.asker_id != context.person_id:
        return [Message(say("request-gone"))]
    if not effect.again:
        return _said(session, request, effect.text, context)
    done = requests.move(
        session,
        request,
        context.person_id,
        context.now,
        Move.AGAIN,
        effect.text,
        satisfied=False,
        closed_at=None,
    )
    if not done:
        return [
            Message(say("request-is", receipt=request.receipt, state=say(f"request-state-{request.state}")))
        ]
    _tell_owner(
        session, request, say("request-asked-again", receipt=request.receipt, text=effect.text), context
    )
    return [Message(say("request-passed-on", receipt=request.receipt))]


def opened(session: Session, request: Request, context: Context) -> Message:
    """What the asker gets: the number, who is in charge, and by when to expect an answer."""
    unit = session.get(Unit, request.unit_id) if request.unit_id else None
    hours = context.catalogue.schedule.office.hours()
    closed = not hours.open_at(context.now, context.speaker.timezone)
    who: Speech = unit.name if unit else context.speaker.tenant_name
    text = lines(
        say("request-opened", receipt=request.receipt, unit=who),
        say("request-after-hours") if closed else None,
        say("request-expected", day=context.local_day(request.expected_by)),
    )
    mine = (Option(say("request-mine"), "go:asked"), Option(say("menu-button"), "go:menu"))
    return Message(text, (mine,))


def _new(session: Session, effect: OpenRequest, context: Context) -> Request:
    tenant, zone = context.speaker.tenant_id, context.speaker.timezone
    office = context.catalogue.schedule.office
    number = counters.next_number(session, f"receipt:{tenant}:{RECEIPT}:{context.today.isoformat()}")
    last = questions.last_of(session, context.person_id)
    need = last.need_id if last and last.subject == effect.subject else None
    if need is None and effect.subject:
        need = open_need(session, context, need_of(context, effect.subject), effect.text)
    unit = people.unit_by_code(session, tenant, unit_in_charge(context, effect.subject))
    return Request(
        tenant_id=tenant,
        receipt=f"{RECEIPT}-{context.today:%m%d}-{number:02d}",
        key=effect.key,
        asker_id=context.person_id,
        kind=effect.kind,
        subject=effect.subject,
        text=effect.text,
        article=effect.article,
        opened_at=context.now,
        expected_by=office.hours().after_days(context.now, office.days_to_answer(effect.kind), zone),
        state=RequestState.NEW,
        unit_id=unit.id if unit else None,
        need_id=need,
    )


def _said(session: Session, request: Request, text: str, context: Context) -> list[Message]:
    """More words for a request that is open: whoever answers it reads them."""
    if not requests.move(session, request, context.person_id, context.now, Move.ADD, text):
        return [
            Message(say("request-is", receipt=request.receipt, state=say(f"request-state-{request.state}")))
        ]
    news = say("request-more", receipt=request.receipt, name=context.speaker.name, text=text)
    _tell_owner(session, request, news, context)
    return [Message(say("request-added", receipt=request.receipt))]


def _business(context: Context) -> Speech:
    """The business of who speaks, behind their name."""
    name = context.speaker.organisation
    return say("request-business", business=name) if name else ""


def tell_unit(session: Session, request: Request, context: Context) -> None:
    """Everybody at the desk in charge; where there is nobody, the heads of the whole tenant."""
    text = lines(
        say(
            "request-news",
            receipt=request.receipt,
            name=context.speaker.name,
            business=_business(context),
            subject=subject_label(context, request.subject),
            text=request.text,
        ),
        say("request-expected", day=context.local_day(request.expected_by)),
    )
    options = (
        Option(say("request-take"), token("rq", "take", request.id), main=True),
        Option(say("request-answer"), token("rq", "say", request.id)),
    )
    told = 0
    tenant = context.speaker.tenant_id
    for one in requests.in_charge(session, tenant, request.unit_id, _DESK) if request.unit_id else ():
        told += one.id != request.asker_id and context.tell(session, one, Message(text, (options,)))
    if not told:
        for one in requests.in_charge(session, tenant, None, _HEADS):
            context.tell(session, one, Message(text, (options,)))


def _tell_owner(session: Session, request: Request, news: Speech, context: Context) -> None:
    owner = session.get(Person, request.owner_id) if request.owner_id else None
    if owner is None:
        tell_unit(session, request, context)
        return
    answer = Option(say("request-answer"), token("rq", "say", request.id), main=True)
    card = Option(say("request-open"), token("rq", "card", request.id))
    context.tell(session, owner, Message(news, ((answer, card),)))
