"""When somebody may be written to, on a messenger that lets only those be written to who wrote lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

#: a closed window is looked at again after this long: its owner may have written meanwhile
LOOK_AGAIN = timedelta(minutes=10)
#: what is due when the window will be closed is written so long before that: on day 5 to 6 of seven
AHEAD = timedelta(days=2)
#: how the reason of what can be sent in no way begins
UNDELIVERABLE = "not deliverable"
#: why a message waits whose window is closed: it goes out when they write, if that is soon enough
AWAITED = "waits until they write again"


class Standing(StrEnum):
    """What writing to somebody costs now."""

    FREE = "free"
    BILLED = "billed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Window:
    """How long after somebody's last own act they may be written to: for nothing, and at all.

    `margin` is kept from either end: a message takes time to arrive. `pays`: whether messages that are billed
    may be sent. `template`: whether a pre-approved message may stand in for one that may not.
    """

    free: timedelta
    closes: timedelta
    margin: timedelta = timedelta(minutes=10)
    pays: bool = True
    template: bool = False

    def standing(self, last: datetime | None, now: datetime) -> Standing:
        """What it costs to write at `now` to who acted last at `last`; None: never, or too long ago."""
        if last is None:
            return Standing.CLOSED
        age = now - last
        if age < self.free - self.margin:
            return Standing.FREE
        return Standing.BILLED if age < self.closes - self.margin else Standing.CLOSED

    def lets(self, last: datetime | None, now: datetime) -> bool:
        """Whether a message of our own goes to who acted last at `last`."""
        standing = self.standing(last, now)
        return standing is Standing.FREE or (standing is Standing.BILLED and self.pays)


@dataclass(frozen=True, slots=True)
class Write:
    """Send it as it is."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """Send the pre-approved message in its place."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Look again at this moment."""

    when: datetime


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """It can be sent in no way, and waiting for them to write would be of no use."""

    reason: str


def decide(
    window: Window, last: datetime | None, now: datetime, useless_after: datetime | None
) -> Write | StandIn | Wait | Undeliverable:
    """What becomes of a message to somebody who acted last at `last`.

    Outside the window the template stands in, where there is one; else the message waits for them to write,
    as long as it is of use. One of no stated use waits for nothing: nobody would be told that it does.
    """
    if window.lets(last, now):
        return Write()
    if window.template:
        return StandIn()
    if useless_after is not None and now + window.margin < useless_after:
        return Wait(min(now + LOOK_AGAIN, useless_after - window.margin))
    return Undeliverable(_reason(window, last, now))


def ahead(window: Window, last: datetime | None, due: datetime, now: datetime) -> datetime | None:
    """When to write what is due at `due` instead, since by then it may not be written any more.

    None where it can wait until it is due, and where it is too late for anything else.
    """
    if last is None or window.lets(last, due):
        return None
    moment = max(now, last + window.closes - AHEAD)
    return moment if moment < due and window.lets(last, moment) else None


def _reason(window: Window, last: datetime | None, now: datetime) -> str:
    limit = window.closes if window.pays else window.free
    hours = round(limit.total_seconds() / 3600)
    since = (
        "it is not known when they last wrote" if last is None else f"they last wrote {_age(now - last)} ago"
    )
    return f"{UNDELIVERABLE}: the messenger takes messages only for {hours} hours after theirs, and {since}"


def _age(age: timedelta) -> str:
    return f"{age.days} days" if age.days >= 2 else f"{round(age.total_seconds() / 3600)} hours"
