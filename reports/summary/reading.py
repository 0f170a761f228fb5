"""All that a summary tells, read once and then put into words for each manager."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.due.duties import OVERDUE_DAYS, Deadline
from core.errors import ContentError
from core.indicators.facts import Moment
from core.indicators.progress import State, TargetProgress
from core.indicators.work import StepStanding, StepState, TaskStanding
from core.periods import local_date
from core.rounds import Every, Round
from reports.due.unsent import unsent
from reports.plan_page import GROUPS
from reports.reading import Figures, read_figures
from storage.queries import due
from storage.queries.weekly import DIFFICULTY, Activity, TenantFound, activity_in, find_tenant
from storage.repositories.nudges import Reachable, reachable_on

#: of so few targets all are spoken of, whatever their kind
FEW_TARGETS = 6
#: days ahead: verifications that end, reports on plans that are due
EXPIRING_DAYS, DEADLINE_DAYS = 30, 366

LAGGING = (State.AT_RISK, State.BEHIND)
#: those who need somebody come first, states that are not named here last
_ORDER = {
    state: place
    for place, state in enumerate(
        (*LAGGING, State.ON_TRACK, State.REACHED, State.NO_DATA, State.NOT_NUMERIC, State.NOT_APPLICABLE)
    )
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits beside reports. `late_requests` are among the `requests`."""

    late_steps: tuple[tuple[TaskStanding, StepStanding], ...]
    expiring: int
    requests: int
    late_requests: int
    #: the reports on plans that were not sent, the earliest first: those that are late, and those to come
    unsent: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A round of a tenant. `targets` are all, those that need somebody first; `newly` were reached in it."""

    tenant: TenantFound
    code: str
    round: Round
    moment: Moment
    figures: Figures
    targets: tuple[TargetProgress, ...]
    newly: tuple[TargetProgress, ...]
    activity: Activity
    waiting: Waiting
    #: which of the silent units somebody can be reminded of today
    reachable: Reachable

    @property
    def nudges(self) -> int:
        """How many silent units can still be reminded today: while it is the week they are silent in."""
        if self.round.every is not Every.WEEK or self.moment.cutoff >= self.round.ends:
            return 0
        return len(self.reachable.manned - self.reachable.nudged)

    @property
    def difficulties(self) -> int:
        """How many were reported in the round."""
        return sum(kind.reports for kind in self.activity.kinds if kind.kind == DIFFICULTY)


def read_summary(
    session: Session,
    catalogue: Catalogue,
    tenant_code: str,
    now: datetime,
    when: Round | None = None,
) -> Summary:
    """The summary of a round, else of the week `now` is in. Raises ContentError for an unknown tenant.

    Of a round that is over, figures are those of its last day, with all that is known now.
    """
    tenant = find_tenant(session, tenant_code)
    if tenant is None:
        raise ContentError(f"there is no tenant {tenant_code!r} in the database")
    when = when or Round.at(Every.WEEK, now, tenant.zone)
    moment = Moment(min(local_date(now, tenant.zone), when.last), now)
    figures = read_figures(session, catalogue, tenant_code, moment)
    targets = urgent_first(all_targets(figures))
    activity = activity_in(session, tenant.id, when)
    quiet = {unit.code for unit in activity.silent}
    return Summary(
        tenant=tenant,
        code=tenant_code,
        round=when,
        moment=moment,
        figures=figures,
        targets=targets,
        newly=_newly_reached(targets, figures, when),
        activity=activity,
        waiting=_waiting(session, figures, tenant, now),
        reachable=reachable_on(session, tenant.id, quiet, local_date(now, tenant.zone)),
    )


def all_targets(figures: Figures) -> tuple[TargetProgress, ...]:
    """Every target of the tenant's plans, in their order."""
    return tuple(item for plan in figures.plans for item in figures.progress(plan))


def urgent_first(progress: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """Targets in the order in which they need somebody, goals before duties; alike ones as in the plans."""
    return tuple(sorted(progress, key=lambda item: (_ORDER.get(item.state, len(_ORDER)), not is_goal(item))))


def lagging(progress: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """The explicit goals that are not in step. Of few targets all that are not, whatever their kind."""
    few = len(progress) <= FEW_TARGETS
    return tuple(item for item in progress if item.state in LAGGING and (few or is_goal(item)))


def is_goal(item: TargetProgress) -> bool:
    """Whether a target is an explicit goal of its plan, with something to reach."""
    return item.goal is not None and item.target.kind in GROUPS["goals"]


def _newly_reached(
    progress: tuple[TargetProgress, ...], figures: Figures, when: Round
) -> tuple[TargetProgress, ...]:
    """Goals that are reached and were not when the round began. A ceiling is kept all the time."""
    reached = [
        item
        for item in progress
        if item.state is State.REACHED and is_goal(item) and item.goal is not None and item.goal.op != "<="
    ]
    if not reached:
        return ()
    before = figures.at(Moment(when.first - timedelta(days=1), when.starts))

    def was(item: TargetProgress) -> State | None:
        found = before.target(item.target.code)
        return before.stands(*found).state if found else None

    return tuple(item for item in reached if was(item) is not State.REACHED)


def _waiting(session: Session, figures: Figures, tenant: TenantFound, now: datetime) -> Waiting:
    today = local_date(now, tenant.zone)
    late, ahead = timedelta(days=OVERDUE_DAYS), timedelta(days=DEADLINE_DAYS)
    requests = due.requests_due(session, tenant.id)
    expiring = due.expiring(session, tenant.id, today, today + timedelta(days=EXPIRING_DAYS))
    return Waiting(
        late_steps=late_steps(figures),
        expiring=sum(each.count for each in expiring),
        requests=len(requests),
        late_requests=sum(each.expected_by < now for each in requests),
        unsent=unsent(session, figures, tenant.id, today - late, today + ahead),
    )


def late_steps(figures: Figures) -> tuple[tuple[TaskStanding, StepStanding], ...]:
    """The steps of tasks whose time has gone by, in the order of the plans."""
    return tuple(
        (task, step)
        for plan in figures.plans
        if any(each.steps for each in plan.tasks)
        for task in figures.tasks(plan)
        for step in task.steps
        if step.state is StepState.LATE
    )
