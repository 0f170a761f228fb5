"""Tips about wrongs, for the unit in charge and its manager: what waits, one opened, the answer.

Verb: tp (card, say: write the answer).
"""

from core.confidential import TIP
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tip_effects import AnswerTip
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.texts import lines, say
from handlers.conversations.mine import evidence_row, report_text
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"tp"})

LISTED = 8
LONGEST = 1500
_MENU = Option(say("menu-button"), "go:menu")


def overview(state: State, known: Known) -> Turn:
    """The tips that stand, the newest first, with which of them were answered."""
    if not known.may(Action.DECIDE_REPORTS):
        return _send_one(state, known)
    found = known.look.tips(LISTED)
    options = [
        Option(
            say("tip-line", receipt=report.receipt, day=report.recorded_at.date(), answers=len(answers)),
            token("tp", "card", report.id),
        )
        for report, answers in found
    ]
    title = say("tips-title" if found else "tips-none")
    return Turn(state, (Message(title, rows_of((*options, _MENU), 1), in_place=True),))


def _send_one(state: State, known: Known) -> Turn:
    """Who reads no tips may send one."""
    kind = known.reportable(TIP)
    if kind is None:
        return not_allowed(state)
    options = (Option(kind.label, token("new", TIP), main=True), _MENU)
    return Turn(state, (Message(say("tip-send"), rows_of(options, 1), in_place=True),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, number = (*args, "", "")[:2]
    report = _tip(known, whole_number(number) or 0)
    if report is None:
        return Turn(state, (Message(say("report-not-found"), ((_MENU,),)),))
    if what == "say":
        waits = state.model_copy(update={"asking": "tip", "about": str(report.id)})
        back = Option(say("request-back"), token("tp", "card", report.id))
        return Turn(waits, (Message(say("tip-write", receipt=report.receipt), ((back,),)),))
    answers = next((told for each, told in known.look.tips(None) if each.id == report.id), ())
    said = (say("tip-told", at=at, text=text) for at, text in answers)
    options = [Option(say("tip-answer"), token("tp", "say", report.id), main=True)]
    if report.status == "pending":
        options.append(Option(say("waiting-confirm"), token("w+", report.id)))
    rows = (*evidence_row(report), *rows_of((*options, Option(say("tips-back"), "go:tips"), _MENU)))
    text = lines(report_text(report, known), *said, say("tip-confidential"))
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (Message(text, rows, in_place=True),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The answer to the sender."""
    report = _tip(known, whole_number(state.about or "") or 0)
    text = inbound.text.strip()
    done = state.model_copy(update={"asking": None, "about": None})
    if report is None:
        return Turn(done, (Message(say("report-not-found"), ((_MENU,),)),))
    if not 2 <= len(clean(text)) <= LONGEST:
        return Turn(state, (Message(say("request-length", most=LONGEST)),))
    return Turn(done, (AnswerTip(report.id, text),))


def _tip(known: Known, number: int) -> ReportKnown | None:
    """A tip this person is in charge of: not one of their own."""
    if not known.may(Action.DECIDE_REPORTS):
        return None
    report = known.look.report(number)
    return report if report and report.fact_type == TIP and not report.own else None
