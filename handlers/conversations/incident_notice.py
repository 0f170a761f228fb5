"""Anybody tells those in charge that personal data got out or got lost. Nothing is opened by it.

Verb: st (ask: write it down, send: the words that were said).
"""

from core.dialogue.incident_effects import TellIncident
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean
from core.messages import Inbound
from core.texts import say
from core.understanding.situation import Reading
from handlers.conversations.refusing import put_down

VERBS = frozenset({"st"})

#: characters of what somebody tells
LONGEST = 1000
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, key = (*args, "", "")[:2]
    asked, text = state.told or ("", "")
    if what == "send" and key and asked == key:
        return Turn(state.model_copy(update={"told": None}), (TellIncident(f"st-{key}", text),))
    if what == "send" and key:  # pressed before: its number is shown once more
        return Turn(state, (TellIncident(f"st-{key}", ""),))
    waits = state.model_copy(update={"asking": "incident", "about": "tell"})
    return Turn(waits, (Message(say("incident-tell-ask"), ((_MENU,),), numbered=False),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """What happened, in their own words."""
    text = clean(inbound.text).strip()
    if known.leaves(text):
        return put_down(state)
    if not 5 <= len(text) <= LONGEST:
        return Turn(state, (Message(say("incident-again-text", most=LONGEST), ((_MENU,),), numbered=False),))
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (TellIncident(f"st-{known.turn_id}", text),))


def heard(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """A message that sounds like it: what was said may be sent, once that was agreed to."""
    kept = state.model_copy(update={"told": (known.turn_id, clean(text)[:LONGEST])})
    send = Option(say("incident-tell-send"), token("st", "send", known.turn_id), main=True)
    return Turn(kept, (Message(say("incident-tell-offer"), ((send,), (_MENU,)), yes=send.token),))
