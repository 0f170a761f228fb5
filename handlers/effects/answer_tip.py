"""A tip reaches the unit in charge and its manager without a word of what it says; the answer the sender."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import ANONYMOUS, CONFIDENTIAL, TIP, YES
from core.dialogue.steps import Message, Option
from core.dialogue.tip_effects import AnswerTip
from core.dialogue.tokens import token
from core.permissions import Action
from core.texts import lines, say
from handlers.context import Context
from storage.models import Fact, Person, TipNote, Unit
from storage.queries.visible import visible_facts
from storage.repositories import requests


def told(session: Session, fact: Fact, context: Context) -> list[Message]:
    """Those in charge hear that there is one; the sender who will read it."""
    if fact.type not in CONFIDENTIAL:
        return []
    news = Message(
        say("tip-news", receipt=fact.receipt),
        ((Option(say("tip-open"), token("tp", "card", fact.id), main=True),),),
    )
    officers, managers = (Role.OFFICER.value,), (Role.MANAGER.value,)
    desk = requests.in_charge(session, fact.tenant_id, fact.unit_id, officers) if fact.unit_id else []
    heads = requests.in_charge(session, fact.tenant_id, None, managers)
    readers = [person for person in (*desk, *heads) if person.id != fact.reporter_id]
    for person in readers:
        context.tell(session, person, news)
    unit = session.get(Unit, fact.unit_id) if fact.unit_id else None
    hidden = str(fact.fields.get(ANONYMOUS) == YES).lower()
    thanks = say("tip-thanks", unit=unit.name if unit else context.speaker.tenant_name, hidden=hidden)
    return [Message(lines(thanks, None if readers else say("tip-nobody")))]


def answer(session: Session, effect: AnswerTip, context: Context) -> list[Message]:
    """Keep the answer and send it on."""
    query = select(Fact).where(Fact.id == effect.fact_id, Fact.type == TIP, visible_facts(context.viewer))
    fact = session.scalar(query)
    if fact is None or fact.reporter_id == context.person_id or not context.may(Action.DECIDE_REPORTS):
        return [Message(say("report-not-found"))]
    session.add(
        TipNote(
            fact_id=fact.id,
            at=context.now,
            author_id=context.person_id,
            move="answer",
            text=effect.text[:2000],
        )
    )
    context.note(session, "answer-tip", fact)
    unit = session.get(Unit, fact.unit_id) if fact.unit_id else None
    sender = session.get(Person, fact.reporter_id)
    news = say(
        "tip-answer-news",
        receipt=fact.receipt,
        unit=unit.name if unit else context.speaker.tenant_name,
        text=effect.text,
    )
    reached = sender is not None and context.tell(session, sender, Message(news))
    back = (Option(say("tips-back"), "go:tips"),)
    return [
        Message(say("tip-answered" if reached else "tip-answered-unreached", receipt=fact.receipt), (back,))
    ]
