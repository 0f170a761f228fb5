"""A person's own reports: the list, one opened, taken back. Verbs: rep (open; with a target's code, from
that target's page), evi (the photos behind it, by page), u (take back, with a reason where it is late).
"""

import re

from core.dialogue.effects import WITHDRAWN_FOR, ShowEvidence, WithdrawReport
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import KEEP, token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.card import answer_lines
from handlers.conversations.correcting import REASONS
from handlers.conversations.remarks import remark_lines, sender_rows
from handlers.conversations.reviewing import send_back_option
from handlers.conversations.trail import history_option

VERBS = frozenset({"rep", "evi", "u"})

#: reports shown in the list
RECENT = 6
#: the number of a report: KT-0514-03
_NUMBER = re.compile(r"[A-Z]{2,4}-[0-9]{4}-[0-9]{2,4}")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    fact_id = whole_number(args[0]) if args else None
    if fact_id is None:
        return overview(state, known)
    if verb == "u":
        return Turn(state, (WithdrawReport(fact_id, args[1] if len(args) > 1 else ""),))
    if verb == "evi":
        page = whole_number(args[1]) if len(args) > 1 else None
        return Turn(state, (ShowEvidence(fact_id, page or 0),))
    report = known.look.report(fact_id)
    if report is None:
        return Turn(state, (Message(say("report-not-found")),))
    return Turn(state, (report_message(report, known, args[1] if len(args) > 1 else None),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def numbered(state: State, known: Known, text: str) -> Turn | None:
    """The report whose number is typed; None for any other text."""
    typed_number = text.strip().upper()
    found = known.look.reviews.numbered(typed_number) if _NUMBER.fullmatch(typed_number) else ()
    if len(found) > 1:
        options = [Option(f"{typed_number} · {where}", token("rep", fact_id)) for fact_id, where in found]
        return Turn(state, (Message(say("report-whose"), rows_of(options, 1)),))
    report = known.look.report(found[0][0]) if found else None
    return Turn(state, (report_message(report, known),)) if report else None


def overview(state: State, known: Known, first: Speech | None = None) -> Turn:
    """What was sent back to this person, then their newest reports; each opens. `first` is said above."""
    sent_back = dict.fromkeys(each.fact_id for each in known.look.reviews.to_answer())
    asked = [report for report in map(known.look.report, list(sent_back)[:RECENT]) if report is not None]
    newest = [report for report in known.look.recent_reports(RECENT) if report.id not in sent_back]
    reports = (*asked, *newest)
    options = [
        Option(_title(report, known, sent_back=report.id in sent_back), token("rep", report.id))
        for report in reports
    ]
    rows = rows_of((*options, Option(say("menu-button"), "go:menu")), 1)
    title = lines(first, say("mine-title" if reports else "mine-none"))
    return Turn(state, (Message(title, rows, in_place=True),))


def report_message(report: ReportKnown, known: Known, target: str | None = None) -> Message:
    """One report with what may still be done about it, and the way back to where it was opened from."""
    known_target = target if target in known.catalogue.targets else None
    back = [Option(say("target-back", code=known_target), token("tg", known_target))] if known_target else []
    past = [history_option("fact", report.id)] if known.may(Action.READ_PROGRESS) else []
    options = [*back, *past, Option(say("menu-mine"), "go:mine")]
    if report.own and report.status in ("confirmed", "pending"):
        options = [
            Option(say("receipt-fix"), token("fix", report.id)),
            Option(say("receipt-photo"), token("ph", report.id)),
            Option(say("report-withdraw"), token("wd", report.id)),
            *options,
        ]
    kind, known = known.fact_type(report.fact_type), known.where(report.tenant)
    remarks = known.look.reviews.on(report.id)
    asked = [row for each in remarks if each.answers for row in sender_rows(each, kind, known)]
    fine = [
        Option(say("remark-fine"), token("rk", "ok", each.id))
        for each in remarks
        if each.own and not report.own
    ][:1]
    unread = report.reviewed and not all(seen for _, seen in known.look.reviews.asked_about(report.id))
    fine += [Option(say("asked-read"), token("rk", "read", report.id))] if unread else []
    review = rows_of((*fine, *send_back_option(report)))
    rows = (*asked, *evidence_row(report), *review, *rows_of(options))
    return Message(report_text(report, known), rows, in_place=True)


def evidence_row(report: ReportKnown) -> Rows:
    """Opens the photos behind a report, if there are any."""
    if not report.evidence:
        return ()
    return ((Option(say("report-evidence", count=report.evidence), KEEP + token("evi", report.id, 0)),),)


def report_text(report: ReportKnown, known: Known) -> Speech:
    """One report: what, who, when, every answer, and how much evidence there is."""
    kind, known = known.fact_type(report.fact_type), known.where(report.tenant)
    if kind is None:
        return say("report-not-found")
    return lines(
        say("report-title", icon=kind.icon, kind=kind.label, receipt=report.receipt),
        say(
            "report-by",
            name=report.reporter_name,
            at=report.recorded_at,
            status=say(f"status-{report.status}"),
        ),
        answer_lines(kind, report.answers, known, before=report.instead_of),
        _reason(report),
        *(remark_lines(each, kind, report.answers, known) for each in known.look.reviews.on(report.id)),
        say("review-evidence", count=report.evidence) if report.evidence else None,
        *(say("told-together", receipt=r, name=name) for r, name in known.look.reviews.together(report.id)),
        *(say("asked-about", text=text) for text, _ in known.look.reviews.asked_about(report.id)),
    )


def _reason(report: ReportKnown) -> Speech | None:
    """Why it was corrected, turned down, or taken back."""
    if report.reason is None:
        return None
    if report.status == "withdrawn" and report.reason in WITHDRAWN_FOR:
        return say("report-withdrawn-why", reason=say(f"withdrawn-{report.reason}"))
    words: Speech = say(f"reason-{report.reason}") if report.reason in REASONS else report.reason
    key = "report-rejected-why" if report.status == "rejected" else "report-corrected-why"
    return say(key, reason=words)


def _title(report: ReportKnown, known: Known, *, sent_back: bool) -> Speech:
    kind = known.fact_type(report.fact_type)
    name: Speech = kind.label if kind else report.fact_type
    status = say("status-sent-back" if sent_back else f"status-{report.status}")
    return say("mine-line", receipt=report.receipt, kind=name, status=status)
