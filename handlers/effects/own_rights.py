"""What is kept of somebody is shown and handed out to them; what they claim reaches those in charge."""

from collections.abc import Iterator, Mapping

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.consents import Basis, purposes_of
from core.dialogue.rights_effects import (
    ERASE_FLAG,
    RESTRICT_FLAG,
    RIGHTS,
    ClaimRight,
    CopyMyData,
    EraseFor,
    NoteClaim,
    Right,
    ShowMyData,
)
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.messages import Made
from core.people import PersonStatus
from core.permissions import Action, may
from core.requests.states import RequestKind, RequestState
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects import keep_own_data
from handlers.effects.ask_people import Wanted, add_request, opened
from handlers.effects.pages import MENU
from handlers.known_people import may_change, may_decide
from reports.own_data import NAME
from storage.models import Person, Request
from storage.queries.own_records import counts_of
from storage.queries.people import other_admins
from storage.repositories import consents, people, requests
from storage.repositories.locks import alone

#: what a request carries by which those in charge do what was claimed
_CARRIED: Mapping[Right, tuple[str, ...]] = {"delete": (ERASE_FLAG,), "restrict": (RESTRICT_FLAG,)}


def show(session: Session, effect: ShowMyData, context: Context) -> list[Message]:
    """What there is, since when, and what may be done about it."""
    person = session.get_one(Person, context.person_id)
    speaker = context.speaker
    agreed = None
    household = person.role == Role.HOUSEHOLD
    if person.consent_at is not None:
        day, version = context.local_day(person.consent_at), person.consent_version or "none"
        agreed = say("rights-agreed" if household else "rights-told", day=day, version=version)
    where = speaker.unit_name or speaker.tenant_name
    purposes = tuple(_purposes(session, person, context)) if _was_let_in(person) else ()
    restricted = None
    if person.restricted_at is not None:
        restricted = say("rights-restricted-since", day=context.local_day(person.restricted_at))
    text = lines(
        say("rights-title"),
        say("rights-who", name=person.name, role=say(f"role-{person.role}"), where=where),
        agreed,
        *(
            say("rights-count", kind=say(f"rights-kind-{kind}"), count=count)
            for kind, count in counts_of(session, person.id).items()
        ),
        say("rights-seen"),
        *(line for line, _ in purposes),
        restricted,
    )
    active = person.status == PersonStatus.ACTIVE
    options = [
        *([Option(say("rights-lift"), token("dt", "lift"))] if restricted else []),
        Option(say("rights-copy"), token("dt", "file"), main=True),
        *([Option(say("own-show"), token("me", "show"))] if household and active else []),
        *(option for _, option in purposes),
        *(Option(say(f"rights-{right}"), token("dt", "ask", right)) for right in RIGHTS),
        *([Option(say("incident-tell"), "st:ask")] if active else []),
    ]
    return [Message(text, (*rows_of(options), *(((MENU,),) if active else ())), in_place=True)]


def _purposes(session: Session, person: Person, context: Context) -> Iterator[tuple[Speech, Option]]:
    """What their data are used for beside the work itself, each with what changes that."""
    given = consents.standing(session, person.id)
    for each in purposes_of(Role(person.role)):
        code, name = each.code, say(f"own-purpose-{each.code}")
        on = consents.holds(session, person.id, each)
        if each.basis is Basis.DUTY:
            line = say("rights-duty-on" if on else "rights-duty-off", purpose=name)
        elif on:
            line = say("own-consent-given", purpose=name, day=context.local_day(given[code]))
        else:
            line = say("own-consent-none", purpose=name)
        label = say(f"own-no-{code}" if on else f"own-yes-{code}")
        yield line, Option(label, token("dt", "stop" if on else "agree", code))


def copy(session: Session, effect: CopyMyData, context: Context) -> list[Message]:
    """Two files, which only go to who asked."""
    context.note(session, "copy-own", session.get_one(Person, context.person_id))
    number = str(context.person_id)
    back = (Option(say("form-back"), "go:data"),)
    return [
        Message(say("rights-copy-read"), made=Made(NAME, (number, "txt"))),
        Message(say("rights-copy-json"), (back,), made=Made(NAME, (number, "json"))),
    ]


