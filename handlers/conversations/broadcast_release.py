"""The last look before a message goes to many: as its receivers see it, to whom, and how many they are."""

from core.broadcasts.known import EXAMPLES, TYPED_ABOVE, BroadcastKnown, ReachKnown
from core.broadcasts.message import Sent, as_sent
from core.broadcasts.states import RELEASABLE, BroadcastState
from core.dialogue.broadcast_effects import ReleaseBroadcast
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.texts import Speech, lines, say
from handlers.conversations.broadcast_card import card, releases
from handlers.conversations.broadcast_words import described, reached, when
from handlers.conversations.refusing import not_allowed

#: behind what was looked at: at once, though they are left alone at this hour
_AT_NIGHT = "n"


def look(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    """The message as it will be, then to whom it goes: some of them by name, and exactly how many."""
    if one.state not in RELEASABLE or not one.audience.chosen:
        return Turn(state, (card(one, known),))
    if not one.text and one.file is None:
        return Turn(state, (card(one, known),))
    return _looked(state, known, one, None)


def _looked(state: State, known: Known, one: BroadcastKnown, first: Speech | None) -> Turn:
    of = known.look.broadcasts.one(one.of_id) if one.of_id else None
    day = of.began_at.date() if of and of.began_at else None
    sender = known.person.tenant_name if known.person else ""
    shown = as_sent(Sent(one.id, one.kind, sender, one.text, one.file, one.ask, one.options, day))
    state, last = _last(state, known, one, first)
    return Turn(state, (shown, last))


def go(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    """An admin presses to send it to a few; more are typed."""
    if not releases(known):
        return not_allowed(state)
    if one.state not in RELEASABLE or not one.audience.chosen:
        return Turn(state, (card(one, known),))
    count, mark, night = (*more.split(":"), "", "")[:3]
    if mark != one.mark:
        return _looked(state, known, one, _changed(one) if mark else None)
    reach = known.look.broadcasts.reach(one.audience)
    if reach.reached > TYPED_ABOVE or str(reach.reached) != count:
        state, last = _last(state, known, one, None)
        return Turn(state, (last,))
    return Turn(state, (ReleaseBroadcast(one.id, reach.reached, mark, at_night=night == _AT_NIGHT),))


def counted(state: State, known: Known, one: BroadcastKnown, text: str, looked_at: str) -> Turn:
    """How many people it goes to was typed: exactly as shown, or nothing goes out."""
    shown, mark = (*looked_at.split(":"), "")[:2]
    idle = state.model_copy(update={"asking": None, "about": None})
    if not releases(known) or one.state not in RELEASABLE:
        return Turn(idle, (card(one, known),))
    typed = clean(text).replace(".", "").replace(" ", "")
    if mark != one.mark:
        return _looked(idle, known, one, _changed(one) if mark else None)
    if typed != shown:
        again, last = _last(idle, known, one, say("broadcast-count-wrong", count=whole_number(shown) or 0))
        return Turn(again, (last,))
    return Turn(idle, (ReleaseBroadcast(one.id, whole_number(shown) or 0, mark),))


def _changed(one: BroadcastKnown) -> Speech:
    """It is not what was looked at; its author may be at it still."""
    again = one.state is BroadcastState.DRAFT and not one.own
    return say("broadcast-changed-still" if again else "broadcast-changed-since", name=one.author)


def _last(state: State, known: Known, one: BroadcastKnown, first: Speech | None) -> tuple[State, Message]:
    reach = known.look.broadcasts.reach(one.audience)
    named = [
        say("broadcast-example", name=name, where=where) if where else name
        for name, where in reach.examples[:EXAMPLES]
    ]
    examples = say("broadcast-examples", names=lines(*named, separator="; ")) if named else None
    to = say("broadcast-to", audience=described(one.audience, known))
    types = releases(known) and reach.reached > TYPED_ABOVE
    ask = say("broadcast-type-count", count=reach.reached) if types else None
    text = lines(first, say("broadcast-last-look"), to, reached(reach), examples, when(one), ask)
    if types:
        state = state.model_copy(
            update={"asking": "broadcast", "about": f"count:{one.id}:{reach.reached}:{one.mark}"}
        )
    return state, Message(text, _rows(one, known, reach), numbered=not types)


def _rows(one: BroadcastKnown, known: Known, reach: ReachKnown) -> Rows:
    change = Option(say("broadcast-change"), token("tb", "card", one.id))
    later = Option(say("broadcast-when"), token("tb", "when", one.id))
    drop = Option(say("broadcast-drop"), token("tb", "cancel", one.id))
    if not reach.reached:
        return ((change, drop),)
    if not releases(known):
        if one.state is BroadcastState.PROPOSED:
            return ((change, later), (drop,))
        propose = Option(say("broadcast-propose"), token("tb", "propose", one.id), main=True)
        return ((propose,), (change, later), (drop,))
    waits = one.opens_at if one.start_at is None and not one.any_hour else None
    if reach.reached > TYPED_ABOVE:
        any_hour = ((Option(say("broadcast-when-any"), token("tb", "when", one.id, "any")),),)
        return (*(any_hour if waits else ()), (later, change), (drop,))
    go, count = token("tb", "go", one.id, reach.reached, one.mark), reach.reached
    if waits is None:
        return ((Option(say("broadcast-send", count=count), go, main=True),), (later, change), (drop,))
    morning = Option(say("broadcast-send-then", at=waits, count=count), go, main=True)
    anyway = Option(say("broadcast-send-anyway", count=count), f"{go}:{_AT_NIGHT}")
    return ((morning,), (anyway,), (later, change), (drop,))
