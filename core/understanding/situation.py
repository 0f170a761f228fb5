"""Who says it, when, and what went before: all that reading a message depends on besides its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sender:
    """`unit` is the officer's own; `org`, `org_type` a household's; `level` that of the tenant."""

    role: str
    unit: str = ""
    org: str = ""
    org_type: str = ""
    level: str = "xa"
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prior:
    """A record there is already, its fields under the names of records."""

    id: str
    topic: str
    fields: Mapping[str, Any]
    draft: bool = False
    own: bool = True


@dataclass(frozen=True, slots=True)
class Situation:
    """The day, the sender, the latest records in the order they were made, and what the bot has just
    asked.
    """

    today: date
    sender: Sender
    prior: tuple[Prior, ...] = ()
    pending: str = ""


@dataclass
class Record:
    """One thing to be stored, corrected, withdrawn; `fields` under the names of records."""

    op: str
    topic: str
    fields: Fields = field(default_factory=dict)
    target: str | None = None
    fact_type: str = ""
    #: other kinds of report that its words may be about
    others: tuple[str, ...] = ()
    #: more of what an earlier record tells, as its sender says: no double of it
    more: bool = False
    #: where in the message, as it was read, the clause begins that tells it
    at: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done with a message, and what came of it, a line each."""

    name: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}: {'; '.join(self.lines)}"


@dataclass
class Reading:
    """What a message was understood to mean."""

    intent: str
    topic: str | None = None
    records: list[Record] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    #: other intents or kinds nearly as likely: shown as buttons
    others: list[str] = field(default_factory=list)
    #: the day of what is only planned
    day: date | None = None
    #: the first and the last day a wanted report is to be of
    days: tuple[date, date] | None = None
    #: what the message has of `core.understanding.intents.FEATURES` and of content's features, with "#"
    features: frozenset[str] = frozenset()
    #: the earlier records that a correction or a withdrawal may be about, the latest first
    about: tuple[str, ...] = ()
    #: a happening was told more than once, and is one
    repeated: bool = False
    #: the message with its blanks and marks, and up to where it was read
    message: str = ""
    read_to: int = 0
    #: the message without the proper names in it; empty where there are none
    unnamed: str = ""
    #: says how, for people: called only where somebody looks
    explain: Callable[[], list[Step]] = list

    def taken(self, most: int) -> int:
        """How many records are taken up where `most` are to be: whole clauses, and one of them at least."""
        ends = [n for n in range(1, len(self.records)) if self.records[n].at > self.records[n - 1].at]
        ends.append(len(self.records))
        return max((n for n in ends if n <= most), default=ends[0])

    def left(self, most: int) -> str:
        """The rest of the message, behind so many records: what was not taken up, and what was not read."""
        taken = self.taken(most)
        start = self.records[taken].at if taken < len(self.records) else self.read_to
        return self.message[start:].strip()

    @property
    def steps(self) -> list[Step]:
        """How the message was understood, in the order of its working."""
        return self.explain()
