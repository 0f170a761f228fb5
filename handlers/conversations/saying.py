"""A message typed freely: it becomes filled review cards, a correction, figures, or a question back.

Verbs: as (the same words are about another kind of report), rem (ask about what was planned on its day),
rest (read on in a long message), tl (a question that was answered tells something, too).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.catalogue.fact_types import FactType
from core.confidential import TIP
from core.dialogue import forms
from core.dialogue.effects import RemindToReport
from core.dialogue.known import Known
from core.dialogue.state import FormState, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.messages import Inbound
from core.texts import Lines, Speech, lines, say
from core.understanding.answers import answers_of, only_ones, parts_at_odds, sums_at_odds
from core.understanding.read import read, read_as
from core.understanding.situation import Reading, Record
from core.understanding.tips import asked_of_somebody
from handlers.conversations import answering, changing, incident_notice, not_here, own_instruments, replying
from handlers.conversations.asking import told_line
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside, stale
from handlers.conversations.remembering import MOST_TOLD, in_vain, understood_as
from handlers.conversations.situations import situation

VERBS = frozenset({"as", "rem", "rest", "tl"})

#: nothing planned further ahead is asked about
FARTHEST = timedelta(days=400)
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    """The open form's words, taken as another kind of report."""
    if verb == "rem":
        return _reminded(state, known, args)
    if verb == "rest":
        return _read_on(state, known, args)
    if verb == "tl":
        return _told_too(state, known, args)
    key, code = (*args, "", "")[:2]
    form = state.form
    lexicon = known.lexicon()
    if form is None or form.key != key or lexicon is None or known.reportable(code) is None:
        return stale(state, key)
    records = read_as(form.said, code, situation(known), lexicon)
    made = [made for record in records[:1] if (made := filled_form(record, known, form.key, form.said))]
    if not made:
        return show(state, known, form, None)
    again = made[0].model_copy(
        update={"others": (form.fact_type,), "evidence": form.evidence, "read_as": form.read_as}
    )
    return show(state, known, again, None)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return _said(state, known, inbound.text)


def _said(state: State, known: Known, text: str) -> Turn:
    missed = Turn(state, (Message(say("not-understood"), ((_MENU,),)),))
    return understood(state, known, text) or in_vain(missed, known, text)


