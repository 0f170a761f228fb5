"""Something that somebody owes by a day: a report, a step, a verification, an answer, a decision."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.texts import Speech


class Kind(StrEnum):
    """In the order in which matters of the same day are told."""

    #: a report that a plan obliges to, or a day that an admin set
    DUTY = "duty"
    DATE = "date"
    STEP = "step"
    #: a task that has no steps, and the number a target is to reach
    TASK = "task"
    GOAL = "goal"
    REQUEST = "request"
    PENDING = "pending"
    INSTRUMENTS = "instruments"


class Audience(StrEnum):
    """Who is told: those in charge, then their manager, then the level above."""

    OFFICER = "officer"
    MANAGER = "manager"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is due. `due` is its last day: at the end of it, it is late.

    `key` is the same for as long as it is the same matter; it stands in buttons: no colon, at most 53
    characters. In charge are the `people` (ids), or else those of
    the `units` (codes); where neither is known, the managers. `link` is the token of where it is done,
    `look` that of a page about it. `detail` says how it stands.
    """

    kind: Kind
    key: str
    due: date
    name: Speech
    units: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    link: str = ""
    look: str = ""
    detail: Speech | None = None
    done: bool = False


def urgency(matter: Matter) -> tuple[date, int, str]:
    """What is due first comes first; of one day, reports and steps before what waits daily."""
    return matter.due, list(Kind).index(matter.kind), matter.key
