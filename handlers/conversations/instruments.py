"""The register of instruments: what is due, by place; one instrument's card; what happened to it.

Verbs: il (a list: how soon due or "all", a place, a page), ic (a card), ia (something happened to it: a form
opens with what the card knows filled in), iq (labels), if (one is looked for). A label's link opens its card.
"""

from collections.abc import Mapping

from core.catalogue.fact_types import Role
from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.register_effects import MakeLabels
from core.dialogue.state import Answer, State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import KEEP, token, whole_number
from core.folding import clean
from core.instruments.due import ATTENTION, Due
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations import own_instruments
from handlers.conversations.instrument_words import card_text, counts_text, due_line, tally_lines
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"il", "ic", "ia", "iq", "if"})

#: instruments on one screen, places named below the counts
PAGE, PLACES = 8, 6
#: letters and digits of an instrument's key
KEY_LENGTH = 10
_MENU = Option(say("menu-button"), "go:menu")
_FOUND_BACK: Rows = ((Option(say("form-back"), "go:instruments"), _MENU),)

#: what may have happened: the report that tells it, and what it says by itself
_HAPPENED: dict[str, tuple[str, dict[str, Answer], int]] = {
    "pass": ("instrument_verified", {"checked": 1, "passed": 1}, 1),
    "fail": ("instrument_verified", {"checked": 1, "passed": 0}, 0),
    "unstamp": ("instrument_unstamped", {"count": 1}, 1),
    "retire": ("instrument_retired", {"count": 1}, 1),
    "return": ("instrument_added", {"count": 1}, 1),
}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if _owner(known) and verb == "ic":
        return own_instruments.card(state, known, args[0] if args else "")
    if not allowed(known):
        return not_allowed(state)
    first, second, third, *_ = (*args, "", "", "")
    match verb:
        case "ic":
            return _card(state, known, first)
        case "ia":
            return _happened(state, known, first, second)
        case "iq":
            return Turn(state, (MakeLabels(place=first),))
        case "if":
            return _asked_for(state)
        case _:
            which = next((each for each in Due if each == first), None)
            return Turn(state, (_list(known, which, second, whole_number(third) or 0),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The stall, name or serial number that was asked for."""
    if state.asking != "instrument" or not allowed(known):
        return overview(state, known)
    if known.leaves(inbound.text, named=True):
        return overview(_idle(state), known)
    typed = clean(inbound.text)
    found = known.look.instruments().matching(typed, PAGE + 1)
    if not found:
        return Turn(state, (Message(say("instruments-found-none", typed=typed[:40]), _FOUND_BACK),))
    if len(found) == 1:
        return _card(_idle(state), known, found[0].key)
    options = [Option(due_line(each, known), token("ic", each.key)) for each in found[:PAGE]]
    more = say("instruments-found-more", count=PAGE) if len(found) > PAGE else None
    text = lines(say("instruments-found", typed=typed[:40]), more)
    return Turn(_idle(state), (Message(text, (*rows_of(options, 1), *_FOUND_BACK)),))


def _asked_for(state: State) -> Turn:
    waits = state.model_copy(update={"asking": "instrument", "about": None})
    return Turn(waits, (Message(say("instruments-find-ask"), _FOUND_BACK, numbered=False),))


def _idle(state: State) -> State:
    return state.model_copy(update={"asking": None, "about": None})


def allowed(known: Known) -> bool:
    return known.may(Action.KEEP_REGISTER)


def _owner(known: Known) -> bool:
    return known.person is not None and known.person.role is Role.HOUSEHOLD


def linked(state: State, known: Known, text: str) -> Turn | None:
    """The card behind a label's link, "/start KEY" or the key alone; None for any other text."""
    last = text.rsplit(maxsplit=1)[-1].upper() if text else ""
    if len(last) != KEY_LENGTH or not (last.isascii() and last.isalnum()):
        return None
    if known.person is None or known.look.instruments().card(last) is None:
        return None
    return press(state, known, "ic", (last,))


def overview(state: State, known: Known) -> Turn:
    """How many need attention, by how soon and where; a household's own."""
    if _owner(known):
        return own_instruments.overview(state, known)
    if not allowed(known):
        return not_allowed(state)
    look = known.look.instruments()
    tenant = known.person.tenant if known.person else ""
    if len(known.catalogue.with_children(tenant)) > 1:
        return Turn(state, (_of_communes(known),))
    tallies, there = look.tallies(), look.listed_count()
    counts: dict[Due, int] = {which: sum(each.counts[which] for each in tallies) for which in ATTENTION}
    text = lines(
        say("instruments-title", date=known.today),
        say("instruments-count", count=there) if there else say("instruments-none"),
        counts_text(counts) if there else None,
        *tally_lines(tallies, known, PLACES),
    )
    below = [
        Option(say("instruments-add"), token("new", "instrument_listed"), main=not there),
        Option(say("inspect-button"), "go:inspect", main=bool(there)),
    ]
    # those that are out of use are found, too
    below.append(Option(say("instruments-find"), "if"))
    if there:
        below.append(Option(say("instruments-labels"), "iq"))
        below.append(Option(say("instruments-survey"), "sv"))
    below.append(Option(say("import-button"), "go:import"))
    return Turn(state, (Message(text, (*_ways_to(counts), *rows_of((*below, _MENU))), in_place=True),))


def _of_communes(known: Known) -> Message:
    """A province looks at its communes."""
    rows = known.look.instruments().by_tenant()
    worst = sorted(rows, key=lambda row: -sum(row[1].values()))[:12]
    told = [say("instruments-commune", name=name, counts=counts_text(counts)) for name, counts in worst]
    urgent = {which: sum(row[1].get(which, 0) for row in rows) for which in (Due.EXPIRED, Due.UNVERIFIED)}
    text = lines(say("instruments-title", date=known.today), *(told or [say("instruments-communes-none")]))
    return Message(text, (*_ways_to(urgent), (_MENU,)), in_place=True)


def _ways_to(counts: Mapping[Due, int]) -> Rows:
    """To the lists in which there is something."""
    return rows_of(
        Option(say(f"instruments-{which}-button", count=number), token("il", which))
        for which, number in counts.items()
        if number
    )


def _list(known: Known, which: Due | None, place: str, page: int) -> Message:
    found = known.look.instruments().due(which, place or None, page * PAGE, PAGE + 1)
    title = say(f"instruments-{which}-list") if which else say("instruments-attention")
    name = next((each.name for each in known.places if each.code == place), None)
    where: Speech | None = say("instruments-at", place=name) if name else None
    options = [Option(due_line(each, known), token("ic", each.key)) for each in found[:PAGE]]
    turning = []
    if page:
        turning.append(Option(say("instruments-before"), token("il", which or "all", place, page - 1)))
    if len(found) > PAGE:
        turning.append(Option(say("instruments-after"), token("il", which or "all", place, page + 1)))
    text = lines(title, where, None if found else say("instruments-list-none"))
    back = Option(say("form-back"), "go:instruments")
    return Message(text, (*rows_of(options, 1), *rows_of((*turning, back, _MENU))), in_place=True)


def _card(state: State, known: Known, key: str) -> Turn:
    card = known.look.instruments().card(key)
    if card is None:
        return Turn(
            state, (Message(say("instrument-gone"), ((Option(say("form-back"), "go:instruments"),),)),)
        )
    can = [("pass", True), ("fail", False), ("unstamp", False), ("retire", False)]
    if not card.instrument.status.in_use:
        can = [("return", True)]
    own = known.reportable("instrument_listed") is not None
    acts = [Option(say(f"instrument-{act}"), token("ia", key, act), main) for act, main in can if own]
    more = (
        [Option(say("instrument-change"), KEEP + token("fix", card.fact_id))] if card.fact_id and own else []
    )
    more.append(Option(say("instrument-photo"), KEEP + token("ph", card.fact_id)))
    if card.photos:
        more.append(Option(say("report-evidence", count=card.photos), KEEP + token("evi", card.fact_id, 0)))
    back = (Option(say("form-back"), "go:instruments"), _MENU)
    rows: Rows = (*rows_of(acts), *rows_of(more), back)
    return Turn(state, (Message(card_text(card, known), rows, in_place=True),))


def _happened(state: State, known: Known, key: str, what: str) -> Turn:
    """The form of the report, with what the card knows filled in."""
    card = known.look.instruments().card(key)
    if card is None or what not in _HAPPENED:
        return _card(state, known, key)
    code, says, passed = _HAPPENED[what]
    kind = known.reportable(code)
    if kind is None:
        return not_allowed(state)
    if card.instrument.status.in_use is (what == "return"):
        return _card(state, known, key)
    state, aside = put_aside(state, known)
    form = forms.new_form(kind, known.turn_id, known.look.last_answers(code), known.now)
    answers: dict[str, Answer] = {"instrument_kind": card.instrument.kind, **says}
    if card.instrument.place is not None:
        answers["place"] = card.instrument.place
    if code == "instrument_added":
        answers["owner"] = card.instrument.owner
    for field, value in answers.items():
        form = forms.with_answer(kind, form, field, value)
    form = form.model_copy(update={"instruments": {key: passed}})
    about = say("instrument-about", name=due_line(card.instrument, known))
    return show(state, known, form, lines(aside, about))
