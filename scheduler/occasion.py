"""One run of a job: for whom, what moment it was due, and what it may need to write its messages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.hours import Hours, with_hours
from core.identity import Same
from core.rounds import Every, Round
from core.texts import Texts
from core.week import Week
from core.windows import Window
from reports.due.below import DueBelow
from storage.repositories.due import DueKey, DueTenant

#: jobs that tell of a round, and which
SUMMARIES = {
    "daily_summary": Every.DAY,
    "weekly_summary": Every.WEEK,
    "monthly_summary": Every.MONTH,
    "quarterly_summary": Every.QUARTER,
}
TELLING = {**SUMMARIES, "own_week": Every.WEEK}


@dataclass(frozen=True, slots=True)
class Content:
    """What the bot knows and how it says it, the same for the whole run."""

    catalogue: Catalogue
    texts: Texts
    #: of the channels that let only those be written to who wrote lately
    windows: Mapping[str, Window] = field(default_factory=dict)

    def at_hours(self, hours: Hours) -> "Content":
        """The same with the hours that the admins of a tenant set; very itself where they set none."""
        return replace(self, catalogue=_at_hours(Same(self.catalogue), hours)) if hours else self


@lru_cache(maxsize=256)
def _at_hours(catalogue: Same[Catalogue], hours: Hours) -> Catalogue:
    return replace(catalogue.value, schedule=with_hours(catalogue.value.schedule, hours))


@dataclass(frozen=True, slots=True)
class Occasion:
    """A job that is due for a tenant. It is worth running until `late_until`."""

    job: str
    tenant: DueTenant
    due_at: datetime
    late_until: datetime
    now: datetime
    content: Content
    every: Every = Every.WEEK
    #: what is due of the tenants below, read before the run (scheduler.reading_below)
    below: tuple[DueBelow, ...] = ()

    @property
    def key(self) -> DueKey:
        return DueKey(self.job, self.tenant.id, self.due_at)

    @property
    def week(self) -> Week:
        """The week the run is about: that of the moment it was due, however late it is."""
        return Week.of(self.due_at, self.tenant.zone)

    def serves(self, due_at: datetime) -> bool:
        """Whether another moment is of the same week; of a daily job, of the same day; of a monthly one, of
        the same month. So are two that tell of the same round.
        """
        zone, tells = self.tenant.zone, TELLING.get(self.job)
        if tells and Round.told_at(tells, due_at, zone) == Round.told_at(tells, self.due_at, zone):
            return True
        return Round.at(self.every, due_at, zone) == Round.at(self.every, self.due_at, zone)

    @property
    def too_late(self) -> bool:
        return self.now > self.late_until


#: does what is due within its transaction: writes to people go through the outbox; returns what it counted
Job = Callable[[Session, Occasion], Mapping[str, int]]


def latest_occasion(job: str, tenant: DueTenant, content: Content, now: datetime) -> Occasion | None:
    """The latest moment at which the job was due, or None: not scheduled, or before the tenant had people."""
    time = content.catalogue.schedule.jobs.get(job)
    if time is None or tenant.code not in content.catalogue.tenants:
        return None
    due_at = time.latest(tenant.zone, now, content.catalogue.calendar)
    if due_at < tenant.since:
        return None
    late_until = due_at + timedelta(hours=time.late_hours)
    return Occasion(job, tenant, due_at, late_until, now, content, every=time.every)
