"""A filled form becomes a fact, once, with a numbered receipt that says which targets it moved."""

from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType
from core.confidential import CONFIDENTIAL
from core.dialogue.effects import ShowReceipt, SubmitReport
from core.dialogue.state import FormState
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import KEEP, token
from core.periods import local_time
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.card import changed_lines
from handlers.effects import (
    answer_tip,
    closed_periods,
    hear,
    held_correction,
    instrument_reports,
    joint_work,
    keep_doubts,
    report_requests,
)
from handlers.effects.movements import moved_lines
from handlers.effects.store_report import fact_of, note
from storage.models import Fact, Person
from storage.repositories import doubts, facts, organisations


def submit(session: Session, effect: SubmitReport, context: Context) -> list[Message]:
    """Store the form as a fact. A form that was sent already shows the receipt it got then."""
    form = effect.form
    sent = facts.by_draft_key(session, form.key)
    if sent is not None:
        return [_receipt(session, sent, context)]
    kind = context.catalogue.fact_types[form.fact_type]
    if context.role not in kind.reporters:
        return [Message(say("not-allowed"))]
    if form.corrects is not None:
        return _correct(session, form, kind, context)
    fact = fact_of(session, form, kind, context)
    first = joint_work.joined(session, form, fact, context)
    if first is None and closed_periods.lock_over(session, fact, context) is not None:
        fact.status = "pending"
    asked = keep_doubts.asked(form, fact.fields, context)
    facts.add(session, fact)
    doubts.keep(session, fact.id, asked)
    organisations.link_fact(session, fact)
    hear.became(session, form, fact, context)
    note(session, fact, context, "report", form)
    if first is not None:
        joint_work.tell_first(session, first, fact, context)
        return [_receipt(session, fact, context)]
    instrument_reports.told(session, fact, context)
    more = (
        *report_requests.opened_by(session, fact, kind, context),
        *answer_tip.told(session, fact, context),
    )
    return [_receipt(session, fact, context), *more]


def show_receipt(session: Session, effect: ShowReceipt, context: Context) -> list[Message]:
    """What became of a form whose button was pressed late."""
    fact = facts.by_draft_key(session, effect.key)
    if fact is None or fact.reporter_id != context.person_id:
        return [Message(say("stale-button"), ((Option(say("menu-button"), "go:menu"),),))]
    return [_receipt(session, fact, context)]


def _correct(session: Session, form: FormState, kind: FactType, context: Context) -> list[Message]:
    """The corrected fact takes the place of the old one; both stay, with the reason."""
    old = session.get(Fact, form.corrects)
    if old is None or old.tenant_id != context.speaker.tenant_id:
        return [Message(say("report-not-found"))]
    own = old.reporter_id == context.person_id
    if not own and (old.type in CONFIDENTIAL or not context.may(Action.CORRECT_OTHERS)):
        return [Message(say("not-allowed"))]
    if instrument_reports.stays(session, old, form) is False:
        return [Message(say("instrument-report-stays", receipt=old.receipt))]
    form = instrument_reports.carried(old, form)
    status = old.status
    # Its number first, as with a new report: two who wait for each other's rows would both be stopped.
    fact = fact_of(session, form, kind, context)
    over = closed_periods.lock_over
    closed = over(session, old, context) or over(session, fact, context)
    vouched = held_correction.waits(kind, context)
    held = status == "confirmed" and (closed is not None or vouched)
    behind = held_correction.original(session, old)
    if held:
        held_correction.replace_held(session, old, context)
    elif not facts.end(session, old.id, "superseded", context.now):
        return [Message(say(f"report-is-{status}", receipt=old.receipt))]
    fact.receipt, fact.reason = old.receipt, form.reason
    # Of a correction that is still kept the next one takes the place: both are of the one that counts.
    fact.supersedes_id = behind.id if behind is not None else old.id
    fact.reporter_id, fact.unit_id, fact.status = old.reporter_id, old.unit_id, status
    if form.waits or held:
        fact.status = "pending"
    elif old.decided_at is not None:
        # It counts as confirmed from now on, by the officer who confirmed what it replaces.
        fact.decided_at, fact.decided_by = context.now, old.decided_by
    asked = keep_doubts.asked(form, fact.fields, context)
    facts.add(session, fact)
    doubts.keep(session, fact.id, asked)
    organisations.link_fact(session, fact)
    hear.became(session, form, fact, context)
    note(session, fact, context, "correct", form, old)
    if not held:
        held_correction.takes_place(session, old, fact, kind, context)
    return [_receipt(session, fact, context)]


