"""Reports on plans as documents: of which plan, over which time.

Verb: pn (of: a plan, go: write it, days: ask for days, sent: it went out, which is a report of its own kind).
"""

from datetime import date

from core.catalogue.plans import Plan
from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.paper_effects import MakePaper
from core.dialogue.state import Answer, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.spans import Span, quarter_of, span_of
from core.texts import Speech, lines, say
from handlers.conversations.moving import show
from handlers.conversations.one_day import several_days
from handlers.conversations.parking import put_aside
from handlers.conversations.refusing import not_allowed
from handlers.conversations.span_words import span_name

VERBS = frozenset({"pn"})

#: the kind of report that tells of one that went out
SENT = "report_sent"
_MENU = Option(say("menu-button"), "go:menu")
_BACK = Option(say("form-back"), "go:papers")
_DATA = Option(say("papers-data"), "go:export")


def overview(state: State, known: Known) -> Turn:
    """On which plan? Of one plan the times are shown at once."""
    if not allowed(known):
        return not_allowed(state)
    idle = state.model_copy(update={"asking": None, "about": None})
    plans = _plans(known)
    if len(plans) == 1:
        return Turn(idle, (_times(plans[0], known),))
    named = (say("plan-line", code=plan.code, title=plan.short or plan.title) for plan in plans)
    options = (Option(say("plan-button", code=plan.code), token("pn", "of", plan.code)) for plan in plans)
    text = lines(say("papers-which"), *named)
    return Turn(idle, (Message(text, (*rows_of(options), (_DATA, _MENU)), in_place=True),))


def wanted(state: State, known: Known, days: tuple[date, date] | None, text: str) -> Turn:
    """What somebody asked for in a message: with its days, and its plan where it is named or the only one."""
    if days is None or not allowed(known):
        return overview(state, known)
    span = Span(*days)
    plans = [plan for plan in _plans(known) if _runs(plan, span, known.today)]
    named = [plan for plan in plans if plan.code.casefold() in clean(text).casefold().split()] or plans
    idle = state.model_copy(update={"asking": None, "about": None})
    match named:
        case []:
            after = overview(state, known)
            return Turn(after.state, (Message(say("papers-none-then", span=span_name(span))), *after.steps))
        case [plan]:
            return Turn(idle, (MakePaper(plan.code, span.code),))
    told = (say("plan-line", code=plan.code, title=plan.short or plan.title) for plan in named)
    options = (
        Option(say("plan-button", code=plan.code), token("pn", "go", plan.code, span.code)) for plan in named
    )
    told_text = lines(say("papers-which-of", span=span_name(span)), *told)
    return Turn(idle, (Message(told_text, (*rows_of(options), (_BACK, _MENU)), in_place=True),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not allowed(known):
        return not_allowed(state)
    what, first, *rest = (*args, "", "")
    idle = state.model_copy(update={"asking": None, "about": None})
    plan = next((plan for plan in _plans(known) if plan.code == first), None)
    if plan is None:
        return overview(state, known)
    match what:
        case "go":
            return Turn(idle, (MakePaper(plan.code, rest[0]),))
        case "days":
            waits = state.model_copy(update={"asking": "paper", "about": plan.code})
            return Turn(waits, (_days_asked(plan, None),))
        case "sent":
            return _sent(idle, known, plan, span_of(rest[0]))
        case _:
            return Turn(idle, (_times(plan, known),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The days of a report."""
    if not allowed(known):
        return not_allowed(state)
    plan = next((plan for plan in _plans(known) if plan.code == state.about), None)
    if plan is None or known.leaves(inbound.text):
        return overview(state, known)
    span = several_days(inbound.text, known)
    if span is None:
        return Turn(state, (_days_asked(plan, say("papers-days-again")),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (MakePaper(plan.code, span.code),))


def allowed(known: Known) -> bool:
    return known.may(Action.MAKE_REPORTS)


def _sent(state: State, known: Known, plan: Plan, span: Span | None) -> Turn:
    """The form that puts down a report that went out, with what is known of it filled in."""
    kind = known.reportable(SENT)
    if kind is None or span is None:
        return overview(state, known)
    state, aside = put_aside(state, known)
    form = forms.new_form(kind, known.turn_id, {}, known.now)
    answers: dict[str, Answer] = {"plans": [plan.option()], "year": span.last.year}
    if kind.field("kind") is not None:
        answers["kind"] = "nam" if span.is_year else "quy" if span.which_quarter else "dot_xuat"
    for field, value in answers.items():
        form = forms.with_answer(kind, form, field, value)
    return show(state, known, form, aside)


def _plans(known: Known) -> list[Plan]:
    tenant = known.catalogue.tenants.get(known.person.tenant) if known.person else None
    return [known.catalogue.plans[code] for code in (tenant.plans if tenant else ())]


def _times(plan: Plan, known: Known) -> Message:
    """This year and the last, this quarter and the last, or any days: those in which the plan runs.

    Of a plan that ended before, its last year.
    """
    today = known.today
    quarter = Span.quarter(today.year, quarter_of(today))
    before = Span.quarter(quarter.before.year, quarter_of(quarter.before))
    near = (Span.year(today.year), quarter, before, Span.year(today.year - 1))
    spans = [span for span in near if _runs(plan, span, today)]
    if not spans and plan.ends is not None and plan.ends < today:
        spans = [Span.year(plan.ends.year)]
    options = [Option(span_name(span), token("pn", "go", plan.code, span.code)) for span in spans]
    rows = (
        *rows_of(options),
        (Option(say("papers-days"), token("pn", "days", plan.code)),),
        (_BACK, _MENU) if len(_plans(known)) > 1 else (_MENU,),
    )
    title = say("plan-line", code=plan.code, title=plan.short or plan.title)
    return Message(lines(title, say("papers-when")), rows, in_place=True)


def _runs(plan: Plan, span: Span, today: date) -> bool:
    """A report tells how things stood on its last day, of which the plan has to tell."""
    begun = span.first <= today and plan.told_on(min(span.last, today))
    return begun and (plan.ends is None or span.first <= plan.ends)


def _days_asked(plan: Plan, first: Speech | None) -> Message:
    back = Option(say("form-back"), token("pn", "of", plan.code))
    return Message(lines(first, say("papers-days-ask", code=plan.code)), ((back, _MENU),), numbered=False)
