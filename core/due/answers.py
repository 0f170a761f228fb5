"""What people answered about a matter, and what follows from it for the reminders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Reply(StrEnum):
    """LATER: ask again on a day. DOING: on it, with why it takes time. NOT_MINE: somebody else is in charge.

    NOTHING: this time there is nothing to report. DONE: it was done elsewhere.
    """

    LATER = "later"
    DOING = "doing"
    NOT_MINE = "not-mine"
    NOTHING = "nothing"
    DONE = "done"


#: those that end a matter
ENDING = (Reply.NOTHING, Reply.DONE)


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
    """The last answer of each person about each matter."""
    return {(each.person, each.key): each for each in sorted(replies, key=lambda each: each.at)}