def _receipt(session: Session, fact: Fact, context: Context) -> Message:
    kind = context.catalogue.fact_types.get(fact.type)
    at = local_time(fact.recorded_at, context.speaker.timezone)
    first = say(
        "receipt-corrected" if fact.supersedes_id else "receipt",
        receipt=fact.receipt,
        kind=kind.label if kind else fact.type,
        time=f"{at:%H:%M}",
    )
    if fact.status == facts.JOINT:
        on = (Option(say("receipt-next"), KEEP + "go:report"), Option(say("menu-mine"), KEEP + "go:mine"))
        return Message(lines(first, _together(session, fact, kind, context)), (on,), in_place=True)
    if fact.status not in facts.STANDING:
        return Message(say(f"report-is-{fact.status}", receipt=fact.receipt))
    changed = _changed(session, fact, kind, context) if kind and fact.supersedes_id else None
    held = held_correction.original(session, fact)
    if held is not None:
        first = say("receipt-held", receipt=fact.receipt)
    closed = closed_periods.lock_over(session, held or fact, context) if fact.status == "pending" else None
    if closed is not None:
        late = closed_periods.told_of(closed, context, "receipt-late")
        ways = (closed_periods.way_to_open(closed, context), *_actions(session, fact))
        return Message(lines(first, changed, late), tuple(row for row in ways if row), in_place=True)
    waits = say(_waits_for(fact, kind, context)) if fact.status == "pending" else None
    moved: Speech | None = moved_lines(session, fact, context) if fact.status == "confirmed" else None
    offered = closed_periods.offered_after(session, fact, context)
    rows = (*((offered,) if offered else ()), *_actions(session, fact))
    return Message(lines(first, changed, waits, moved), rows, in_place=True)


def _together(session: Session, fact: Fact, kind: FactType | None, context: Context) -> Speech:
    """With whose report it counts once, and in what that says otherwise."""
    other = session.get_one(Fact, fact.duplicate_of_id)
    reporter = session.get_one(Person, other.reporter_id)
    told = say("receipt-joint", receipt=other.receipt, name=reporter.name)
    unlike = changed_lines(kind, fact.fields, context.known, other.fields) if kind else lines()
    return lines(told, say("joint-unlike") if unlike.parts else None, unlike)


def _changed(session: Session, fact: Fact, kind: FactType, context: Context) -> Speech | None:
    """What the correction changed, old and new."""
    old = session.get(Fact, fact.supersedes_id)
    return changed_lines(kind, fact.fields, context.known, old.fields) if old else None


def _waits_for(fact: Fact, kind: FactType | None, context: Context) -> str:
    """Who decides: an officer about what households report, a manager about a broken rule."""
    at_once = kind is not None and kind.reporters.get(context.role) == "confirmed"
    return "receipt-pending-rule" if at_once and fact.reporter_id == context.person_id else "receipt-pending"


def _actions(session: Session, fact: Fact) -> tuple[tuple[Option, ...], ...]:
    return (
        *instrument_reports.ways_on(session, fact),
        (
            Option(say("receipt-photo"), KEEP + token("ph", fact.id)),
            Option(say("receipt-fix"), KEEP + token("fix", fact.id)),
        ),
        (
            Option(say("receipt-undo"), token("u", fact.id)),
            Option(say("receipt-next"), KEEP + "go:report"),
        ),
    )
