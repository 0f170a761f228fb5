"""A message typed freely: it becomes filled review cards, a correction, figures, or a question back.

Verbs: as (the same words are about another kind of report), rem (ask about what was planned on its day).
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from core.catalogue.fact_types import FactType
from core.dialogue import forms
from core.dialogue.effects import RemindToReport, ShowProgress, ShowSummary, ShowTarget
from core.dialogue.kinds import NIL_REPORT
from core.dialogue.known import Known, ReportKnown
from core.dialogue.state import FormState, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action, may
from core.texts import Lines, Speech, lines, say
from core.understanding.answers import answers_of
from core.understanding.read import read, read_as
from core.understanding.situation import Reading, Record
from handlers.conversations.correcting import opened
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside, stale
from handlers.conversations.remembering import in_vain, understood_as
from handlers.conversations.situations import situation

VERBS = frozenset({"as", "rem"})

#: reports of one's own that a message may refer to
EARLIER = 5
#: happenings of one message that are taken up; more is a list to be imported
MOST = 6
#: nothing planned further ahead is asked about
FARTHEST = timedelta(days=400)
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    """The open form's words, taken as another kind of report."""
    if verb == "rem":
        return _reminded(state, known, args)
    key, code = (*args, "", "")[:2]
    form = state.form
    lexicon = known.lexicon()
    if form is None or form.key != key or lexicon is None or known.reportable(code) is None:
        return stale(state, key)
    records = read_as(form.said, code, situation(known), lexicon)
    made = [made for record in records[:1] if (made := _form(record, known, form.key, form.said))]
    if not made:
        return show(state, known, form, None)
    again = made[0].model_copy(
        update={"others": (form.fact_type,), "evidence": form.evidence, "read_as": form.read_as}
    )
    return show(state, known, again, None)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    missed = Turn(state, (Message(say("not-understood"), ((_MENU,),)),))
    return understood(state, known, inbound) or in_vain(missed, known, inbound.text)


