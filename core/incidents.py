"""Incidents with personal data: what is asked of one, the steps that follow, and the clock of the law.

Whoever finds a violation that may harm somebody tells the authority within 72 hours of finding it
(Law 91/2025/QH15, article 23.1). Days off and nights count.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.periods import local_time
from core.texts import Speech, lines, say, show_moment

#: from finding it to telling the authority
LAW = timedelta(hours=72)
#: hours after it was found at which those in charge are told how much is left; at the last it is over
MARKS = (24, 48, 66, 72)
#: from this one on nights are no reason to wait: the rest of the 72 hours may be over before the morning
AT_ANY_HOUR = 66
#: how the recheck of these messages is called
CLOCK = "incident"
#: nothing older is reported by the form: a slip of the year, or of the day and the month
OLDEST = timedelta(days=366)

KINDS = ("leaked", "misdirected", "lost", "account", "other")
DATA = ("name", "phone", "address", "number", "photo", "message", "access", "sensitive", "other")
WHERE = ("messenger", "web", "file", "device", "paper", "other")
#: how many people, where nobody counted yet: the most that a button stands for
PEOPLE = (1, 10, 100, 1000)
MOST_PEOPLE = 1_000_000


class Step(StrEnum):
    """What is done about an incident, in order. Each is done, or said to be needless and why."""

    CONTAIN = "contain"
    BLOCK = "block"
    AUTHORITY = "authority"
    PEOPLE = "people"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Clock:
    """How the law's time stands: when it ends, and whole hours left of it, or gone since."""

    ends: datetime
    hours: int
    over: bool


def clock(found_at: datetime, now: datetime) -> Clock:
    """The clock of what was found then."""
    ends = found_at + LAW
    over = now >= ends
    hours = ((now - ends) if over else (ends - now)) // timedelta(hours=1)
    return Clock(ends, hours, over)


def clock_line(found_at: datetime, now: datetime, zone: str) -> Speech:
    """ "61 hours left, until 14:00 24/11/2026": of the time within which the authority is told."""
    stands = clock(found_at, now)
    key = "incident-clock-over" if stands.over else "incident-clock"
    return say(key, hours=stands.hours, at=at(stands.ends, zone))


def at(moment: datetime, zone: str) -> str:
    """An hour and a day where the people are: 14:00 24/11/2026."""
    return show_moment(local_time(moment, zone), "vi")


def briefly(moment: datetime, zone: str) -> str:
    """The same where the year stands beside it: 14:00 24/11."""
    there = local_time(moment, zone)
    return f"{there:%H:%M} {there.day}/{there.month}"


def reminder(receipt: str, found_at: datetime, now: datetime, zone: str) -> Speech:
    """What those in charge are told while the authority is still to be told."""
    return lines(say("incident-reminder", receipt=receipt), clock_line(found_at, now, zone))
