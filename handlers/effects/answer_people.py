"""What the people in charge do with a request: take it, answer it, hand it over, close it."""

from sqlalchemy.orm import Session

from core.dialogue.request_effects import (
    AnnounceClass,
    AnswerRequest,
    CloseRequest,
    HandOverRequest,
    PassUpRequest,
    TakeRequest,
)
from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import token
from core.permissions import Action
from core.personal import hidden
from core.requests.states import Move, RequestKind, RequestState
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.ask_people import Wanted, add_request, opened, tell_unit, who_reads
from handlers.effects.needs import close_need
from storage.models import Person, Request, Unit
from storage.queries.requests import waiting_for
from storage.repositories import people, requests


def take(session: Session, effect: TakeRequest, context: Context) -> list[Message]:
    """It has one owner from now on, and who asked knows who."""
    request = _request(session, effect.request_id, context)
    if request is None:
        return [Message(say("request-gone"))]
    if request.owner_id == context.person_id:
        return [_receipt(say("request-is-yours", receipt=request.receipt), request)]
    before = request.owner_id
    if not requests.move(
        session, request, context.person_id, context.now, Move.TAKE, owner_id=context.person_id
    ):
        return [_as_it_is(session, request)]
    context.note(session, "take-request", request, old={"owner": before}, new={"owner": context.person_id})
    if before is None:
        _tell_asker(session, request, say("request-taken-news", **_who(session, request, context)), context)
    return [_receipt(say("request-taken", receipt=request.receipt), request)]


def answer(session: Session, effect: AnswerRequest, context: Context) -> list[Message]:
    """The answer goes to who asked, who says whether it did."""
    request = _request(session, effect.request_id, context)
    if request is None:
        return [Message(say("request-gone"))]
    done = requests.move(
        session,
        request,
        context.person_id,
        context.now,
        Move.ANSWER,
        effect.text,
        owner_id=context.person_id,
        answered_at=context.now,
    )
    if not done:
        return [_as_it_is(session, request)]
    context.note(session, "answer-request", request, new={"answer": effect.text})
    who = _who(session, request, context)
    news = lines(say("request-answer-news", **who), effect.text, say("request-clear"))
    told = _tell_asker(session, request, news, context, _asker_rows(request))
    text = say("request-answered" if told else "request-answered-unreached", receipt=request.receipt)
    propose = Option(say("article-propose"), token("rq", "know", request.id))
    back = Option(say("menu-requests"), "go:requests")
    own = request.kind == RequestKind.DATA  # no business of anybody else
    return [Message(text, ((back,),) if own else ((propose,), (back,)))]


def hand_over(session: Session, effect: HandOverRequest, context: Context) -> list[Message]:
    """Another unit is in charge: its people are told, who asked too."""
    request = _request(session, effect.request_id, context)
    unit = people.unit_by_code(session, context.speaker.tenant_id, effect.unit)
    if request is None or unit is None:
        return [Message(say("request-gone"))]
    before = request.unit_id
    if not requests.move(
        session,
        request,
        context.person_id,
        context.now,
        Move.HAND_OVER,
        unit.name,
        unit_id=unit.id,
        owner_id=None,
    ):
        return [_as_it_is(session, request)]
    context.note(session, "hand-over-request", request, old={"unit": before}, new={"unit": unit.id})
    tell_unit(session, request, context)
    _tell_asker(
        session, request, say("request-handed-news", receipt=request.receipt, unit=unit.name), context
    )
    done = say(f"request-handed-over-{who_reads(session, request)}", receipt=request.receipt, unit=unit.name)
    return [Message(done, ((Option(say("menu-requests"), "go:requests"),),), in_place=True)]


def pass_up(session: Session, effect: PassUpRequest, context: Context) -> list[Message]:
    """The tenant above gets a request of who passes it up, who stays in charge of this one meanwhile."""
    request = _request(session, effect.request_id, context)
    spec = context.catalogue.tenants.get(context.speaker.tenant_code)
    above = people.tenant_by_code(session, spec.parent) if spec and spec.parent else None
    if request is None or above is None or not context.may(Action.PASS_UP):
        return [Message(say("request-gone" if request is None else "not-allowed"))]
    raised = requests.by_key(session, f"up-{request.id}")
    if raised is None:
        changed = {"owner_id": context.person_id}
        if not requests.move(
            session, request, context.person_id, context.now, Move.PASS_UP, above.name, **changed
        ):
            return [_as_it_is(session, request)]
        context.note(session, "pass-up-request", request, new={"tenant": above.name})
        wanted = Wanted(
            key=f"up-{request.id}",
            kind=RequestKind(request.kind),
            subject=request.subject,
            text=hidden(request.text),
            flags=tuple(request.flags),
            raised_from_id=request.id,
        )
        raised = add_request(session, wanted, above.id, context)
        _tell_asker(
            session, request, say("request-up-news", receipt=request.receipt, tenant=above.name), context
        )
    return [opened(session, raised, context, above.name)]


