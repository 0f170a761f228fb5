"""A household's own scales: how each stands, its card, correcting it or taking it back."""

from collections.abc import Mapping

from core.catalogue.fact_types import FactType, FieldSpec, Role
from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.state import Answer, FormState, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import KEEP, token
from core.organisations.registers import LISTED
from core.texts import lines, say
from handlers.conversations.instrument_words import card_text, own_line
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside
from handlers.conversations.refusing import not_allowed

#: scales on one screen
SHOWN = 12
_MENU = Option(say("menu-button"), "go:menu")
_BACK = Option(say("form-back"), "go:instruments")


def overview(state: State, known: Known) -> Turn:
    """All the speaker registered that an officer has confirmed; each opens."""
    found = known.look.instruments().own()
    options = [Option(own_line(each, known), token("ic", each.key)) for each in found[:SHOWN]]
    add = known.reportable(LISTED)
    below = [Option(say("own-add-scales"), "go:scale", main=not found)] if add else []
    text = lines(say("own-instruments", date=known.today), None if found else say("own-instruments-none"))
    rows = (*rows_of(options, 1), *rows_of((*below, Option(say("menu-mine"), "go:mine"), _MENU)))
    return Turn(state, (Message(text, rows, in_place=True),))


def begin(state: State, known: Known) -> Turn:
    """The form that lists one, with what the household told of its business filled in."""
    kind = known.reportable(LISTED)
    if kind is None:
        return not_allowed(state)
    state, aside = put_aside(state, known)
    return show(state, known, new_form(kind, known.turn_id, known), lines(aside, kind.help))


def new_form(kind: FactType, key: str, known: Known) -> FormState:
    """An empty form; one that lists an instrument knows what a household told of itself."""
    form = forms.new_form(kind, key, known.look.last_answers(kind.code), known.now)
    for code, value in with_own(kind, known, {}).items():
        form = forms.with_answer(kind, form, code, value)
    return form


def with_own(kind: FactType, known: Known, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that this kind of report takes, after what a household told of itself and its scales."""
    own = known.look.own_data() if kind.code == LISTED and _household(known) else None
    told: dict[str, Answer] = {}
    if own is not None:
        place = next((each.code for each in known.places if own.place_name == each.name), "")
        told = {"place": place, "owner": own.organisation, "stall": own.spot}
        if answers.get("place", place) != place:
            told.pop("stall")  # it is that of the place the household told of
    every = ((kind.field(code), value) for code, value in {**told, **answers}.items() if value)
    return {
        field.code: value
        for field, value in every
        if field is not None and (field.code != "place" or _fits(field, str(value), known))
    }


def _household(known: Known) -> bool:
    return known.person is not None and known.person.role is Role.HOUSEHOLD


def _fits(field: FieldSpec, place: str, known: Known) -> bool:
    """Whether the field takes a place of this kind."""
    return any(each.code == place and each.kind in field.place_kinds for each in known.places)


def card(state: State, known: Known, key: str) -> Turn:
    """One of the speaker's own."""
    found = known.look.instruments().card(key)
    if found is None:
        return Turn(state, (Message(say("instrument-gone"), ((_BACK, _MENU),)),))
    can = (
        Option(say("instrument-change"), KEEP + token("fix", found.fact_id)),
        Option(say("instrument-photo"), KEEP + token("ph", found.fact_id)),
        Option(say("report-withdraw"), KEEP + token("wd", found.fact_id)),
    )
    options = (*(can if found.fact_id else ()), _BACK, _MENU)
    return Turn(state, (Message(card_text(found, known, others=False), rows_of(options), in_place=True),))
