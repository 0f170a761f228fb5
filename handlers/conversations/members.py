"""Letting people in: newcomers to approve, new invites. Verbs: m+ and m- (decide), inv (make an invite)."""

from core.catalogue.fact_types import Role
from core.dialogue.effects import DecideMember, MakeInvite
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"m+", "m-", "inv"})

#: newcomers shown at once
LISTED = 5


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    person = known.person
    action = Action.INVITE if verb == "inv" else Action.DECIDE_MEMBERS
    if person is None or not known.may(action):
        return not_allowed(state)
    if verb == "inv":
        return _invite(state, known, args)
    person_id = whole_number(args[0]) if args else None
    if person_id is None:
        return overview(state, known)
    return Turn(state, (DecideMember(person_id, approve=verb == "m+"),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """Who waits, each with yes and no; and, for who may, making an invite."""
    person = known.person
    if person is None or not known.may(Action.DECIDE_MEMBERS):
        return not_allowed(state)
    waiting = known.look.waiting_members()[:LISTED]
    rows: list[tuple[Option, ...]] = []
    for member in waiting:
        approve = Option(say("member-approve", name=member.name), token("m+", member.id))
        rows.append((approve, Option(say("member-refuse", name=member.name), token("m-", member.id))))
    if known.may(Action.INVITE):
        rows.append((Option(say("member-invite"), token("inv")), Option(say("people-list"), "pe:list")))
    rows.append((Option(say("menu-button"), "go:menu"),))
    listed: list[Speech] = [
        say("member-line", name=m.name, role=say(f"role-{m.role}"), unit=m.unit_name or "–") for m in waiting
    ]
    text = lines(say("members-title" if waiting else "members-none"), *listed)
    return Turn(state, (Message(text, tuple(rows), in_place=True),))


def _invite(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """First for which role, then for which unit, then the link."""
    person = known.person
    roles = [role for role in Role if person and known.may(Action.INVITE, role)]
    if not args:
        options = [Option(say(f"role-{role}"), token("inv", role)) for role in roles]
        return Turn(state, (Message(say("invite-which-role"), rows_of(options), in_place=True),))
    role = next((one for one in roles if one == args[0]), None)
    if role is None:
        return not_allowed(state)
    if role is Role.OFFICER and len(args) < 2:
        options = [Option(name, token("inv", role, code)) for code, name in known.look.units()]
        return Turn(state, (Message(say("invite-which-unit"), rows_of(options, 1), in_place=True),))
    return Turn(state, (MakeInvite(role, args[1] if len(args) > 1 else None),))
