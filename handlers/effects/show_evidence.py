"""The photos, files and places behind a report, each as a message of its own."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.dialogue.effects import ShowEvidence
from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import KEEP, token
from core.messages import FileRef
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from storage.models import Evidence, Fact
from storage.queries.visible import visible_facts
from storage.repositories import evidence

#: sent at once; a report with more is looked at in several goes
PAGE = 10


def show(session: Session, effect: ShowEvidence, context: Context) -> list[Message]:
    """Whoever may see the report sees what lies behind it."""
    fact = session.scalar(select(Fact).where(Fact.id == effect.fact_id, visible_facts(context.viewer)))
    if fact is None:
        return [Message(say("report-not-found"))]
    kept = evidence.of(session, fact.draft_key)
    pages = max(1, -(-len(kept) // PAGE))
    first = effect.page % pages * PAGE
    if not kept:
        return [Message(say("evidence-none", receipt=fact.receipt), _after(fact, context))]
    shown = kept[first : first + PAGE]
    said = [_shown(each, fact, number, len(kept)) for number, each in enumerate(shown, first + 1)]
    rows = (*_more(fact, len(kept) - first - len(shown), effect.page), *_after(fact, context))
    return [*said[:-1], Message(said[-1].text, rows, file=said[-1].file)]


def _shown(kept: Evidence, fact: Fact, number: int, count: int) -> Message:
    which = say("evidence-shown", receipt=fact.receipt, number=number, count=count)
    text: Speech = lines(which, kept.name)
    if kept.stored is None:
        return Message(lines(which, kept.name, _place(kept)))
    return Message(text, file=FileRef(kept.stored, kept.name or "", kept.mime or "application/octet-stream"))


def _place(kept: Evidence) -> Speech:
    if kept.latitude is None or kept.longitude is None:
        return say("evidence-place-gone")
    return say("evidence-place", latitude=f"{kept.latitude:.5f}", longitude=f"{kept.longitude:.5f}")


def _more(fact: Fact, left: int, page: int) -> Iterator[tuple[Option, ...]]:
    if left > 0:
        yield (Option(say("evidence-more", count=left), KEEP + token("evi", fact.id, page + 1), main=True),)


def _after(fact: Fact, context: Context) -> Rows:
    """The way back; the message with the picture stays."""
    decides = fact.status == "pending" and fact.reporter_id != context.person_id
    verb = "w" if decides and context.may(Action.DECIDE_REPORTS) else "rep"
    return ((Option(say("evidence-back", receipt=fact.receipt), KEEP + token(verb, fact.id)),),)
