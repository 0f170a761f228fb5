"""A question or wish goes to the unit in charge: those who can take it are told, the asker gets a number."""

from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.incident_effects import INCIDENT_FLAG
from core.dialogue.request_effects import OpenRequest, SayToRequest
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.people import PersonStatus
from core.requests.states import Move, RequestKind, RequestState
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.keep_question import what_business
from handlers.effects.needs import open_need
from handlers.effects.settled_receipt import as_settled
from handlers.subjects import need_of, subject_label, unit_in_charge
from storage.models import Person, Request, Unit
from storage.repositories import counters, questions, requests

#: a receipt of a request begins with this
RECEIPT = "YC"
_DESK = (Role.OFFICER.value, Role.MANAGER.value)
_HEADS = (Role.MANAGER.value, Role.ADMIN.value)


def open_request(session: Session, effect: OpenRequest, context: Context) -> list[Message]:
    """Open it once; of a second one about the same subject the words go to the first.

    Of a question that others were asked after, the words are those that its answer was kept with.
    """
    there = requests.by_key(session, effect.key)
    if there is not None and there.asker_id != context.person_id:
        # a press that was made up named somebody else's message: nobody's question is lost to it, nor shown
        effect = replace(effect, key=f"{effect.key}-{context.person_id:x}")
        there = requests.by_key(session, effect.key)
    if there is not None:
        return [opened(session, there, context)]
    if not effect.text and effect.article:
        before = questions.last_about(session, context.person_id, effect.article)
        effect = replace(effect, text=before.text if before else "")
    if not effect.text:
        return [Message(say("stale-button"), ((Option(say("menu-button"), "go:menu"),),))]
    running = requests.open_about(session, context.person_id, effect.subject) if effect.subject else None
    if running is not None:
        return _said(session, running, effect.text, context)
    need = _need(session, effect, context)
    wanted = Wanted(effect.key, effect.kind, effect.subject, effect.text, effect.article, need)
    request = add_request(session, wanted, context.speaker.tenant_id, context)
    return [opened(session, request, context), *what_business(session, context)]


def say_to_request(session: Session, effect: SayToRequest, context: Context) -> list[Message]:
    """Words of the asker for their own request: more to know, or that the answer did not do; without words,
    that they wait for the next class.
    """
    request = session.get(Request, effect.request_id)
    if request is None or request.asker_id != context.person_id:
        return [Message(say("request-gone"))]
    if not effect.again:
        return _said(session, request, effect.text, context)
    next_class = not effect.text
    if next_class and request.kind != RequestKind.TRAINING:
        return [Message(say("request-gone"))]
    before = request.state
    done = requests.move(
        session,
        request,
        context.person_id,
        context.now,
        Move.AGAIN,
        effect.text,
        satisfied=None if next_class else False,
        closed_at=None,
    )
    if not done:
        return [
            Message(say("request-is", receipt=request.receipt, state=say(f"request-state-{request.state}")))
        ]
    context.note(session, "ask-again", request, old={"state": before}, new={"state": request.state})
    if next_class:
        later = say("class-later-news", receipt=request.receipt, name=context.speaker.name)
        tell_owner(session, request, later, context)
        return [Message(say("class-still-waiting", receipt=request.receipt))]
    again = say("request-asked-again", receipt=request.receipt, text=effect.text)
    tell_owner(session, request, again, context)
    return [Message(say("request-passed-on", receipt=request.receipt))]


def opened(session: Session, request: Request, context: Context, tenant: str = "") -> Message:
    """What the asker gets: the number, who is in charge, and by when to expect an answer. `tenant`: whose it
    is, if it is not their own.
    """
    unit = session.get(Unit, request.unit_id) if request.unit_id else None
    hours = as_settled(session, context).office_hours()
    closed = not hours.open_at(context.now, context.speaker.timezone)
    tenant = tenant or context.speaker.tenant_name
    who: Speech = unit.name if unit else tenant
    reads = who_reads(session, request)
    text = lines(
        say(f"request-opened-{reads}", receipt=request.receipt, unit=who),
        say("request-after-hours") if closed and reads is not Reads.NOBODY else None,
        say("request-expected", day=context.local_day(request.expected_by))
        if reads is not Reads.NOBODY
        else None,
    )
    mine = (Option(say("request-mine"), "go:asked"), Option(say("menu-button"), "go:menu"))
    return Message(text, (mine,))


class Reads(StrEnum):
    """Who hears of a request: the desk in charge, the heads of the tenant in its place, nobody yet."""

    DESK = "desk"
    HEADS = "heads"
    NOBODY = "nobody"


