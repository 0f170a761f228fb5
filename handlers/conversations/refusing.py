"""What is said to who may not do what they asked for, or leaves a question: never without a way on."""

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.messages import Inbound
from core.texts import say


def not_allowed(state: State) -> Turn:
    """It is not theirs to do; who can give it to them, and the menu."""
    return Turn(state, (Message(say("not-allowed"), ((Option(say("menu-button"), "go:menu"),),)),))


def left(state: State, known: Known, inbound: Inbound) -> Turn | None:
    """Words of leaving where a reason or a day was asked for: nothing is sent. None for any other words."""
    if not known.leaves(inbound.text):
        return None
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (Message(say("said-no"), ((Option(say("menu-button"), "go:menu"),),)),))
