"""The tasks of a plan in words: a line each, the steps of one, what is late."""

from core.catalogue.moments import first_day, last_day, month_of
from core.catalogue.plans import Task
from core.indicators.spending import BudgetStanding
from core.indicators.work import StepStanding, StepState, TaskStanding, TaskState
from core.texts import Speech, lines, say
from reports.amounts import rounded
from reports.people import clipped, listed, unit_name
from reports.reading import Figures

_DOT = " · "
#: late steps that are named where a task has a line of its own
_LATE_NAMED = 2


def tasks_heading(plan: str, tasks: tuple[TaskStanding, ...], page: int, pages: int) -> Speech:
    """Which page of the tasks of a plan, and how many of them stand how."""
    counted = [(state, sum(1 for each in tasks if each.state is state)) for state in TaskState]
    states = [
        say("task-state-count", state=_task_state(state), count=count) for state, count in counted if count
    ]
    title = say("task-list-title", plan=plan, page=page, pages=pages)
    return lines(title, lines(*states, separator=_DOT))


def task_line(standing: TaskStanding, figures: Figures) -> Speech:
    """One task in two lines: its name; how it stands, its time and who is in charge."""
    task = standing.task
    owner = (
        clipped(unit_name(figures.catalogue, figures.tenant, task.owner, figures.moment.date))
        if task.owner
        else None
    )
    return lines(
        say("task-line", code=task.code, name=task.name),
        lines(_state(standing), _window(task), owner or say("task-no-owner"), separator=_DOT),
    )


def task_with_steps(standing: TaskStanding) -> Speech:
    """One task on the page of a target it serves: a mark for each step, the late ones by name."""
    task = standing.task
    marks = [say("task-step-mark", mark=_mark(step), code=step.step.code) for step in standing.steps]
    late = [step for step in standing.steps if step.state is StepState.LATE]
    return lines(
        lines(say("task-serving", code=task.code, name=task.name), _state(standing), separator=_DOT),
        lines(*marks, separator=" ") if marks else None,
        *(_step_line(step) for step in late[:_LATE_NAMED]),
    )


def task_page(standing: TaskStanding, figures: Figures, money: BudgetStanding | None) -> Speech:
    """One task with its steps, and the money set aside for it. `money` is that of the whole plan."""
    task = standing.task
    return lines(
        lines(
            say("task-line", code=task.code, name=task.name),
            say("task-section", plan=standing.plan.code, section=task.section),
            lines(_state(standing), _window(task), separator=_DOT),
        ),
        lines(*_who(task, figures)),
        lines(*(_step_line(step) for step in standing.steps)),
        lines(
            say("task-output", output=task.output) if task.output else None,
            say("task-procurement", how=task.procurement) if task.procurement else None,
            say("task-sub-plan") if task.sub_plan else None,
            *_money(task, money),
            _serves(task),
        ),
        say("progress-note", note=task.note) if task.note else None,
        separator="\n\n",
    )


def _who(task: Task, figures: Figures) -> list[Speech | None]:
    owner = (
        unit_name(figures.catalogue, figures.tenant, task.owner, figures.moment.date) if task.owner else None
    )
    return [
        say("progress-owner", unit=owner) if owner else say("progress-no-owner"),
        say("progress-partners", units=lines(*task.partners, separator="; ")) if task.partners else None,
    ]


def _money(task: Task, money: BudgetStanding | None) -> list[Speech]:
    paid_for = [each for each in money.lines if each.line.task == task.code] if money else []
    return [
        say("task-money", spent=rounded(each.spent), amount=each.amount)
        if each.amount is not None
        else say("task-money-shared", spent=rounded(each.spent))
        for each in paid_for
    ]


def _serves(task: Task) -> Speech | None:
    return say("task-serves", targets=listed(task.serves, 8)) if task.serves else None


def _state(standing: TaskStanding) -> Speech:
    """The state with how many steps are late or done."""
    late, done, total = (
        standing.count(StepState.LATE),
        standing.count(StepState.DONE),
        len(standing.steps),
    )
    return lines(
        say("task-late", count=late) if late else _task_state(standing.state),
        say("task-steps-done", done=done, total=total) if total else None,
        separator=_DOT,
    )


def _step_line(standing: StepStanding) -> Speech:
    """One step: mark, number, name, its months, and what was last reported of it."""
    step = standing.step
    said = None
    if standing.on is not None:
        said = say(f"task-said-{_said(standing)}", date=standing.on)
    months = months_text(step.starts, step.ends)
    head = say("task-step", mark=_mark(standing), code=step.code, name=step.name)
    kind = None if step.kind == "work" else say(f"task-step-{step.kind}")
    return lines(head, kind, months or say("task-no-months"), said, separator=_DOT)


def _said(standing: StepStanding) -> str:
    return {"xong": "done", "cho_duyet": "waiting"}.get(standing.said or "", "begun")


def months_text(starts: str | None, ends: str | None) -> str | None:
    """`2/2023-3/2023`, one month alone; None where no month is given."""
    named = [f"{first_day(month).month}/{first_day(month).year}" for month in (starts, ends) if month]
    return "-".join(dict.fromkeys(named)) or None


def _window(task: Task) -> Speech | None:
    """From when to when; whole months are told as months."""
    starts, ends = task.starts, task.ends
    if starts is not None and ends is not None:
        first, last = month_of(starts), month_of(ends)
        if starts == first_day(first) and ends == last_day(last):
            return months_text(first, last)
        return say("task-window", first=starts, last=ends)
    if starts is not None:
        return say("task-since", date=starts)
    return say("task-until", date=ends) if ends is not None else None


def _mark(standing: StepStanding) -> Speech:
    return say(f"task-mark-{standing.state}")


def _task_state(state: TaskState) -> Speech:
    return say(f"task-state-{state}")
