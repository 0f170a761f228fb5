"""A household's own scales: how each stands, its card, correcting it or taking it back."""

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import KEEP, token
from core.texts import lines, say
from handlers.conversations.instrument_words import card_text, own_line

#: scales on one screen
LISTED = 12
_MENU = Option(say("menu-button"), "go:menu")
_BACK = Option(say("form-back"), "go:instruments")


def overview(state: State, known: Known) -> Turn:
    """All the speaker registered that an officer has confirmed; each opens."""
    found = known.look.instruments().own()
    options = [Option(own_line(each, known), token("ic", each.key)) for each in found[:LISTED]]
    add = known.reportable("instrument_listed")
    below = [Option(say("own-add-scales"), token("new", add.code), main=not found)] if add else []
    text = lines(say("own-instruments", date=known.today), None if found else say("own-instruments-none"))
    rows = (*rows_of(options, 1), *rows_of((*below, Option(say("menu-mine"), "go:mine"), _MENU)))
    return Turn(state, (Message(text, rows, in_place=True),))


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
    return Turn(state, (Message(card_text(found, known), rows_of(options), in_place=True),))
