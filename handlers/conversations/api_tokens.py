"""Tokens by which other systems read the API. Verb: at (new, make, sure, end, ended)."""

from collections.abc import Mapping

from core.api import USUALLY, Scope
from core.dialogue.api_effects import MakeToken, RevokeToken, ShowTokens
from core.dialogue.known import Known, PersonKnown
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean
from core.messages import Inbound
from core.texts import Speech, lines, say

VERBS = frozenset({"at"})

#: what a token may open, by the code of its button
OPENS: Mapping[str, frozenset[Scope]] = {
    "plans": frozenset({Scope.PLANS}),
    "facts": frozenset({Scope.PLANS, Scope.FACTS, Scope.INSTRUMENTS}),
    "personal": frozenset(Scope),
}
_LONGEST = 80
#: in what is remembered; a name holds none
_PART = "\n"
_BACK = Option(say("form-back"), "go:api")
_MENU = Option(say("menu-button"), "go:menu")


def overview(state: State, known: Known) -> Turn:
    return Turn(_idle(state), (ShowTokens(),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value = (*args, "", "")[:2]
    match what:
        case "new":
            waits = state.model_copy(update={"asking": "token", "about": None})
            return Turn(waits, (_name_asked(None),))
        case "make" if value in OPENS and state.asking == "token" and state.about and known.person:
            return _asked_back(state, known, known.person, value)
        case "sure" if state.asking == "token" and state.about:
            card, opens, name = (*state.about.split(_PART, 2), "", "")[:3]
            if card == value and opens in OPENS:
                return Turn(_idle(state), (MakeToken(name, opens),))
            return overview(state, known)
        case "end" | "ended" if value:
            return Turn(_idle(state), (RevokeToken(value, sure=what == "ended"),))
        case _:
            return overview(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Who reads with it; then what it may open."""
    name = " ".join(clean(inbound.text).split())
    if known.leaves(inbound.text, named=True):
        return overview(state, known)
    card, *rest = (state.about or "").split(_PART)
    if rest and known.agrees(inbound.text):
        return press(state, known, "at", ("sure", card))
    if not name or len(name) > _LONGEST:
        return Turn(state, (_name_asked(say("token-name-again", most=_LONGEST)),))
    options = [(Option(say("token-opens", what=code), token("at", "make", code)),) for code in OPENS]
    asked = Message(
        lines(say("token-opens-ask", name=name), say("token-opens-note")), (*options, (_BACK, _MENU))
    )
    return Turn(state.model_copy(update={"asking": "token", "about": name}), (asked,))


def _asked_back(state: State, known: Known, person: PersonKnown, opens: str) -> Turn:
    """Who will read what, and for how long. The button makes what stands on this card, and no other one."""
    name = (state.about or "").split(_PART, 2)[-1]
    below = len(known.catalogue.below(person.tenant))
    told = lines(
        say("token-sure-ask", name=name, tenant=person.tenant_name),
        say("token-allows", what=opens),
        say("token-allows-below", count=below) if below else None,
        say("token-until", until=known.today + USUALLY),
    )
    sure = Option(say("token-sure"), token("at", "sure", known.turn_id), main=True)
    waits = state.model_copy(update={"about": _PART.join((known.turn_id, opens, name))})
    return Turn(waits, (Message(told, ((sure,), (_BACK, _MENU)), yes=sure.token, in_place=True),))


def _idle(state: State) -> State:
    return state.model_copy(update={"asking": None, "about": None})


def _name_asked(first: Speech | None) -> Message:
    return Message(lines(first, say("token-name-ask")), ((_BACK, _MENU),), numbered=False)
