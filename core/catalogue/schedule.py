"""When jobs are due, and when people are left alone. Local time of each tenant."""

from datetime import time
from typing import Annotated

from pydantic import Field

from core.catalogue.fact_types import Code, Strict
from core.catalogue.moments import Clock


class JobTime(Strict):
    """When a job is due, local time, and until when it is still worth running late."""

    #: 1 is Monday; none: every day
    weekday: Annotated[int, Field(ge=1, le=7)] | None = None
    at: Clock
    #: hours after the due moment in which a missed run is still made up for
    late_hours: int = Field(default=60, ge=1)


class Schedule(Strict):
    """The times of the jobs and the hours in which people are left alone (local time)."""

    quiet_from: Clock = time(20)
    quiet_to: Clock = time(7)
    jobs: dict[Code, JobTime]
