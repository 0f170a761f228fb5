"""What waits is confirmed or rejected: a household's report by an officer, a broken rule by a manager."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import CONFIDENTIAL
from core.dialogue.effects import DecideReport
from core.dialogue.steps import Message, Option
from core.permissions import Action, may
from core.texts import lines, say
from handlers.context import Context
from handlers.effects import instrument_reports, report_requests
from handlers.effects.movements import moved_lines
from handlers.rules import broken_by_fact
from storage.models import Fact, Person
from storage.queries.visible import visible_facts
from storage.repositories import facts


def decide(session: Session, effect: DecideReport, context: Context) -> list[Message]:
    """The first decision holds. Nobody decides about a report of their own."""
    fact = session.get(Fact, effect.fact_id)
    if fact is None or fact.tenant_id != context.speaker.tenant_id or not _may_see(session, fact, context):
        return [Message(say("report-not-found"))]
    action = _needed(session, fact, context)
    if not may(context.role, action) or fact.reporter_id == context.person_id:
        return [Message(say("rule-manager" if action is Action.DECIDE_RULES else "not-allowed"))]
    if effect.approve:
        done = facts.confirm(session, fact.id, context.person_id, context.now)
    else:
        pending = fact.status == "pending"
        done = pending and facts.end(session, fact.id, "rejected", context.now, effect.reason)
    session.refresh(fact)
    if not done:
        return [Message(say(f"report-is-{fact.status}", receipt=fact.receipt), in_place=True)]
    done_as = "confirm" if effect.approve else "reject"
    reason = None if fact.type in CONFIDENTIAL else effect.reason
    outcome = {"status": fact.status, "reason": reason}
    context.note(session, done_as, fact, old={"status": "pending"}, new=outcome)
    if effect.approve:
        instrument_reports.told(session, fact, context)
    else:
        report_requests.ended(session, fact, context, effect.reason)
    _tell_reporter(session, fact, effect, context)
    moved = moved_lines(session, fact, context) if effect.approve else None
    text = lines(say(f"waiting-{fact.status}", receipt=fact.receipt), moved)
    return [Message(text, ((Option(say("menu-pending"), "go:pending"),),), in_place=True)]


def _may_see(session: Session, fact: Fact, context: Context) -> bool:
    """What is confidential is decided by who may see it only."""
    if fact.type not in CONFIDENTIAL:
        return True
    query = select(Fact.id).where(Fact.id == fact.id, visible_facts(context.viewer))
    return session.scalar(query) is not None


def _needed(session: Session, fact: Fact, context: Context) -> Action:
    """An officer vouches for a household; what breaks a rule, or waited because it did, is a manager's."""
    reporter = session.get(Person, fact.reporter_id)
    if reporter is None or reporter.role != Role.HOUSEHOLD:
        return Action.DECIDE_RULES
    broken = broken_by_fact(session, context.speaker, context.catalogue, context.now, fact.id)
    return Action.DECIDE_RULES if broken else Action.DECIDE_REPORTS


def _tell_reporter(session: Session, fact: Fact, effect: DecideReport, context: Context) -> None:
    reporter = session.get(Person, fact.reporter_id)
    if reporter is not None:
        text = say(f"your-report-{fact.status}", receipt=fact.receipt, reason=effect.reason or "")
        context.tell(session, reporter, Message(text))
