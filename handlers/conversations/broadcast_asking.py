"""What a message asks of who gets it: nothing, to say that they have read it, an answer, a choice."""

import re

from core.broadcasts.known import LONGEST_OPTION, MOST_OPTIONS, BroadcastKnown
from core.broadcasts.states import OPEN, Ask
from core.dialogue.broadcast_effects import ChangeBroadcast
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.texts import say
from handlers.conversations.broadcast_card import card

_APART = re.compile(r"[\n;/]+")


def choose(state: State, known: Known, one: BroadcastKnown, asked: str) -> Turn:
    """Which of the four? A poll needs its choices typed."""
    if one.state not in OPEN:
        return Turn(state, (card(one, known),))
    if asked == Ask.POLL:
        waits = state.model_copy(update={"asking": "broadcast", "about": f"options:{one.id}"})
        return Turn(waits, (_options(one),))
    if asked in tuple(Ask):
        return Turn(state, (ChangeBroadcast(one.id, ask=Ask(asked)),))
    options = [Option(say(f"broadcast-ask-{each}"), token("tb", "ask", one.id, each.value)) for each in Ask]
    back = Option(say("broadcast-back", number=one.id), token("tb", "card", one.id))
    return Turn(state, (Message(say("broadcast-asking"), (*rows_of(options, 1), (back,)), in_place=True),))


def options_typed(state: State, known: Known, one: BroadcastKnown, text: str) -> Turn:
    """The choices of a poll: one a line, or with strokes or semicolons between them."""
    pieces = [" ".join(piece.split()) for piece in _APART.split(text)]
    found = tuple(dict.fromkeys(piece for piece in pieces if piece))
    fit = 2 <= len(found) <= MOST_OPTIONS and all(len(each) <= LONGEST_OPTION for each in found)
    if not fit:
        return Turn(state, (_options(one),))
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (ChangeBroadcast(one.id, ask=Ask.POLL, options=found),))


def _options(one: BroadcastKnown) -> Message:
    back = Option(say("broadcast-back", number=one.id), token("tb", "card", one.id))
    text = say("broadcast-options-question", most=MOST_OPTIONS, length=LONGEST_OPTION)
    return Message(text, ((back,),), numbered=False)
