"""Free messages are kept with what they were understood as, and with what their senders then made of them."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.confidential import TIP
from core.dialogue.effects import KeepHeard
from core.dialogue.state import FormState
from core.dialogue.steps import Message
from core.people import PersonStatus
from handlers.context import Context
from storage.models import Fact
from storage.repositories import heard

#: what somebody says in vain so shortly before a tip is likely to be the same
BEFORE_TIP = timedelta(hours=1)


def keep(session: Session, effect: KeepHeard, context: Context) -> list[Message]:
    """Keep it; nothing is kept of somebody who is not active."""
    if context.speaker.status == PersonStatus.ACTIVE:
        said = heard.Said(context.speaker.tenant_id, context.person_id, effect.key, context.now)
        heard.keep(session, said, effect.text, (effect.intent, effect.fact_type), unread=effect.unread)
    return []


def became(session: Session, form: FormState, fact: Fact, context: Context) -> None:
    """The message behind a form is a report now: as it was read, amended, or as another kind."""
    if fact.type == TIP:
        heard.forget_form(session, fact.reporter_id, form.key)
        heard.forget_unread(session, fact.reporter_id, context.now - BEFORE_TIP)
    elif form.said or form.corrects is not None:
        heard.turned_out(session, context.person_id, form.key, _outcome(form), fact.id)


def corrected(session: Session, fact: Fact) -> None:
    """The report that a message became was wrong."""
    heard.turned_out(session, fact.reporter_id, fact.draft_key, "corrected")


def _outcome(form: FormState) -> str:
    if form.read_as and form.read_as != form.fact_type:
        return "otherwise"
    kept = all(form.answers.get(code) == value for code, value in form.understood.items())
    return "read" if kept else "amended"
