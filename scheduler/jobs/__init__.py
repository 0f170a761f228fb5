"""The jobs by name. Their times are content: the schedule in content/calendar."""

from types import MappingProxyType

from scheduler.jobs import weekly_reminder, weekly_summary
from scheduler.occasion import Job

JOBS: MappingProxyType[str, Job] = MappingProxyType(
    {
        "weekly_reminder": weekly_reminder.run,
        "weekly_summary": weekly_summary.run,
    }
)
