"""Figures of the plans: all targets, one target. Verbs: pg (a page of the list), tg (one target)."""

from core.dialogue.effects import ShowProgress, ShowTarget
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Turn
from core.dialogue.tokens import whole_number
from core.messages import Inbound
from core.permissions import Action, may
from core.texts import say

VERBS = frozenset({"pg", "tg"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if known.person is None or not may(known.person.role, Action.READ_PROGRESS):
        return Turn(state, (Message(say("not-allowed")),))
    if verb == "tg" and args:
        return Turn(state, (ShowTarget(args[0]),))
    return Turn(state, (ShowProgress((whole_number(args[0]) or 0) if args else 0),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """The first page."""
    return press(state, known, "pg", ())
