"""Everything that waits for one person goes to another: a receipt with what went, and both are told."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from core.dialogue.people_effects import HandOverDuties
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.people import PersonStatus
from core.permissions import Action, roles_that_may
from core.requests.states import Move
from core.texts import Speech, lines, say, show_date
from handlers.context import Context
from handlers.known_people import may_change
from storage.models import Person, Unit
from storage.queries import people as queries
from storage.queries.recipients import with_roles
from storage.repositories import requests
from storage.repositories.duties import Held, held, pass_broadcast
from storage.repositories.locks import alone

#: receipts named in a message
_NAMED = 6
#: what went, by its kind: what each is called
_Moved = Mapping[str, Sequence[str]]


def hand_over(session: Session, effect: HandOverDuties, context: Context) -> list[Message]:
    """A second press finds nothing more that waits."""
    alone(session, f"people:{context.speaker.tenant_id}")
    person, taker = session.get(Person, effect.person_id), session.get(Person, effect.to_id)
    if person is None or taker is None or not may_change(person, context.speaker, context.rights):
        return [Message(say("not-allowed"))]
    if taker.id not in {each.person.id for each in queries.takers(session, person, 1_000)}:
        return [Message(say("person-gone"))]
    duties = held(session, person.id)
    moved = {what: names for what, names in _move(session, duties, person, taker, context).items() if names}
    back = (Option(say("person-open", name=person.name), token("pe", "card", person.id)),)
    if not moved:
        nothing = say("person-handed-nothing", name=person.name)
        return [Message(nothing, (*_fill(session, person, taker), back), in_place=True)]
    went = {what: list(names) for what, names in moved.items()}
    context.note(session, "hand-over", person, old=went, new={"taker": taker.id})
    told = _tell(session, (person, taker), moved, duties.sent_back, context)
    text = lines(
        say("person-handed", name=person.name, taker=taker.name),
        *_listed(moved),
        say("person-handed-told") if told else say("member-unreached", name=taker.name),
    )
    return [Message(text, (*_fill(session, person, taker), back), in_place=True)]


def _move(session: Session, duties: Held, person: Person, taker: Person, context: Context) -> _Moved:
    """All of it, each thing told of in the trail; what went, by its kind."""
    old, new = {"owner": person.id}, {"owner": taker.id}
    waiting: list[str] = []
    for request in duties.requests:
        if requests.move(session, request, taker.id, context.now, Move.TAKE, owner_id=taker.id):
            context.note(session, "hand-over-request", request, old=old, new=new)
            waiting.append(request.receipt)
    for request in duties.answered:
        request.owner_id = taker.id
        context.note(session, "hand-over-request", request, old=old, new=new)
    for request in duties.raised:
        request.asker_id = taker.id
        context.note(session, "hand-over-request", request, old={"asker": person.id}, new={"asker": taker.id})
    for inspection in duties.inspections:
        inspection.opened_by = taker.id
        context.note(session, "hand-over-duty", inspection, old=old, new=new)
    releaser = _heir(taker, Action.RELEASE_BROADCASTS, context)
    for one in duties.broadcasts:
        pass_broadcast(one, person.id, taker.id, releaser)
        context.note(session, "hand-over-duty", one, old=old, new=new)
    linker = _heir(taker, Action.LINK_GROUPS, context)
    for group in duties.groups if linker is not None else ():
        group.linked_by = linker
        context.note(session, "hand-over-duty", group, old=old, new={"owner": linker})
    session.flush()
    return {
        "requests": waiting,
        "answered": [each.receipt for each in duties.answered],
        "raised": [each.receipt for each in duties.raised],
        "inspections": [show_date(each.day, "vi") for each in duties.inspections],
        "broadcasts": [str(each.id) for each in duties.broadcasts],
        "groups": [each.title or str(each.id) for each in duties.groups] if linker is not None else [],
    }


def _heir(taker: Person, action: Action, context: Context) -> int | None:
    """Who looks after what only some may do: the taker, or else who hands over; None where neither may."""
    if taker.role in roles_that_may(action, context.rights.own):
        return taker.id
    return context.person_id if context.may(action) else None


def _tell(
    session: Session, both: tuple[Person, Person], moved: _Moved, sent_back: Sequence[str], context: Context
) -> bool:
    """Both are told; of reports that were sent back, who can correct them. Whether the taker was reached."""
    person, taker = both
    corrects = roles_that_may(Action.CORRECT_OTHERS, context.rights.own)
    left = say("person-left-sent-back", name=person.name, receipts=_named(sent_back), count=len(sent_back))
    mine = taker.role in corrects and bool(sent_back)
    desk = ((Option(say("menu-requests"), "go:requests", main=True),),) if "requests" in moved else ()
    to_you = say("person-handed-to-you", name=person.name, by=context.speaker.name)
    told = context.tell(session, taker, Message(lines(to_you, *_listed(moved), left if mine else None), desk))
    draft = say("person-left-draft") if queries.hanging(session, person.id).draft else None
    from_you = say("person-handed-from-you", taker=taker.name)
    context.tell(session, person, Message(lines(from_you, *_listed(moved), draft)))
    if sent_back and not mine:
        for head in with_roles(session, person.tenant_id, *sorted(corrects)):
            if head.unit in (None, _unit_code(session, person)) and head.person_id != person.id:
                context.tell(session, session.get_one(Person, head.person_id), Message(left))
    return told


def _listed(moved: _Moved) -> Iterator[Speech]:
    """What went, a line for each kind."""
    for what, names in moved.items():
        yield say(f"person-moved-{what}", count=len(names), names=_named(names))


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


def _unit_code(session: Session, person: Person) -> str | None:
    unit = session.get(Unit, person.unit_id) if person.unit_id else None
    return unit.code if unit else None


def _fill(session: Session, person: Person, taker: Person) -> tuple[tuple[Option, ...], ...]:
    """Where the unit is left without an officer: the way to bring the other one there."""
    unit = session.get(Unit, person.unit_id) if person.unit_id else None
    empty = unit is not None and person.role == "officer" and not queries.other_officers(session, person)
    if unit is None or not empty or taker.unit_id == unit.id or taker.status != PersonStatus.ACTIVE:
        return ()
    label = say("person-fill", taker=taker.name, unit=unit.name)
    return ((Option(label, token("pe", "ask", taker.id, "unit", unit.id)),),)
