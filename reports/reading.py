"""What the figures of a tenant are read from: its plans, its facts and a moment, together for one page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Plan, SideFigure, Target, Task
from core.indicators.evaluate import Measure
from core.indicators.facts import Facts, Moment
from core.indicators.linked import with_linked
from core.indicators.progress import TargetProgress, assess, side_figures
from core.indicators.spending import BudgetStanding, budget_on
from core.indicators.trend import Seen, trend
from core.indicators.work import TaskStanding, tasks_on
from core.periods import local_date
from reports.kept_progress import KeptProgress
from storage.queries.kept import KeptFigures
from storage.queries.progress import tenant_facts
from storage.queries.settled import settled_catalogue


@dataclass(frozen=True, slots=True)
class _Planned:
    """A target with its plan."""

    plan: Plan
    target: Target

    @property
    def code(self) -> str:
        return self.target.code


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one tenant at one moment: now, or the day and the cut-off of a report of the past."""

    catalogue: Catalogue
    tenant: str
    facts: Facts
    moment: Moment
    #: those worked out before, where they name no facts
    kept: KeptFigures | None = None
    #: reads the figures of an earlier moment, with what was settled by then
    past: "Callable[[Moment], Figures] | None" = None

    def at(self, moment: Moment) -> "Figures":
        """The figures of an earlier moment."""
        return self.past(moment) if self.past else replace(self, moment=moment)

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.catalogue.plans_of(self.tenant)

    def plan(self, code: str) -> Plan | None:
        """The tenant's plan of that code."""
        return next((plan for plan in self.plans if plan.code == code), None)

    def target(self, code: str) -> tuple[Plan, Target] | None:
        """The target of that code in one of the tenant's plans."""
        every = ((plan, target) for plan in self.plans for target in plan.targets)
        return next(((plan, target) for plan, target in every if target.code == code), None)

    def task(self, code: str) -> tuple[Plan, Task] | None:
        """The task of that code in one of the tenant's plans."""
        every = ((plan, task) for plan in self.plans for task in plan.tasks)
        return next(((plan, task) for plan, task in every if task.code == code), None)

    def stands(self, plan: Plan, target: Target) -> TargetProgress:
        """One target; of one told in words, the reports linked to it."""
        return self._standing(plan, (target,))[0]

    def progress(self, plan: Plan) -> tuple[TargetProgress, ...]:
        """Every target of a plan, in its order."""
        return self._standing(plan, plan.targets)

    def some(self, plan: Plan, targets: Sequence[Target]) -> tuple[TargetProgress, ...]:
        """These targets of a plan, in their order."""
        return self._standing(plan, targets)

    def prepare(self, least: int) -> tuple[int, int]:
        """Make ready the figures of all plans, and what they read, of kinds with so many reports at least.

        How many answers were made now, and how many are ready.
        """
        items = [(plan, [_Planned(plan, target) for target in plan.targets]) for plan in self.plans]
        if self.kept is None:
            return 0, 0
        by_code = {plan.code: listed for plan, listed in items}
        made = self.kept.prepare(by_code, self.moment, self._anew, least)
        for plan, listed in items:
            self.kept.store(plan.code, listed, self.moment, self._unnamed, KeptProgress(plan))
        return made

    def _anew(self, item: "_Planned", facts: Facts) -> TargetProgress:
        found = assess(item.plan, item.target, facts, self.catalogue, self.moment)
        return with_linked(found, facts, self.catalogue, self.moment)

    def _unnamed(self, item: "_Planned", facts: Facts) -> TargetProgress:
        found = self._anew(item, facts)
        return replace(found, measure=replace(found.measure, facts=()))

    def _standing(self, plan: Plan, targets: Sequence[Target]) -> tuple[TargetProgress, ...]:
        items = [_Planned(plan, target) for target in targets]
        if self.kept is None:
            return tuple(self._anew(item, self.facts) for item in items)
        return self.kept.each(plan.code, items, self.moment, self._unnamed, KeptProgress(plan))

    def sides(self, plan: Plan, target: Target) -> tuple[tuple[SideFigure, Measure], ...]:
        """The figures beside a target's own."""
        return side_figures(plan, target, self.facts, self.catalogue, self.moment)

    def trend(self, plan: Plan, target: Target) -> tuple[tuple[date, TargetProgress], ...]:
        """What a target was at earlier days, oldest first."""
        zone = self.catalogue.tenants[self.tenant].timezone
        return trend(plan, target, self.moment, zone, lambda then: self._seen(plan, target, then))

    def _seen(self, plan: Plan, target: Target, moment: Moment) -> Seen:
        then = self.at(moment)
        was = then.target(target.code) or (plan, target)
        return Seen(*was, then.facts, then.catalogue)

    def tasks(self, plan: Plan) -> tuple[TaskStanding, ...]:
        """The tasks of a plan, in its order."""
        return tasks_on(plan, self.facts, self.moment)

    def budget(self, plan: Plan) -> BudgetStanding | None:
        """The money of a plan; None where it speaks of none."""
        return budget_on(plan, self.facts, self.moment)


def read_figures(
    session: Session,
    catalogue: Catalogue,
    tenant_code: str,
    as_of: Moment | datetime,
    *,
    whole: bool = False,
) -> Figures:
    """The figures of a tenant. `as_of` is a moment now, of which the tenant's own day is taken, or a Moment.

    What its plans leave open is taken as it was settled at the cut-off.
    With `whole`, measures name the facts behind them. Raises TiendoError when the database has no such
    tenant.
    """
    moment = as_of if isinstance(as_of, Moment) else moment_in(catalogue, tenant_code, as_of)
    settled = settled_catalogue(session, catalogue, tenant_code, moment.cutoff)
    facts = tenant_facts(session, settled, tenant_code, whole=whole)
    kept = None if whole else KeptFigures(session, settled, facts.tenants, facts)

    def past(then: Moment) -> Figures:
        return read_figures(session, catalogue, tenant_code, then, whole=whole)

    return Figures(settled, tenant_code, facts, moment, kept, past)


def moment_in(catalogue: Catalogue, tenant_code: str, now: datetime) -> Moment:
    """Now, as figures take it: everything recorded so far, on the day it is where the tenant is."""
    return Moment(local_date(now, catalogue.tenants[tenant_code].timezone), now)
