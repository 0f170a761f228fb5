"""A report on a plan is sent: the document that the office goes on with, and its annexes."""

from sqlalchemy.orm import Session

from core.catalogue.plans import Plan
from core.dialogue.paper_effects import MakePaper
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.periods import local_time
from core.permissions import Action
from core.spans import Span, span_of
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.papers import SENT
from reports.plan_report.making import ANNEXES, DOCUMENT, made
from reports.span_words import over

_MENU = Option(say("menu-button"), "go:menu")
_OTHER = Option(say("papers-other"), "go:papers")


def make(session: Session, effect: MakePaper, context: Context) -> list[Message]:
    """The two files, with what is known now; then the way to put down that it was sent."""
    if not context.may(Action.MAKE_REPORTS):
        return [Message(say("not-allowed"))]
    span = span_of(effect.span)
    tenant = context.catalogue.tenants[context.speaker.tenant_code]
    plan = context.catalogue.plans.get(effect.plan) if effect.plan in tenant.plans else None
    if span is None or plan is None:
        return [Message(say("papers-none"), ((_OTHER, _MENU),))]
    refused = _refused(plan, span, context)
    if refused is not None:
        return [Message(refused, ((_OTHER, _MENU),))]
    code, locale = context.speaker.tenant_code, context.speaker.locale
    document, annexes = (
        made(kind, code, plan.code, span, context.now, locale) for kind in (DOCUMENT, ANNEXES)
    )
    known = local_time(context.now, context.speaker.timezone)
    told = say("papers-made", plan=plan.code, over=over(span), known=known)
    sent = span.is_year or _tells_kinds(context)
    put_down = Option(say("papers-sent"), token("pn", "sent", plan.code, span.code), main=True)
    rows = (((put_down,),) if sent else ()) + ((_OTHER, _MENU),)
    below = lines(say("papers-annexes"), say("papers-when-sent") if sent else None)
    return [Message(lines(told, say("papers-edit")), made=document), Message(below, rows, made=annexes)]


def _tells_kinds(context: Context) -> bool:
    """Whether a report that went out may be put down as another one than that of the year."""
    kind = context.known.reportable(SENT)
    return kind is not None and kind.field("kind") is not None


def _refused(plan: Plan, span: Span, context: Context) -> Speech | None:
    """Why there is nothing to tell of that time; None where there is."""
    if span.first > context.today:
        return say("papers-to-come", over=over(span))
    last = min(span.last, context.today)
    if last < plan.starts:
        return say("papers-not-yet", code=plan.code, starts=plan.starts)
    if plan.ends is not None and (span.first > plan.ends or not plan.told_on(last)):
        return say("papers-over", code=plan.code, ends=plan.ends)
    return None
