"""What is due of the work that plans hand out: steps, tasks without steps, and the numbers to be reached."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from core.catalogue.moments import last_day
from core.catalogue.plans import Plan, Target
from core.dialogue.kinds import kinds_read
from core.due.matters import Kind, Matter
from core.indicators.facts import Moment
from core.indicators.goals import floor, term_on
from core.indicators.progress import State, TargetProgress
from core.indicators.work import StepState, TaskStanding
from core.texts import Speech, lines, say
from reports.amounts import shape, terms
from reports.figures import figure, is_milestone
from reports.goal_words import wanted
from reports.people import short
from reports.reading import Figures

Days = tuple[date, date]

_NAME = 80
#: those of which there is nothing to be done for their goal any more, or never was
_SETTLED = (State.REACHED, State.NOT_APPLICABLE, State.NOT_NUMERIC)
_DOT = " · "


def matters(figures: Figures, today: date, within: Days) -> Iterator[Matter]:
    """All that is due between two days, both included, by the plans of a tenant."""
    for plan in figures.plans:
        if any(task.steps or (task.ends and within[0] <= task.ends <= within[1]) for task in plan.tasks):
            for standing in figures.tasks(plan):
                yield from _steps(standing, within)
                yield from _whole_task(standing, within)
        yield from _goals(figures, plan, today, within)


def _steps(standing: TaskStanding, within: Days) -> Iterator[Matter]:
    task = standing.task
    for each in standing.steps:
        month = each.step.ends or each.step.starts
        if month is None or not within[0] <= last_day(month) <= within[1]:
            continue
        code = f"{task.code}.{each.step.code}"
        yield Matter(
            Kind.STEP,
            f"step.{code}",
            last_day(month),
            say("due-step", code=code, name=each.step.name),
            (task.owner,) if task.owner else (),
            link=f"tk:{task.code}",
            done=each.state is StepState.DONE,
        )


def _whole_task(standing: TaskStanding, within: Days) -> Iterator[Matter]:
    """A task that no report tells to be done: people say so."""
    task = standing.task
    if task.steps or task.ends is None or not within[0] <= task.ends <= within[1]:
        return
    yield Matter(
        Kind.TASK,
        f"task.{task.code}",
        task.ends,
        lines(say("due-task", code=task.code), short(task.name, _NAME), separator=": "),
        (task.owner,) if task.owner else (),
        link=f"tk:{task.code}",
    )


def _goals(figures: Figures, plan: Plan, today: date, within: Days) -> Iterator[Matter]:
    """The targets whose number is to be reached by a day, measured at the end of it once it has gone by."""
    duties = {duty.target for duty in plan.duties}
    due: dict[date, list[Target]] = {}
    for target in plan.targets:
        # that a report is sent is due by itself
        days = {term.due for day in (within[0], today) if (term := term_on(target, plan, day))}
        for day in days if target.indicator and target.code not in duties else ():
            if day is not None and within[0] <= day <= within[1]:
                due.setdefault(day, []).append(target)
    for day, targets in sorted(due.items()):
        measured = replace(figures, moment=Moment(min(today, day), figures.moment.cutoff))
        for item in measured.some(plan, targets):
            # what a ceiling allows is kept day by day, and nothing is done for it at the end
            if item.goal is not None and item.goal.op != "<=" and item.due == day:
                yield _goal(item, day)


def _goal(item: TargetProgress, day: date) -> Matter:
    target = item.target
    kinds = kinds_read(target)
    return Matter(
        Kind.GOAL,
        f"goal.{target.code}.{day:%y%m%d}",
        day,
        lines(say("due-goal", code=target.code), short(target.name, _NAME), separator=": "),
        (target.owner,) if target.owner else (),
        link=f"new:{kinds[0]}" if len(kinds) == 1 else "go:report",
        look=f"tg:{target.code}",
        detail=lines(figure(item), *_lacking(item), separator=_DOT),
        done=item.state in _SETTLED,
    )


def _lacking(item: TargetProgress) -> Iterator[Speech | None]:
    """What is still missing of the goal; of what has no figure yet, the goal."""
    least = floor(item.goal) if item.goal else None
    if item.goal is None or item.missing or is_milestone(item.measure, shape(item)):
        return
    if item.goal.op == "increase":
        yield say("due-goal-more")
    elif item.value is None:
        yield wanted(item, item.goal)
    elif least is not None and least > item.value:
        yield say("due-goal-lacks", amount=replace(terms(item), signed=False).amount(least - item.value))
