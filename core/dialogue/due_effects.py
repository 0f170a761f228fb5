"""What conversations about what is due ask for."""

from dataclasses import dataclass
from datetime import date

from core.due.answers import Reply


@dataclass(frozen=True, slots=True)
class ShowDues:
    """The list of what the person answers for; of managers, of everybody. Pages count from 0."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowDue:
    """One matter with what may be answered about it."""

    key: str


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """The person answers about a matter; `text` is the reason of one they are at work on."""

    key: str
    reply: Reply
    text: str = ""


@dataclass(frozen=True, slots=True)
class TakeLeave:
    """The person is away until that day, from today on or from a later day; None: they are back."""

    until: date | None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ShowPlacesBelow:
    """The tenants below of which the person was told that something is late. Pages count from 0."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowDueBelow:
    """What is late in one tenant below, by its id. Pages count from 0."""

    tenant: int
    page: int = 0


DueEffect = ShowPlacesBelow | ShowDueBelow | ShowDues | ShowDue | AnswerDue | TakeLeave
