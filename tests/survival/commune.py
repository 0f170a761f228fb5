"""The people of a commune in the database, and what must be there when all of them have reported."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from bot.seed import bring_in
from core.messages import Address
from storage.models import Audit, Contact, Conversation, Fact, Inbox, Outbox, Person, Tenant, Unit
from storage.repositories import conversations
from tests import shipped
from tests.survival.people import Reporter

CHANNEL = "telegram"


def settle(
    session: Session,
    names: Mapping[int, str] | Mapping[str, str],
    joined: datetime,
    role: str = "officer",
    channel: str = CHANNEL,
) -> None:
    """Bring in units and people; `names` are by their chat on that channel."""
    bring_in(session, shipped.catalogue())
    tenant = session.scalars(select(Tenant).where(Tenant.code == "dong_cuu")).one()
    unit = session.scalars(select(Unit).where(Unit.reports_weekly.is_(True)).order_by(Unit.id)).first()
    assert unit is not None
    for chat, name in names.items():
        speaker = conversations.speaker(session, Address(channel, str(chat)), joined)
        person = Person(
            tenant_id=tenant.id,
            unit_id=unit.id,
            name=name,
            role=role,
            status="active",
            consent_at=joined,
            joined_at=joined,
        )
        session.add(person)
        session.flush()
        conversations.assign(session, speaker, person.id)


def going(session: Session) -> tuple[set[int], int]:
    """Messages that are being sent, and how many rows could go on: none of those that wait behind them."""
    claimed = {row.id: row.chat for row in session.scalars(select(Outbox).where(Outbox.status == "sending"))}
    waiting = session.scalars(select(Outbox.chat).where(Outbox.status == "waiting"))
    updates = session.scalar(select(func.count()).where(Inbox.status == "waiting")) or 0
    free = [chat for chat in waiting if chat not in claimed.values()]
    return set(claimed), len(free) + updates


def differences(session: Session, reporters: Sequence[Reporter]) -> list[str]:
    """Everything that is not as it must be, a line each; empty when every report is there exactly once."""
    return [
        *_queues(session, sum(reporter.updates for reporter in reporters)),
        *_forms(session),
        *_trail(session),
        *(line for reporter in reporters for line in _of_one(session, reporter)),
    ]


def _queues(session: Session, updates: int) -> Iterator[str]:
    stored = Counter(session.scalars(select(Inbox.status)))
    if stored != {"done": updates}:
        yield f"inbox: {updates} updates were sent, and it holds {dict(stored)}"
    for row in session.scalars(select(Inbox).where(Inbox.error.is_not(None))):
        yield f"inbox {row.id} of {row.lane}: {row.error}"
    for out in session.scalars(select(Outbox).where(Outbox.status != "sent")):
        yield f"outbox {out.id} to {out.chat} is {out.status} after {out.attempts} attempts: {out.error}"
    later = aliased(Inbox)
    # What was typed in one burst may have one answer.
    answer = select(Outbox.id).join(later, later.id == Outbox.answers_inbox_id)
    answered = answer.where(later.lane == Inbox.lane, later.id >= Inbox.id).exists()
    if count := session.scalar(select(func.count()).select_from(Inbox).where(~answered)):
        yield f"{count} updates have no answer in the outbox"


def _forms(session: Session) -> Iterator[str]:
    for row in session.scalars(select(Conversation)):
        left = {name: row.state[name] for name in ("form", "parked", "asking") if row.state.get(name)}
        if left or row.open_form:
            yield f"conversation {row.id} still has {left or row.open_form}"


def _trail(session: Session) -> Iterator[str]:
    facts = list(session.scalars(select(Fact)))
    noted = Counter((line.action, line.entity, line.entity_id) for line in session.scalars(select(Audit)))
    if noted != Counter(("report", "fact", fact.id) for fact in facts):
        yield f"the trail has {noted.total()} lines for {len(facts)} reports"
    doubled = [key for key, times in Counter(fact.receipt for fact in facts).items() if times > 1]
    if doubled:
        yield f"receipts given twice: {doubled}"


def _of_one(session: Session, reporter: Reporter) -> Iterator[str]:
    name = reporter.person.name
    stored = session.scalars(
        select(Fact)
        .join(Contact, Contact.person_id == Fact.reporter_id)
        .where(Contact.chat == str(reporter.person.id))
    ).all()
    expected: list[dict[str, Any]] = [reporter.report.fields]
    if [fact.fields for fact in stored] != expected:
        yield f"{name}: stored {[fact.fields for fact in stored]}\n    instead of {expected}"
    for fact in stored:
        if (fact.status, fact.occurred_from) != ("confirmed", reporter.report.day):
            yield f"{name}: {fact.receipt} is {fact.status} and of {fact.occurred_from}"
        if not any(f"Đã ghi {fact.receipt} " in seen.text for seen in reporter.person.chat):
            shown = [seen.text for seen in reporter.person.chat][-2:]
            yield f"{name}: no receipt {fact.receipt}, the newest messages are {shown}"
