"""What people may answer about a matter, what they answered, and what follows from it for the reminders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.due.matters import Kind


class Reply(StrEnum):
    """LATER: ask again on a day. DOING: on it, with why it takes time. NOT_MINE: somebody else is in charge.

    NOTHING: this time there is nothing to report. DONE: it was done elsewhere. AGAIN: the last answer was a
    slip, it stands as before.
    """

    LATER = "later"
    DOING = "doing"
    NOT_MINE = "not-mine"
    NOTHING = "nothing"
    DONE = "done"
    AGAIN = "again"


#: those that end a matter
ENDING = (Reply.NOTHING, Reply.DONE)
#: kinds that no report tells to be done, and those of which there may be nothing this time
_TOLD_DONE = (Kind.DATE, Kind.TASK)
_MAY_BE_NOTHING = (Kind.DATE, Kind.STEP, Kind.TASK)


def offered(kind: Kind, *, own: bool) -> tuple[Reply, ...]:
    """What may be answered about a matter of a kind; that it is not theirs only those say whose it is."""
    return (
        *((Reply.DONE,) if kind in _TOLD_DONE else ()),
        Reply.LATER,
        Reply.DOING,
        *((Reply.NOT_MINE,) if own else ()),
        *((Reply.NOTHING,) if kind in _MAY_BE_NOTHING else ()),
        Reply.AGAIN,
    )


@dataclass(frozen=True, slots=True)
class Replied:
    """One answer of a person about the matter of this key; `until` is the day of LATER."""

    person: int
    key: str
    reply: Reply
    at: datetime
    until: date | None = None
    text: str = ""


def latest(replies: Iterable[Replied]) -> dict[tuple[int, str], Replied]:
    """The last answer of each person about each matter.

    `replies` are in the order in which they came: a clock that was ahead does not decide.
    """
    return {(each.person, each.key): each for each in replies}
