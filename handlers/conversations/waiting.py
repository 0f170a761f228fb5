"""Reports that wait: households' for an officer, broken rules for a manager.

Verbs: w (open), w+ (confirm), w- (reject, with why).
"""

from core.dialogue.effects import DecideReport
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.texts import lines, say
from handlers.conversations.card import rule_lines
from handlers.conversations.mine import evidence_row, report_text
from handlers.conversations.refusing import not_allowed
from handlers.conversations.reviewing import below_option, send_back_option
from handlers.conversations.span_words import span_name

VERBS = frozenset({"w", "w+", "w-"})

LISTED = 8
MAX_REASON = 300


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    fact_id = whole_number(args[0]) if args else None
    if fact_id is None or not known.may(Action.DECIDE_REPORTS):
        return not_allowed(state)
    match verb:
        case "w+":
            return Turn(state, (DecideReport(fact_id, approve=True),))
        case "w-":
            asked = state.model_copy(update={"asking": "rejection", "about": str(fact_id)})
            return Turn(asked, (Message(say("waiting-why")),))
        case _:
            return _open(state, known, fact_id)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Why a report is rejected: who sent it reads it."""
    reason = clean(inbound.text)
    if not 2 <= len(reason) <= MAX_REASON:
        return Turn(state, (Message(say("correct-reason-length", most=MAX_REASON)),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (DecideReport(int(state.about or 0), approve=False, reason=reason),))


def overview(state: State, known: Known) -> Turn:
    """What waits, oldest first."""
    if not known.may(Action.DECIDE_REPORTS):
        return not_allowed(state)
    waiting = known.look.waiting_reports(LISTED)
    answered = {each.fact_id: each for each in known.look.reviews.to_look_at(LISTED)}
    options = [
        Option(say("waiting-line", name=r.reporter_name, receipt=r.receipt), token("w", r.id))
        for r in waiting
    ]
    options += [
        Option(say(f"waiting-{r.state}", name=r.reporter, receipt=r.receipt), token("rep", r.fact_id))
        for r in answered.values()
        if r.status != "pending"
    ]
    options += [
        Option(say("waiting-open", name=r.by, receipt=r.receipt), token("rep", r.fact_id))
        for r in known.look.reviews.to_answer()[:LISTED]
        if r.answers and not r.own
    ]
    options += [
        Option(say("waiting-asked", name=name, receipt=receipt), token("rep", fact_id))
        for fact_id, receipt, name in known.look.reviews.unread(LISTED)
    ]
    several = [Option(say("waiting-several"), "wm")] if len(waiting) > 1 else []
    rows = rows_of((*options, *several, *below_option(known), Option(say("menu-button"), "go:menu")), 1)
    text = say("waiting-title" if options else "waiting-none")
    return Turn(state, (Message(text, rows, in_place=True),))


def _open(state: State, known: Known, fact_id: int) -> Turn:
    report = known.look.report(fact_id)
    if report is None:
        return Turn(state, (Message(say("report-not-found")),))
    broken = known.look.rules_broken_by(fact_id) if report.status == "pending" else ()
    lock = known.look.reviews.lock_over(fact_id) if report.status == "pending" else None
    late = say("waiting-late", period=span_name(lock.span), day=lock.closed_on) if lock else None
    rules = (say("rule-waiting") if broken else None, rule_lines(broken))
    text = lines(report_text(report, known), *rules, late)
    return Turn(state, (Message(text, _decisions(report), in_place=True),))


def _decisions(report: ReportKnown) -> Rows:
    back = (Option(say("menu-pending"), "go:pending"),)
    if report.status != "pending":
        return (*evidence_row(report), back)
    confirm = Option(say("waiting-confirm"), token("w+", report.id), main=True)
    decide = (confirm, Option(say("waiting-reject"), token("w-", report.id)))
    return (*evidence_row(report), decide, (*send_back_option(report), *back))
