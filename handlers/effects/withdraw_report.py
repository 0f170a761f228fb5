"""Undo: within ten minutes a report is taken back; the record keeps that it was there."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.dialogue.effects import WithdrawReport
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.texts import say
from handlers.context import Context
from storage.models import Fact
from storage.repositories import facts

UNDO_FOR = timedelta(minutes=10)


def withdraw(session: Session, effect: WithdrawReport, context: Context) -> list[Message]:
    """Take the report back, or say why not and what to do instead."""
    fact = session.get(Fact, effect.fact_id)
    if fact is None or fact.reporter_id != context.person_id:
        return [Message(say("report-not-found"))]
    if fact.status not in facts.STANDING:
        return [Message(say(f"report-is-{fact.status}", receipt=fact.receipt))]
    if context.now - fact.recorded_at > UNDO_FOR:
        options = (Option(say("receipt-fix"), token("fix", fact.id), main=True),)
        return [Message(say("undo-too-late", receipt=fact.receipt), (options,))]
    stood_as = fact.status
    if not facts.end(session, fact.id, "withdrawn", context.now):
        session.refresh(fact)
        return [Message(say(f"report-is-{fact.status}", receipt=fact.receipt))]
    context.note(session, "withdraw", fact, old={"status": stood_as}, new={"status": "withdrawn"})
    again = Option(say("receipt-next"), "go:report")
    menu = Option(say("menu-button"), "go:menu")
    return [Message(say("undo-done", receipt=fact.receipt), ((again, menu),), in_place=True)]
