"""The menu, help, and the answer to what was not understood. Verb: go (where to)."""

from collections.abc import Callable, Mapping

from core.catalogue.fact_types import Role
from core.dialogue.commanding import asked_by
from core.dialogue.effects import SubmitReport
from core.dialogue.forms import new_form
from core.dialogue.kinds import NIL_REPORT
from core.dialogue.known import YES, Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.summary_pages import time_alone
from core.dialogue.tokens import token
from core.folding import clean, words_of
from core.messages import FROM_GROUP, Inbound, InboundKind
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations import (
    answering,
    api_tokens,
    barcodes,
    broadcasts,
    calendar,
    channels,
    days_off,
    doors,
    dues,
    exporting,
    groups,
    importing,
    incidents,
    inspecting,
    instruments,
    knowledge_desk,
    leave,
    linking,
    market_days,
    members,
    mine,
    organisations,
    own_data,
    own_instruments,
    papers,
    people,
    periods,
    plan_settings,
    products,
    progress,
    requests,
    rights,
    saying,
    settings,
    summary,
    tips,
    trail,
    units,
    vocabulary,
    waiting,
    waiting_lists,
)
from handlers.conversations.choosing import choose_in_area, choose_kind, likely, named
from handlers.conversations.moving import show
from handlers.conversations.parking import draft_rows, park, take_up
from handlers.conversations.remembering import in_vain

VERBS = frozenset({"go"})

#: what a household calls otherwise: where its button leads
_LEADS = {"own-scales": "instruments", "own-day": "market"}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if verb == YES:
        return Turn(state, (Message(say("said-yes"), ((Option(say("menu-button"), "go:menu"),),)),))
    place = args[0] if args else "menu"
    return PLACES.get(place, _menu)(state, known, args[1:])


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Words that answer nothing: the kinds of report they sound like, or the menu."""
    if inbound.kind is InboundKind.UNSUPPORTED:
        return Turn(state, (Message(say("unsupported"), menu_rows(known)),))
    text = clean(inbound.text)
    if inbound.press or text.startswith("/"):
        return _command(state, known, inbound, text)
    if not text:
        return menu(state, known)
    if known.leaves(text):
        return menu(state, known, say("nothing-open"))
    asked = (
        mine.numbered,
        barcodes.asked,
        instruments.linked,
        linking.asked,
        leave.asked,
        named,
        barcodes.mentioned,
    )
    for answer in asked:
        if (answered := answer(state, known, text)) is not None:
            return answered
    understood = (
        saying.understood(state, known, inbound.text)
        or answering.begun(state, known, text)
        or _of_a_time(state, known, text)
    )
    if understood is not None:
        return understood
    places = _named_places(known, text)
    if places:
        shown = rows_of((*places, Option(say("menu-button"), "go:menu")))
        return in_vain(Turn(state, (Message(say("place-this"), shown),)), known, inbound.text)
    kinds = likely(state, known, text)
    if kinds:
        back = (Option(say("menu-button"), "go:menu"),)
        return in_vain(Turn(state, (Message(say("report-this"), (*kinds, back)),)), known, inbound.text)
    return in_vain(menu(state, known, say("not-understood")), known, inbound.text)


def _of_a_time(state: State, known: Known, text: str) -> Turn | None:
    """The summary of a time that stands alone; None for other words, and for whom there is none."""
    page = time_alone(known, text) if known.may(Action.READ_PROGRESS) else ""
    return summary.of(state, known, page.rpartition(":")[2]) if page else None


def _command(state: State, known: Known, inbound: Inbound, text: str) -> Turn:
    """A command with more behind it than a button would have, the first of all, or one there is not."""
    if inbound.press:
        return Turn(state, (Message(say("command-unknown"), menu_rows(known)),))
    question = asked_by(known, text)
    if question:
        return answering.answer(state, known, question) or answering.asked_for(state, known)
    for behind in (barcodes.commanded, organisations.commanded, instruments.linked):
        if (answered := behind(state, known, text)) is not None:
            return answered
    if text.startswith("/start"):
        nothing = text.split()[1:] not in ([], [FROM_GROUP])
        return menu(state, known, say("link-opens-nothing") if nothing else None)
    return Turn(state, (Message(say("command-unknown"), menu_rows(known)),))


def menu(state: State, known: Known, first: Speech | None = None) -> Turn:
    """The menu, always in the same order; drafts that wait are named first."""
    person = known.person
    idle = state.model_copy(update={"asking": None, "about": None, "inspecting": None})
    if person is None:
        return Turn(idle)
    where: Speech = person.unit_name or person.tenant_name
    greeting = first or say("menu-greeting", name=person.name, role=say(f"role-{person.role}"), unit=where)
    drafts = draft_rows(state, known)[:2]
    return Turn(
        idle, (Message(lines(greeting, say("menu-question")), drafts + menu_rows(known), in_place=True),)
    )


def _named_places(known: Known, text: str) -> tuple[Option, ...]:
    """The big buttons whose words of command, two or more of them, are in a text."""
    typed = f" {words_of(text)} "
    tokens = {to for words, to in known.commands.items() if " " in words and f" {words} " in typed}
    return tuple(
        option for row in menu_rows(known) for option in row if option.token in tokens and not option.main
    )


def menu_rows(known: Known) -> Rows:
    """The big buttons of this person's role."""
    person = known.person
    if person is None:
        return ()
    own = person.role is Role.HOUSEHOLD
    entries = [
        ("report", bool(known.may_report())),
        ("mine", True),
        ("own-scales", own),
        ("own-day", own),
        ("progress", known.may(Action.READ_PROGRESS)),
        ("dues", known.may(Action.READ_PROGRESS)),
        ("instruments", known.may(Action.KEEP_REGISTER)),
        ("pending", known.may(Action.DECIDE_REPORTS)),
        ("summary", known.may(Action.READ_SUMMARY)),
        ("calendar", known.may(Action.READ_SUMMARY)),
        ("papers", known.may(Action.MAKE_REPORTS)),
        ("requests", known.may(Action.ANSWER_REQUESTS)),
        ("broadcasts", known.may(Action.RELEASE_BROADCASTS)),
        ("members", known.may(Action.DECIDE_MEMBERS)),
        ("settle", known.may(Action.SETTLE_PLANS)),
        ("words", known.may(Action.TEACH_WORDS)),
        ("ask", True),
        ("settings", True),
        ("help", True),
    ]
    shown = [name for name, allowed in entries if allowed]
    return rows_of(
        Option(say(f"menu-{name}"), token("go", _LEADS.get(name, name)), main=name == "report")
        for name in shown
    )


