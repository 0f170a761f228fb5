"""A report taken back: at once within ten minutes, later with a reason. It stays in the record."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.dialogue.effects import WITHDRAWN_FOR, WithdrawReport
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.texts import say
from handlers.context import Context
from handlers.effects import (
    closed_periods,
    instrument_reports,
    joint_work,
    report_requests,
    review_report,
)
from storage.models import Fact
from storage.repositories import facts

UNDO_FOR = timedelta(minutes=10)


def withdraw(session: Session, effect: WithdrawReport, context: Context) -> list[Message]:
    """Take the report back, or ask why, or say why not."""
    fact = session.get(Fact, effect.fact_id)
    if fact is None or fact.reporter_id != context.person_id:
        return [Message(say("report-not-found"))]
    if fact.status not in facts.STANDING:
        return [Message(say(f"report-is-{fact.status}", receipt=fact.receipt))]
    if instrument_reports.stays(session, fact) is False:
        return [Message(say("instrument-report-stays", receipt=fact.receipt))]
    lock = closed_periods.lock_over(session, fact, context) if fact.status == "confirmed" else None
    if lock is not None:
        told = closed_periods.told_of(lock, context, "withdraw-closed")
        return [Message(told, (closed_periods.way_to_open(lock, context),))]
    reason = effect.reason if effect.reason in WITHDRAWN_FOR else None
    if reason is None and context.now - fact.recorded_at > UNDO_FOR:
        return [_why(fact)]
    stood_as = fact.status
    if not facts.end(session, fact.id, "withdrawn", context.now, reason):
        session.refresh(fact)
        return [Message(say(f"report-is-{fact.status}", receipt=fact.receipt))]
    report_requests.ended(session, fact, context)
    instrument_reports.ended(session, fact, context)
    review_report.taken_back(session, fact, context)
    session.refresh(fact)
    joint_work.left(session, fact, context)
    context.note(session, "withdraw", fact, old={"status": stood_as}, new={"status": "withdrawn"})
    again = Option(say("receipt-next"), "go:report")
    menu = Option(say("menu-button"), "go:menu")
    return [Message(say("undo-done", receipt=fact.receipt), ((again, menu),), in_place=True)]


def _why(fact: Fact) -> Message:
    """Others may have read the figures by now: it is taken back for a reason, or corrected."""
    why = [Option(say(f"withdrawn-{each}"), token("u", fact.id, each)) for each in WITHDRAWN_FOR]
    fix = Option(say("receipt-fix"), token("fix", fact.id))
    rows = rows_of((*why, fix, Option(say("said-keep"), "go:menu")), 1)
    return Message(say("undo-why", receipt=fact.receipt), rows)