def _reminded(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    code, told = (*args, "", "")[:2]
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return stale(state, code)
    if known.reportable(code) is None or not known.today < day <= known.today + FARTHEST:
        return stale(state, code)
    return Turn(state, (RemindToReport(code, day),))


def _read_on(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """The rest of a long message, as if it had been sent now."""
    if state.told is None or state.told[0] not in args:
        return stale(state, args[0] if args else "")
    turn = _said(state.model_copy(update={"told": None}), known, state.told[1])
    still = tuple(key for key in state.following if key not in turn.state.following)
    return Turn(turn.state.model_copy(update={"following": (*turn.state.following, *still)}), turn.steps)


def _told_too(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """The words of a question that was answered, taken as what else they were read as."""
    if state.told is None or state.told[0] not in args:
        return stale(state, args[0] if args else "")
    text = state.told[1]
    reading = _told_beside(heard(known, text), known, text)
    act = _ACTS.get(reading.intent) if reading else None
    turn = act(state, known, reading, text) if act and reading else None
    if turn is None or reading is None:
        return stale(state, args[0])
    return understood_as(turn, known, text, reading)


def _told_beside(reading: Reading | None, known: Known, text: str) -> Reading | None:
    """The reading of words that are taken as what they tell: a question of a wrong as a tip of it."""
    lexicon = known.lexicon()
    if reading and lexicon and asked_of_somebody(text, reading, situation(known), lexicon):
        records = read_as(text, TIP, situation(known), lexicon)
        return replace(reading, intent="complain", records=records)
    return reading


def understood(state: State, known: Known, text: str) -> Turn | None:
    """What a free message comes to; None where nothing was understood that could be acted on."""
    reading = heard(known, text)
    elsewhere = not_here.told(known, reading, text) if reading else None
    if elsewhere is not None:
        return understood_as(not_here.answer(state, known, elsewhere), known, text, elsewhere)
    turn = acted(state, known, reading, text) if reading else None
    return understood_as(turn, known, text, reading) if turn and reading else None


def heard(known: Known, text: str) -> Reading | None:
    """A free message, read with the reports it may refer to."""
    lexicon = known.lexicon()
    if lexicon is None or known.person is None:
        return None
    return read(text, situation(known, known.look.recent_reports(changing.EARLIER)), lexicon)


def acted(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """What a reading comes to. A subject with words of asking is a question; thanks are thanks."""
    answered = answering.instead(state, known, reading, text)
    answered = answered or answering.either(state, known, reading, text)
    if answered is not None:
        return answered
    intent = reading.intent
    if intent == "unclear" and reading.features >= {"#subject", "#asking"}:
        intent = "ask"
    elif intent in ("unclear", "confirm") and "#thanking" in reading.features:
        intent = "greet"
    act = _ACTS.get(intent)
    return act(state, known, reading, text) if act else None


# -- reports


def _report(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """The first happening opens as a form, what else was told waits behind it."""
    made = filled_forms(reading, known, text)
    if not made:
        return None
    if reading.records[0].op == "total":
        return _running_total(state, known, reading.records[0])
    state, aside = put_aside(state, known)
    first, *rest = made
    kept = state.model_copy(
        update={"parked": (*state.parked, *rest), "following": tuple(form.key for form in rest)}
    )
    more = say("said-several", count=len(made), told=told_lines(made, known)) if rest else None
    again = say("said-repeated") if reading.repeated else None
    odd = _at_odds(first, reading.records, known)
    each = _one_each(first, reading.records[0])
    return show(kept, known, first, lines(aside, again, more, odd, each, _missing(first, known)))


def _one_each(form: FormState, record: Record) -> Speech | None:
    """Several were told, and each is reported by itself."""
    alone = form.fact_type != record.fact_type and record.fields.get("count", 1) not in (1, "1")
    return say("said-one-each") if alone else None


def filled_forms(reading: Reading, known: Known, text: str) -> list[FormState]:
    """A form for each happening that was told, of the kinds that this person may report."""
    records = enumerate(reading.records[: reading.taken(MOST_TOLD)])
    made = (filled_form(record, known, _key(known, number), text) for number, record in records)
    return [form for form in made if form is not None]


def told_lines(made: list[FormState], known: Known) -> Speech:
    """The happenings of several forms, a line each: the kind, and what was understood of it."""
    kinds = ((form, known.form_type(form)) for form in made)
    return lines(*(_told(form, kind, known) for form, kind in kinds if kind is not None))


def _told(form: FormState, kind: FactType, known: Known) -> Speech:
    return say("said-happening", icon=kind.icon, kind=kind.label, told=told_line(kind, form, known) or "")


def _key(known: Known, number: int) -> str:
    return known.turn_id if number == 0 else f"{known.turn_id}-{number}"


def filled_form(record: Record, known: Known, key: str, said: str) -> FormState | None:
    """A form filled with what was understood; at its first missing question, or at the review card."""
    lexicon = known.lexicon()
    hearing = lexicon.hearings.get(record.fact_type) if lexicon else None
    whole, kind = known.fact_type(record.fact_type), known.tellable(record.fact_type)
    if hearing is None or whole is None:
        return None
    answers = only_ones(hearing, kind or whole) | answers_of(
        record.fields, hearing, kind or whole, known.setting({})
    )
    for heard_as, _, _ in sums_at_odds(record.fields, hearing):
        answers.pop(heard_as.fills or "", None)
    for parts, _, _ in parts_at_odds(record.fields, hearing):
        answers = {code: value for code, value in answers.items() if code not in parts}
    single = whole.one_by_one
    if single is not None and (kind is None or answers.get(single.count, 1) == 1):
        other = known.reportable(single.kind)
        alone = {code: value for code, value in answers.items() if code != single.count}
        if other is None:
            return None
        told = own_instruments.with_own(other, known, {**alone, **single.says})
        new = forms.new_form(other, key, known.look.last_answers(other.code), known.now)
        return forms.filled(other, new, told).model_copy(update={"said": said, "read_as": other.code})
    if kind is None:
        return None
    empty = forms.new_form(kind, key, known.look.last_answers(kind.code), known.now)
    others = tuple(code for code in record.others if known.reportable(code))
    return forms.filled(kind, empty, answers).model_copy(
        update={
            "said": said,
            "others": others,
            "read_as": kind.code,
            "understood": answers,
            "not_duplicate": record.more,
        }
    )


def _at_odds(form: FormState, records: Sequence[Record], known: Known) -> Speech | None:
    """What does not add up in the words a form was filled from: it was left open, or has to change."""
    lexicon, kind = known.lexicon(), known.form_type(form)
    hearing = lexicon.hearings.get(form.fact_type) if lexicon else None
    if hearing is None or kind is None:
        return None
    own = [record for record in records if record.fact_type == form.fact_type][:1]
    odd = next(iter(sums_at_odds(own[0].fields, hearing)), None) if own else None
    if odd is not None:
        return say("said-sums-differ", stated=odd[1], sum=odd[2])
    parts = next(iter(parts_at_odds(own[0].fields, hearing)), None) if own else None
    if parts is not None:
        return say("said-parts-differ", stated=parts[1], sum=parts[2])
    broken = forms.violation(kind, form.answers)
    return broken.message if broken else None


def _missing(form: FormState, known: Known) -> Speech | None:
    """Everything that is still to be said, named at once: it may be answered in one message."""
    kind = known.form_type(form)
    missing = forms.open_fields(kind, form) if kind else ()
    if len(missing) < 2:
        return None
    return say("said-missing", fields=Lines(tuple(field.label for field in missing), ", "))


def _running_total(state: State, known: Known, record: Record) -> Turn:
    """A total so far is compared with what is stored, never added."""
    kind = known.tellable(record.fact_type)
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


_Act = Callable[[State, Known, Reading, str], Turn | None]

_ACTS: Mapping[str, _Act] = {
    "report": _report,
    "request_support": _report,
    "complain": _report,
    "report_nil": replying.nothing_happened,
    "plan_ahead": replying.planned,
    "correct": changing.correct,
    "withdraw": changing.withdraw,
    "query": replying.figures,
    "make_report": replying.report_wanted,
    "broadcast": replying.broadcast,
    "set_reminder": replying.reminder,
    "register": replying.newcomer,
    "ask": replying.question,
    "greet": replying.greeting,
    "refuse": replying.refusal,
    "incident": incident_notice.heard,
    "off_topic": replying.off_topic,
}
