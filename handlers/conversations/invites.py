"""Invites: made for one person or for many, listed as long as they live, taken back.

Verb: inv (a role, then a unit, for how many, for how many days; "!" in front: list, drop, print).
"""

from core.catalogue.fact_types import Role
from core.dialogue.known import Known
from core.dialogue.people_effects import MAX_USES, MakeInvite, PrintInvite, RevokeInvite
from core.dialogue.people_known import InviteListed
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import KEEP, token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"inv"})

#: one code for so many people, and for so many days
USES = (5, 20, 50, 200)
DAYS = (1, 7, 30)
#: who comes in large numbers; nobody else is invited by a code that goes from hand to hand
MANY = (Role.OFFICER, Role.HOUSEHOLD)
#: listed at once
LISTED = 8
_NO_UNIT = "-"
_MEMBERS = Option(say("menu-members"), "go:members")
_MENU = Option(say("menu-button"), "go:menu")
#: out of the questions, back to where they began or to the menu
_WAYS = (_MEMBERS, _MENU)


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.INVITE):
        return not_allowed(state)
    what, value = (*args, "", "")[:2]
    match what:
        case "!list":
            return Turn(state, (_living(known, whole_number(value) or 0),))
        case "!ask":
            return Turn(state, (_really(known, whole_number(value) or 0),))
        case "!drop":
            return Turn(state, (RevokeInvite(whole_number(value) or 0),))
        case "!print":
            return Turn(state, (PrintInvite(value),))
        case _:
            return _invite(state, known, args)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return press(state, known, "inv", ())


def _invite(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """First for which role, then for which unit, then for how many, and for how long."""
    roles = [role for role in Role if known.may(Action.INVITE, role)]
    if not args:
        options = [Option(say(f"role-{role}"), token("inv", role)) for role in roles]
        return Turn(state, (Message(say("invite-which-role"), (*rows_of(options), _WAYS), in_place=True),))
    role = next((one for one in roles if one == args[0]), None)
    if role is None:
        return not_allowed(state)
    if role is Role.OFFICER and len(args) < 2:
        options = [Option(name, token("inv", role, code)) for code, name in known.look.units()]
        return Turn(state, (Message(say("invite-which-unit"), (*rows_of(options, 1), _WAYS), in_place=True),))
    unit, uses, days = (*args[1:], "", "", "")[:3]
    unit = unit or _NO_UNIT
    if role not in MANY:
        return Turn(state, (MakeInvite(role, None if unit == _NO_UNIT else unit),))
    many = whole_number(uses)
    if many is None or not 1 <= many <= MAX_USES:
        one = Option(say("invite-for-one"), token("inv", role, unit, 1, 7), main=True)
        more = [Option(say("invite-for-many", count=n), token("inv", role, unit, n)) for n in USES]
        return Turn(state, (Message(say("invite-how-many"), ((one,), *rows_of(more), _WAYS), in_place=True),))
    lasting = whole_number(days)
    if lasting not in DAYS:
        options = [Option(say("invite-days", count=n), token("inv", role, unit, many, n)) for n in DAYS]
        return Turn(state, (Message(say("invite-how-long"), (*rows_of(options, 3), _WAYS), in_place=True),))
    return Turn(state, (MakeInvite(role, None if unit == _NO_UNIT else unit, many, lasting),))


def _living(known: Known, page: int, first: Speech | None = None) -> Message:
    """The invites that can still be used, who came by each, and the way to take it back."""
    found = known.look.people.invites()
    shown = found[page * LISTED : (page + 1) * LISTED]
    text = lines(
        first,
        say("invites-title", count=len(found)) if found else say("invites-none"),
        *(_line(each) for each in shown),
    )
    drops = [Option(say("invite-drop", nth=each.nth), token("inv", "!ask", each.id)) for each in shown]
    more = len(found) > (page + 1) * LISTED
    turn = (Option(say("people-next"), token("inv", "!list", page + 1)),) if more else ()
    return Message(text, (*rows_of(drops, 3), (*turn, _MEMBERS, _MENU)), in_place=True, numbered=False)


def _line(each: InviteListed) -> Speech:
    unit = each.unit or "–"
    key = "invite-line-came" if each.came else "invite-line"
    return say(
        key,
        nth=each.nth,
        role=say(f"role-{each.role}"),
        unit=unit,
        left=each.left,
        until=each.until,
        by=each.by or say("invite-by-operator"),
        came=", ".join(each.came),
    )


def _really(known: Known, number: int) -> Message:
    found = next((each for each in known.look.people.invites() if each.id == number), None)
    if found is None:
        return _living(known, 0, say("invite-gone"))
    yes = token("inv", "!drop", found.id)
    options = (
        Option(say("invite-drop-yes"), yes, main=True),
        Option(say("request-back"), token("inv", "!list", 0)),
    )
    return Message(lines(say("invite-drop-really"), _line(found)), (options,), yes=yes, in_place=True)


def print_option(code: str) -> Option:
    """The way to a sheet with this code, while it is known: only its hash is kept."""
    return Option(say("invite-print"), KEEP + token("inv", "!print", code))
