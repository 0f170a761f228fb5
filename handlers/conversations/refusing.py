"""What is said to somebody who may not do what they asked for: never without a way on."""

from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.texts import say


def not_allowed(state: State) -> Turn:
    """It is not theirs to do; who can give it to them, and the menu."""
    return Turn(state, (Message(say("not-allowed"), ((Option(say("menu-button"), "go:menu"),),)),))
