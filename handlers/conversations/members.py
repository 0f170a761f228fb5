"""Letting people in: newcomers to approve, one by one or those listed together.

Verbs: m+ (let in, several too), m- (turn down), mw (who waits, by page).
"""

from core.dialogue.effects import DecideMember
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"m+", "m-", "mw"})

#: newcomers shown at once
LISTED = 5


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.DECIDE_MEMBERS):
        return not_allowed(state)
    numbers = [number for arg in args[:LISTED] if (number := whole_number(arg)) is not None]
    if verb == "mw" or not numbers:
        return overview(state, known, numbers[0] if numbers else 0)
    decided = numbers if verb == "m+" else numbers[:1]
    return Turn(state, tuple(DecideMember(number, approve=verb == "m+") for number in decided))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known, page: int = 0) -> Turn:
    """Who waits, with role and unit, each with yes and no; and, for who may, making an invite."""
    if not known.may(Action.DECIDE_MEMBERS):
        return not_allowed(state)
    every = known.look.waiting_members()
    waiting = every[page * LISTED : (page + 1) * LISTED]
    rows: list[tuple[Option, ...]] = []
    for member in waiting:
        approve = Option(say("member-approve", name=member.name), token("m+", member.id))
        rows.append((approve, Option(say("member-refuse", name=member.name), token("m-", member.id))))
    if len(waiting) > 1:
        all_shown = token("m+", *(member.id for member in waiting))
        rows.append((Option(say("member-approve-all", count=len(waiting)), all_shown),))
    if len(every) > (page + 1) * LISTED:
        rows.append((Option(say("people-next"), token("mw", page + 1)),))
    if known.may(Action.INVITE):
        rows.append((Option(say("member-invite"), token("inv")), Option(say("invites-list"), "inv:!list")))
    rows.append((Option(say("people-list"), "pe:list"), Option(say("menu-button"), "go:menu")))
    listed: list[Speech] = [
        say("member-line", name=m.name, role=say(f"role-{m.role}"), unit=m.unit_name or "–") for m in waiting
    ]
    title = say("members-title", count=len(every)) if waiting else say("members-none")
    return Turn(state, (Message(lines(title, *listed), tuple(rows), in_place=True),))
