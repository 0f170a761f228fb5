"""Everything a report tells: each target with its estimate and history, difficulties, what is open."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Member, Plan, SideFigure, TenantSpec
from core.errors import SettingsError
from core.indicators.estimate import year_end
from core.indicators.evaluate import Measure
from core.indicators.facts import Ask, FactRow, Facts, Moment
from core.indicators.open_points import Point, PointKind, moved_by, points
from core.indicators.progress import TargetProgress
from core.indicators.rosters import membership
from core.indicators.spending import BudgetStanding
from core.indicators.work import TaskStanding
from core.periods import day_bounds
from core.personal import hidden
from core.spans import Span
from core.texts import Label
from reports.reading import Figures, read_figures
from storage.queries.evidence_counts import Source, sources

#: the kind of report that collects what stands in the way
DIFFICULTY = "difficulty"


@dataclass(frozen=True, slots=True)
class TargetYear:
    """One target of the report. `estimate` is for all of the year, in the goal's terms.

    `trend` has the value on earlier days (`Span.ends_until`); `reports` stand behind the figure, with so much
    `evidence`.
    """

    item: TargetProgress
    estimate: Decimal | None
    trend: tuple[tuple[date, TargetProgress], ...]
    reports: int
    evidence: int
    sides: tuple[tuple[SideFigure, Measure], ...]


@dataclass(frozen=True, slots=True)
class Difficulty:
    """A difficulty that was reported: of which unit and tenant, by code; `receipt` opens it in the chat."""

    receipt: str
    subject: str
    detail: str
    org: str | None
    unit: str | None
    tenant: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """A tenant whose reports the figures are drawn from, and how many of them."""

    tenant: TenantSpec
    reports: int
    evidence: int


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A plan over a span as it stood on the day of `moment`, with what was known at its cut-off."""

    catalogue: Catalogue
    tenant: TenantSpec
    plan: Plan
    span: Span
    moment: Moment
    targets: tuple[TargetYear, ...]
    tasks: tuple[TaskStanding, ...]
    budget: BudgetStanding | None
    difficulties: tuple[Difficulty, ...]
    #: the tenant itself first
    contributions: tuple[Contribution, ...]
    rosters: tuple[tuple[Label, int], ...]
    #: what an admin has still to fill in
    gaps: tuple[Point, ...]

    @property
    def year(self) -> int:
        return self.moment.date.year

    @property
    def ended(self) -> bool:
        """Whether the whole year is told, so that nothing is estimated."""
        return (self.moment.date.month, self.moment.date.day) == (12, 31)


def read_report(
    session: Session, catalogue: Catalogue, tenant: str, plan_code: str, span: Span, moment: Moment
) -> PlanReport:
    """The report on a plan over a span, within which the moment's day lies.

    Raises SettingsError when the tenant does not carry out the plan, or not then; TiendoError when the
    database has no such tenant.
    """
    figures = read_figures(session, catalogue, tenant, moment, whole=True)
    plan = figures.plan(plan_code)
    if plan is None:
        known = ", ".join(each.code for each in figures.plans)
        raise SettingsError(f"{tenant} has no plan {plan_code!r}; it has {known}")
    if not plan.told_on(moment.date):
        until = plan.ends or "now"
        raise SettingsError(f"{plan.code} runs from {plan.starts} to {until}, not on {moment.date}")
    items = figures.progress(plan)
    stuck = _stuck(figures.facts, span, moment)
    behind = {number for item in items for number in item.measure.facts}
    came = sources(session, behind | {row.id for row in stuck})
    past = tuple(_past(session, catalogue, figures, plan, span))
    return PlanReport(
        catalogue=figures.catalogue,
        tenant=figures.catalogue.tenants[tenant],
        plan=plan,
        span=span,
        moment=moment,
        targets=tuple(_target(figures, item, past, came) for item in items),
        tasks=figures.tasks(plan),
        budget=figures.budget(plan),
        difficulties=tuple(_difficulty(row, came) for row in stuck),
        contributions=_contributions(figures.catalogue, tenant, [came[each] for each in sorted(behind)]),
        rosters=_rosters(figures, plan),
        gaps=tuple(each for each in _points(figures, plan) if each.is_open),
    )


