"""What a conversation may ask to be done about messages to many."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from core.broadcasts.audience import Audience
from core.broadcasts.states import Ask, BroadcastKind
from core.broadcasts.timing import Repeat
from core.messages import FileRef

#: moves of a message that need nothing but its number
Move = Literal["propose", "stop", "go-on", "end", "cancel", "recall"]


@dataclass(frozen=True, slots=True)
class WriteBroadcast:
    """A new message with these words, or with a file.

    `of` is the message that it corrects or reminds of: then it goes to those who got that one.
    """

    text: str
    file: FileRef | None = None
    audience: Audience = field(default_factory=Audience)
    kind: BroadcastKind = BroadcastKind.MESSAGE
    of: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeBroadcast:
    """Change what was given of a message that has not been released; None stays as it is."""

    number: int
    text: str | None = None
    file: FileRef | None = None
    no_file: bool = False
    ask: Ask | None = None
    options: tuple[str, ...] = ()
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class ScheduleBroadcast:
    """When it goes out: local time, None for at once; how often, and until which day."""

    number: int
    at: datetime | None = None
    repeat: Repeat = Repeat.ONCE
    until: date | None = None
    any_hour: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseBroadcast:
    """Let it go out to `count` people; nothing goes out when they are more or fewer by now.

    `mark`: of the message that was looked at (BroadcastKnown.mark); a changed one does not go out.
    `at_night`: in quiet hours, too.
    """

    number: int
    count: int
    mark: str
    at_night: bool = False


@dataclass(frozen=True, slots=True)
class RefuseBroadcast:
    """An admin does not release it, and says why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class MoveBroadcast:
    """See Move: propose it, stop it, let it go on, end it, throw it away, take it back."""

    number: int
    move: Move


@dataclass(frozen=True, slots=True)
class AnswerBroadcast:
    """Somebody who got it acknowledges it, answers or chooses."""

    number: int
    answer: str = ""


BroadcastEffect = (
    WriteBroadcast
    | ChangeBroadcast
    | ScheduleBroadcast
    | ReleaseBroadcast
    | RefuseBroadcast
    | MoveBroadcast
    | AnswerBroadcast
)
