"""What a report was asked about before it was sent is kept with it, for who reviews it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.confidential import CONFIDENTIAL
from core.dialogue.review_effects import DoubtsRead
from core.dialogue.state import Answer, FormState
from core.dialogue.steps import Message, Option
from core.texts import LOCALES, Label, Speech, say
from handlers.context import Context
from handlers.known_reviews import reviewed_by
from storage.models import Fact, Person
from storage.queries.visible import visible_facts
from storage.repositories import doubts


def asked(form: FormState, answers: Mapping[str, Answer], context: Context) -> Sequence[Label]:
    """What was asked and said to be right, in both languages; to be read before the report is stored."""
    if form.fact_type in CONFIDENTIAL:
        return ()
    look = context.known.look
    found: list[Speech] = []
    if form.sure:
        found += [each.text for each in look.doubts(form, answers) if each.key in form.sure]
    similar = look.similar(form, answers) if form.not_duplicate and form.corrects is None else None
    if similar is not None:
        found.append(say("doubt-similar", receipt=similar.receipt, name=similar.reporter_name))
    vi, en = LOCALES
    return [Label(context.texts.render(each, vi), context.texts.render(each, en)) for each in found]


def read(session: Session, effect: DoubtsRead, context: Context) -> list[Message]:
    """Somebody who may send the report back has read what was asked about it."""
    fact = session.scalar(select(Fact).where(Fact.id == effect.fact_id, visible_facts(context.viewer)))
    reporter = session.get(Person, fact.reporter_id) if fact else None
    if fact is None or not reviewed_by(context.speaker, context.rights, fact, reporter):
        return [Message(say("not-allowed"))]
    doubts.read(session, fact.id, context.person_id, context.now)
    context.note(session, "read-doubts", fact)
    back = (Option(say("menu-pending"), "go:pending"), Option(say("menu-button"), "go:menu"))
    return [Message(say("remark-closed", receipt=fact.receipt), (back,), in_place=True)]
