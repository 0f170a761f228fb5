"""What who gets a message to many does with it: acknowledges it, answers in words, chooses.

Verb: bn (ok, say, pick).
"""

from core.broadcasts.states import Ask
from core.dialogue.broadcast_effects import AnswerBroadcast
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import whole_number
from core.folding import clean
from core.messages import Inbound
from core.texts import say

VERBS = frozenset({"bn"})

#: letters of an answer
LONGEST = 500
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, number, choice = (*args, "", "", "")[:3]
    asked = known.look.broadcasts.asked(whole_number(number) or 0)
    if asked is None:
        return Turn(state, (Message(say("broadcast-not-yours"), ((_MENU,),)),))
    match what:
        case "ok" if asked.ask is Ask.RECEIVED:
            return Turn(state, (AnswerBroadcast(asked.id),))
        case "say" if asked.ask is Ask.QUESTION:
            waits = state.model_copy(update={"asking": "answer", "about": str(asked.id)})
            return Turn(waits, (Message(say("broadcast-say-question"), ((_MENU,),), numbered=False),))
        case "pick" if asked.ask is Ask.POLL:
            at = whole_number(choice)
            if at is not None and at < len(asked.options):
                return Turn(state, (AnswerBroadcast(asked.id, asked.options[at]),))
    return Turn(state, (Message(say("broadcast-not-yours"), ((_MENU,),)),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The answer in words."""
    text = clean(inbound.text)
    asked = known.look.broadcasts.asked(whole_number(state.about or "") or 0)
    idle = state.model_copy(update={"asking": None, "about": None})
    if asked is None:
        return Turn(idle, (Message(say("broadcast-not-yours"), ((_MENU,),)),))
    if not text or len(text) > LONGEST:
        return Turn(state, (Message(say("broadcast-say-again", most=LONGEST), ((_MENU,),), numbered=False),))
    return Turn(idle, (AnswerBroadcast(asked.id, text),))
