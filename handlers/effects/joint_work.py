"""Work that two did together and both report counts once, also when the first report is taken back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.dialogue.state import FormState
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.texts import say
from handlers.context import Context
from handlers.effects import instrument_reports
from storage.models import Fact, Person
from storage.repositories import facts


def joined(session: Session, form: FormState, fact: Fact, context: Context) -> Fact | None:
    """Mark a report that is about to be stored as told by another one, if that still stands."""
    first = session.get(Fact, form.joint) if form.joint is not None else None
    if first is None or first.tenant_id != fact.tenant_id or first.type != fact.type:
        return None
    if first.status not in facts.STANDING or first.reporter_id == fact.reporter_id:
        return None
    fact.status, fact.duplicate_of_id, fact.ended_at = facts.JOINT, first.id, context.now
    return first


def tell_first(session: Session, first: Fact, fact: Fact, context: Context) -> None:
    """Who reported it first hears who did it with them."""
    reporter = session.get(Person, first.reporter_id)
    if reporter is not None:
        news = say("joint-news", name=context.speaker.name, receipt=first.receipt, other=fact.receipt)
        see = Option(say("remark-see"), token("rep", first.id))
        context.tell(session, reporter, Message(news, ((see,),)))


def moved(session: Session, old: Fact, new: Fact) -> None:
    """The report that counts was corrected: the others are told by the correction."""
    for each in _others(session, old):
        each.duplicate_of_id = new.id
    session.flush()


def left(session: Session, first: Fact, context: Context) -> None:
    """The report that counted is no more: the next one counts; after a rejection it waits to be looked at."""
    others = _others(session, first)
    if not others:
        return
    heir = others[0]
    rejected = first.status == "rejected"
    heir.status, heir.ended_at = "pending" if rejected else "confirmed", None
    heir.confirmed_at = None if rejected else context.now
    heir.duplicate_of_id = None
    for each in others[1:]:
        each.duplicate_of_id = heir.id
    session.flush()
    instrument_reports.told(session, heir, context)
    context.note(session, "count-joint", heir, old={"status": facts.JOINT}, new={"status": heir.status})
    reporter = session.get(Person, heir.reporter_id)
    if reporter is not None:
        key = "joint-waits" if rejected else "joint-counts"
        context.tell(session, reporter, Message(say(key, receipt=heir.receipt, other=first.receipt)))


def _others(session: Session, first: Fact) -> list[Fact]:
    query = select(Fact).where(Fact.duplicate_of_id == first.id, Fact.status == facts.JOINT)
    return list(session.scalars(query.order_by(Fact.id)))
