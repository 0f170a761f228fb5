"""A report goes back to its sender with a remark; a correction or an explanation goes to who made it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.answers import show_answer
from core.catalogue.fact_types import FactType, Role
from core.dialogue.known import Known
from core.dialogue.review_effects import CloseRemarks, ExplainRemark, SendBack
from core.dialogue.steps import Message, Option
from core.people import PersonStatus
from core.personal import hidden_in
from core.review import RemarkKnown, RemarkState
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.card import changed_lines
from handlers.conversations.remarks import about, maker_rows, sender_rows
from handlers.known_reviews import may_answer, named_to, of_tenant, remark_known, reviewed_by
from storage.models import Fact, Person, Remark, Tenant
from storage.queries.visible import visible_facts
from storage.repositories import facts, remarks, requests


def send_back(session: Session, effect: SendBack, context: Context) -> list[Message]:
    """Keep the remark and tell the sender, with a button that opens the report at that answer."""
    query = select(Fact).where(Fact.id == effect.fact_id, visible_facts(context.viewer))
    fact = session.scalar(query)
    reporter = session.get(Person, fact.reporter_id) if fact else None
    kind = context.catalogue.fact_types.get(fact.type) if fact else None
    if fact is None or reporter is None or kind is None:
        return [Message(say("report-not-found"))]
    if fact.status not in facts.STANDING:
        return [Message(say(f"report-is-{fact.status}", receipt=fact.receipt))]
    if not reviewed_by(context.speaker, context.rights, fact, reporter):
        return [Message(say("not-allowed"))]
    remark = remarks.add(
        session,
        Remark(
            tenant_id=context.speaker.tenant_id,
            sent_back_id=fact.id,
            fact_id=fact.id,
            about=effect.about,
            reason=effect.reason,
            by=context.person_id,
            at=context.now,
            state=RemarkState.OPEN,
        ),
    )
    context.note(session, "send-back", fact, new={"about": effect.about, "reason": effect.reason})
    told = _tell_sender(session, remark, fact, kind, context)
    name = named_to(session, context.speaker, fact)
    done = say("send-back-done" if told else "send-back-unreached", receipt=fact.receipt, name=name)
    return [Message(done, ((Option(say("menu-pending"), "go:pending"),),), in_place=True)]


def explain(session: Session, effect: ExplainRemark, context: Context) -> list[Message]:
    """The sender leaves it as it is; who sent it back reads why."""
    remark = session.get(Remark, effect.remark_id)
    fact = session.get(Fact, remark.fact_id) if remark else None
    if remark is None or fact is None or not may_answer(context.speaker, context.rights, remark, fact):
        return [Message(say("report-not-found"))]
    if not remarks.explain(session, remark.id, effect.text, context.now):
        return [Message(say("remark-answered", receipt=fact.receipt))]
    session.refresh(remark)
    context.note(session, "explain", fact, new={"about": remark.about})
    kind = context.catalogue.fact_types.get(fact.type)
    told = say(
        "remark-explained-news",
        receipt=fact.receipt,
        field=about(kind, remark.about),
        name=_name(session, remark, context),
        answer=effect.text,
        reason=remark.reason,
    )
    _tell_maker(session, remark, told, context)
    return [Message(say("remark-passed-on", receipt=fact.receipt), in_place=True)]


def close(session: Session, effect: CloseRemarks, context: Context) -> list[Message]:
    """Whoever may send it back there says that the answer does; the sender hears it."""
    fact = session.scalar(select(Fact).where(Fact.id == effect.fact_id, visible_facts(context.viewer)))
    reporter = session.get(Person, fact.reporter_id) if fact else None
    if fact is None or reporter is None:
        return [Message(say("report-not-found"))]
    if not reviewed_by(context.speaker, context.rights, fact, reporter):
        return [Message(say("not-allowed"))]
    here = context.speaker.tenant_id
    for remark in remarks.seen(session, fact.id, here, context.person_id, context.now):
        context.note(session, "close-remark", fact, new={"about": remark.about})
    left = remarks.running(session, fact.id)
    if not left:
        fine = say("remark-fine-news", receipt=fact.receipt, by=context.speaker.name)
        if fact.tenant_id == here or reporter.role != Role.HOUSEHOLD:
            context.tell(session, reporter, Message(fine))
    back = (Option(say("menu-pending"), "go:pending"), Option(say("menu-button"), "go:menu"))
    done = say("remark-left" if left else "remark-closed", receipt=fact.receipt)
    return [Message(done, (back,), in_place=True)]


def corrected(session: Session, old: Fact, fact: Fact, kind: FactType, context: Context) -> None:
    """Who sent it back sees old and new; the remarks go on with the corrected report."""
    person = session.get_one(Person, context.person_id)
    for remark in remarks.corrected(session, old, fact, person, context.now):
        before = session.get_one(Fact, remark.sent_back_id).fields
        told = say(
            "remark-corrected-news",
            receipt=fact.receipt,
            name=_name(session, remark, context),
            reason=remark.reason,
        )
        # it may go to the level above
        changed = changed_lines(kind, hidden_in(fact.fields), context.known, hidden_in(before))
        _tell_maker(session, remark, lines(told, changed), context)


def settled(session: Session, fact: Fact, context: Context) -> None:
    """The report was confirmed or rejected: that answers what was remarked about it here."""
    for remark in remarks.running(session, fact.id):
        if remark.tenant_id == context.speaker.tenant_id:
            remarks.close(session, remark.id, context.person_id, context.now)


def taken_back(session: Session, fact: Fact, context: Context) -> None:
    """The report is no more: who sent it back hears of it."""
    for remark in remarks.running(session, fact.id):
        remarks.close(session, remark.id, context.person_id, context.now)
        _tell_maker(
            session,
            remark,
            say("remark-taken-back", receipt=fact.receipt, name=_name(session, remark, context)),
            context,
            ended=True,
        )


def _tell_sender(session: Session, remark: Remark, fact: Fact, kind: FactType, context: Context) -> bool:
    """Who sent it; what comes from above its managers, too, and instead of a household. False if nobody can
    be reached."""
    known = remark_known(session, remark, context.speaker, context.rights)
    here = _there(session, fact, context)
    from_above = remark.tenant_id != fact.tenant_id
    by: Speech = context.speaker.name
    by = of_tenant(session, by, remark.tenant_id) if from_above else by
    field, reason = about(kind, remark.about), remark.reason
    news = say("remark-news", receipt=fact.receipt, kind=kind.label, field=field, by=by, reason=reason)
    message = Message(lines(news, _now(kind, fact, remark.about, here)), sender_rows(known, kind, here))
    reporter = session.get_one(Person, fact.reporter_id)
    people = [] if from_above and reporter.role == Role.HOUSEHOLD else [reporter]
    if from_above:
        people += requests.in_charge(session, fact.tenant_id, None, (Role.MANAGER.value,))
    told = [context.tell(session, person, message) for person in people]
    return any(told)


def _name(session: Session, remark: Remark, context: Context) -> Speech:
    """Who answers a remark, as who made it reads it."""
    name = context.speaker.name
    here = context.speaker.tenant_id
    return name if remark.tenant_id == here else of_tenant(session, name, here)


def _there(session: Session, fact: Fact, context: Context) -> Known:
    """What is known, where the report was made."""
    tenant = session.get_one(Tenant, fact.tenant_id)
    return context.known.where(tenant.code)


def _now(kind: FactType, fact: Fact, code: str, known: Known) -> Speech | None:
    """The answer as it is now."""
    field, value = kind.field(code), fact.fields.get(code)
    if field is None or value is None:
        return None
    shown = show_answer(field, hidden_in(value), known.setting(fact.fields))
    return say("remark-now", value=shown)


def _tell_maker(
    session: Session, remark: Remark, news: Speech, context: Context, *, ended: bool = False
) -> None:
    maker = session.get(Person, remark.by)
    if maker is None or maker.id == context.person_id or maker.status != PersonStatus.ACTIVE:
        return
    known: RemarkKnown = remark_known(session, remark, context.speaker, context.rights)
    context.tell(session, maker, Message(news, () if ended else maker_rows(known)))
