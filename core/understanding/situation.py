"""Who says it, when, and what went before: all that reading a message depends on besides its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sender:
    """`unit` is the officer's own; `org` and `org_type` a household's. `levels` is the level of the tenant."""

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
    """The day, the sender, the latest records first or last as they were made, and what the bot has just asked."""

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


@dataclass
class Reading:
    """What a message was understood to mean; `steps` says how, for people."""

    intent: str
    topic: str | None = None
    records: list[Record] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    #: other intents or kinds nearly as likely: shown as buttons
    others: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
