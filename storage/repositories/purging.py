"""Deletes what was kept long enough. Each function takes the moment before which it goes, and counts it.

What belongs to a tenant is deleted of that one; queues and strangers belong to none.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from core.catalogue.retention import Kept
from core.messages import Address
from storage.models import (
    AskedQuestion,
    Audit,
    Base,
    Conversation,
    Counter,
    Evidence,
    Fact,
    HeardMessage,
    Inbox,
    Incident,
    IncidentStep,
    LinkCode,
    Outbox,
    Person,
    RegisterImport,
)
from storage.models.base import table
from storage.queries.broadcasts import keep_fates
from storage.repositories import uploads

Where = ColumnElement[bool]
#: deleted at once, so that nobody who writes waits long; the rest goes the next time
MOST = 20_000


def purge(session: Session, tenant_id: int, kept: Kept, before: datetime, *, really: bool = True) -> int:
    """Delete what is older; how much there was. Not `really`: only count it."""
    return _HOW[kept](session, tenant_id, before, really)


def _rows(session: Session, model: type[Base], where: Where, *, really: bool) -> int:
    if not really:
        return session.scalar(select(func.count()).select_from(model).where(where)) or 0
    (key,) = table(model).primary_key.columns
    some = select(key).where(where).order_by(key).limit(MOST)
    gone = session.execute(delete(model).where(key.in_(some)).execution_options(synchronize_session=False))
    return int(getattr(gone, "rowcount", 0))


def _messages(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    heard = (HeardMessage.tenant_id == tenant_id) & (HeardMessage.at < before)
    asked = (AskedQuestion.tenant_id == tenant_id) & (AskedQuestion.at < before)
    tables: tuple[tuple[type[Base], Where], ...] = ((HeardMessage, heard), (AskedQuestion, asked))
    return sum(_rows(session, model, where, really=really) for model, where in tables)


def _updates(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    """Rows that something points to stay, without what was in them. Counts of files go, too."""
    counted = _rows(session, Counter, uploads.of_days_before(before), really=really)
    old = (Inbox.received_at < before) & (Inbox.status != "waiting")
    needed = or_(
        exists().where(Audit.inbox_id == Inbox.id),
        exists().where(Fact.inbox_id == Inbox.id),
        exists().where(Outbox.answers_inbox_id == Inbox.id),
    )
    emptied = old & needed & (Inbox.attempts < _EMPTIED)
    if not really:
        either = or_(emptied, old & ~needed)
        return counted + (session.scalar(select(func.count()).select_from(Inbox).where(either)) or 0)
    blank: dict[str, Any] = {"raw": {}, "error": None, "attempts": _EMPTIED}
    some = select(Inbox.id).where(emptied).order_by(Inbox.id).limit(MOST)
    done = session.execute(update(Inbox).where(Inbox.id.in_(some)).values(blank))
    return counted + int(getattr(done, "rowcount", 0)) + _rows(session, Inbox, old & ~needed, really=True)


def empty_chat(session: Session, address: Address) -> None:
    """Nothing stays of what was said in a chat: rows that were handled stay, without what was in them."""
    heard = (Inbox.lane == str(address)) & (Inbox.status == "done")
    session.execute(update(Inbox).where(heard).values(raw={}, error=None, attempts=_EMPTIED))
    here = (Outbox.channel == address.channel, Outbox.chat == address.chat)
    sent = Outbox.status.in_(("sent", "dropped"))
    session.execute(update(Outbox).where(*here, sent).values(payload={"text": ""}))


#: no update is tried so often: it marks those that were emptied
_EMPTIED = 1_000_000


def _sent(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    old = (Outbox.created_at < before) & Outbox.status.in_(("sent", "dropped", "dead"))
    if really:
        keep_fates(session, select(Outbox.id).where(old).order_by(Outbox.id).limit(MOST))
    return _rows(session, Outbox, old, really=really)


def _strangers(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    old = (
        Conversation.person_id.is_(None)
        & (Conversation.updated_at < before)
        & or_(Conversation.open_form.is_not(None), func.length(_text(Conversation.state)) > len("{}"))
    )
    if not really:
        return session.scalar(select(func.count()).select_from(Conversation).where(old)) or 0
    blank: dict[str, Any] = {"state": {}, "open_form": None, "form_touched_at": None}
    done = session.execute(update(Conversation).where(old).values(blank))
    return int(getattr(done, "rowcount", 0))


def _photos(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    """Not those of a form that is still open or put aside."""
    unsent = ~exists().where(Fact.draft_key == Evidence.draft_key)
    drafts = exists().where(
        Conversation.person_id == Evidence.person_id,
        _text(Conversation.state).contains(Evidence.draft_key),
    )
    tenant = select(Person.id).where(Person.tenant_id == tenant_id)
    old = (Evidence.added_at < before) & Evidence.person_id.in_(tenant) & unsent & ~drafts
    return _rows(session, Evidence, old, really=really)


def _workbooks(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    old = (RegisterImport.sent_at < before) & RegisterImport.stored_at.is_(None)
    return _rows(session, RegisterImport, old & (RegisterImport.tenant_id == tenant_id), really=really)


def _codes(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    tenant = select(Person.id).where(Person.tenant_id == tenant_id)
    old = (LinkCode.expires_at < before) & LinkCode.person_id.in_(tenant)
    return _rows(session, LinkCode, old, really=really)


def _incidents(session: Session, tenant_id: int, before: datetime, really: bool) -> int:
    """Closed ones, with their steps; one that is open stays however long that takes."""
    old = (Incident.tenant_id == tenant_id) & (Incident.closed_at < before)
    if really:
        some = select(Incident.id).where(old).order_by(Incident.id).limit(MOST)
        session.execute(delete(IncidentStep).where(IncidentStep.incident_id.in_(some)))
    return _rows(session, Incident, old, really=really)


def _text(column: Any) -> Any:
    """Stored JSON as it is written."""
    from sqlalchemy import Text, cast

    return cast(column, Text)


_HOW: Mapping[Kept, Callable[[Session, int, datetime, bool], int]] = {
    Kept.MESSAGES: _messages,
    Kept.UPDATES: _updates,
    Kept.SENT: _sent,
    Kept.STRANGERS: _strangers,
    Kept.PHOTOS: _photos,
    Kept.WORKBOOKS: _workbooks,
    Kept.CODES: _codes,
    Kept.INCIDENTS: _incidents,
}
