"""An admin fills in what plans leave open: owners, values, conditions, members of lists.

Verbs: fl (a list), fo (open a point), fa (an answer), fp (a page), fb (back), fx (leave). A button of a point
that is not open any more changes nothing and says so.
"""

from collections.abc import Mapping
from typing import Protocol

from core.dialogue.known import Known
from core.dialogue.state import Settling, State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import whole_number
from core.indicators.open_points import PointKind
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, say
from handlers.conversations import (
    plan_settings_condition,
    plan_settings_owner,
    plan_settings_parameter,
    plan_settings_roster,
)
from handlers.conversations.plan_settings_desk import Desk, Next
from handlers.conversations.plan_settings_list import filled, missing, of_kind
from handlers.conversations.questions import Row, in_row, out_of_row
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"fl", "fo", "fa", "fp", "fb", "fx"})


class _Questions(Protocol):
    """One kind of point: its questions, and what their answers lead to."""

    def ask(self, settling: Settling, desk: Desk, first: Speech | None) -> Message | None: ...
    def pressed(self, settling: Settling, value: str, desk: Desk) -> Next: ...
    def typed(self, settling: Settling, text: str, desk: Desk) -> Next: ...
    def back(self, settling: Settling) -> Settling: ...


_KINDS: Mapping[str, _Questions] = {
    PointKind.PARAMETER: plan_settings_parameter,
    PointKind.CONDITION: plan_settings_condition,
    PointKind.ROSTER: plan_settings_roster,
    PointKind.OWNER: plan_settings_owner,
}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    desk = _desk(known)
    if desk is None:
        return not_allowed(state)
    if verb == "fl":
        return _list(state, desk, args)
    if verb == "fo":
        return _open(state, desk, args)
    settling = state.settling
    if settling is None or args[:1] != (settling.id,):
        return Turn(state, (Message(say("settle-stale"), ((Option(say("menu-settle"), "fl"),),)),))
    answered = _row(settling, desk).after_button(verb[1], settling, args[1:])
    if answered is None:
        return Turn(_left(state), (missing(desk, 0, say("settle-left")),))
    return _after(state, desk, answered)


def _row(settling: Settling, desk: Desk) -> Row[Settling, Next]:
    kind = _KINDS[settling.kind]
    return Row(
        lambda place, value: kind.pressed(place, value, desk),
        lambda place, text: kind.typed(place, text, desk),
        kind.back,
        Next,
    )


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The answer to the question being asked, typed; on a card a yes confirms it."""
    desk, settling = _desk(known), state.settling
    if desk is None or settling is None:
        return overview(_left(state), known)
    return _after(state, desk, _row(settling, desk).after_words(settling, inbound.text, known))


def overview(state: State, known: Known) -> Turn:
    """What is missing."""
    return press(state, known, "fl", ())


def parameters(state: State, known: Known) -> Turn:
    """The values that plans leave to the tenant, set or not."""
    return press(state, known, "fl", (PointKind.PARAMETER,))


def _desk(known: Known) -> Desk | None:
    """What the questions are asked with; None for whom they are not for."""
    person = known.person
    if person is None or not known.may(Action.SETTLE_PLANS):
        return None
    catalogue = known.look.settled()
    return Desk(known, catalogue, person.tenant) if person.tenant in catalogue.tenants else None


def _list(state: State, desk: Desk, args: tuple[str, ...]) -> Turn:
    where, page = args[0] if args else "open", (whole_number(args[1]) or 0) if len(args) > 1 else 0
    if where == "filled":
        message = filled(desk)
    elif where in _KINDS:
        message = of_kind(desk, PointKind(where), page)
    else:
        message = missing(desk, page)
    return Turn(_left(state), (message,))


def _open(state: State, desk: Desk, args: tuple[str, ...]) -> Turn:
    if len(args) != 2 or args[0] not in _KINDS:
        return _list(state, desk, ())
    settling = Settling(id=desk.known.turn_id, kind=PointKind(args[0]), key=args[1])
    return _after(state, desk, Next(settling))


def _after(state: State, desk: Desk, answered: Next) -> Turn:
    """Keep where the dialogue is and ask what is next; or be done with it."""
    if answered.effect is not None:
        return Turn(_left(state), (answered.effect,))
    settling = answered.settling
    message = _KINDS[settling.kind].ask(settling, desk, answered.first)
    if message is None:
        return Turn(_left(state), (missing(desk, 0, say("settle-gone")),))
    return Turn(in_row(state, "settling", settling), (message,))


def _left(state: State) -> State:
    return out_of_row(state, "settling")
