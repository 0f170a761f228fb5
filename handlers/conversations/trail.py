"""Who changed what: of one record, and of the whole tenant lately. Verbs: hs (of a record), tr (lately)."""

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.dialogue.trail_effects import GROUPS, RECORDS, Record, ShowChanges, ShowHistory
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"hs", "tr"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    first, second, third = (*args, "", "", "")[:3]
    if verb == "tr":
        group = first if first in GROUPS else ""
        return Turn(state, (ShowChanges(group, whole_number(second) or 0),))
    record = next((each for each in RECORDS if each == first), None)
    if record is None or not second:
        return Turn(state, (Message(say("stale-button"), ((Option(say("menu-button"), "go:menu"),),)),))
    return Turn(state, (ShowHistory(record, second, whole_number(third) or 0),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """The latest changes of all kinds."""
    return Turn(state, (ShowChanges(),)) if known.may(Action.READ_TRAIL) else not_allowed(state)


def history_option(record: Record, key: str | int) -> Option:
    """Opens the history of a record from its card."""
    return Option(say("trail-button"), token("hs", record, key))
