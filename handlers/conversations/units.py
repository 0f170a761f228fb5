"""The units of a tenant: listed, one opened; a new one, another name, a part of one, an end with a successor.

Verb: un (card; name: ask for another, new: ask for a new one's, or a part's; yes: really that name; into: ask
which successor, day: ask until when, look: what moves, end: really; keep: no end after all).
"""

from datetime import date, timedelta

from core.dialogue.effects import Effect
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.dialogue.unit_effects import EndUnit, KeepUnit, MakeUnit, RenameUnit
from core.dialogue.units_known import UnitCard
from core.folding import clean
from core.messages import Inbound
from core.periods import month_bounds
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.one_day import one_day
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"un"})

_SHORTEST, _LONGEST = 3, 80
_LIST = Option(say("units-list"), "go:units")
_MENU = Option(say("menu-button"), "go:menu")


def overview(state: State, known: Known, first: Speech | None = None) -> Turn:
    """Those that exist now."""
    if not known.may(Action.KEEP_UNITS):
        return not_allowed(state)
    options = [
        Option(say("unit-line-ending", name=name, last=until) if until else name, token("un", "card", number))
        for number, name, until in known.look.units_kept.listed()
    ]
    text = lines(first, say("units-title", count=len(options)))
    rows = (*rows_of(options, 1), (Option(say("unit-new"), token("un", "new", 0)), _MENU))
    return Turn(_idle(state), (Message(text, rows, in_place=True),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.KEEP_UNITS):
        return not_allowed(state)
    what, number, second, third = (*args, "", "", "", "")[:4]
    unit_id, other = whole_number(number) or 0, whole_number(second) or 0
    if what == "yes":
        return _confirmed(state, known, unit_id)
    card = known.look.units_kept.card(unit_id)
    if card is None and not (what == "new" and unit_id == 0):
        return overview(state, known, say("unit-gone"))
    match what:
        case "name" | "new":
            return _ask_name(state, what, unit_id, card)
        case "keep":
            return Turn(_idle(state), (KeepUnit(unit_id),))
        case "end" | "look" if (last := _day(third)) is not None:
            if what == "end":
                return Turn(_idle(state), (EndUnit(unit_id, other, last),))
            return Turn(_idle(state), (_preview(known, unit_id, other, last),))
        case "into":
            return Turn(_idle(state), (_which(known, unit_id),))
        case "day":
            waits = state.model_copy(update={"asking": "unit", "about": f"day:{unit_id}:{other}"})
            return Turn(waits, (_until_when(known, unit_id, other),))
        case _:
            return Turn(_idle(state), (_shown(card, known),) if card else ())


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The name or the day that was asked for; on the question whether really a yes."""
    if not known.may(Action.KEEP_UNITS):
        return not_allowed(state)
    what, number, rest = (*(state.about or "").split(":", 2), "", "")[:3]
    unit_id = whole_number(number) or 0
    if known.leaves(inbound.text, named=True):
        return overview(state, known)
    if what == "day":
        day = one_day(clean(inbound.text), known, future=True)
        other = whole_number(rest) or 0
        message = _preview(known, unit_id, other, day) if day else _until_when(known, unit_id, other)
        return Turn(_idle(state) if day else state, (message,))
    if rest and known.agrees(inbound.text):
        return _confirmed(state, known, unit_id)
    name = " ".join(clean(inbound.text).split())
    if not _SHORTEST <= len(name) <= _LONGEST or sum(char.isalpha() for char in name) < 2 or ":" in name:
        return Turn(state, (Message(say("unit-name-length", most=_LONGEST), ((_LIST, _MENU),)),))
    waits = state.model_copy(update={"asking": "unit", "about": f"{what}:{unit_id}:{name}"})
    card = known.look.units_kept.card(unit_id)
    yes = token("un", "yes", unit_id)
    if what == "name" and card is not None:
        text: Speech = say("unit-rename-really", old=card.name, name=name)
    else:
        part = say("unit-part-really", old=card.name) if card else None
        text = lines(say("unit-make-really", name=name, since=known.today), part)
    options = (Option(say("person-yes"), yes, main=True), _LIST)
    return Turn(waits, (Message(text, (options,), yes=yes),))


def _confirmed(state: State, known: Known, unit_id: int) -> Turn:
    """Do what was asked about; a yes from before, of another question, does nothing."""
    what, number, name = (*(state.about or "").split(":", 2), "", "")[:3]
    if state.asking != "unit" or number != str(unit_id) or not name or what not in ("name", "new"):
        return overview(state, known, say("unit-stale"))
    effect: Effect = RenameUnit(unit_id, name) if what == "name" else MakeUnit(name, unit_id)
    return Turn(_idle(state), (effect,))


def _ask_name(state: State, what: str, unit_id: int, card: UnitCard | None) -> Turn:
    waits = state.model_copy(update={"asking": "unit", "about": f"{what}:{unit_id}"})
    key = "unit-ask-name" if what == "name" else ("unit-ask-part" if card else "unit-ask-new")
    text = say(key, name=card.name) if card else say(key)
    return Turn(waits, (Message(text, ((_LIST, _MENU),), numbered=False),))


def _shown(card: UnitCard, known: Known) -> Message:
    since = say("unit-since", day=card.since) if card.since else None
    text = lines(
        say("unit-title", name=card.name),
        since,
        say("unit-ends", last=card.until, successor=card.successor or "–") if card.until else None,
        say("unit-counts", people=card.people, requests=card.requests),
        say("unit-owns", targets=card.targets, tasks=card.tasks, reports=card.reports),
    )
    options = [
        Option(say("unit-rename"), token("un", "name", card.id)),
        Option(say("unit-part"), token("un", "new", card.id)),
        Option(say("unit-merge"), token("un", "into", card.id)),
    ]
    if card.until is not None and card.until >= known.today:
        options.append(Option(say("unit-keep"), token("un", "keep", card.id)))
    return Message(text, (*rows_of(options), (_LIST, _MENU)), in_place=True)


def _which(known: Known, unit_id: int) -> Message:
    options = [
        Option(name, token("un", "day", unit_id, number))
        for number, name, _ in known.look.units_kept.listed()
        if number != unit_id
    ]
    return Message(say("unit-into"), (*rows_of(options, 1), (_LIST, _MENU)), in_place=True)


def _until_when(known: Known, unit_id: int, other: int) -> Message:
    """The days units usually end on, to be pressed; another one is typed."""
    today = known.today
    month = month_bounds(today.year, today.month)[1]
    days = [
        (say("unit-at-once"), today - timedelta(days=1)),
        (say("unit-day", day=month), month),
        (say("unit-day", day=date(today.year, 12, 31)), date(today.year, 12, 31)),
    ]
    options = [Option(label, token("un", "look", unit_id, other, day.isoformat())) for label, day in days]
    return Message(say("unit-until-when"), (*rows_of(options, 1), (_LIST, _MENU)), numbered=False)


def _preview(known: Known, unit_id: int, other: int, last: date) -> Message:
    """What moves and what stays."""
    card, into = known.look.units_kept.card(unit_id), known.look.units_kept.card(other)
    if card is None or into is None or card.id == into.id:
        return Message(say("unit-gone"), ((_LIST, _MENU),))
    text = lines(
        say("unit-end-really", name=card.name, successor=into.name, last=last),
        say("unit-end-moves", people=card.people, requests=card.requests),
        say("unit-end-duties", targets=card.targets, tasks=card.tasks),
        say("unit-end-stays", reports=card.reports),
    )
    yes = token("un", "end", card.id, into.id, last.isoformat())
    options = (
        Option(say("unit-end-yes"), yes, main=True),
        Option(say("request-back"), token("un", "card", card.id)),
    )
    return Message(text, (options,), yes=yes, in_place=True)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _idle(state: State) -> State:
    return state.model_copy(update={"asking": None, "about": None})
