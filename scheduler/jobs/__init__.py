"""The jobs by name. Their times are content: the schedule in content/calendar."""

from types import MappingProxyType

from scheduler.jobs import (
    carry_over,
    digest,
    early_reminder,
    open_requests,
    own_month,
    own_week,
    prepare_figures,
    purge,
    summaries,
    verification_due,
    weekly_reminder,
)
from scheduler.occasion import Job

JOBS: MappingProxyType[str, Job] = MappingProxyType(
    {
        early_reminder.NAME: early_reminder.run,
        "weekly_reminder": weekly_reminder.run,
        **dict.fromkeys(summaries.EVERY, summaries.run),
        purge.NAME: purge.run,
        prepare_figures.NAME: prepare_figures.run,
        open_requests.NAME: open_requests.run,
        carry_over.NAME: carry_over.run,
        verification_due.NAME: verification_due.run,
        own_week.NAME: own_week.run,
        own_month.NAME: own_month.run,
        # after the weekly reminder, which takes its half-day
        digest.MORNING: digest.run,
        digest.AFTERNOON: digest.run,
    }
)

#: those that tell of the tenants below
READING_BELOW = frozenset({digest.MORNING, digest.AFTERNOON})
