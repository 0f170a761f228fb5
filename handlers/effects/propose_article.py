"""An officer's answer becomes an article of the tenant once somebody else approves it."""

from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.request_effects import DecideArticle, DraftArticle, SettleQuestion
from core.dialogue.steps import Message, Option
from core.permissions import Action
from core.requests.known import ProposalKnown
from core.requests.states import RequestKind
from core.texts import lines, say
from handlers.context import Context
from handlers.conversations.knowledge_desk import decisions, proposed
from storage.models import LocalArticle, Person, Request
from storage.queries.requests import last_answer
from storage.repositories import questions, requests

#: an answer of an officer is looked at again after this long
REVIEWED_AFTER = timedelta(days=365)
_BACK = ((Option(say("menu-vain"), "go:vain"),),)


def draft(session: Session, effect: DraftArticle, context: Context) -> list[Message]:
    """Propose it; those who may approve are told. A second press finds the first."""
    request = session.get(Request, effect.request_id)
    answer = last_answer(session, effect.request_id)
    if request is None or request.tenant_id != context.speaker.tenant_id or not answer:
        return [Message(say("article-nothing"))]
    if request.kind == RequestKind.DATA:  # about one person, and no business of anybody else
        return [Message(say("article-personal"))]
    if not context.may(Action.ANSWER_REQUESTS):
        return [Message(say("not-allowed"))]
    article = session.query(LocalArticle).filter_by(request_id=request.id).first()
    if article is not None and (article.state != "rejected" or article.answer == answer):
        return [Message(say("article-already"))]
    if article is None:
        article = LocalArticle(tenant_id=request.tenant_id, request_id=request.id)
        session.add(article)
    article.subject, article.question, article.answer = request.subject, request.text, answer
    article.state, article.decided_by, article.decided_at = "draft", None, None
    article.proposed_by, article.proposed_at = context.person_id, context.now
    article.review_by = context.today + REVIEWED_AFTER
    session.flush()
    context.note(session, "propose-article", article, new={"question": article.question, "answer": answer})
    told = _ask(session, article, context)
    return [Message(say("article-waits" if told else "article-waits-nobody"))]


def decide(session: Session, effect: DecideArticle, context: Context) -> list[Message]:
    """The first decision holds. Nobody approves their own."""
    article = session.get(LocalArticle, effect.article_id, with_for_update=True, populate_existing=True)
    allowed = context.may(Action.KEEP_KNOWLEDGE)
    if article is None or article.tenant_id != context.speaker.tenant_id or not allowed:
        return [Message(say("article-gone"), _BACK)]
    if article.proposed_by == context.person_id:
        return [Message(say("article-own"), _BACK)]
    found = _known(session, article)
    if article.state == "draft" and effect.mark != found.mark:
        first = say("article-changed") if effect.mark else None
        return [Message(lines(first, proposed(found)), (decisions(found), *_BACK))]
    state = "approved" if effect.approve else "rejected"
    decided = session.scalar(
        update(LocalArticle)
        .where(LocalArticle.id == article.id, LocalArticle.state == "draft")
        .values(state=state, decided_by=context.person_id, decided_at=context.now)
        .returning(LocalArticle.id)
    )
    session.refresh(article)
    if decided is not None:
        context.note(session, "decide-article", article, old={"state": "draft"}, new={"state": state})
    return [Message(say(f"article-{article.state}"), _BACK, in_place=True)]


def settle(session: Session, effect: SettleQuestion, context: Context) -> list[Message]:
    """A question asked in vain is seen to."""
    if not context.may(Action.KEEP_KNOWLEDGE):
        return [Message(say("not-allowed"))]
    tenant = context.speaker.tenant_id
    questions.settle(session, tenant, effect.question_id, context.person_id, context.now)
    return [Message(say("vain-settled"), _BACK, in_place=True)]


def _ask(session: Session, article: LocalArticle, context: Context) -> int:
    roles = (Role.MANAGER.value, Role.ADMIN.value)
    keepers = requests.in_charge(session, article.tenant_id, None, roles)
    found = _known(session, article)
    news = Message(proposed(found), (decisions(found),))
    others: list[Person] = [one for one in keepers if one.id != context.person_id]
    return sum(context.tell(session, one, news) for one in others)


def _known(session: Session, article: LocalArticle) -> ProposalKnown:
    author = session.get_one(Person, article.proposed_by)
    return ProposalKnown(article.id, article.question, article.answer, author.name, own=False)
