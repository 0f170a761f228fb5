"""What a conversation may know of requests and questions, and look up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.looked_at import mark_of


@dataclass(frozen=True, slots=True)
class StoryKnown:
    """One entry of a request's story: when (local time), who, what they did and said."""

    at: datetime
    name: str
    move: str
    text: str


@dataclass(frozen=True, slots=True)
class RequestKnown:
    """A request as its card shows it; times are local. `own`: the speaker asked it. `decides`: they may
    delete or restrict the data of who did.
    """

    id: int
    receipt: str
    kind: str
    subject: str
    text: str
    state: str
    asker: str
    business: str
    own: bool
    mine: bool
    owner: str | None
    unit: str | None
    unit_code: str | None
    opened_at: datetime
    expected_by: datetime
    flags: tuple[str, ...] = ()
    decides: bool = False
    story: tuple[StoryKnown, ...] = ()


@dataclass(frozen=True, slots=True)
class VainKnown:
    """A question that nobody has seen to: not known, unsure, or its answer was no good; asked `often`."""

    id: int
    text: str
    often: int
    article: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProposalKnown:
    """An officer's answer proposed as an article. `own`: the speaker proposed it."""

    id: int
    question: str
    answer: str
    name: str
    own: bool

    @property
    def mark(self) -> str:
        """Of what is asked and answered."""
        return mark_of(self.question, self.answer)


class RequestLookups(Protocol):
    """Each is one query; what the speaker may not see is not there."""

    def at_desk(self) -> Sequence[RequestKnown]: ...
    def asked(self, limit: int) -> Sequence[RequestKnown]: ...
    def one(self, request_id: int) -> RequestKnown | None: ...
    def open_about(self, subject: str) -> RequestKnown | None: ...
    def waiting_lists(self) -> Sequence[tuple[str, int, int]]: ...
    def waiting_for(self, course: str) -> Sequence[RequestKnown]: ...
    def in_vain(self, first: int, limit: int) -> Sequence[VainKnown]: ...
    def how_many_in_vain(self) -> int: ...
    def proposals(self) -> Sequence[ProposalKnown]: ...
