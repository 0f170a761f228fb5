"""What happened to one instrument, and how it stands on a day.

The law: a verification holds until its last day; a later one, passed or failed, takes its place; a lost
stamp, a repair or a change ends it. What an inspection finds ends nothing: only a designated body verifies.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class Happening(StrEnum):
    """What can happen to an instrument."""

    LISTED = "listed"
    VERIFIED = "verified"
    #: repaired, changed, or without its stamp: the verification holds no longer
    UNSTAMPED = "unstamped"
    RETIRED = "retired"
    RETURNED = "returned"
    INSPECTED = "inspected"


class Status(StrEnum):
    """Whether it is used in trade."""

    IN_USE = "in_use"
    OUT_OF_USE = "out_of_use"
    SOLD = "sold"

    @property
    def in_use(self) -> bool:
        return self is Status.IN_USE


class Trouble(StrEnum):
    """Why an instrument in use has no verification, beside that it ran out."""

    NEVER = "never"
    FAILED = "failed"
    UNSTAMPED = "unstamped"


#: why somebody takes an instrument out of use that is then another's
SOLD_FOR = "chuyen_di"


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: on which day, and when it was recorded. `passed` is of verifications and inspections.

    `valid_until` is the last day of a verification; `reason` a code of the report.
    """

    kind: Happening
    on: date
    at: datetime
    passed: bool | None = None
    valid_until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an instrument stands. `trouble` is None where the last verification passed and nothing ended it.

    `valid_until` is then its last day, None where nothing says how long it holds.
    """

    status: Status
    since: date
    trouble: Trouble | None = Trouble.NEVER
    verified_on: date | None = None
    valid_until: date | None = None
    inspected_on: date | None = None
    inspected_passed: bool | None = None

    @property
    def in_use(self) -> bool:
        return self.status is Status.IN_USE

    def valid(self, day: date) -> bool:
        """Whether it is in use with a verification that holds on the day."""
        return self.in_use and self.trouble is None and (self.valid_until is None or day <= self.valid_until)


def standing(events: Iterable[Event], day: date, cutoff: datetime) -> Standing | None:
    """How it stands on a day by what was recorded until the cut-off; None before it was listed."""
    known = (each for each in events if each.on <= day and each.at <= cutoff)
    now: Standing | None = None
    for event in sorted(known, key=lambda each: (each.on, each.at)):
        now = _after(now, event)
    return now


def _after(before: Standing | None, event: Event) -> Standing:
    now = before or Standing(Status.IN_USE, event.on)
    match event.kind:
        case Happening.LISTED:
            return now
        case Happening.VERIFIED:
            verified = replace(now, verified_on=event.on, valid_until=None, trouble=Trouble.FAILED)
            return (
                replace(verified, valid_until=event.valid_until, trouble=None) if event.passed else verified
            )
        case Happening.UNSTAMPED:
            # what failed, or never was verified, is so still
            return replace(now, valid_until=None, trouble=now.trouble or Trouble.UNSTAMPED)
        case Happening.RETIRED:
            status = Status.SOLD if event.reason == SOLD_FOR else Status.OUT_OF_USE
            # who takes it up again has it verified anew
            return replace(
                now, status=status, since=event.on, valid_until=None, trouble=now.trouble or Trouble.UNSTAMPED
            )
        case Happening.RETURNED:
            return replace(now, status=Status.IN_USE, since=event.on)
        case Happening.INSPECTED:
            return replace(now, inspected_on=event.on, inspected_passed=event.passed)
