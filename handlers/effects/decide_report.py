"""What waits is confirmed or rejected: a household's report by an officer, a broken rule by a manager."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import CONFIDENTIAL
from core.dialogue.effects import DecideReport
from core.dialogue.review_effects import ConfirmReports
from core.dialogue.steps import Message, Option, Rows
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects import (
    closed_periods,
    held_correction,
    instrument_reports,
    joint_work,
    report_requests,
    review_report,
)
from handlers.effects.movements import moved_lines
from handlers.rules import broken_by_fact
from storage.models import Fact, Person
from storage.queries.visible import visible_facts
from storage.repositories import facts


@dataclass(frozen=True, slots=True)
class _Decided:
    """The report as it is decided now; `refused`: why it was not."""

    fact: Fact | None
    refused: Speech | None = None
    ways: Rows = ()


def decide(session: Session, effect: DecideReport, context: Context) -> list[Message]:
    """The first decision holds. Nobody decides about a report of their own."""
    decided = _decided(session, effect, context)
    fact = decided.fact
    if fact is None or decided.refused is not None:
        refused = decided.refused or say("report-not-found")
        return [Message(refused, decided.ways, in_place=fact is not None)]
    moved = moved_lines(session, fact, context) if effect.approve else None
    text = lines(say(f"waiting-{fact.status}", receipt=fact.receipt), moved)
    return [Message(text, ((Option(say("menu-pending"), "go:pending"),),), in_place=True)]


def confirm_several(session: Session, effect: ConfirmReports, context: Context) -> list[Message]:
    """Each is confirmed as it would be alone; what was not is named with the reason."""
    done, refused = [], list[Speech]()
    for fact_id in effect.fact_ids:
        decided = _decided(session, DecideReport(fact_id, approve=True), context)
        if decided.fact is not None and decided.refused is None:
            done.append(decided.fact.receipt)
        else:
            refused.append(decided.refused or say("report-not-found"))
    first = say("several-done", count=len(done), receipts=", ".join(done)) if done else None
    back = ((Option(say("menu-pending"), "go:pending"), Option(say("menu-button"), "go:menu")),)
    return [Message(lines(first, *refused), back, in_place=True)]


def _decided(session: Session, effect: DecideReport, context: Context) -> _Decided:
    fact = session.get(Fact, effect.fact_id)
    if fact is None or fact.tenant_id != context.speaker.tenant_id or not _may_see(session, fact, context):
        return _Decided(None)
    action = _needed(session, fact, context)
    if not context.may(action) or fact.reporter_id == context.person_id:
        return _Decided(None, say("rule-manager" if action is Action.DECIDE_RULES else "not-allowed"))
    hindered = _hindered(session, fact, context) if effect.approve and fact.status == "pending" else None
    if hindered is not None:
        return hindered
    old = held_correction.original(session, fact)
    done = _made(session, fact, effect, context)
    session.refresh(fact)
    if not done:
        return _Decided(fact, say(f"report-is-{fact.status}", receipt=fact.receipt))
    done_as = "confirm" if effect.approve else "reject"
    reason = None if fact.type in CONFIDENTIAL else effect.reason
    outcome = {"status": fact.status, "reason": reason}
    context.note(session, done_as, fact, old={"status": "pending"}, new=outcome)
    _follow(session, fact, old, effect, context)
    review_report.settled(session, fact, context)
    _tell_reporter(session, fact, effect, context)
    return _Decided(fact)


def _made(session: Session, fact: Fact, effect: DecideReport, context: Context) -> bool:
    """The decision; False where another came first."""
    if not effect.approve:
        pending = fact.status == "pending"
        return pending and facts.end(session, fact.id, "rejected", context.now, effect.reason)
    old = held_correction.original(session, fact)
    if old is not None:
        facts.end(session, old.id, "superseded", context.now)
    return facts.confirm(session, fact.id, context.person_id, context.now)


def _follow(session: Session, fact: Fact, old: Fact | None, effect: DecideReport, context: Context) -> None:
    """What hangs on the report follows; `old` is the one it takes the place of only now."""
    kind = context.catalogue.fact_types.get(fact.type)
    if effect.approve and old is not None and kind is not None:
        held_correction.takes_place(session, old, fact, kind, context)
    elif effect.approve:
        instrument_reports.told(session, fact, context)
    elif old is None:
        report_requests.ended(session, fact, context, effect.reason)
        joint_work.left(session, fact, context)


def _hindered(session: Session, fact: Fact, context: Context) -> _Decided | None:
    """What is about a closed period is confirmed once that is open; not what was overtaken meanwhile."""
    overtaken = held_correction.overtaken(session, fact)
    if overtaken is not None:
        return _Decided(fact, overtaken)
    old = held_correction.original(session, fact)
    lock = closed_periods.lock_over(session, fact, context)
    lock = lock or (closed_periods.lock_over(session, old, context) if old else None)
    if lock is None:
        return None
    way = closed_periods.way_to_open(lock, context)
    return _Decided(fact, closed_periods.told_of(lock, context, "late-still-closed"), (way,) if way else ())


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
