"""Reports that were sent back: what was remarked about which answer, and what became of it.

open -> corrected or explained -> closed. Who sent it back closes it, or sends it back once more. Meanwhile it
counts, or waits, as before: what figures said yesterday does not change because somebody has a question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.dialogue.state import Answer
from core.locks import LockKnown
from core.spans import Span
from core.texts import Label, Speech

#: stands for the whole report, where a remark is about no one answer
WHOLE = ""


class RemarkState(StrEnum):
    OPEN = "open"
    CORRECTED = "corrected"
    EXPLAINED = "explained"
    CLOSED = "closed"


#: those that who sent the report back has to look at again
ANSWERED = (RemarkState.CORRECTED, RemarkState.EXPLAINED)
#: those that somebody still has to do something about
RUNNING = (RemarkState.OPEN, *ANSWERED)


@dataclass(frozen=True, slots=True)
class RemarkKnown:
    """A remark that is not closed. `at` is local time; `own`: the speaker, or their tenant, made it.

    `fact_id` is the report as it stands now, `before` what it said when it was sent back.
    """

    id: int
    fact_id: int
    #: the answer it is about, or WHOLE
    about: str
    reason: str
    #: who made it
    by: Speech
    at: datetime
    state: RemarkState
    own: bool
    #: number, status and sender of the report
    receipt: str
    status: str
    reporter: Speech
    #: whether the speaker may answer it
    answers: bool = False
    #: in which words it was left as it is
    answer: str = ""
    before: Mapping[str, Answer] = field(default_factory=dict)


def changes(about: str, before: Mapping[str, Answer], now: Mapping[str, Answer]) -> bool:
    """Whether a correction changes what a remark is about."""
    return before != now if about == WHOLE else before.get(about) != now.get(about)


class ReviewLookups(Protocol):
    """What a conversation may look up about reports that are reviewed."""

    def on(self, fact_id: int) -> Sequence[RemarkKnown]:
        """The remarks on a report that are not closed."""
        ...

    def one(self, remark_id: int) -> RemarkKnown | None:
        """A remark on a report that the speaker may see; closed ones, too."""
        ...

    def numbered(self, receipt: str) -> Sequence[tuple[int, str]]:
        """The report with this number as it stands, and whose it is: the own tenant's, or of each below."""
        ...

    def asked_about(self, fact_id: int) -> Sequence[tuple[Label, bool]]:
        """What was asked about a report before it was sent, and whether who reviews it has read that."""
        ...

    def together(self, fact_id: int) -> Sequence[tuple[str, Speech]]:
        """Receipt and sender of the other reports of the same work, which counts once."""
        ...

    def unread(self, limit: int) -> Sequence[tuple[int, str, Speech]]:
        """Reports that count of which nobody has read what was asked: number, receipt, sender."""
        ...

    def locks(self) -> Sequence[LockKnown]:
        """The closed periods of the speaker's tenant, the latest first."""
        ...

    def lock_over(self, fact_id: int) -> LockKnown | None:
        """The closed period that a report, or what it corrects, is about."""
        ...

    def waiting_in(self, span: Span) -> int:
        """How many reports about these days wait."""
        ...

    def to_answer(self) -> Sequence[RemarkKnown]:
        """What the speaker was asked back about and has not answered; a manager what came from above."""
        ...

    def to_look_at(self, limit: int) -> Sequence[RemarkKnown]:
        """What the speaker's tenant asked back about and was answered; none for who may not review."""
        ...