def announce(session: Session, effect: AnnounceClass, context: Context) -> list[Message]:
    """Everybody on the waiting list of a class reads of it, and says whether they come."""
    if not context.may(Action.ANSWER_REQUESTS):
        return [Message(say("not-allowed"))]
    told = 0
    for listed in waiting_for(session, context.speaker.tenant_id, effect.course):
        request = listed.request
        changed = {"owner_id": context.person_id, "answered_at": context.now}
        if requests.move(
            session, request, context.person_id, context.now, Move.ANSWER, effect.text, **changed
        ):
            context.note(session, "answer-request", request, new={"answer": effect.text})
            coming = Option(say("class-coming"), token("rq", "ok", request.id), main=True)
            later = Option(say("class-later"), token("rq", "later", request.id))
            news = lines(say("class-news", receipt=request.receipt), effect.text)
            told += _tell_asker(session, request, news, context, ((coming, later),))
    return [Message(say("class-told", count=told), ((Option(say("menu-requests"), "go:requests"),),))]


def close(session: Session, effect: CloseRequest, context: Context) -> list[Message]:
    """Closed by who asked, or by the people in charge with a reason that who asked reads."""
    request = session.get(Request, effect.request_id)
    own = request is not None and request.asker_id == context.person_id
    if request is None or not (own or _request(session, effect.request_id, context)):
        return [Message(say("request-gone"))]
    if not own and not effect.reason:
        return [Message(say("request-close-why"))]
    closed = {"closed_at": context.now, "closed_by": context.person_id, "satisfied": effect.satisfied}
    if not requests.move(
        session, request, context.person_id, context.now, Move.CLOSE, effect.reason, **closed
    ):
        return [_as_it_is(session, request)]
    context.note(
        session, "close-request", request, new={"reason": effect.reason, "satisfied": effect.satisfied}
    )
    # who comes to a class, or gets support, has not been guided yet: that is reported when it happened
    guided = request.kind not in (RequestKind.TRAINING, RequestKind.SUPPORT)
    if request.need_id is not None and guided and (effect.satisfied or not own):
        close_need(session, context, request.need_id)
    if own:
        _tell_owner(session, request, context)
        return [Message(say("request-thanks", receipt=request.receipt), in_place=True)]
    news = say("request-closed-news", receipt=request.receipt, reason=effect.reason)
    again = ((Option(say("request-again"), token("rq", "again", request.id)),),)
    _tell_asker(session, request, news, context, again)
    return [_receipt(say("request-closed", receipt=request.receipt), request)]


def _request(session: Session, request_id: int, context: Context) -> Request | None:
    """A request of the speaker's tenant, if they may answer such."""
    request = session.get(Request, request_id)
    allowed = context.may(Action.ANSWER_REQUESTS)
    same = request is not None and request.tenant_id == context.speaker.tenant_id
    return request if same and allowed else None


def _as_it_is(session: Session, request: Request) -> Message:
    owner = session.get(Person, request.owner_id) if request.owner_id else None
    state = say(f"request-state-{request.state}")
    text = say("request-is", receipt=request.receipt, state=state)
    return Message(lines(text, say("request-owner", name=owner.name) if owner else None))


def _receipt(text: Speech, request: Request) -> Message:
    answer_it = Option(say("request-answer"), token("rq", "say", request.id), main=True)
    card = Option(say("request-open"), token("rq", "card", request.id))
    closed = request.state == RequestState.CLOSED
    return Message(text, ((card,) if closed else (answer_it, card),))


def _asker_rows(request: Request) -> Rows:
    """What who asked can say to an answer. Who passed a request up answers the one below with it."""
    clear = Option(say("request-is-clear"), token("rq", "ok", request.id), main=True)
    row = (clear, Option(say("request-not-clear"), token("rq", "again", request.id)))
    if request.raised_from_id is None:
        return (row,)
    return (row, (Option(say("request-answer-below"), token("rq", "say", request.raised_from_id)),))


def _who(session: Session, request: Request, context: Context) -> dict[str, str]:
    unit = session.get(Unit, request.unit_id) if request.unit_id else None
    return {
        "receipt": request.receipt,
        "name": context.speaker.name,
        "unit": unit.name if unit else context.speaker.tenant_name,
    }


def _tell_asker(session: Session, request: Request, news: Speech, context: Context, rows: Rows = ()) -> bool:
    asker = session.get(Person, request.asker_id)
    owed = request.kind == RequestKind.DATA  # by law, to who is suspended, too
    return asker is not None and context.tell(session, asker, Message(news, rows), whatever=owed)


def _tell_owner(session: Session, request: Request, context: Context) -> None:
    owner = session.get(Person, request.owner_id) if request.owner_id else None
    if owner is not None and owner.id != context.person_id:
        context.tell(session, owner, Message(say("request-satisfied-news", receipt=request.receipt)))
