"""An earlier report that a message corrects or takes back: which one is meant, and what becomes of it.

Verbs: wh (this is the one that the words kept were about), wd (take it back? asks first).
"""

from collections.abc import Sequence
from datetime import timedelta

from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.texts import Speech, say
from core.understanding.answers import answers_of
from core.understanding.read import read
from core.understanding.situation import Reading
from handlers.conversations.correcting import may_correct, opened
from handlers.conversations.parking import stale
from handlers.conversations.refusing import not_allowed
from handlers.conversations.situations import situation

VERBS = frozenset({"wh", "wd"})

#: reports of one's own that a message may refer to
EARLIER = 5
#: of several that fit, the one sent within this time is meant
JUST_SENT = timedelta(minutes=30)
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    """One of the reports that were offered. Words that are kept no longer open it unchanged."""
    key, number = ("", args[0]) if verb == "wd" and args else (*args, "", "")[:2]
    fact_id = whole_number(number)
    report = known.look.report(fact_id) if fact_id is not None else None
    if report is None:
        return stale(state, key)
    if not (report.own if verb == "wd" else may_correct(report, known)):
        return not_allowed(state)
    if verb == "wd":
        return _ask(state, known, report)
    told = state.told[1] if state.told is not None and state.told[0] == key else ""
    return _changed(state, known, report, told)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return stale(state, "")


def correct(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """The report that is meant, opened as it is to become; else a button for each that may be."""
    report, others = _meant(known, reading)
    if report is not None:
        return _changed(state, known, report, text)
    kept = state.model_copy(update={"told": (known.turn_id, text)})
    return _which(kept, known, others, ("wh", known.turn_id))


def withdraw(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """The report that is meant, to be taken back with one tap; else a button for each that may be."""
    report, others = _meant(known, reading)
    return _ask(state, known, report) if report is not None else _which(state, known, others, ("wd",))


def _meant(known: Known, reading: Reading) -> tuple[ReportKnown | None, Sequence[ReportKnown]]:
    """The one report that is meant, or those that may be."""
    reports = known.look.recent_reports(EARLIER)
    fits = [report for report in reports if str(report.id) in reading.about]
    if len(fits) == 1 or (fits and _just_sent(fits[0], known)):
        return fits[0], ()
    return None, fits or reports


def _just_sent(report: ReportKnown, known: Known) -> bool:
    return known.now - report.recorded_at <= JUST_SENT


def _changed(state: State, known: Known, report: ReportKnown, told: str) -> Turn:
    """The review card of a report with what the words change in it; they are why, if they change anything."""
    lexicon = known.lexicon()
    hearing = lexicon.hearings.get(report.fact_type) if lexicon else None
    kind = known.corrected_type(report.fact_type, report.answers)
    if lexicon is None or hearing is None or kind is None or not told:
        return opened(state, known, report, {}, None)
    reading = read(told, situation(known, (report,)), lexicon)
    fields = reading.records[0].fields if reading.intent == "correct" and reading.records else {}
    changed = answers_of(fields, hearing, kind, known.setting(report.answers))
    return opened(state, known, report, changed, told if changed else None)


def _ask(state: State, known: Known, report: ReportKnown) -> Turn:
    take = token("u", report.id)
    keep = Option(say("said-keep"), "go:menu")
    rows = rows_of((Option(say("said-withdraw-yes"), take, main=True), keep), 1)
    name = known.fact_type(report.fact_type)
    question = say("said-withdraw", receipt=report.receipt, kind=name.label if name else report.fact_type)
    return Turn(state, (Message(question, rows, yes=take),))


def _which(state: State, known: Known, reports: Sequence[ReportKnown], verb: tuple[str, ...]) -> Turn:
    options = [Option(_named(report, known), token(*verb, report.id)) for report in reports]
    rows = rows_of((*options, _MENU), 1)
    return Turn(state, (Message(say("said-which" if reports else "mine-none"), rows),))


def _named(report: ReportKnown, known: Known) -> Speech:
    kind = known.fact_type(report.fact_type)
    name: Speech = kind.label if kind else report.fact_type
    return say("mine-line", receipt=report.receipt, kind=name, status=say(f"status-{report.status}"))
