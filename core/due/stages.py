"""The days on which a matter is told, to whom. Days off are avoided: before the last day, the working day
before; after it, the next one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.reminders import REPEATS, Policy
from core.due.matters import Audience
from core.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Stage:
    """`day` is when it is told; `late` whether the last day has gone by then."""

    day: date
    audience: Audience
    late: bool = False


def stages(due: date, policy: Policy, calendar: WorkingDays) -> tuple[Stage, ...]:
    """All stages of a matter, in order of their days. Of two for the same ears on one day there is one."""
    found = dict.fromkeys(_stages(due, policy, calendar))
    return tuple(sorted(found, key=lambda each: (each.day, list(Audience).index(each.audience))))


def _stages(due: date, policy: Policy, calendar: WorkingDays) -> Iterator[Stage]:
    for days in policy.before:
        yield Stage(calendar.on_or_before(due - timedelta(days=days)), Audience.OFFICER)
    higher = ((Audience.MANAGER, policy.manager_after), (Audience.ABOVE, policy.above_after))
    earliest = due
    for audience, after in higher:
        if after is not None:
            day = calendar.on_or_after(max(earliest, due + timedelta(days=after)))
            yield Stage(day, audience, late=True)
            # who is spoken of hears it on the same day
            yield Stage(day, Audience.OFFICER, late=True)
            # over days off a manager has a day to act, too, before it goes further up
            earliest = day + timedelta(days=1)
    for number in range(REPEATS if policy.every else 0):
        after = (policy.every or 0) * (number + 1)
        yield Stage(calendar.on_or_after(due + timedelta(days=after)), Audience.OFFICER, late=True)


@dataclass(frozen=True, slots=True)
class Reached:
    """The stage that counts on a day, and whether it is too late to tell it."""

    stage: Stage
    skipped: bool


def reached(days: Sequence[Stage], policy: Policy, audience: Audience, today: date) -> Reached | None:
    """The last stage for these ears that has come; earlier ones are part of it. None before the first."""
    past = [each for each in days if each.audience is audience and each.day <= today]
    if not past:
        return None
    last = past[-1]
    too_late = policy.late_days is not None and today > last.day + timedelta(days=policy.late_days)
    return Reached(last, too_late)


def next_up(days: Sequence[Stage], today: date) -> tuple[Stage, ...]:
    """When the manager and the level above will be told, if nothing is done: those still to come."""
    return tuple(each for each in days if each.audience is not Audience.OFFICER and each.day > today)