def who_reads(session: Session, request: Request) -> Reads:
    """Whether anybody beside the asker is there to read it; who takes it at once reads it."""
    tenant, unit = request.tenant_id, request.unit_id
    # without a unit the tenant's heads are in charge
    desk = requests.in_charge(session, tenant, unit, _DESK if unit else _HEADS)
    if request.owner_id is not None or any(one.id != request.asker_id for one in desk):
        return Reads.DESK
    heads = requests.in_charge(session, tenant, None, _HEADS)
    return Reads.HEADS if any(one.id != request.asker_id for one in heads) else Reads.NOBODY


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new request is about. `need_id`: the report it comes from; `flags` as in storage.models."""

    key: str
    kind: RequestKind
    subject: str
    text: str
    article: str = ""
    need_id: int | None = None
    flags: tuple[str, ...] = ()
    #: of a request that is passed up: the one below
    raised_from_id: int | None = None
    #: who asks, where somebody else notes it for them; else who speaks
    asker_id: int | None = None


def add_request(session: Session, wanted: Wanted, tenant_id: int, context: Context) -> Request:
    """Store a request of who speaks to a tenant, and tell the unit in charge there.

    Who is of that unit takes it at once: they ask for somebody else, or note it for themselves.
    """
    zone, office = context.speaker.timezone, context.catalogue.schedule.office
    series = f"receipt:{tenant_id}:{RECEIPT}:{context.today.isoformat()}"
    heads = wanted.kind is RequestKind.DATA
    # an incident may be one: its 72 hours run
    like = RequestKind.QUESTION if INCIDENT_FLAG in wanted.flags else wanted.kind
    unit = None if heads else unit_in_charge(session, context, tenant_id, wanted.subject)
    own = unit is not None and unit.id == context.speaker.unit_id and context.role is not Role.HOUSEHOLD
    request = requests.add(
        session,
        Request(
            tenant_id=tenant_id,
            receipt=f"{RECEIPT}-{context.today:%m%d}-{counters.next_number(session, series):02d}",
            key=wanted.key,
            asker_id=wanted.asker_id or context.person_id,
            kind=wanted.kind,
            subject=wanted.subject,
            text=wanted.text,
            article=wanted.article,
            opened_at=context.now,
            expected_by=as_settled(session, context)
            .office_hours()
            .after_days(context.now, office.days_to_answer(like), zone),
            state=RequestState.TAKEN if own else RequestState.NEW,
            owner_id=context.person_id if own else None,
            unit_id=unit.id if unit else None,
            need_id=wanted.need_id,
            flags=list(wanted.flags),
            raised_from_id=wanted.raised_from_id,
        ),
        context.person_id,
    )
    context.note(session, "open-request", request, new={"subject": request.subject, "kind": request.kind})
    if not own:
        tell_unit(session, request, context)
    return request


def _need(session: Session, effect: OpenRequest, context: Context) -> int | None:
    """The need that the question opened when it was asked, or opens now."""
    last = questions.last_of(session, context.person_id)
    if last is not None and last.subject == effect.subject and last.need_id is not None:
        return last.need_id
    return open_need(session, context, need_of(context, effect.subject), effect.text)


def _said(session: Session, request: Request, text: str, context: Context) -> list[Message]:
    """More words for a request that is open: whoever answers it reads them."""
    if not requests.move(session, request, context.person_id, context.now, Move.ADD, text):
        return [
            Message(say("request-is", receipt=request.receipt, state=say(f"request-state-{request.state}")))
        ]
    context.note(session, "add-to-request", request)
    news = say("request-more", receipt=request.receipt, name=context.speaker.name, text=text)
    tell_owner(session, request, news, context)
    return [Message(say("request-added", receipt=request.receipt))]


def tell_unit(session: Session, request: Request, context: Context, news: Speech | None = None) -> None:
    """Everybody at the desk in charge; where there is nobody, the heads of the whole tenant.

    `news` is what they read; without it, the request as it was asked, by whom and until when.
    """
    text = news or _told_whole(session, request, context)
    options = (
        Option(say("request-take"), token("rq", "take", request.id), main=True),
        Option(say("request-answer"), token("rq", "say", request.id)),
    )
    opens = ((Option(say("incident-from-request"), token("sc", "from", request.id)),),)
    more = opens if INCIDENT_FLAG in request.flags else ()
    message = Message(text, () if request.state == RequestState.CLOSED else (options, *more))
    told, tenant = 0, request.tenant_id
    know = (request.asker_id, context.person_id)
    for one in requests.in_charge(session, tenant, request.unit_id, _DESK) if request.unit_id else ():
        told += one.id not in know and context.tell(session, one, message)
    if not told:
        for one in requests.in_charge(session, tenant, None, _HEADS):
            if one.id not in know:
                context.tell(session, one, message)


def tell_owner(session: Session, request: Request, news: Speech, context: Context) -> None:
    """Who took the request, if they are still there; else everybody at the desk in charge. Not who speaks."""
    if request.owner_id == context.person_id:
        return
    owner = session.get(Person, request.owner_id) if request.owner_id else None
    if owner is None or owner.status != PersonStatus.ACTIVE:
        tell_unit(session, request, context, news)
        return
    answer = Option(say("request-answer"), token("rq", "say", request.id), main=True)
    card = Option(say("request-open"), token("rq", "card", request.id))
    closed = request.state == RequestState.CLOSED
    context.tell(session, owner, Message(news, ((card,) if closed else (answer, card),)))


def _told_whole(session: Session, request: Request, context: Context) -> Speech:
    """The request in the words of who asked it, whoever passes it on."""
    asker = session.get_one(Person, request.asker_id)
    business = asker.organisation
    return lines(
        say(
            "request-news",
            receipt=request.receipt,
            name=asker.name,
            business=say("request-business", business=business) if business else "",
            subject=subject_label(context, request.subject, request.kind),
            text=request.text,
        ),
        *(say(f"request-flag-{flag}") for flag in request.flags),
        say("request-expected", day=context.local_day(request.expected_by)),
    )
