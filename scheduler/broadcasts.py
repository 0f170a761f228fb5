"""Messages to many go out: what is due begins, people are written to a slice at a time, and in the end it is
told what became of them.

The outbox sends what is written here, below replies and notices. A slice, and how far it brings the message,
are one transaction: a process that dies leaves it at the exact person, and nobody is written to twice.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from core.broadcasts.audience import Audience
from core.broadcasts.message import Sent, as_sent
from core.broadcasts.states import Ask, BroadcastKind, BroadcastState, Fate
from core.broadcasts.timing import TOO_LATE, Repeat, next_time
from core.delivery import NOTICE, Decision, Drop, Later, Send
from core.dialogue.rendering import rendered
from core.dialogue.steps import Message
from core.messages import Address, FileRef, Outbound
from core.periods import local_date, local_time
from core.texts import SOURCE_LOCALE, say
from reports.broadcasts import words
from scheduler import broadcast_notices
from scheduler.moments import bad_moment
from scheduler.occasion import Content
from storage.models import Broadcast, Outbox, Person, Tenant
from storage.queries.audience import Here, belongs, holds
from storage.queries.broadcasts import tally
from storage.queries.recipients import find_recipient
from storage.repositories import broadcasts, contacts, outbox
from storage.repositories.broadcasts import Next

#: people of a slice, which nobody who writes has to wait for, and how many messages may wait before the next:
#: so much goes out in some seconds
SLICE, WAITING = 25, 45
#: how often it is shown how far a message is
SHOWN_EVERY = timedelta(seconds=4)
#: while the bot is busy elsewhere (quiet hours, forms in hand) what waits is not waited for
_SOON = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Fed:
    """What one look came to: people written to, and messages that began, ended or were shown."""

    people: int = 0
    changed: int = 0

    @property
    def busy(self) -> bool:
        """Whether there was something to do, so that there may be more."""
        return bool(self.people or self.changed)


def feed(session: Session, content: Content, edits: Collection[str], now: datetime) -> Fed:
    """Do what is due now: at most one slice. `edits` are the channels that can change what was sent.

    Every message that is under way gets its turn: of several each is written a slice in each look.
    """
    changed = sum(_begin(session, content, number, now) for number in broadcasts.due(session, now))
    people = 0
    for number in broadcasts.in_state(session, BroadcastState.SENDING):
        one = broadcasts.locked(session, number, BroadcastState.SENDING)
        if one is None:
            continue
        people += _slice(session, content, one, edits, now)
        changed += _shown(session, content, one, edits, now)
    return Fed(people, changed)


def recheck(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Not while it is stopped, not in quiet hours, not into an open form, and to members only."""
    asked = row.recheck or {}
    one = session.get(Broadcast, asked["broadcast"], populate_existing=True)
    if one is None or one.state == BroadcastState.CANCELLED:
        return Drop("it was thrown away")
    if one.state == BroadcastState.STOPPED:
        return Later(now + broadcasts.LONG)
    if one.kind == BroadcastKind.RECALL:
        return Send()
    by_law = Audience.from_json(one.audience).incident is not None
    person = find_recipient(session, asked["person"], by_law=by_law)
    if person is None:
        return Send() if row.person_id is None else Drop("not an active member any more")
    return bad_moment(content, session, person, now, at_night=one.any_hour) or Send()


def _begin(session: Session, content: Content, number: int, now: datetime) -> int:
    """Its hour has come. The next time of one that is repeated is written down in the same moment."""
    one = broadcasts.locked(session, number, BroadcastState.SCHEDULED)
    if one is None:
        return 0
    due = one.start_at or now
    tenant = session.get_one(Tenant, one.tenant_id)
    _repeat(session, one, due, tenant.timezone, now)
    if now - due > TOO_LATE:
        one.state = BroadcastState.MISSED.value
        at = local_time(due, tenant.timezone)
        _tell(session, content, one, Message(say("broadcast-missed", number=one.id, at=at)), now)
        return 1
    one.state, one.began_at = BroadcastState.SENDING.value, now
    session.flush()
    if one.kind in (BroadcastKind.MESSAGE, BroadcastKind.CORRECTION):
        broadcast_notices.tell_below(session, content, one, _here(session, content, one, now), now)
    return 1


def _repeat(session: Session, one: Broadcast, due: datetime, zone: str, now: datetime) -> None:
    """The next time it goes out, a message of its own; times that are over already are left out."""
    first, repeat = one.first_at or due, Repeat(one.repeat)
    at = next_time(first, due, repeat, zone)
    while at is not None and at <= now - TOO_LATE:
        at = next_time(first, at, repeat, zone)
    if at is None or one.repeat_until is None or local_date(at, zone) > one.repeat_until:
        return
    session.add(
        Broadcast(
            tenant_id=one.tenant_id,
            kind=one.kind,
            state=BroadcastState.SCHEDULED.value,
            of_id=one.of_id,
            text=one.text,
            file=one.file,
            ask=one.ask,
            options=one.options,
            audience=one.audience,
            written_by=one.written_by,
            written_at=one.written_at,
            released_by=one.released_by,
            released_at=one.released_at,
            start_at=at,
            any_hour=one.any_hour,
            repeat=one.repeat,
            repeat_until=one.repeat_until,
            first_at=first,
        )
    )