def _past(
    session: Session, catalogue: Catalogue, figures: Figures, plan: Plan, span: Span
) -> Iterator[tuple[date, Mapping[str, TargetProgress]]]:
    """All targets on earlier days, each as it was known then."""
    zone = catalogue.tenants[figures.tenant].timezone
    for end in span.ends_until(figures.moment.date):
        if end < plan.starts:
            continue
        then = Moment(end, min(day_bounds(end, zone)[1], figures.moment.cutoff))
        was = read_figures(session, catalogue, figures.tenant, then)
        of_then = was.plan(plan.code)
        if of_then is not None:
            yield end, {item.target.code: item for item in was.progress(of_then)}


def _target(
    figures: Figures,
    item: TargetProgress,
    past: Sequence[tuple[date, Mapping[str, TargetProgress]]],
    came: Mapping[int, Source],
) -> TargetYear:
    code = item.target.code
    return TargetYear(
        item=item,
        estimate=year_end(item, figures.moment.date),
        trend=tuple((day, items[code]) for day, items in past if code in items),
        reports=len(item.measure.facts),
        evidence=sum(came[fact].evidence for fact in item.measure.facts),
        sides=figures.sides(item.plan, item.target),
    )


def _stuck(facts: Facts, span: Span, moment: Moment) -> list[FactRow]:
    """The difficulties of the span that stand, in order."""
    ask = Ask(DIFFICULTY, span.first, moment.date, moment.cutoff)
    return [row for row in facts.read(ask) if row.confirmed(moment.cutoff)]


def _difficulty(row: FactRow, came: Mapping[int, Source]) -> Difficulty:
    # it goes out on paper
    said = {code: hidden(value) for code, value in row.fields.items() if isinstance(value, str)}
    return Difficulty(
        receipt=row.receipt,
        subject=said.get("subject", ""),
        detail=said.get("detail", ""),
        org=said.get("org"),
        unit=row.unit,
        tenant=came[row.id].tenant,
    )


def _contributions(catalogue: Catalogue, tenant: str, behind: Sequence[Source]) -> tuple[Contribution, ...]:
    reports = Counter(each.tenant for each in behind)
    evidence: Counter[str] = Counter()
    for each in behind:
        evidence[each.tenant] += each.evidence
    return tuple(
        Contribution(catalogue.tenants[code], reports[code], evidence[code])
        for code in catalogue.with_children(tenant)
    )


def _points(figures: Figures, plan: Plan) -> tuple[Point, ...]:
    """What the plan leaves open for an admin, whether it is filled in or not."""

    def members(roster: str) -> Sequence[Member]:
        return membership(figures.catalogue, figures.facts, roster, figures.moment).members

    every = points(figures.catalogue, figures.tenant, figures.moment.date, members)
    return tuple(each for each in every if _is_of(figures, plan, each))


def _is_of(figures: Figures, plan: Plan, point: Point) -> bool:
    match point.kind:
        case PointKind.PARAMETER:
            return point.key.partition(".")[0] == plan.code
        case PointKind.ROSTER:
            moved = moved_by(figures.catalogue, figures.tenant, point.kind, point.key)
            return any(each.code == plan.code for each, _ in moved)
        case _:
            return any(target.code == point.key for target in plan.targets)


def _rosters(figures: Figures, plan: Plan) -> tuple[tuple[Label, int], ...]:
    """The lists the plan's figures are shares of, and how long they are."""
    return tuple(
        (point.name, len(membership(figures.catalogue, figures.facts, point.key, figures.moment).members))
        for point in _points(figures, plan)
        if point.kind is PointKind.ROSTER
    )