def _reminded(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    code, told = (*args, "", "")[:2]
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return stale(state, code)
    if known.reportable(code) is None or not known.today < day <= known.today + FARTHEST:
        return stale(state, code)
    return Turn(state, (RemindToReport(code, day),))


def understood(state: State, known: Known, inbound: Inbound) -> Turn | None:
    """What a free message comes to; None where nothing was understood that could be acted on."""
    lexicon = known.lexicon()
    if lexicon is None or known.person is None:
        return None
    reports = known.look.recent_reports(EARLIER)
    reading = read(inbound.text, situation(known, reports), lexicon)
    act = _ACTS.get(reading.intent)
    turn = act(state, known, reading, inbound) if act else None
    return understood_as(turn, known, inbound.text, reading) if turn is not None else None


# -- reports


def _report(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    """The first happening opens as a form, what else was told waits behind it."""
    made = [
        form
        for number, record in enumerate(reading.records[:MOST])
        if (form := _form(record, known, _key(known, number), inbound.text))
    ]
    if not made:
        return None
    if reading.records[0].op == "total":
        return _running_total(state, known, reading.records[0])
    state, aside = put_aside(state, known)
    first, *rest = made
    kept = state.model_copy(
        update={"parked": (*state.parked, *rest), "following": tuple(form.key for form in rest)}
    )
    more = say("said-several", count=len(made)) if rest else None
    return show(kept, known, first, lines(aside, more, _missing(first, known)))


def _key(known: Known, number: int) -> str:
    return known.turn_id if number == 0 else f"{known.turn_id}-{number}"


def _form(record: Record, known: Known, key: str, said: str) -> FormState | None:
    """A form filled with what was understood; at its first missing question, or at the review card."""
    lexicon = known.lexicon()
    hearing = lexicon.hearings.get(record.fact_type) if lexicon else None
    kind = known.reportable(record.fact_type)
    if hearing is None or kind is None:
        return None
    answers = answers_of(record.fields, hearing, kind, known.setting({}))
    empty = forms.new_form(kind, key, known.look.last_answers(kind.code), known.now)
    others = tuple(code for code in record.others if known.reportable(code))
    return forms.filled(kind, empty, answers).model_copy(
        update={"said": said, "others": others, "read_as": kind.code, "understood": answers}
    )


def _missing(form: FormState, known: Known) -> Speech | None:
    """Everything that is still to be said, named at once: it may be answered in one message."""
    kind = known.form_type(form)
    missing = forms.open_fields(kind, form) if kind else ()
    if len(missing) < 2:
        return None
    return say("said-missing", fields=Lines(tuple(field.label for field in missing), ", "))


def _running_total(state: State, known: Known, record: Record) -> Turn:
    """A total so far is compared with what is stored, never added."""
    kind = known.reportable(record.fact_type)
    name: Speech = kind.label if kind else record.topic
    stated = record.fields.get("stated_total") or record.fields.get("count") or "?"
    rows = rows_of(
        (
            Option(say("said-total-figures"), "go:progress", main=True),
            Option(say("said-total-report"), token("new", record.fact_type)),
            _MENU,
        ),
        1,
    )
    return Turn(state, (Message(say("said-total", kind=name, total=str(stated)), rows),))


# -- earlier reports


def _correct(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    if not reading.records:
        return _which(state, known, "fix")
    record = reading.records[0]
    fact_id = whole_number(record.target or "")
    report = known.look.report(fact_id) if fact_id is not None else None
    lexicon = known.lexicon()
    hearing = lexicon.hearings.get(record.fact_type) if lexicon else None
    kind = known.corrected_type(report.fact_type, report.answers) if report else None
    if report is None or hearing is None or kind is None:
        return _which(state, known, "fix")
    changed = answers_of(record.fields, hearing, kind, known.setting(report.answers))
    return opened(state, known, report, changed, inbound.text) if changed else _which(state, known, "fix")


def _withdraw(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    if not reading.records:
        return _which(state, known, "rep")
    fact_id = whole_number(reading.records[0].target or "")
    report = known.look.report(fact_id) if fact_id is not None else None
    if report is None:
        return _which(state, known, "rep")
    rows = rows_of(
        (
            Option(say("said-withdraw-yes"), token("u", report.id), main=True),
            Option(say("said-keep"), "go:menu"),
        ),
        1,
    )
    kind = known.fact_type(report.fact_type)
    name: Speech = kind.label if kind else report.fact_type
    return Turn(state, (Message(say("said-withdraw", receipt=report.receipt, kind=name), rows),))


def _which(state: State, known: Known, verb: str) -> Turn:
    """Which report was meant: the latest, each a button."""
    reports = known.look.recent_reports(EARLIER)
    options = [Option(_named(report, known), token(verb, report.id)) for report in reports]
    rows = rows_of((*options, _MENU), 1)
    return Turn(state, (Message(say("said-which" if reports else "mine-none"), rows),))


def _named(report: ReportKnown, known: Known) -> Speech:
    kind = known.fact_type(report.fact_type)
    name: Speech = kind.label if kind else report.fact_type
    return say("mine-line", receipt=report.receipt, kind=name, status=say(f"status-{report.status}"))


# -- everything else


def _nil(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    if known.reportable(NIL_REPORT) is None:
        return None
    options = (Option(say("reminder-button-nil"), "go:nil", main=True), _MENU)
    return Turn(state, (Message(say("said-nil"), (options,)),))


def _planned(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    kind = _kind_of(known, reading.topic)
    if kind is None:
        return None
    options = [Option(say("said-already-done"), token("new", kind.code)), _MENU]
    if reading.day is not None:
        remind = token("rem", kind.code, reading.day.isoformat())
        options.insert(0, Option(say("said-remind", day=reading.day), remind, main=True))
    return Turn(state, (Message(say("said-planned", kind=kind.label), rows_of(options, 1)),))


def _query(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    if known.person is None or not may(known.person.role, Action.READ_PROGRESS):
        return Turn(state, (Message(say("not-allowed")),))
    if reading.topic is not None and reading.topic in known.catalogue.targets:
        return Turn(state, (ShowTarget(reading.topic),))
    return Turn(state, (ShowProgress(),))


def _make_report(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    if known.person is None or not may(known.person.role, Action.READ_SUMMARY):
        return Turn(state, (Message(say("not-allowed")),))
    return Turn(state, (ShowSummary(),))


def _ask(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    """There is no approved answer to give yet: an officer gets the question as a need."""
    kind = known.reportable("support_need")
    if kind is None:
        return None
    rows = rows_of((Option(say("said-ask-officer"), token("new", kind.code), main=True), _MENU), 1)
    return Turn(state, (Message(say("said-ask"), rows),))


def _greet(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    name = known.person.name if known.person else ""
    return Turn(state, (Message(say("said-greet", name=name), ((_MENU,),)),))


def _refuse(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    return Turn(state, (Message(say("said-refuse"), ((_MENU,),)),))


def _off_topic(state: State, known: Known, reading: Reading, inbound: Inbound) -> Turn | None:
    return Turn(state, (Message(say("said-off-topic"), ((_MENU,),)),))


def _kind_of(known: Known, topic: str | None) -> FactType | None:
    lexicon = known.lexicon()
    hearing = lexicon.topics.get(topic or "") if lexicon else None
    return known.reportable(hearing.fact_type) if hearing else None


_Act = Callable[[State, Known, Reading, Inbound], Turn | None]

_ACTS: Mapping[str, _Act] = {
    "report": _report,
    "request_support": _report,
    "complain": _report,
    "report_nil": _nil,
    "plan_ahead": _planned,
    "correct": _correct,
    "withdraw": _withdraw,
    "query": _query,
    "make_report": _make_report,
    "ask": _ask,
    "greet": _greet,
    "refuse": _refuse,
    "off_topic": _off_topic,
}
