"""Everything that is kept of one person, as it is handed out to them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from storage.models import (
    Absence,
    AskedQuestion,
    Audit,
    Base,
    Consent,
    Contact,
    DueReply,
    Evidence,
    Fact,
    HeardMessage,
    Instrument,
    Request,
)
from storage.models.base import table

#: by name: the table, whose rows are theirs, and the columns that are handed out
_KEPT: Mapping[str, tuple[type[Base], ColumnElement[Any], tuple[str, ...]]] = {
    "channels": (Contact, Contact.person_id.expression, ("channel", "last_seen_at", "linked_at")),
    "consents": (Consent, Consent.person_id.expression, ("purpose", "version", "given_at", "withdrawn_at")),
    "reports": (
        Fact,
        Fact.reporter_id.expression,
        ("receipt", "type", "occurred_from", "occurred_to", "status", "recorded_at", "fields", "reason"),
    ),
    "files": (
        Evidence,
        Evidence.person_id.expression,
        ("kind", "name", "mime", "latitude", "longitude", "added_at"),
    ),
    "scales": (Instrument, Instrument.owner_id.expression, ("key", "owner", "stall")),
    "requests": (Request, Request.asker_id.expression, ("receipt", "kind", "text", "state", "opened_at")),
    "questions": (AskedQuestion, AskedQuestion.person_id.expression, ("text", "at", "outcome")),
    "messages": (HeardMessage, HeardMessage.person_id.expression, ("text", "at", "intent")),
    "leaves": (Absence, Absence.person_id.expression, ("since", "until", "ended_at")),
    "answers": (DueReply, DueReply.person_id.expression, ("matter", "reply", "until", "text", "at")),
    "acts": (Audit, Audit.actor_id.expression, ("at", "action", "entity")),
}
KINDS = tuple(_KEPT)


def counts_of(session: Session, person_id: int) -> Mapping[str, int]:
    """How much of each kind there is."""
    found = {
        name: session.scalar(select(func.count()).select_from(table(model)).where(whose == person_id)) or 0
        for name, (model, whose, _) in _KEPT.items()
    }
    return {name: count for name, count in found.items() if count}


def records_of(session: Session, person_id: int) -> Mapping[str, list[dict[str, Any]]]:
    """All of it, in the order in which it came; the same columns for everybody."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, (model, whose, columns) in _KEPT.items():
        of = table(model)
        query = select(*(of.c[column] for column in columns)).where(whose == person_id)
        found[name] = [dict(row._mapping) for row in session.execute(query.order_by(*of.primary_key.columns))]
    return found
