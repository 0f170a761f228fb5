"""What somebody asked and what became of it is kept; a producing household's question opens a need."""

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.request_effects import KeepQuestion, RateAnswer, SetOrgType
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.texts import say
from handlers.context import Context
from handlers.effects.needs import close_need, may_need, open_need
from handlers.subjects import need_of
from storage.models import Person
from storage.repositories import questions, requests

#: the list of kinds of organisation, and those of a commune's businesses that are offered to choose from
OFFERED = ("co_so_sx", "ho_kd", "htx", "dn")


def keep(session: Session, effect: KeepQuestion, context: Context) -> list[Message]:
    """Keep it, with the need it opens."""
    need = (
        open_need(session, context, need_of(context, effect.subject), effect.text) if effect.subject else None
    )
    questions.keep(
        session,
        {
            "tenant_id": context.speaker.tenant_id,
            "person_id": context.person_id,
            "at": context.now,
            "text": effect.text,
            "subject": effect.subject,
            "article": effect.article,
            "outcome": effect.outcome,
            "need_id": need,
        },
    )
    return []


def rate(session: Session, effect: RateAnswer, context: Context) -> list[Message]:
    """What the asker says of an answer; that it is what they wanted closes their need.

    A household that has not said what its business is says so now: only producers' questions are needs.
    """
    question = questions.last_about(session, context.person_id, effect.article)
    if question is not None:
        questions.rate(session, question.id, effect.good)
    if not effect.good:
        return []
    if question is not None and question.need_id is not None:
        close_need(session, context, question.need_id)
    return [Message(say("question-rated")), *what_business(session, context)]


def set_org_type(session: Session, effect: SetOrgType, context: Context) -> list[Message]:
    """What the business is, for the question just asked and all that follow."""
    person = session.get(Person, context.person_id)
    if person is None or effect.org_type not in OFFERED or context.role is not Role.HOUSEHOLD:
        return [Message(say("not-allowed"))]
    before, person.org_type = person.org_type, effect.org_type
    session.flush()
    context.note(session, "set-org-type", person, old={"org_type": before}, new={"org_type": effect.org_type})
    last = questions.last_of(session, person.id)
    if last is not None and last.subject and last.need_id is None:
        last.need_id = open_need(session, context, need_of(context, last.subject), last.text)
        if last.need_id is not None and last.good:
            close_need(session, context, last.need_id)
    for request in requests.asked_without_need(session, person.id):
        request.need_id = open_need(session, context, need_of(context, request.subject), request.text)
    session.flush()
    return [Message(say("org-type-noted"), in_place=True)]


def what_business(session: Session, context: Context) -> list[Message]:
    """The question what their business is, to a household that has not said."""
    person = session.get(Person, context.person_id)
    if person is None or person.org_type is not None or not may_need(context):
        return []
    options = (Option(say("org-type-is", type=code), token("ot", code)) for code in OFFERED)
    return [Message(say("org-type-ask"), rows_of(options, 1))]
