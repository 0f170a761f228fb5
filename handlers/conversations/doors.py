"""Places of the menu that are one sentence, one effect, or one of two pages."""

from core.dialogue.effects import RemindLater, ShowSummary
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.permissions import Action
from core.texts import say
from handlers.conversations import own_data, rights
from handlers.conversations.refusing import not_allowed


def summary(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.READ_SUMMARY):
        return not_allowed(state)
    return Turn(state, (ShowSummary(),))


def own(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """What is stored of a business, or of any other person."""
    business = known.may(Action.OWN_BUSINESS)
    return own_data.overview(state, known) if business else rights.overview(state, known)


def later(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    return Turn(state, (RemindLater(),))


def no(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    return Turn(state, (Message(say("said-no"), ((Option(say("menu-button"), "go:menu"),),)),))


def sorry(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """To who is cross, or gets nowhere: what helps now, and a person."""
    ways = (Option(say("known-people"), "go:officer"), Option(say("menu-help"), "go:help"))
    return Turn(state, (Message(say("said-sorry"), (ways, (Option(say("menu-button"), "go:menu"),))),))
