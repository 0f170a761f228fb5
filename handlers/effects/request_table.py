"""The effects about questions and requests, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.request_effects import (
    AnnounceClass,
    AnswerRequest,
    CloseRequest,
    DecideArticle,
    DraftArticle,
    HandOverRequest,
    KeepQuestion,
    OpenRequest,
    PassUpRequest,
    RateAnswer,
    SayToRequest,
    SetOrgType,
    SettleQuestion,
    TakeRequest,
)
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import answer_people, ask_people, keep_question, propose_article

REQUEST_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    KeepQuestion: keep_question.keep,
    RateAnswer: keep_question.rate,
    SetOrgType: keep_question.set_org_type,
    OpenRequest: ask_people.open_request,
    SayToRequest: ask_people.say_to_request,
    TakeRequest: answer_people.take,
    AnswerRequest: answer_people.answer,
    HandOverRequest: answer_people.hand_over,
    PassUpRequest: answer_people.pass_up,
    AnnounceClass: answer_people.announce,
    CloseRequest: answer_people.close,
    DraftArticle: propose_article.draft,
    DecideArticle: propose_article.decide,
    SettleQuestion: propose_article.settle,
}
