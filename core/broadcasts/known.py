"""What a conversation may know of messages to many, and look up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from core.broadcasts.audience import Audience
from core.broadcasts.states import Ask, BroadcastKind, BroadcastState, Fate
from core.broadcasts.timing import Repeat
from core.looked_at import mark_of
from core.messages import FileRef

#: letters of a message; with a picture or a file they stand below it, where messengers take fewer
LONGEST, LONGEST_BELOW_FILE = 1500, 900
#: choices of a poll, and letters of each
MOST_OPTIONS, LONGEST_OPTION = 8, 40
#: more people than this, and their number is typed before it goes to them
TYPED_ABOVE = 50
#: receivers shown by name
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ReachKnown:
    """How many an audience is: by channel, and those who cannot be written to; some of them by name.

    `below` of those who get it are of so many `communes` of the level below.
    """

    channels: Mapping[str, int] = field(default_factory=dict)
    never: int = 0
    blocked: int = 0
    examples: Sequence[tuple[str, str]] = ()
    below: int = 0
    communes: int = 0

    @property
    def reached(self) -> int:
        return sum(self.channels.values())


@dataclass(frozen=True, slots=True)
class ResultKnown:
    """What became of a message so far."""

    fates: Mapping[Fate, int] = field(default_factory=dict)
    answered: int = 0
    choices: Mapping[str, int] = field(default_factory=dict)

    def count(self, *fates: Fate) -> int:
        return sum(self.fates.get(fate, 0) for fate in fates)


@dataclass(frozen=True, slots=True)
class BroadcastKnown:
    """A message to many as its card shows it; times are local. `own`: the speaker wrote it.

    `start_at` None: as soon as it is released. `opens_at` is when quiet hours end, if they hold it up then.
    """

    id: int
    kind: BroadcastKind
    state: BroadcastState
    of_id: int | None
    text: str
    file: FileRef | None
    ask: Ask
    options: tuple[str, ...]
    audience: Audience
    author: str
    own: bool
    refused_why: str
    start_at: datetime | None
    opens_at: datetime | None
    any_hour: bool
    repeat: Repeat
    repeat_until: date | None
    began_at: datetime | None
    ended_at: datetime | None
    released_by: str

    @property
    def mark(self) -> str:
        """Of what goes out to whom when: it is another one once any of that is changed."""
        what = (self.text, self.file, self.ask, self.options, self.audience.as_json())
        return mark_of(*what, self.start_at, self.any_hour, self.repeat, self.repeat_until)


@dataclass(frozen=True, slots=True)
class BroadcastListed:
    """A message in a list; `at` is local: when it went out, goes out or was written."""

    id: int
    kind: BroadcastKind
    state: BroadcastState
    text: str
    at: datetime


class BroadcastLookups(Protocol):
    """Each is a query or two; what the speaker may not see is not there."""

    def listed(self, most: int) -> Sequence[BroadcastListed]: ...
    def one(self, number: int) -> BroadcastKnown | None: ...
    def reach(self, audience: Audience) -> ReachKnown: ...
    def result(self, number: int) -> ResultKnown: ...
    def trades(self) -> Sequence[tuple[str, ...]]: ...
    def communes(self) -> Sequence[tuple[str, str]]: ...
    def asked(self, number: int) -> "AskedKnown | None": ...


@dataclass(frozen=True, slots=True)
class AskedKnown:
    """A message that the speaker got, and what was asked of them; `answered` if they have answered."""

    id: int
    ask: Ask
    options: tuple[str, ...]
    answered: bool
    answer: str
