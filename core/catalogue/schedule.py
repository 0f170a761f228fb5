"""When jobs are due, and when people are left alone. Local time of each tenant."""

from collections.abc import Mapping
from datetime import time
from typing import Annotated

from pydantic import Field

from core.catalogue.fact_types import Code, Strict
from core.catalogue.moments import Clock
from core.catalogue.reminders import Reminders
from core.requests.states import RequestKind


class JobTime(Strict):
    """When a job is due, local time, and until when it is still worth running late."""

    #: 1 is Monday; none: every day
    weekday: Annotated[int, Field(ge=1, le=7)] | None = None
    at: Clock
    #: hours after the due moment in which a missed run is still made up for
    late_hours: int = Field(default=60, ge=1)


class Office(Strict):
    """When people are at their desks, and within how many working days they answer requests of a kind."""

    opens: Clock = time(8)
    closes: Clock = time(17)
    answer_within: Mapping[RequestKind, Annotated[int, Field(ge=1, le=60)]] = Field(default_factory=dict)

    def days_to_answer(self, kind: RequestKind) -> int:
        """Working days within which a request of this kind is answered; one where nobody said more."""
        return self.answer_within.get(kind, 1)


class Schedule(Strict):
    """The times of the jobs and the hours in which people are left alone (local time)."""

    quiet_from: Clock = time(20)
    quiet_to: Clock = time(7)
    office: Office = Office()
    reminders: Reminders = Reminders()
    jobs: dict[Code, JobTime]