def claim(session: Session, effect: ClaimRight, context: Context) -> list[Message]:
    """A request to those who lead, whatever its subject's desk: they decide about people."""
    there = requests.by_key(session, effect.key)
    if there is None:
        words = context.texts.render(say(f"rights-wants-{effect.right}", days=RIGHTS[effect.right]), "vi")
        if effect.text:
            words = f"{words}\n{effect.text}"
        # asked for twice in the same words it is one wish
        there = requests.open_with(session, context.person_id, RequestKind.DATA, words)
    if there is None:
        wanted = Wanted(effect.key, RequestKind.DATA, "", words, flags=_CARRIED.get(effect.right, ()))
        there = add_request(session, wanted, context.speaker.tenant_id, context)
    told = opened(session, there, context)
    if context.speaker.status == PersonStatus.ACTIVE:
        return [told]
    return [Message(told.text, ((Option(say("form-back"), "go:data"),),))]


def note(session: Session, effect: NoteClaim, context: Context) -> list[Message]:
    """The same request as they would have made it; they are told of it where they still can be."""
    person = session.get(Person, effect.person_id, populate_existing=True)
    if person is None or person.status != PersonStatus.SUSPENDED:
        return [Message(say("not-allowed"), ((MENU,),))]
    if not (may_change(person, context.speaker, context.rights) and context.may(Action.DECIDE_MEMBERS)):
        return [Message(say("not-allowed"), ((MENU,),))]
    wants, by = say(f"rights-wants-{effect.right}", days=RIGHTS[effect.right]), context.speaker.name
    words = context.texts.render(lines(wants, say("rights-paper-by", name=by)), "vi")
    there = requests.open_with(session, person.id, RequestKind.DATA, words)
    if there is None:
        flags = _CARRIED.get(effect.right, ())
        wanted = Wanted(effect.key, RequestKind.DATA, "", words, flags=flags, asker_id=person.id)
        there = add_request(session, wanted, context.speaker.tenant_id, context)
        told = say("rights-paper-told", by=by, receipt=there.receipt, wants=wants)
        context.tell(session, person, Message(told), whatever=True)
    day = context.local_day(there.expected_by)
    see = Option(say("request-open"), token("rq", "card", there.id), main=True)
    return [
        Message(say("rights-paper-noted", receipt=there.receipt, name=person.name, day=day), ((see, MENU),))
    ]


def erase_for(session: Session, effect: EraseFor, context: Context) -> list[Message]:
    """Do what was asked: the person is told, then forgotten. The last admin of a tenant is not."""
    alone(session, f"people:{context.speaker.tenant_id}")
    request = session.get(Request, effect.request_id, populate_existing=True)
    same = request is not None and request.tenant_id == context.speaker.tenant_id
    asked = request is not None and ERASE_FLAG in request.flags and request.state != RequestState.CLOSED
    if request is None or not same or not asked or request.asker_id == context.person_id:
        return [Message(say("request-gone"))]
    person = session.get_one(Person, request.asker_id, populate_existing=True)
    if not may_decide(person, context.speaker, context.rights):
        return [Message(say("not-allowed"))]
    if requests.opened_by(session, request.id) == context.person_id and _another(session, person, context):
        return [Message(say("rights-paper-other"), ((MENU,),))]
    if person.role == Role.ADMIN and not other_admins(session, person):
        return [Message(say("rights-last-admin"), ((Option(say("menu-members"), "go:members"), MENU),))]
    name, receipt = person.name, request.receipt
    context.tell(session, person, Message(say("own-erased")), whatever=True)
    ended = keep_own_data.erase_person(session, person, context)
    return [
        Message(lines(say("rights-erased", name=name, receipt=receipt), ended), ((MENU,),), in_place=True)
    ]


def _another(session: Session, person: Person, context: Context) -> bool:
    """Whether somebody beside the speaker may decide about the person."""
    others = people.approvers(session, person.tenant_id, person.unit_id)
    able = (
        may(Role(one.role), Action.DECIDE_MEMBERS, Role(person.role))
        for one in others
        if one.id != context.person_id
    )
    return any(able)


def _was_let_in(person: Person) -> bool:
    return person.status in (PersonStatus.ACTIVE, PersonStatus.SUSPENDED)
