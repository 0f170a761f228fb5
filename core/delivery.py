"""What may be decided about a message just before it goes out."""

from dataclasses import dataclass
from datetime import datetime

from core.messages import Outbound

#: priorities of messages: replies, notices to one person, bulk
REPLY, NOTICE, BULK = 0, 1, 2
#: stands in the reason of what was given up while it was on its way
PERHAPS = "it may have arrived"
#: why what waited for too long was dropped
TOO_LATE = "too late to be of use"


@dataclass(frozen=True, slots=True)
class Send:
    """Send it: as it was written, or with this message in its place."""

    message: Outbound | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: ask again at this moment (quiet hours, an open form)."""

    when: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    """No longer true or useful."""

    reason: str


Decision = Send | Later | Drop
