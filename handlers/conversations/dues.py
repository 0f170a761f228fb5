"""What is due: the list, one thing of it, what may be answered; of the level below what is late there.

Verbs: dv (which; and later, not-mine ...), du (all, page; at, tenant, page).
"""

from core.dialogue.due_effects import AnswerDue, ShowDue, ShowDueBelow, ShowDues, ShowPlacesBelow
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.due.answers import Reply
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"dv", "du"})

MAX_REASON = 300


def overview(state: State, known: Known, page: str = "") -> Turn:
    if not known.may(Action.READ_PROGRESS):
        return not_allowed(state)
    return Turn(state, (ShowDues(whole_number(page) or 0),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if verb == "du":
        return _below(state, known, args)
    key, what = (*args, "", "")[:2]
    if not known.may(Action.READ_PROGRESS):
        return not_allowed(state)
    if what == Reply.DOING:
        asks = state.model_copy(update={"asking": "due", "about": key})
        back = (Option(say("due-back"), token("dv", key)),)
        return Turn(asks, (Message(say("due-why"), (back,), numbered=False),))
    if what in tuple(Reply):
        return Turn(state, (AnswerDue(key, Reply(what)),))
    return Turn(state, (ShowDue(key),))


def _below(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    what, *numbers = (*args, "", "", "")[:3]
    first, second = (whole_number(each) or 0 for each in numbers)
    if not known.may(Action.REVIEW_BELOW):
        return not_allowed(state)
    return Turn(state, (ShowDueBelow(first, second) if what == "at" else ShowPlacesBelow(first),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Why it takes time: the manager reads it."""
    reason = clean(inbound.text)
    if not 2 <= len(reason) <= MAX_REASON:
        return Turn(state, (Message(say("due-why-length", most=MAX_REASON)),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (AnswerDue(state.about or "", Reply.DOING, reason),))
