"""A message to many is written and changed, until it is released. An officer proposes, an admin releases."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from core.broadcasts.audience import Audience
from core.broadcasts.known import BroadcastKnown
from core.broadcasts.states import OPEN, Ask, BroadcastKind, BroadcastState
from core.broadcasts.timing import Repeat
from core.dialogue.broadcast_effects import (
    ChangeBroadcast,
    RefuseBroadcast,
    ScheduleBroadcast,
    WriteBroadcast,
)
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.permissions import Action, roles_that_may
from core.texts import Speech, say
from handlers.context import Context
from handlers.conversations import broadcast_audience
from handlers.conversations.broadcast_card import LIST, MENU, card
from handlers.known_broadcasts import DbBroadcasts
from storage.models import Broadcast, Person
from storage.queries.recipients import with_roles
from storage.repositories import incidents


def write(session: Session, effect: WriteBroadcast, context: Context) -> Sequence[Message]:
    """Keep a new message; the next question is to whom it goes, unless that is known."""
    if not context.may(Action.PROPOSE_BROADCASTS):
        return [Message(say("not-allowed"))]
    if not _may_pick(session, effect.audience, context):
        return [Message(say("not-allowed"))]
    of = session.get(Broadcast, effect.of) if effect.of is not None else None
    if effect.of is not None and (of is None or of.tenant_id != context.speaker.tenant_id):
        return [gone()]
    new = Broadcast(
        tenant_id=context.speaker.tenant_id,
        kind=effect.kind.value,
        of_id=effect.of,
        text=effect.text,
        file=effect.file.as_list() if effect.file else None,
        ask=of.ask if of is not None and effect.kind is BroadcastKind.REMINDER else Ask.RECEIVED.value,
        options=of.options if of is not None and effect.kind is BroadcastKind.REMINDER else [],
        audience=effect.audience.tidy().as_json(),
        written_by=context.person_id,
        written_at=context.now,
    )
    session.add(new)
    session.flush()
    context.note(session, "broadcast-written", new, new={"text": new.text})
    if effect.audience.chosen:
        return [shown(session, new, context)]
    one = known(session, new, context)
    return [broadcast_audience.overview(one, context.known)]


def change(session: Session, effect: ChangeBroadcast, context: Context) -> Sequence[Message]:
    """What was given is different now. A proposed one has to be proposed again, if its author changes it."""
    one = editable(session, effect.number, context)
    if one is None:
        return [gone()]
    if effect.audience is not None and not _may_pick(session, effect.audience, context):
        return [Message(say("not-allowed"))]
    if effect.text is not None and effect.text != one.text:
        context.note(session, "broadcast-changed", one, old={"text": one.text}, new={"text": effect.text})
        one.text = effect.text
    if effect.file is not None or effect.no_file:
        one.file = effect.file.as_list() if effect.file else None
    if effect.ask is not None:
        one.ask, one.options = effect.ask.value, list(effect.options)
    if effect.audience is not None:
        one.audience = effect.audience.as_json()
    _taken_back(one, context)
    session.flush()
    # an audience is put together in many taps, and its page is shown by who tapped
    return [] if effect.audience is not None else [shown(session, one, context)]


def schedule(session: Session, effect: ScheduleBroadcast, context: Context) -> Sequence[Message]:
    """When it is to go out."""
    one = editable(session, effect.number, context)
    if one is None:
        return [gone()]
    if effect.at is not None and effect.at <= context.now:
        return [shown(session, one, context, say("broadcast-when-again"))]
    one.start_at, one.any_hour = effect.at, effect.any_hour
    repeats = effect.at is not None and effect.until is not None
    one.repeat = effect.repeat.value if repeats else Repeat.ONCE.value
    one.repeat_until = effect.until if repeats else None
    _taken_back(one, context)
    session.flush()
    return [shown(session, one, context)]


def propose(session: Session, one: Broadcast, context: Context) -> Sequence[Message]:
    """All admins hear that somebody wants it released; a second tap tells nobody again."""
    if BroadcastState(one.state) is BroadcastState.PROPOSED:
        return [shown(session, one, context)]
    if one.written_by != context.person_id:
        return [gone()]
    one.state, one.proposed_at, one.refused_why = BroadcastState.PROPOSED.value, context.now, ""
    session.flush()
    context.note(session, "broadcast-proposed", one)
    look = Option(say("broadcast-look"), token("tb", "look", one.id), main=True)
    rows = ((look,), (Option(say("broadcast-refuse"), token("tb", "no", one.id)),))
    news = Message(
        say("broadcast-proposed-news", name=context.speaker.name, number=one.id, text=_brief(one)), rows
    )
    admins = with_roles(session, context.speaker.tenant_id, *_releasers(context))
    told = sum(context.tell(session, session.get_one(Person, each.person_id), news) for each in admins)
    return [shown(session, one, context, say("broadcast-proposed", count=told))]


def refuse(session: Session, effect: RefuseBroadcast, context: Context) -> Sequence[Message]:
    """Its author hears why, and may change it."""
    one = session.get(Broadcast, effect.number, with_for_update=True, populate_existing=True)
    if one is None or one.tenant_id != context.speaker.tenant_id:
        return [gone()]
    if not context.may(Action.RELEASE_BROADCASTS):
        return [Message(say("not-allowed"))]
    if BroadcastState(one.state) is not BroadcastState.PROPOSED:
        return [shown(session, one, context)]
    one.state, one.refused_why = BroadcastState.DRAFT.value, effect.why[:500]
    session.flush()
    context.note(session, "broadcast-refused", one)
    author = session.get_one(Person, one.written_by)
    row = (Option(say("broadcast-back", number=one.id), token("tb", "card", one.id), main=True),)
    context.tell(
        session, author, Message(say("broadcast-refused-news", number=one.id, why=effect.why), (row,))
    )
    return [Message(say("broadcast-refused-done", name=author.name), ((LIST, MENU),))]


def editable(session: Session, number: int, context: Context) -> Broadcast | None:
    """The message, if the speaker may change it and it has not been released."""
    one = session.get(Broadcast, number, with_for_update=True, populate_existing=True)
    if one is None or one.tenant_id != context.speaker.tenant_id or BroadcastState(one.state) not in OPEN:
        return None
    allowed = one.written_by == context.person_id or context.may(Action.RELEASE_BROADCASTS)
    return one if allowed and context.may(Action.PROPOSE_BROADCASTS) else None


def shown(session: Session, one: Broadcast, context: Context, first: Speech | None = None) -> Message:
    """Its card."""
    return card(known(session, one, context), context.known, first)


def known(session: Session, one: Broadcast, context: Context) -> BroadcastKnown:
    """The message as its card shows it to the speaker."""
    return DbBroadcasts(session, context.speaker, context.catalogue, context.now).known(one)


def gone() -> Message:
    """What an old button speaks of cannot be done any more."""
    return Message(say("broadcast-gone"), ((LIST, MENU),))


def _may_pick(session: Session, audience: Audience, context: Context) -> bool:
    """People of the level below are picked by who may write to them, those whom an incident concerns by who
    keeps it.
    """
    if audience.incident is not None:
        there = incidents.find(session, context.speaker.tenant_id, audience.incident)
        if there is None or not context.may(Action.KEEP_INCIDENTS):
            return False
    return not audience.goes_below or context.may(Action.BROADCAST_BELOW)


def _taken_back(one: Broadcast, context: Context) -> None:
    """Who releases it sees what they release: what its author changes is no longer proposed."""
    releases = context.may(Action.RELEASE_BROADCASTS)
    if BroadcastState(one.state) is BroadcastState.PROPOSED and not releases:
        one.state = BroadcastState.DRAFT.value


def _releasers(context: Context) -> list[str]:
    return sorted(roles_that_may(Action.RELEASE_BROADCASTS, context.rights.own))


def _brief(one: Broadcast) -> str:
    return one.text if len(one.text) <= 200 else f"{one.text[:200].rstrip()}…"
