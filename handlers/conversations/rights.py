"""What everybody may ask of their own data: to see and to have them, and to have something done about them.

Verb: dt (file: a copy; ask: what a right means; yes: claim it; for, forget: delete for who asked for it).
"""

from core.catalogue.fact_types import Role
from core.dialogue.known import Known
from core.dialogue.rights_effects import RIGHTS, ClaimRight, CopyMyData, EraseFor, Right, ShowMyData
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"dt"})
_BACK = Option(say("form-back"), "go:data")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value = (*args, "", "")[:2]
    right: Right | None = next((each for each in RIGHTS if each == value), None)
    if what == "file":
        return Turn(state, (CopyMyData(),))
    number = whole_number(value)
    if what in ("for", "forget") and number is not None:
        return _for_another(state, known, what, number)
    if right is None or what not in ("ask", "yes"):
        return overview(state, known)
    if right == "delete" and known.may(Action.OWN_BUSINESS):
        return Turn(state, (Message(say("rights-delete-own"), ((_delete_now(), _BACK),)),))
    if what == "yes":
        return Turn(state, (ClaimRight(right, known.turn_id),))
    claim = Option(say("rights-claim"), token("dt", "yes", right), main=True)
    text = say(f"rights-about-{right}", days=RIGHTS[right])
    return Turn(state, (Message(text, ((claim, _BACK),), in_place=True),))


def _for_another(state: State, known: Known, what: str, request_id: int) -> Turn:
    """Somebody in charge does what was asked of them, after they were asked back."""
    if not known.may(Action.DECIDE_MEMBERS):
        return not_allowed(state)
    if what == "forget":
        return Turn(state, (EraseFor(request_id),))
    yes = Option(say("rights-erase-yes"), token("dt", "forget", request_id), main=True)
    back = Option(say("form-back"), token("rq", "card", request_id))
    return Turn(state, (Message(say("rights-erase-really"), ((yes, back),)),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """What is kept of who speaks."""
    if known.person is None or known.person.role not in set(Role):
        return not_allowed(state)
    return Turn(state, (ShowMyData(),))


def _delete_now() -> Option:
    return Option(say("own-delete"), token("me", "del"))
