"""A period is closed, asked for, opened for some days; all of it stays to be read, and in the trail."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.confidential import CONFIDENTIAL
from core.dialogue.lock_effects import AskToReopen, ClosePeriod, DecideReopening, EndLock, ReopenPeriod
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import KEEP, token
from core.periods import local_time
from core.permissions import Action
from core.spans import Span
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.papers import SENT
from handlers.conversations.span_words import span_name
from storage.models import Fact, PeriodLock, Person, UnlockRequest
from storage.repositories import period_locks, requests

_DECIDE = (Role.MANAGER.value, Role.ADMIN.value)
_BACK = ((Option(say("periods-back"), "go:periods"), Option(say("menu-button"), "go:menu")),)


def close(session: Session, effect: ClosePeriod, context: Context) -> list[Message]:
    """Close a period that has ended."""
    if not context.may(Action.CLOSE_PERIODS) or effect.span.last >= context.today:
        return [Message(say("not-allowed"))]
    lock = period_locks.close(session, context.speaker.tenant_id, effect.span, context.person_id, context.now)
    context.note(session, "close-period", lock, new={"period": effect.span.code})
    return [Message(say("period-is-closed", period=span_name(effect.span)), _BACK, in_place=True)]


def reopen(session: Session, effect: ReopenPeriod, context: Context) -> list[Message]:
    """Open it for some days."""
    lock = _lock(session, effect.lock_id, context)
    if lock is None:
        return [Message(say("not-allowed"))]
    return [Message(_opened(session, lock, context), _BACK, in_place=True)]


def end(session: Session, effect: EndLock, context: Context) -> list[Message]:
    """It was closed by mistake."""
    lock = _lock(session, effect.lock_id, context)
    if lock is None:
        return [Message(say("not-allowed"))]
    lock.ended_at = context.now
    session.flush()
    context.note(session, "end-lock", lock)
    return [Message(say("period-ended", period=span_name(_span(lock))), _BACK, in_place=True)]


def ask(session: Session, effect: AskToReopen, context: Context) -> list[Message]:
    """Everybody who may decide reads who asks and why."""
    lock = session.get(PeriodLock, effect.lock_id)
    allowed = context.may(Action.READ_PROGRESS)
    if (
        not allowed
        or lock is None
        or lock.tenant_id != context.speaker.tenant_id
        or lock.ended_at is not None
    ):
        return [Message(say("not-allowed"))]
    request, new = period_locks.ask(session, lock.id, context.person_id, effect.why, context.now)
    period = span_name(_span(lock))
    if new:
        context.note(session, "ask-to-reopen", request, new={"why": effect.why})
        options = (
            Option(say("period-yes", name=context.speaker.name), token("kp", "yes", request.id), main=True),
            Option(say("period-no", name=context.speaker.name), token("kp", "no", request.id)),
        )
        news = say("period-asked-news", name=context.speaker.name, period=period, why=effect.why)
        for person in requests.in_charge(session, lock.tenant_id, None, _DECIDE):
            if person.id != context.person_id:
                context.tell(session, person, Message(news, (options,)))
    return [Message(say("period-asked", period=period), _BACK)]


def decide(session: Session, effect: DecideReopening, context: Context) -> list[Message]:
    """The first decision holds; nobody decides about what they asked for themselves."""
    request = session.get(UnlockRequest, effect.request_id)
    lock = _lock(session, request.lock_id, context) if request else None
    if request is None or lock is None or request.asked_by == context.person_id:
        return [Message(say("not-allowed"))]
    period = span_name(_span(lock))
    if not period_locks.decide(session, request.id, context.person_id, context.now, granted=effect.granted):
        return [Message(say("period-decided", period=period), _BACK, in_place=True)]
    context.note(session, "decide-reopening", request, new={"granted": effect.granted})
    told = _opened(session, lock, context) if effect.granted else say("period-stays", period=period)
    asker = session.get(Person, request.asked_by)
    if asker is not None:
        context.tell(session, asker, Message(lines(told, say("period-by", name=context.speaker.name))))
    return [Message(told, _BACK, in_place=True)]


def lock_over(session: Session, fact: Fact, context: Context) -> PeriodLock | None:
    """The closed period that a report is about; none of what is told in confidence, which no figure reads."""
    if fact.type in CONFIDENTIAL:
        return None
    days = (fact.occurred_from, fact.occurred_to)
    return period_locks.closing(session, fact.tenant_id, days, context.now)


def told_of(lock: PeriodLock, context: Context, key: str) -> Speech:
    """Something said of a report because its period is closed."""
    closed = context.local_day(lock.closed_at)
    return say(key, period=span_name(_span(lock)), day=closed)


def way_to_open(lock: PeriodLock, context: Context) -> tuple[Option, ...]:
    """How the period may be opened by, or for, who speaks; nothing for who has no say in it."""
    if context.may(Action.CLOSE_PERIODS):
        return (Option(say("period-open", period=span_name(_span(lock))), token("kp", "open", lock.id)),)
    if context.may(Action.READ_PROGRESS):
        return (Option(say("period-ask", period=span_name(_span(lock))), token("kp", "ask", lock.id)),)
    return ()


def offered_after(session: Session, fact: Fact, context: Context) -> tuple[Option, ...]:
    """The yearly report went out: what it was about, up to the day before, can be closed with one press."""
    year = fact.fields.get("year")
    yearly = fact.type == SENT and fact.fields.get("kind", "nam") == "nam" and isinstance(year, int)
    if not yearly or fact.status != "confirmed" or not context.may(Action.CLOSE_PERIODS):
        return ()
    whole = Span.year(int(str(year)))
    span = Span(whole.first, min(whole.last, fact.occurred_from - timedelta(days=1)))
    days = (span.last, span.last)
    if span.last < span.first or period_locks.closing(session, fact.tenant_id, days, context.now):
        return ()
    return (Option(say("period-close", period=span_name(span)), KEEP + token("kp", "new", span.code)),)


def _opened(session: Session, lock: PeriodLock, context: Context) -> Speech:
    until = period_locks.reopen(session, lock, context.person_id, context.now)
    context.note(session, "reopen-period", lock, new={"until": until.isoformat()})
    shown = local_time(until, context.speaker.timezone)
    return say("period-opened", period=span_name(_span(lock)), until=shown)


def _span(lock: PeriodLock) -> Span:
    return Span(lock.first, lock.last)


def _lock(session: Session, lock_id: int, context: Context) -> PeriodLock | None:
    """A lock that stands, if the speaker decides about it."""
    lock = session.get(PeriodLock, lock_id)
    own = lock is not None and lock.tenant_id == context.speaker.tenant_id and lock.ended_at is None
    return lock if own and context.may(Action.CLOSE_PERIODS) else None


LOCK_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    ClosePeriod: close,
    ReopenPeriod: reopen,
    EndLock: end,
    AskToReopen: ask,
    DecideReopening: decide,
}
