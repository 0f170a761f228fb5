"""Data as a file for other programs: which, over which days, of which unit, as what file.

Verb: xp (what, span, unit: choose one; go: have it made). What was chosen so far is in the state.
"""

from collections.abc import Callable, Iterable, Mapping

from core.dialogue.export_effects import AskExport
from core.dialogue.known import Known
from core.dialogue.state import Exporting, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.exports import ALWAYS, REGISTERS, Format, Wanted, areas
from core.messages import Inbound
from core.permissions import Action
from core.spans import Span, quarter_of, span_of
from core.texts import Speech, lines, say
from handlers.conversations.one_day import several_days
from handlers.conversations.refusing import not_allowed
from handlers.conversations.span_words import span_name

VERBS = frozenset({"xp"})

_MENU = Option(say("menu-button"), "go:menu")
_API = Option(say("tokens-button"), "go:api")
_BACK = Option(say("form-back"), token("xp"))
#: of a list: all of it
_ALL = "-"
#: of the time: days that are typed
_TYPED = "days"


def overview(state: State, known: Known) -> Turn:
    """A new choice: all reports of this year."""
    if not _allowed(known):
        return not_allowed(state)
    return _card(state, known, Exporting(span=Span.year(known.today.year).code))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not _allowed(known):
        return not_allowed(state)
    chosen = state.exporting
    if chosen is None:  # an old card: what was chosen on it is forgotten
        return overview(state, known)
    what, value = (*args, "", "")[:2]
    if what == "go" and value in set(Format):
        idle = state.model_copy(update={"asking": None, "about": None, "exporting": None})
        return Turn(idle, (AskExport(Wanted(chosen.what, chosen.span, chosen.unit, Format(value))),))
    if what == "span" and value == _TYPED:
        waits = state.model_copy(update={"asking": "export", "about": None})
        return Turn(waits, (_days_asked(None),))
    if what not in _LISTS:
        return _card(state, known, chosen)
    question, options = _LISTS[what]
    if not value:
        return _asked(state, question, options(known))
    if what == "span" and value != ALWAYS and span_of(value) is None:
        return _card(state, known, chosen)
    return _card(state, known, chosen.model_copy(update={what: value.removeprefix(_ALL)}))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The days."""
    if not _allowed(known):
        return not_allowed(state)
    if known.leaves(inbound.text) or state.exporting is None:
        return overview(state, known)
    span = several_days(inbound.text, known)
    if span is None:
        return Turn(state, (_days_asked(say("papers-days-again")),))
    return _card(state, known, state.exporting.model_copy(update={"span": span.code}))


def _allowed(known: Known) -> bool:
    return known.may(Action.EXPORT_DATA)


def _card(state: State, known: Known, chosen: Exporting) -> Turn:
    """What was chosen, each part to be changed, and the two kinds of file."""
    of_reports = chosen.what not in REGISTERS
    span = span_of(chosen.span)
    unit = dict(known.look.units()).get(chosen.unit) if chosen.unit else None
    told = lines(
        say("export-title"),
        say("export-what-line", what=_name(chosen.what, known)),
        say("export-days-line", days=span_name(span) if span else say("export-always"))
        if of_reports
        else None,
        say("export-unit-line", unit=unit or say("export-all-units")) if of_reports else None,
        say("export-note"),
    )
    change = [Option(say("export-change-what"), token("xp", "what"))]
    if of_reports:
        change.append(Option(say("export-change-days"), token("xp", "span")))
        change.append(Option(say("export-change-unit"), token("xp", "unit")))
    make = (
        Option(say("export-make", form="xlsx"), token("xp", "go", Format.XLSX), main=True),
        Option(say("export-make", form="csv"), token("xp", "go", Format.CSV)),
    )
    last = (_API, _MENU) if known.may(Action.KEEP_TOKENS) else (_MENU,)
    kept = state.model_copy(update={"asking": None, "about": None, "exporting": chosen})
    return Turn(kept, (Message(told, (make, *rows_of(change), last), in_place=True),))


def _asked(state: State, question: Speech, options: Iterable[Option]) -> Turn:
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (Message(question, (*rows_of(options), (_BACK, _MENU)), in_place=True),))


def _days_asked(first: Speech | None) -> Message:
    return Message(lines(first, say("export-days-ask")), ((_BACK, _MENU),), numbered=False)


def _spans(known: Known) -> Iterable[Option]:
    quarter = Span.quarter(known.today.year, quarter_of(known.today))
    before = Span.quarter(quarter.before.year, quarter_of(quarter.before))
    spans = (Span.year(known.today.year), Span.year(known.today.year - 1), quarter, before)
    yield from (Option(span_name(span), token("xp", "span", span.code)) for span in spans)
    yield Option(say("export-always"), token("xp", "span", ALWAYS))
    yield Option(say("papers-days"), token("xp", "span", _TYPED))


def _units(known: Known) -> Iterable[Option]:
    yield Option(say("export-all-units"), token("xp", "unit", _ALL))
    yield from (Option(name, token("xp", "unit", code)) for code, name in known.look.units())


def _kinds(known: Known) -> Iterable[Option]:
    for what in ("", *areas(known.catalogue), *REGISTERS):
        yield Option(_name(what, known), token("xp", "what", what or _ALL))


def _name(what: str, known: Known) -> Speech:
    if not what:
        return say("export-all-reports")
    if what in REGISTERS:
        return say(f"export-{what}")
    return next((option.label for option in known.catalogue.areas if option.code == what), what)


#: what can be chosen: a field of Exporting, what is asked, what there is
_LISTS: Mapping[str, tuple[Speech, Callable[[Known], Iterable[Option]]]] = {
    "what": (say("export-which"), _kinds),
    "span": (say("export-which-days"), _spans),
    "unit": (say("export-which-unit"), _units),
}
