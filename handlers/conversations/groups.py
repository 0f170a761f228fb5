"""Group chats that get summaries. Everything is asked and said in a person's own chat, never in the group.

Verbs: gr (here: the group somebody asks in, ok and no: the answers to that, off and end: no more), gs (the
button below a summary in a group, with the tenant it is of).
"""

from core.dialogue.effects import ShowSummary
from core.dialogue.group_effects import DeclineGroup, LinkGroup, OfferGroup, ShowGroups, UnlinkGroup
from core.dialogue.known import Known
from core.dialogue.plan_effects import ShowProgress
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import say

VERBS = frozenset({"gr", "gs"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, about, *_ = (*args, "", "")
    if verb == "gs":
        return _details(state, known, what, about)
    if what == "here" and about:
        return Turn(state, (OfferGroup(about),))
    number = whole_number(about)
    if number is None:
        return overview(state, known)
    match what:
        case "ok":
            return Turn(state, (LinkGroup(number),))
        case "no":
            return Turn(state, (DeclineGroup(number),))
        case "off" | "end":
            return Turn(state, (UnlinkGroup(number, sure=what == "end"),))
    return overview(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """The groups there are."""
    return Turn(state, (ShowGroups(),))


def _details(state: State, known: Known, tenant: str, when: str) -> Turn:
    """What the summary in the group was about, for who may see it and only of their own tenant."""
    if known.person is None or known.person.tenant != tenant:
        menu = ((Option(say("menu-button"), "go:menu"),),)
        return Turn(state, (Message(say("group-of-others"), menu),))
    return Turn(state, (ShowSummary(when) if known.may(Action.READ_SUMMARY) else ShowProgress(),))