def _menu(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    return menu(state, known)


def _continue(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    if state.form is not None:
        return show(state, known, state.form, None)
    if state.parked:
        return take_up(state, known, state.parked[-1].key)
    return menu(state, known, say("draft-none"))


def _cancel(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    if state.form is not None:
        return park(state, known)
    return menu(state, known, say("nothing-open"))


def _nothing_to_report(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """One report of nothing a week: a second press finds the first by its key."""
    kind = known.reportable(NIL_REPORT)
    person = known.person
    if kind is None or person is None:
        return menu(state, known)
    year, week, _ = known.today.isocalendar()
    form = new_form(kind, f"nil-{person.id}-{year}-{week}", {}, known.now)
    filled = form.model_copy(update={"answers": {kind.date_field().code: known.today.isoformat()}})
    return Turn(state, (SubmitReport(filled),))


def _help(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    person = known.person
    text = say(f"help-{person.role}" if person else "welcome-stranger")
    return Turn(state, (Message(text, menu_rows(known), in_place=True),))


#: where `go` leads
PLACES: Mapping[str, Callable[[State, Known, tuple[str, ...]], Turn]] = {
    "menu": _menu,
    "no": doors.no,
    "sorry": doors.sorry,
    "confirm": doors.confirm,
    "who": doors.who,
    "assign": doors.assign,
    "report": choose_kind,
    "area": choose_in_area,
    "continue": _continue,
    "cancel": _cancel,
    "nil": _nothing_to_report,
    "later": doors.later,
    "mine": lambda state, known, args: mine.overview(state, known),
    "pending": lambda state, known, args: waiting.overview(state, known),
    "requests": lambda state, known, args: requests.desk(state, known),
    "officer": lambda state, known, args: requests.to_people(state),
    "asked": lambda state, known, args: requests.asked(state, known),
    "classes": lambda state, known, args: waiting_lists.overview(state, known),
    "vain": lambda state, known, args: knowledge_desk.overview(state, known),
    "market": lambda state, known, args: market_days.overview(state, known),
    "register": lambda state, known, args: own_data.register(state, known),
    "own": doors.own,
    "tips": lambda state, known, args: tips.overview(state, known),
    "orgs": lambda state, known, args: organisations.overview(state, known),
    "import": lambda state, known, args: importing.overview(state, known),
    "periods": lambda state, known, args: periods.overview(state, known),
    "groups": lambda state, known, args: groups.overview(state, known),
    "members": lambda state, known, args: members.overview(state, known),
    "units": lambda state, known, args: units.overview(state, known),
    "people": lambda state, known, args: people.overview(state, known),
    "settle": lambda state, known, args: plan_settings.overview(state, known),
    "parameters": lambda state, known, args: plan_settings.parameters(state, known),
    "words": lambda state, known, args: vocabulary.overview(state, known),
    "teach": lambda state, known, args: vocabulary.press(state, known, "vt", ()),
    "instruments": lambda state, known, args: instruments.overview(state, known),
    "broadcasts": lambda state, known, args: broadcasts.overview(state, known),
    "calendar": lambda state, known, args: calendar.overview(state, known, *args[:1]),
    "off": lambda state, known, args: days_off.overview(state, known),
    "dues": lambda state, known, args: dues.overview(state, known, *args[:1]),
    "leave": lambda state, known, args: leave.overview(state, known),
    "back": lambda state, known, args: leave.press(state, known, "lv", ("end",)),
    "due": lambda state, known, args: instruments.press(state, known, "il", ("all",)),
    "scale": lambda state, known, args: own_instruments.begin(state, known),
    "inspect": lambda state, known, args: inspecting.overview(state, known),
    "progress": lambda state, known, args: progress.overview(state, known),
    "budget": lambda state, known, args: progress.money(state, known),
    "summary": doors.summary,
    "incidents": lambda state, known, args: incidents.overview(state, known),
    "api": lambda state, known, args: api_tokens.overview(state, known),
    "week": lambda state, known, args: summary.own(state, known, "".join(args[:1])),
    "export": lambda state, known, args: exporting.overview(state, known),
    "data": lambda state, known, args: rights.overview(state, known),
    "changes": lambda state, known, args: trail.overview(state, known),
    "papers": lambda state, known, args: papers.overview(state, known),
    "channels": lambda state, known, args: channels.overview(state, known),
    "link": lambda state, known, args: linking.press(state, known, "lk", ("new",)),
    "barcode": lambda state, known, args: barcodes.overview(state, known),
    "products": lambda state, known, args: products.overview(state, known),
    "settings": lambda state, known, args: settings.overview(state, known),
    "help": _help,
    "ask": lambda state, known, args: answering.asked_for(state, known),
}
