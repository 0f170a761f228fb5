"""An admin lets a message go out, stops it, lets it go on, ends it, throws it away, takes it back.

Nothing is sent here: scheduler.broadcasts writes what goes out, a slice at a time.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.orm import Session

from core.broadcasts.audience import Audience, Group
from core.broadcasts.states import OPEN, RELEASABLE, WENT_OUT, Ask, BroadcastKind, BroadcastState
from core.dialogue.broadcast_effects import Move, MoveBroadcast, ReleaseBroadcast
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from handlers.conversations.broadcast_card import LIST, MENU
from handlers.effects.write_broadcast import gone, propose, shown
from handlers.known_broadcasts import DbBroadcasts
from storage.models import Broadcast
from storage.queries.audience import holding, reach
from storage.repositories import broadcasts


def release(session: Session, effect: ReleaseBroadcast, context: Context) -> Sequence[Message]:
    """Exactly as many people as were shown get it, or nobody does. A second tap finds it released."""
    one = _theirs(session, effect.number, context)
    if one is None:
        return [gone()]
    if not context.may(Action.RELEASE_BROADCASTS):
        return [Message(say("not-allowed"))]
    audience = Audience.from_json(one.audience)
    if BroadcastState(one.state) not in RELEASABLE or not audience.chosen:
        return [shown(session, one, context)]
    look = DbBroadcasts(session, context.speaker, context.catalogue, context.now)
    if look.known(one).mark != effect.mark:
        return [shown(session, one, context, say("broadcast-changed-since"))]
    here = look.here
    found = reach(session, audience, here)
    if found.below and not context.may(Action.BROADCAST_BELOW):
        return [Message(say("not-allowed"))]
    count = found.reached
    if count != effect.count or not count:
        return [shown(session, one, context, say("broadcast-count-changed", shown=effect.count, count=count))]
    if one.start_at is not None and one.start_at <= context.now:
        one.start_at = None
    one.any_hour = one.any_hour or effect.at_night
    one.state, one.size = BroadcastState.SCHEDULED.value, count
    one.released_by, one.released_at = context.person_id, context.now
    session.flush()
    context.note(session, "broadcast-released", one)
    opens = DbBroadcasts(session, context.speaker, context.catalogue, context.now).known(one).opens_at
    told = say("broadcast-released-later" if one.start_at else "broadcast-released", count=count)
    if opens is not None and not one.any_hour:
        told = say("broadcast-released-quiet", count=count, at=opens)
    back = Option(say("broadcast-back", number=one.id), token("tb", "card", one.id))
    return [Message(told, ((back, MENU),), in_place=True)]


def move(session: Session, effect: MoveBroadcast, context: Context) -> Sequence[Message]:
    """See core.dialogue.broadcast_effects.Move; what cannot be done any more shows how it stands."""
    one = _theirs(session, effect.number, context)
    if one is None:
        return [gone()]
    return _MOVES[effect.move](session, one, context)


def _stop(session: Session, one: Broadcast, context: Context) -> Sequence[Message]:
    if not _steers(one, context, BroadcastState.SENDING):
        return [shown(session, one, context)]
    one.state = BroadcastState.STOPPED.value
    session.flush()
    broadcasts.put_off(session, one.id, context.now + broadcasts.LONG)
    context.note(session, "broadcast-stopped", one)
    return [shown(session, one, context, say("broadcast-stopped"))]


def _go_on(session: Session, one: Broadcast, context: Context) -> Sequence[Message]:
    if not _steers(one, context, BroadcastState.STOPPED):
        return [shown(session, one, context)]
    one.state = BroadcastState.SENDING.value
    session.flush()
    broadcasts.let_go(session, one.id, context.now, context.now + broadcasts.USEFUL)
    context.note(session, "broadcast-went-on", one)
    return [shown(session, one, context, say("broadcast-goes-on"))]


def _end(session: Session, one: Broadcast, context: Context) -> Sequence[Message]:
    if not _steers(one, context, BroadcastState.SENDING, BroadcastState.STOPPED):
        return [shown(session, one, context)]
    _ended(session, one, context)
    context.note(session, "broadcast-ended", one)
    return [shown(session, one, context)]


def _cancel(session: Session, one: Broadcast, context: Context) -> Sequence[Message]:
    """What has not gone out at all is thrown away: by its author until it is released, else by an admin."""
    releases = context.may(Action.RELEASE_BROADCASTS)
    waits = BroadcastState(one.state) is BroadcastState.SCHEDULED and releases
    own = one.written_by == context.person_id or releases
    if not (waits or (BroadcastState(one.state) in OPEN and own)):
        return [shown(session, one, context) if own else gone()]
    one.state = BroadcastState.CANCELLED.value
    session.flush()
    context.note(session, "broadcast-cancelled", one)
    return [Message(say("broadcast-cancelled", number=one.id), ((LIST, MENU),))]


def _recall(session: Session, one: Broadcast, context: Context) -> Sequence[Message]:
    """A message of its own changes what was sent, where the channel can; no more of this one goes out."""
    if not _steers(one, context, *WENT_OUT) or one.kind == BroadcastKind.RECALL:
        return [shown(session, one, context)]
    before = broadcasts.recall_of(session, one.id)
    if before is not None:
        return [shown(session, session.get_one(Broadcast, before), context)]
    if BroadcastState(one.state) is not BroadcastState.DONE:
        _ended(session, one, context)
    new = Broadcast(
        tenant_id=one.tenant_id,
        kind=BroadcastKind.RECALL.value,
        state=BroadcastState.SCHEDULED.value,
        of_id=one.id,
        ask=Ask.NOTHING.value,
        audience=Audience((Group(got=one.id),)).as_json(),
        size=holding(session, one.id),
        written_by=context.person_id,
        written_at=context.now,
        released_by=context.person_id,
        released_at=context.now,
        any_hour=True,
    )
    session.add(new)
    session.flush()
    context.note(session, "broadcast-recalled", one)
    return [shown(session, new, context, say("broadcast-recalling", number=one.id))]


def _ended(session: Session, one: Broadcast, context: Context) -> None:
    one.state, one.ended_at = BroadcastState.DONE.value, context.now
    one.fed_at = one.fed_at or context.now
    session.flush()
    broadcasts.call_off(session, one.id)


def _theirs(session: Session, number: int, context: Context) -> Broadcast | None:
    """A message of the speaker's tenant, for this turn alone."""
    one = session.get(Broadcast, number, with_for_update=True, populate_existing=True)
    allowed = context.may(Action.PROPOSE_BROADCASTS)
    return one if one is not None and allowed and one.tenant_id == context.speaker.tenant_id else None


def _steers(one: Broadcast, context: Context, *states: BroadcastState) -> bool:
    return context.may(Action.RELEASE_BROADCASTS) and BroadcastState(one.state) in states


_MOVES: Mapping[Move, Callable[[Session, Broadcast, Context], Sequence[Message]]] = {
    "propose": propose,
    "stop": _stop,
    "go-on": _go_on,
    "end": _end,
    "cancel": _cancel,
    "recall": _recall,
}
