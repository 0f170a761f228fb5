"""What is said to who may not do what they asked for, or leaves a question: never without a way on."""

from core.catalogue import Catalogue
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.messages import Inbound
from core.texts import Speech, say
from handlers.conversations.parking import park


def not_allowed(state: State) -> Turn:
    """It is not theirs to do; who can give it to them, and the menu."""
    return Turn(state, (Message(say("not-allowed"), ((Option(say("menu-button"), "go:menu"),),)),))


#: questions that say by themselves where one is after leaving them: a list, the card, or what comes of words
_BY_THEMSELVES = frozenset(
    {"evidence", "export", "incident", "instrument", "paper", "person", "product", "token", "unit"}
)
#: where "Huy" may be the name of somebody or something
_NAMED = frozenset({"answer", "org", "own", "teaching"})


def left(state: State, known: Known, inbound: Inbound) -> Turn | None:
    """Words of leaving typed where something was asked for: nothing is sent. None for any other words.

    A correction is given up with its reason.
    """
    if state.asking is None or state.asking in _BY_THEMSELVES:
        return None
    names = state.settling is not None and state.settling.step == "names"
    if not known.leaves(inbound.text, named=state.asking in _NAMED or names):
        return None
    if state.asking == "reason":
        return park(state, known)
    return put_down(state)


def turned_away(status: str, name: str, tenant: tuple[str, str], catalogue: Catalogue) -> Speech:
    """How somebody stands who may not use the bot, and whom they ask. `tenant`: its code and name."""
    code, called = tenant
    there = catalogue.tenants.get(code)
    contact = (there.contact if there else "") or "none"
    return say(f"person-{status}", name=name, tenant=called, contact=contact)


def put_down(state: State) -> Turn:
    """The question is asked no more, and the row it stood in is over."""
    idle = state.model_copy(update={"asking": None, "about": None, "settling": None, "teaching": None})
    return Turn(idle, (Message(say("said-no"), ((Option(say("menu-button"), "go:menu"),),)),))
