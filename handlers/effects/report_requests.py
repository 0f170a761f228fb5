"""A report that asks something of the people in charge opens a request, which goes where the report goes."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType, Opens
from core.dialogue.forms import new_form
from core.dialogue.state import Answer
from core.dialogue.steps import Message
from core.requests.states import OPEN, Move, RequestKind
from core.texts import Lines, say
from handlers.context import Context
from handlers.effects.ask_people import Wanted, add_request, opened, tell_owner
from handlers.rules import broken_by_answers, moves_targets
from handlers.subjects import subject_of
from storage.models import Fact, Request
from storage.repositories import requests

#: the report that support was granted, which says what the rules of support are about
_GRANTED, _APPROVED = "support_granted", "duyet"
#: the key of a request that a report opened begins with this
_KEY = "fact-"
#: fields of a wish for support
_CONTENT, _GROUPS = "content", "tags"


def opened_by(session: Session, fact: Fact, kind: FactType, context: Context) -> list[Message]:
    """Open the request of a new report; what whoever sent it is told about that."""
    opens = kind.opens
    if opens is None:
        return []
    wants = opens.kind_of(fact.fields)
    wanted = Wanted(
        key=f"{_KEY}{fact.id}",
        kind=wants,
        subject=subject_of(context, str(fact.fields.get(opens.subject, ""))),
        text=_words(kind, opens, fact, context),
        need_id=fact.id,
        flags=tuple(_flags(session, fact.fields, context)) if wants is RequestKind.SUPPORT else (),
    )
    request = add_request(session, wanted, context.speaker.tenant_id, context)
    return [opened(session, request, context)] if request.owner_id is None else []


def moved(session: Session, old: Fact, new: Fact, kind: FactType, context: Context) -> None:
    """The report was corrected: its request is about the correction, which those in charge read."""
    for request in session.scalars(select(Request).where(Request.need_id == old.id)):
        request.need_id = new.id
        if kind.opens is None or not request.key.startswith(_KEY):
            continue
        words = _words(kind, kind.opens, new, context)
        if words == request.text:
            continue
        request.text = words
        session.flush()
        if requests.move(session, request, context.person_id, context.now, Move.ADD, words):
            told = {"receipt": request.receipt, "name": context.speaker.name, "text": words}
            tell_owner(session, request, say("request-corrected-news", **told), context)


def ended(session: Session, fact: Fact, context: Context, reason: str | None = None) -> None:
    """The report was taken back, or rejected for a reason: who would have answered hears it."""
    for request in session.scalars(
        select(Request).where(Request.need_id == fact.id, Request.state.in_(OPEN))
    ):
        by, now = context.person_id, context.now
        if requests.move(session, request, by, now, Move.CLOSE, reason or "", closed_at=now, closed_by=by):
            context.note(session, "close-request", request, new={"reason": reason or ""})
            tell_owner(session, request, say("request-taken-back-news", receipt=request.receipt), context)


def _words(kind: FactType, opens: Opens, fact: Fact, context: Context) -> str:
    """What it is about, and in the words it was written in."""
    field = kind.field(opens.subject)
    option = field.option(str(fact.fields.get(opens.subject, ""))) if field else None
    said = str(fact.fields.get(opens.text, ""))
    parts = tuple(part for part in (option.label if option else None, said) if part)
    return context.texts.render(Lines(parts, ": "), context.speaker.locale)


def _flags(session: Session, answers: dict[str, Any], context: Context) -> Iterator[str]:
    """What those who decide on support should know: who goes first, what was granted, who is no case."""
    if answers.get(_GROUPS):
        yield "priority"
    kind = context.catalogue.for_tenant(context.speaker.tenant_code).fact_types.get(_GRANTED)
    if kind is None or not answers.get(_CONTENT):
        return
    granted: dict[str, Answer] = {
        "org": answers.get("org", ""),
        "org_type": answers.get("org_type", ""),
        "content": answers[_CONTENT],
        "stage": _APPROVED,
        "date": context.today.isoformat(),
    }
    form = new_form(kind, "support", {}, context.now)
    asked = (session, context.speaker, context.catalogue, context.now, form, granted)
    if broken_by_answers(*asked):
        yield "granted-before"
    if not moves_targets(*asked):
        yield "no-target"
