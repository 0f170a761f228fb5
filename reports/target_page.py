"""The page of one target: figure, goal, pace, how it came about, who works on it, the reports behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.catalogue.plans import Duty, SideFigure
from core.indicators.evaluate import Measure
from core.indicators.expression import Growth
from core.indicators.progress import State, TargetProgress
from core.indicators.work import TaskStanding, urgent_first
from core.texts import Speech, lines, say
from reports.amounts import shape, terms
from reports.behind import newest_reports
from reports.decisions import decision
from reports.duties import duty_line
from reports.figures import known_figure, point_words, side_figure
from reports.goal_words import band_words, forbids, goal_line
from reports.people import listed, unit_name
from reports.progress import needed, pending
from reports.reading import Figures
from reports.states import state_text
from reports.tasks import task_with_steps
from storage.queries.visible import FactShown

#: tasks and partners the page names; the others are counted
TASKS, PARTNERS = 2, 3
_DOT = " · "


@dataclass(frozen=True, slots=True)
class TargetView:
    """All a target's page tells but the reports behind it. `trend` holds earlier days, oldest first."""

    item: TargetProgress
    sides: tuple[tuple[SideFigure, Measure], ...] = ()
    trend: tuple[tuple[date, TargetProgress], ...] = ()
    #: those that serve the target, late ones first, then those that serve few others
    tasks: tuple[TaskStanding, ...] = ()
    duties: tuple[Duty, ...] = ()


def target_view(figures: Figures, item: TargetProgress) -> TargetView:
    """What there is to tell of a target of the tenant beside its own figure."""
    plan, target = item.plan, item.target
    serving = [each for each in figures.tasks(plan) if target.code in each.task.serves]
    # a task that serves few targets says more of each
    serving.sort(key=lambda each: len(each.task.serves))
    return TargetView(
        item=item,
        sides=figures.sides(plan, target),
        trend=figures.trend(plan, target),
        tasks=urgent_first(tuple(serving)),
        duties=tuple(duty for duty in plan.duties if duty.target == target.code),
    )


def target_page(view: TargetView, figures: Figures, facts: Sequence[FactShown]) -> Speech:
    """The page, with those of the reports behind the figure that the reader may see, newest first."""
    item, target = view.item, view.item.target
    place = say("progress-plan", plan=item.plan.title, section=target.section)
    return lines(
        lines(say("progress-title", code=target.code, name=target.name), place),
        lines(
            lines(known_figure(item), band_words(item), state_text(item), separator=_DOT),
            goal_line(item),
            lines(needed(item), _forecast(item), separator=_DOT),
            _trend(view),
            pending(item),
            say("progress-conditional", condition=target.conditional) if target.conditional else None,
            decision(item),
        ),
        lines(*(_side(*side, item, figures.moment.date) for side in view.sides)),
        lines(*_who(item, figures), *_tasks(view), *(duty_line(duty) for duty in view.duties)),
        say("progress-note", note=target.note) if target.note else None,
        lines(*newest_reports(item, figures.catalogue, facts)),
        separator="\n\n",
    )


def _forecast(item: TargetProgress) -> Speech | None:
    """Where the pace leads from what there is. Of what is reached only for a ceiling: it may be exceeded."""
    goal = item.goal
    if item.forecast is None or goal is None or forbids(goal) or not item.value:
        return None
    if item.state is State.REACHED and goal.op != "<=":
        return None
    key = "progress-forecast-year" if isinstance(shape(item), Growth) else "progress-forecast"
    return say(key, amount=terms(item).amount(item.forecast))


def _trend(view: TargetView) -> Speech | None:
    """What it was at the ends of earlier months and now; nothing where it never was otherwise."""
    now = point_words(view.item)
    told = [(day, point_words(item)) for day, item in view.trend]
    if all(then == now for _, then in told):
        return None
    points = [say("progress-trend-point", month=f"{day.month}/{day.year}", value=then) for day, then in told]
    return say("progress-trend", points=lines(*points, say("progress-trend-now", value=now), separator=" → "))


def _side(beside: SideFigure, measure: Measure, item: TargetProgress, day: date) -> Speech:
    return say("progress-side", name=beside.name, value=side_figure(beside, measure, item.plan, day))


def _who(item: TargetProgress, figures: Figures) -> list[Speech | None]:
    """Who is in charge and who helps; of a figure of the past nobody has to be."""

    def name(unit: str) -> str:
        return unit_name(figures.catalogue, figures.tenant, unit, figures.moment.date)

    owner, partners = item.target.owner, [name(each) for each in item.target.partners]
    nobody = None if item.target.baseline is not None else say("progress-no-owner")
    return [
        say("progress-owner", unit=name(owner)) if owner else nobody,
        say("progress-partners", units=listed(partners, PARTNERS)) if partners else None,
    ]


def _tasks(view: TargetView) -> list[Speech]:
    rest = len(view.tasks) - TASKS
    more = [say("progress-tasks-more", count=rest)] if rest > 0 else []
    return [*(task_with_steps(task) for task in view.tasks[:TASKS]), *more]
