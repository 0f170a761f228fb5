"""The clockwork. APScheduler only ticks; what is due, and what was done, is in our tables.

A run missed while the process was down is found by the next tick and made up for once; two processes, a
restart or a clock that jumps back cannot make it twice, because its row in the ledger is unique.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from core.errors import ContentError
from scheduler.jobs import JOBS, READING_BELOW
from scheduler.occasion import Content, Job, Occasion, latest_occasion
from scheduler.patience import Patience
from scheduler.reading_below import with_below
from scheduler.runs import FAILED, Run, perform, unsettled
from storage.db import Database
from storage.repositories.due import DONE, SKIPPED, DueKey, DueTenant, tenants, tenants_begun
from storage.repositories.plan_settings import hours_set

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK_SECONDS = 20

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TickReport:
    """What one tick did: only runs that were due, so usually nothing."""

    runs: tuple[Run, ...] = ()

    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """(job, outcome) of each run."""
        return tuple((run.job, run.outcome) for run in self.runs)


class Scheduler:
    """Asks every tick what is due and does it; `wake` tells the outbox that there is something to send."""

    def __init__(
        self,
        db: Database,
        content: Content,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        jobs: Mapping[str, Job] = JOBS,
    ) -> None:
        unknown = sorted(set(content.catalogue.schedule.jobs) - set(jobs))
        if unknown:
            raise ContentError(f"the schedule names a job that does not exist: {', '.join(unknown)}")
        self._jobs = jobs
        self._db = db
        self._content = content
        self._clock = clock
        self._wake = wake
        self._patience = Patience()
        self._ticking = asyncio.Lock()
        #: whether it was looked which tenants have had no run yet
        self._looked = False
        self._ticker: AsyncIOScheduler | None = None

    def start(self) -> None:
        """Tick at once, then every 20 seconds, on the running event loop."""
        # imported here: who never starts it, as a console, is spared
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._ticker = AsyncIOScheduler(timezone=UTC)
        # Late or piled up ticks are one tick: what was missed is read from the ledger, not from them.
        options = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._ticker.add_job(self._tick_now, id="first", **options)
        self._ticker.add_job(self._tick_now, "interval", seconds=TICK_SECONDS, id="tick", **options)
        self._ticker.start()

    async def stop(self) -> None:
        """No more ticks; one that is under way is finished first. Safe to call twice."""
        ticker, self._ticker = self._ticker, None
        if ticker is None:
            return
        ticker.pause()
        async with self._ticking:
            ticker.shutdown(wait=False)
            await asyncio.sleep(0)  # shutdown happens on the loop's next round

    async def tick(self, now: datetime) -> TickReport:
        """Do all that is due at `now`. A job that fails is logged, tried again later, and stops no other."""
        async with self._ticking:
            due_tenants = await self._db.read(tenants)
            hours = await self._db.read(hours_set)
            contents = {each.id: self._content.at_hours(hours.get(each.code, ())) for each in due_tenants}
            found = [
                self._occasion(job, tenant, contents[tenant.id], now)
                for tenant in due_tenants
                for job in self._jobs
            ]
            occasions = [each for each in found if isinstance(each, Occasion)]
            waiting = set(await self._db.read(partial(unsettled, occasions=occasions)))
            fresh = await self._without_runs(due_tenants) if waiting else frozenset[str]()
            attempts = [
                await self._attempt(each, waiting, fresh) if isinstance(each, Occasion) else each
                for each in found
            ]
        runs = tuple(run for run in attempts if run is not None)
        _log_begun(runs, fresh)
        if any(run.outcome == DONE for run in runs):
            self._wake()
        return TickReport(runs)

    async def _tick_now(self) -> None:
        try:
            await self.tick(self._clock())
        except Exception:
            log.exception("tick_failed")

    def _occasion(
        self, job: str, tenant: DueTenant, content: Content, now: datetime
    ) -> Occasion | Run | None:
        """When the job was due for the tenant; a failed run where that cannot be told."""
        if not self._patience.allows(job, tenant.id):
            return None
        try:
            return latest_occasion(job, tenant, content, now)
        except Exception:
            return self._failed(job, tenant, now)

    async def _without_runs(self, every: Collection[DueTenant]) -> frozenset[str]:
        """The codes of tenants that had no run yet, the first time that something is to run; none later."""
        if self._looked:
            return frozenset()
        self._looked = True
        begun = await self._db.read(tenants_begun)
        return frozenset(tenant.code for tenant in every if tenant.id not in begun)

    async def _attempt(
        self, occasion: Occasion, waiting: Collection[DueKey], fresh: Collection[str]
    ) -> Run | None:
        """The one wrapper around every job: times, counts, logs, catches."""
        started, run = perf_counter(), None
        try:
            if occasion.key in waiting:
                reads = occasion.job in READING_BELOW and not occasion.too_late
                ready = await with_below(self._db, occasion) if reads else occasion
                doing = partial(perform, occasion=ready, job=self._jobs[occasion.job])
                run = await self._db.write(doing)
        except Exception:
            return self._failed(occasion.job, occasion.tenant, occasion.now)
        self._patience.succeeded(occasion.job, occasion.tenant.id)
        # what came due before a tenant's bot first ran was not missed: it is told of in one line
        if run is not None and not (run.outcome == SKIPPED and run.tenant in fresh):
            _log(run, perf_counter() - started)
        return run

    def _failed(self, job: str, tenant: DueTenant, now: datetime) -> Run:
        self._patience.failed(job, tenant.id)
        log.exception("job_failed", extra={"job": job, "tenant": tenant.code})
        return Run(job, tenant.code, now, FAILED)


def _log_begun(runs: Collection[Run], fresh: Collection[str]) -> None:
    for code in sorted(fresh):
        passed = sum(run.tenant == code and run.outcome == SKIPPED for run in runs)
        log.info("jobs_begin", extra={"tenant": code, "due_before": passed})


def _log(run: Run, seconds: float) -> None:
    say = log.warning if run.outcome == SKIPPED else log.info
    say(
        "job_" + run.outcome,
        extra={
            "job": run.job,
            "tenant": run.tenant,
            "due_at": run.due_at.isoformat(),
            "seconds": round(seconds, 3),
            "counts": dict(run.counts),
        },
    )