def _slice(session: Session, content: Content, one: Broadcast, edits: Collection[str], now: datetime) -> int:
    """Write to the next people, unless enough waits already; in the end note that there are no more."""
    if one.fed_at is not None or broadcasts.on_the_way(session, one.id, now) > WAITING:
        return 0
    people = broadcasts.next_people(session, _whom(session, content, one, now), one.fed_to, SLICE)
    if people:
        write = _recalls if one.kind == BroadcastKind.RECALL else _messages
        write(session, content, one, people, edits, now)
        one.fed_to = people[-1].person_id
    if len(people) < SLICE:
        one.fed_at = now
    session.flush()
    return len(people)


def _whom(session: Session, content: Content, one: Broadcast, now: datetime) -> ColumnElement[bool]:
    """Of a Person: whether it is for them. What was sent is taken back from whoever has it, member or not."""
    if one.kind == BroadcastKind.RECALL and one.of_id is not None:
        return holds(one.of_id)
    return belongs(Audience.from_json(one.audience), _here(session, content, one, now))


def _here(session: Session, content: Content, one: Broadcast, now: datetime) -> Here:
    """Whose people are meant: the writing tenant's, and those of the tenants below it as content has them."""
    tenant = session.get_one(Tenant, one.tenant_id)
    below = content.catalogue.with_children(tenant.code)[1:]
    return Here(one.tenant_id, tenant.timezone, local_date(now, tenant.timezone), now, below)


def _messages(
    session: Session,
    content: Content,
    one: Broadcast,
    people: Collection[Next],
    edits: Collection[str],
    now: datetime,
) -> None:
    message = as_sent(_sent(session, one))
    drawn: dict[str, Outbound] = {}
    for each in people:
        if each.address is None:
            fate = Fate.BLOCKED if each.known else Fate.NEVER
            broadcasts.note(session, one, each.person_id, fate.value)
            continue
        if each.locale not in drawn:
            drawn[each.locale] = rendered(content.texts, message, each.locale)
        to = (each.address, drawn[each.locale])
        broadcasts.write(session, one, each.person_id, to, now)


def _recalls(
    session: Session,
    content: Content,
    one: Broadcast,
    people: Collection[Next],
    edits: Collection[str],
    now: datetime,
) -> None:
    """What was sent is changed where it went; nothing is sent where nothing can be changed."""
    message = as_sent(_sent(session, one))
    locales = {each.person_id: each.locale for each in people}
    got = broadcasts.sent_to(session, one.of_id or 0, tuple(locales))
    for person, locale in locales.items():
        row = got.get(person)
        if row is None or row.message_ref is None or row.channel not in edits:
            broadcasts.note(session, one, person, Fate.CANNOT.value)
            continue
        out = replace(rendered(content.texts, message, locale, row.message_ref), takes_back=True)
        to = Address(row.channel, row.chat)
        broadcasts.write(session, one, person, (to, out), now, stays=True)


def _sent(session: Session, one: Broadcast) -> Sent:
    tenant = session.get_one(Tenant, one.tenant_id)
    of = session.get(Broadcast, one.of_id) if one.of_id else None
    return Sent(
        one.id,
        BroadcastKind(one.kind),
        tenant.name,
        one.text,
        FileRef(*one.file) if one.file else None,
        Ask(one.ask),
        tuple(one.options),
        local_date(of.began_at, tenant.timezone) if of and of.began_at else None,
    )


def _shown(session: Session, content: Content, one: Broadcast, edits: Collection[str], now: datetime) -> int:
    """Show how far it is, now and then; in the end what became of it."""
    over = one.fed_at is not None and not broadcasts.on_the_way(session, one.id, now + _SOON)
    if not over and one.progress_at is not None and now - one.progress_at < SHOWN_EVERY:
        return 0
    before = session.get(Outbox, one.progress_id) if one.progress_id else None
    if not over and one.progress_id is not None and not _changeable(before, edits):
        one.progress_at = now
        return 0
    if over:
        one.state, one.ended_at = BroadcastState.DONE.value, now
        session.flush()
    found = tally(session, one.id)
    tenant = session.get_one(Tenant, one.tenant_id)
    at = local_time(now, tenant.timezone)
    of = one.of_id if one.kind == BroadcastKind.RECALL else None
    message = words.progress(words.Going(one.id, BroadcastState(one.state), one.size, of), found, at)
    instead = before if _changeable(before, edits) else None
    one.progress_at = now
    if instead is not None and instead.payload["text"] == _drawn(session, content, one, message).text:
        return 0
    one.progress_id = _tell(session, content, one, message, now, before=instead)
    if over and one.kind != BroadcastKind.RECALL:
        broadcast_notices.tell_units(session, content, one, now)
    session.flush()
    return 1


def _changeable(before: Outbox | None, edits: Collection[str]) -> bool:
    return (
        before is not None
        and before.status == "sent"
        and before.channel in edits
        and bool(before.message_ref)
    )


def _drawn(session: Session, content: Content, one: Broadcast, message: Message) -> Outbound:
    """The message as who released it reads it."""
    person = session.get(Person, one.released_by or one.written_by)
    return rendered(content.texts, message, person.locale if person else SOURCE_LOCALE)


def _tell(
    session: Session,
    content: Content,
    one: Broadcast,
    message: Message,
    now: datetime,
    *,
    before: Outbox | None = None,
) -> int | None:
    """Tell who released it, in the place of what they were told `before`; the number of that message."""
    person = session.get(Person, one.released_by or one.written_by)
    there = Address(before.channel, before.chat) if before is not None else None
    to = there or (contacts.reach(session, person.id) if person is not None else None)
    if person is None or to is None:
        return None
    drawn = rendered(content.texts, message, person.locale, before.message_ref if before else None)
    return outbox.add(session, address=to, message=drawn, now=now, priority=NOTICE, person_id=person.id)
