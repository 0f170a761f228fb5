"""A report is sent back, which answer and why; its sender changes it there, or explains; that is looked at.

Verbs: sb (send back; then the answer it is about), rk (a remark: fix, to, keep, ok; read: what was asked
about a report), bl (reports confirmed by
the level below, a page at a time).
"""

from core.answers import show_answer
from core.catalogue.fact_types import FactType
from core.dialogue.forms import asked_fields
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.review_effects import CloseRemarks, DoubtsRead, ExplainRemark, SendBack
from core.dialogue.state import Answer, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.review import WHOLE, RemarkKnown, RemarkState
from core.texts import Speech, lines, say
from handlers.conversations import correcting
from handlers.conversations.asking import field_number
from handlers.conversations.refusing import not_allowed
from handlers.conversations.remarks import about, proposed

VERBS = frozenset({"sb", "rk", "bl"})

MAX_WORDS = 300
#: reports of the level below on one page
PAGE = 8
#: in a token, in place of the number of an answer
_ALL = "all"
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if verb == "sb":
        return _send_back(state, known, *(*args, "", "")[:2])
    if verb == "bl":
        return _below(state, known, whole_number(args[0]) if args else None)
    what, number = (*args, "", "")[:2]
    remark_id = whole_number(number)
    if what == "read" and remark_id is not None:
        return Turn(state, (DoubtsRead(remark_id),))
    remark = known.look.reviews.one(remark_id) if remark_id is not None else None
    if remark is None:
        return Turn(state, (Message(say("report-not-found")),))
    if what == "ok":
        return Turn(state, (CloseRemarks(remark.fact_id),))
    if remark.state is not RemarkState.OPEN:
        return Turn(state, (Message(say("remark-answered", receipt=remark.receipt)),))
    if not remark.answers:
        return not_allowed(state)
    if what == "keep":
        waits = state.model_copy(update={"asking": "explanation", "about": str(remark.id)})
        return Turn(waits, (Message(say("remark-why-so", receipt=remark.receipt)),))
    return _fix(state, known, remark, take_over=what == "to")


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Why it is sent back, or why it stays as it is: the other side reads it."""
    words = clean(inbound.text)
    if not 2 <= len(words) <= MAX_WORDS:
        return Turn(state, (Message(say("correct-reason-length", most=MAX_WORDS)),))
    done = state.model_copy(update={"asking": None, "about": None})
    number, _, code = (state.about or "").partition(":")
    subject = whole_number(number) or 0
    if state.asking == "explanation":
        return Turn(done, (ExplainRemark(subject, words),))
    return Turn(done, (SendBack(subject, code, words),))


def send_back_option(report: ReportKnown) -> tuple[Option, ...]:
    """The way to send a report back, for who may."""
    return (Option(say("send-back"), token("sb", report.id)),) if report.reviewed else ()


def below_option(known: Known) -> tuple[Option, ...]:
    """The way to the reports of the level below, for who reviews one."""
    person = known.person
    if person is None or not known.may(Action.REVIEW_BELOW):
        return ()
    there = known.catalogue.with_children(person.tenant)[1:]
    return (Option(say("below-list"), token("bl", 0)),) if there else ()


def _below(state: State, known: Known, page: int | None) -> Turn:
    if not below_option(known):
        return not_allowed(state)
    at = page or 0
    found = known.look.reports_below(at * PAGE, PAGE + 1)
    options = [Option(_line(report, known), token("rep", report.id)) for report in found[:PAGE]]
    older = [Option(say("below-more"), token("bl", at + 1))] if len(found) > PAGE else []
    rows = rows_of((*options, *older, Option(say("menu-pending"), "go:pending")), 1)
    return Turn(state, (Message(say("below-title" if found else "below-none"), rows, in_place=True),))


def _line(report: ReportKnown, known: Known) -> Speech:
    kind = known.fact_type(report.fact_type)
    name: Speech = kind.label if kind else report.fact_type
    return say("several-line", receipt=report.receipt, name=report.reporter_name, kind=name)


def _send_back(state: State, known: Known, number: str, field: str) -> Turn:
    fact_id = whole_number(number)
    report = known.look.report(fact_id) if fact_id is not None else None
    kind = known.corrected_type(report.fact_type, report.answers) if report else None
    if report is None or kind is None:
        return Turn(state, (Message(say("report-not-found")),))
    if report.status not in ("confirmed", "pending"):
        return Turn(state, (Message(say(f"report-is-{report.status}", receipt=report.receipt)),))
    if not report.reviewed:
        return not_allowed(state)
    nth = whole_number(field)
    asked = kind.asked()
    if field != _ALL and (nth is None or nth >= len(asked)):
        idle = state.model_copy(update={"asking": None, "about": None})
        return Turn(idle, (_which(report, kind, known),))
    code = WHOLE if nth is None else asked[nth].code
    waits = state.model_copy(update={"asking": "remark", "about": f"{report.id}:{code}"})
    now = _shown(kind, report, code, known)
    text = say("send-back-why", receipt=report.receipt, field=about(kind, code))
    ways = (Option(say("form-back"), token("sb", report.id)), _MENU)
    told = lines(text, say("remark-now", value=now) if now else None)
    return Turn(waits, (Message(told, (ways,), numbered=False),))


def _which(report: ReportKnown, kind: FactType, known: Known) -> Message:
    options = [
        Option(field.label, token("sb", report.id, field_number(kind, field.code)))
        for field in asked_fields(kind, report.answers)
    ]
    whole = Option(say("remark-whole"), token("sb", report.id, _ALL))
    back = Option(say("remark-see"), token("rep", report.id))
    text = say("send-back-which", receipt=report.receipt)
    return Message(text, (*rows_of(options), (whole, back)), in_place=True)


def _shown(kind: FactType, report: ReportKnown, code: str, known: Known) -> Speech | None:
    field, known = kind.field(code) if code != WHOLE else None, known.where(report.tenant)
    value = report.answers.get(code)
    return show_answer(field, value, known.setting(report.answers)) if field and value is not None else None


def _fix(state: State, known: Known, remark: RemarkKnown, *, take_over: bool) -> Turn:
    """The report is opened to be corrected, at the answer that was remarked about; the rest stays."""
    report = known.look.report(remark.fact_id)
    kind = known.corrected_type(report.fact_type, report.answers) if report else None
    if report is None or kind is None:
        return Turn(state, (Message(say("report-not-found")),))
    field = kind.field(remark.about) if remark.about != WHOLE else None
    value = proposed(field, remark, known) if field and take_over else None
    changed: dict[str, Answer] = {remark.about: value} if value is not None else {}
    at = remark.about if field and not changed else None
    return correcting.opened(state, known, report, changed, remark.reason, at)
