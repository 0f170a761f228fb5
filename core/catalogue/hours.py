"""Hours that an admin set for a tenant: when jobs come, and when nobody is written to. Pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import time

from core.catalogue.schedule import JobTime, Schedule

#: hours by their key: that of a job is "14:00", "5 14:00" with a weekday, or OFF; quiet ones "20:00-07:00"
Hours = tuple[tuple[str, str], ...]

QUIET = "quiet"
OFF = "off"
#: jobs that write to people, whose hour may be set; those that come once a week have a weekday, too
JOBS = (
    "digest_morning",
    "digest_afternoon",
    "weekly_reminder",
    "weekly_summary",
    "own_week",
    "daily_summary",
    "monthly_summary",
    "quarterly_summary",
    "own_month",
)
#: jobs that are off until an hour is set, and can be again
CHOSEN: Mapping[str, JobTime] = {"daily_summary": JobTime(at=time(16, 45), late_hours=4)}
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:\s*(?:gio|[:.hg])\s*(\d{2})?)?(?!\d)", re.ASCII)


def clocks(text: str) -> tuple[time, ...]:
    """The times of a day that a folded text names: 8h, 14:30, 20 gio; none where one of them is no time."""
    found = [(int(hour), int(minute or 0)) for hour, minute in _CLOCK.findall(text)]
    if any(hour > 23 or minute > 59 for hour, minute in found):
        return ()
    return tuple(time(hour, minute) for hour, minute in found)


def asleep(schedule: Schedule, at: time) -> bool:
    """Whether a time of the day is within the hours in which nobody is written to."""
    first, last = schedule.quiet_from, schedule.quiet_to
    return first <= at or at < last if first > last else first <= at < last


def with_hours(schedule: Schedule, hours: Iterable[tuple[str, str]]) -> Schedule:
    """The schedule with the hours that were set; jobs that it no longer has are passed over."""
    jobs, changed = dict(schedule.jobs), schedule
    for key, value in hours:
        if key == QUIET:
            first, _, last = value.partition("-")
            quiet = {"quiet_from": time.fromisoformat(first), "quiet_to": time.fromisoformat(last)}
            changed = changed.model_copy(update=quiet)
        elif key in CHOSEN and value == OFF:
            jobs.pop(key, None)
        elif (job := jobs.get(key) or CHOSEN.get(key)) is not None:
            jobs[key] = _at(job, value)
    return changed.model_copy(update={"jobs": jobs})


def _at(job: JobTime, value: str) -> JobTime:
    weekday, _, at = value.rpartition(" ")
    update: dict[str, object] = {"at": time.fromisoformat(at)}
    if weekday and job.weekday is not None:
        update["weekday"] = int(weekday)
    return job.model_copy(update=update)


def as_kept(job: JobTime) -> str:
    """The hour of a job as it is kept."""
    weekday = f"{job.weekday} " if job.weekday is not None else ""
    return f"{weekday}{job.at:%H:%M}"


def trouble(schedule: Schedule) -> str | None:
    """The first job that would come while nobody is written to; None where all is well."""
    return next(
        (key for key in JOBS if key in schedule.jobs and asleep(schedule, schedule.jobs[key].at)), None
    )
