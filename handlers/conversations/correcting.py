"""Changing a report that was already sent: the same review card, then why. The old one stays in the record.

Verbs: fix (open it), why (a reason by button). A reason may be typed as well.
"""

from collections.abc import Mapping

from core.confidential import CONFIDENTIAL
from core.dialogue import forms
from core.dialogue.effects import SubmitReport
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.state import Answer, FormState, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside, stale
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"fix", "why"})

#: reasons offered as buttons; the words are in the locale files
REASONS = ("typo", "late", "recount")
MAX_REASON = 300


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    first = args[0] if args else ""
    if verb == "fix":
        return _open(state, known, whole_number(first))
    form = state.form
    if form is None or form.key != first or form.corrects is None:
        return stale(state, first)
    reason = args[1] if len(args) > 1 and args[1] in REASONS else REASONS[0]
    return _sent(state, form, reason)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Why, in the person's own words."""
    reason = clean(inbound.text)
    if state.form is None:
        return Turn(state.model_copy(update={"asking": None}))
    if not 2 <= len(reason) <= MAX_REASON:
        return Turn(state, (Message(say("correct-reason-length", most=MAX_REASON)),))
    return _sent(state, state.form, reason)


def ask_reason(state: State, form: FormState) -> Turn:
    """The last question of a correction."""
    options = [Option(say(f"reason-{reason}"), token("why", form.key, reason)) for reason in REASONS]
    back = Option(say("form-to-review"), token("res", form.key))
    message = Message(say("correct-why"), (*rows_of(options, 1), (back,)), in_place=True)
    return Turn(state.model_copy(update={"asking": "reason"}), (message,))


def unchanged(state: State) -> Turn:
    """A correction that corrects nothing is not stored."""
    closed = state.model_copy(update={"form": None, "asking": None})
    return Turn(closed, (Message(say("correct-unchanged"), ((Option(say("menu-button"), "go:menu"),),)),))


def _open(state: State, known: Known, fact_id: int | None) -> Turn:
    report = known.look.report(fact_id) if fact_id is not None else None
    kind = known.corrected_type(report.fact_type, report.answers) if report else None
    if report is None or kind is None:
        return Turn(state, (Message(say("report-not-found")),))
    if not may_correct(report, known):
        return not_allowed(state)
    if report.status not in ("confirmed", "pending"):
        return Turn(state, (Message(say(f"report-is-{report.status}", receipt=report.receipt)),))
    return opened(state, known, report, {}, None)


def may_correct(report: ReportKnown, known: Known) -> bool:
    """Whether the speaker may correct it: one's own, and of others what was not told in confidence, where one
    is at home. Who sees the reports of the level below sends them back.
    """
    if known.person is None or report.tenant not in ("", known.person.tenant):
        return False
    return report.own or (report.fact_type not in CONFIDENTIAL and known.may(Action.CORRECT_OTHERS))


def opened(
    state: State,
    known: Known,
    report: ReportKnown,
    changed: Mapping[str, Answer],
    reason: str | None,
    at: str | None = None,
) -> Turn:
    """The review card of a stored report with some answers changed already; `reason` if it is known too.

    With `at` that question is asked first, as from the card.
    """
    kind = known.corrected_type(report.fact_type, report.answers)
    if kind is None:
        return Turn(state, (Message(say("report-not-found")),))
    state, aside = put_aside(state, known)
    asked = {field.code for field in kind.asked()}
    answers = {code: value for code, value in report.answers.items() if code in asked}
    form = forms.new_form(kind, known.turn_id, {}, known.now).model_copy(
        update={
            "answers": {**answers, **changed},
            "before": answers,
            "corrects": report.id,
            "at": None,
            "reason": reason and reason[:MAX_REASON],
        }
    )
    unasked = [f.code for f in forms.asked_fields(kind, form.answers) if f.code not in form.answers]
    form = form.model_copy(update={"skipped": tuple(unasked), "evidence": report.evidence})
    if at is not None and any(field.code == at for field in forms.asked_fields(kind, form.answers)):
        form = forms.edit(form, at)
    turn = show(state, known, form, aside)
    first = "correct-told" if changed else "correct-which" if form.at is None else "correct-there"
    heading = Message(say(first, receipt=report.receipt))
    return Turn(turn.state, (heading, *turn.steps))


def _sent(state: State, form: FormState, reason: str) -> Turn:
    done = state.model_copy(update={"form": None, "asking": None, "about": None})
    return Turn(done, (SubmitReport(form.model_copy(update={"reason": reason})),))
