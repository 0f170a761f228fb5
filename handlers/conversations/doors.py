"""Places of the menu that are one sentence, one effect, or one of some pages."""

from core.dialogue.effects import RemindLater, ShowSummary
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.permissions import Action
from core.requests.states import RequestState
from core.texts import say
from handlers.conversations import own_data, rights, waiting
from handlers.conversations.parking import draft_rows
from handlers.conversations.refusing import not_allowed

#: drafts offered, and own requests looked at, where somebody confirms what was not asked
DRAFTS, ANSWERS = 3, 20


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


def confirm(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """To who says that they confirm, where nothing was asked: what waits for that, or that nothing does."""
    if known.may(Action.DECIDE_REPORTS) and known.look.waiting_reports(1):
        return waiting.overview(state, known)
    answered = any(each.state == RequestState.ANSWERED for each in known.look.requests.asked(ANSWERS))
    asked = ((Option(say("confirm-answers"), "go:asked"),),) if answered else ()
    rows = (*draft_rows(state, known)[:DRAFTS], *asked)
    text = say("confirm-which" if rows else "confirm-nothing")
    return Turn(state, (Message(text, (*rows, (Option(say("menu-button"), "go:menu"),))),))


def assign(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """To who hands out work: nobody has been told, and what comes nearest."""
    ways = (
        (Option(say("menu-broadcasts"), "go:broadcasts"), Action.PROPOSE_BROADCASTS),
        (Option(say("menu-papers"), "go:papers"), Action.MAKE_REPORTS),
        (Option(say("menu-dues"), "go:dues"), Action.READ_PROGRESS),
        (Option(say("menu-settle"), "go:settle"), Action.SETTLE_PLANS),
    )
    open_to = [option for option, needed in ways if known.may(needed)]
    rows = rows_of((*open_to, Option(say("menu-button"), "go:menu")))
    return Turn(state, (Message(say("said-assign"), rows),))


def who(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """Who the bot is, in a sentence; an open form goes on below it."""
    ways = (Option(say("known-people"), "go:officer"), Option(say("menu-help"), "go:help"))
    rows = () if state.form is not None else (ways, (Option(say("menu-button"), "go:menu"),))
    return Turn(state, (Message(say("said-who"), rows),))
