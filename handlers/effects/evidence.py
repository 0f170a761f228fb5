"""Photos and places are kept with the form they came for, and follow it into the report."""

from sqlalchemy.orm import Session

from core.dialogue.effects import DropEvidence, KeepEvidence, MoveEvidence
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.texts import say
from handlers.context import Context
from storage.models import Fact
from storage.repositories import evidence


def keep(session: Session, effect: KeepEvidence, context: Context) -> list[Message]:
    """Keep them; the conversation says so."""
    evidence.keep(session, effect.key, context.person_id, effect.attachments, context.now)
    return []


def move(session: Session, effect: MoveEvidence, context: Context) -> list[Message]:
    """They belong to this report: the person's own, and one that stands."""
    fact = session.get(Fact, effect.fact_id)
    if fact is None or fact.reporter_id != context.person_id:
        return [Message(say("report-not-found"))]
    added = evidence.move(session, effect.key, fact.draft_key, context.person_id)
    if added:
        context.note(session, "add-evidence", fact, new={"count": added})
    total = evidence.count(session, fact.draft_key)
    options = (
        Option(say("photos-done"), token("rep", fact.id), main=True),
        Option(say("menu-button"), "go:menu"),
    )
    text = say("photos-kept", receipt=fact.receipt, count=total)
    return [Message(text, (options,), coalesce=f"files:{fact.draft_key}")]


def drop(session: Session, effect: DropEvidence, context: Context) -> list[Message]:
    """Forget them; never those of a report that was sent."""
    if not session.query(Fact.id).filter(Fact.draft_key == effect.key).first():
        evidence.drop(session, effect.key, context.person_id)
    return []
