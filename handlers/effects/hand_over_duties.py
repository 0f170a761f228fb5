"""Everything that waits for one person goes to another: a receipt with what went, and both are told."""

from sqlalchemy.orm import Session

from core.dialogue.people_effects import HandOverDuties
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.people import PersonStatus
from core.requests.states import Move
from core.texts import lines, say
from handlers.context import Context
from handlers.known_people import may_change
from storage.models import Person, Unit
from storage.queries import people as queries
from storage.repositories import requests
from storage.repositories.locks import alone

#: receipts named in a message
_NAMED = 6


def hand_over(session: Session, effect: HandOverDuties, context: Context) -> list[Message]:
    """A second press finds nothing more that waits."""
    alone(session, f"people:{context.speaker.tenant_id}")
    person, taker = session.get(Person, effect.person_id), session.get(Person, effect.to_id)
    if person is None or taker is None or not may_change(person, context.speaker, context.rights):
        return [Message(say("not-allowed"))]
    if taker.id not in {each.person.id for each in queries.takers(session, person, 1_000)}:
        return [Message(say("person-gone"))]
    receipts: list[str] = []
    for request in requests.owned_by(session, person.id):
        moved = requests.move(session, request, taker.id, context.now, Move.TAKE, owner_id=taker.id)
        if moved:
            old, new = {"owner": person.id}, {"owner": taker.id}
            context.note(session, "hand-over-request", request, old=old, new=new)
            receipts.append(request.receipt)
    back = (Option(say("person-open", name=person.name), token("pe", "card", person.id)),)
    if not receipts:
        nothing = say("person-handed-nothing", name=person.name)
        return [Message(nothing, (*_fill(session, person, taker), back), in_place=True)]
    context.note(session, "hand-over", person, old={"requests": receipts}, new={"taker": taker.id})
    named = ", ".join(receipts[:_NAMED]) + ("…" if len(receipts) > _NAMED else "")
    count = len(receipts)
    desk = ((Option(say("menu-requests"), "go:requests", main=True),),)
    news = say("person-handed-to-you", name=person.name, by=context.speaker.name, count=count, receipts=named)
    told = context.tell(session, taker, Message(news, desk))
    context.tell(
        session, person, Message(say("person-handed-from-you", taker=taker.name, count=count, receipts=named))
    )
    text = lines(
        say("person-handed", name=person.name, taker=taker.name, count=count, receipts=named),
        None if told else say("member-unreached", name=taker.name),
    )
    return [Message(text, (*_fill(session, person, taker), back), in_place=True)]


def _fill(session: Session, person: Person, taker: Person) -> tuple[tuple[Option, ...], ...]:
    """Where the unit is left without an officer: the way to bring the other one there."""
    unit = session.get(Unit, person.unit_id) if person.unit_id else None
    empty = unit is not None and person.role == "officer" and not queries.other_officers(session, person)
    if unit is None or not empty or taker.unit_id == unit.id or taker.status != PersonStatus.ACTIVE:
        return ()
    label = say("person-fill", taker=taker.name, unit=unit.name)
    return ((Option(label, token("pe", "ask", taker.id, "unit", unit.id)),),)
