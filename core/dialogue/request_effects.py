"""What a conversation may ask to be done about questions and requests."""

from dataclasses import dataclass
from typing import Literal

from core.requests.states import RequestKind

#: what became of a question: an article was shown; two or more to choose from; none was found; it is of
#: something near that others answer
Outcome = Literal["answered", "unsure", "unknown", "declined"]


@dataclass(frozen=True, slots=True)
class KeepQuestion:
    """Keep a question with what became of it. That of a producing household opens a need.

    `subject` is a code of content/knowledge, empty where none was found; `article` the one shown, or none.
    """

    text: str
    subject: str
    article: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RateAnswer:
    """Whoever asked says whether an article's answer is what they wanted; `good` closes their need."""

    article: str
    good: bool


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Hand a question or wish to the unit in charge of its subject. `key` makes it one request only.

    `article`: the approved answer that was shown and did not do. Without text it shows again what was opened.
    """

    key: str
    subject: str
    text: str
    kind: RequestKind = RequestKind.QUESTION
    article: str = ""


@dataclass(frozen=True, slots=True)
class SayToRequest:
    """Words of the asker for a request that is open, or (`again`) because its answer did not do."""

    request_id: int
    text: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class TakeRequest:
    """It is mine: nobody else has to."""

    request_id: int


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """Send the answer to who asked."""

    request_id: int
    text: str


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """Another unit is in charge of it."""

    request_id: int
    unit: str


@dataclass(frozen=True, slots=True)
class PassUpRequest:
    """The level above has to decide: it gets a request of its own, asked by who passes it up."""

    request_id: int


@dataclass(frozen=True, slots=True)
class AnnounceClass:
    """There is a class (a code of training_subjects): everybody on its waiting list reads the text."""

    course: str
    text: str


@dataclass(frozen=True, slots=True)
class CloseRequest:
    """It is done: who asked says so (`satisfied`) or needs it no more, or an officer gives a reason."""

    request_id: int
    satisfied: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetOrgType:
    """What the asker's business is (a code of the list org_types), for the need they just opened."""

    org_type: str


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """Propose the answer of a request as an article; somebody else approves it."""

    request_id: int


@dataclass(frozen=True, slots=True)
class DecideArticle:
    """Approve or turn down a proposed article as it was looked at. Nobody approves their own.

    `mark`: ProposalKnown.mark of what was looked at.
    """

    article_id: int
    approve: bool
    mark: str


@dataclass(frozen=True, slots=True)
class SettleQuestion:
    """Whoever keeps the knowledge has seen to a question that was asked in vain, however often."""

    question_id: int


RequestEffect = (
    KeepQuestion
    | RateAnswer
    | OpenRequest
    | SayToRequest
    | TakeRequest
    | AnswerRequest
    | HandOverRequest
    | PassUpRequest
    | AnnounceClass
    | CloseRequest
    | SetOrgType
    | DraftArticle
    | DecideArticle
    | SettleQuestion
)
