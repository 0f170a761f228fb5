"""How the tasks of a plan and their steps stand on a day: done, late, running, still to come.

The last confirmed report of a step decides, as it does in figures: a step that was done and is taken up again
is not done.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.catalogue.moments import month_of
from core.catalogue.plans import Plan, Step, Task
from core.indicators.expression import Steps
from core.indicators.facts import Ask, Detail, FactRow, Facts, Moment
from core.indicators.steps import steps

#: the kind of report that tells of a step, its fields, and what it says of a step that is done
STEP_REPORT, STEP, STATUS, FINISHED = "step_done", "step", "status", "xong"


class StepState(StrEnum):
    LATE = "late"
    RUNNING = "running"
    AHEAD = "ahead"
    DONE = "done"


class TaskState(StrEnum):
    """In the order in which tasks need somebody."""

    LATE = "late"
    #: its time has passed, and no step tells whether it is done
    OVER = "over"
    RUNNING = "running"
    AHEAD = "ahead"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StepStanding:
    """One step. `said` is the status last reported (None: no report yet), `on` the day it is from."""

    step: Step
    state: StepState
    said: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskStanding:
    plan: Plan
    task: Task
    state: TaskState
    steps: tuple[StepStanding, ...] = ()

    def count(self, state: StepState) -> int:
        """How many of its steps stand so."""
        return sum(1 for each in self.steps if each.state is state)


def tasks_on(plan: Plan, facts: Facts, as_of: Moment) -> tuple[TaskStanding, ...]:
    """Every task of the plan, in its order."""
    said = last_said(facts, as_of)
    due = frozenset(steps(Steps("due"), plan, as_of.date))
    return tuple(_task(plan, task, said, due, as_of.date) for task in plan.tasks)


def urgent_first(tasks: tuple[TaskStanding, ...]) -> tuple[TaskStanding, ...]:
    """Late ones first; alike ones stay in the plan's order."""
    order = list(TaskState)
    return tuple(sorted(tasks, key=lambda each: order.index(each.state)))


def _task(
    plan: Plan, task: Task, said: Mapping[str, FactRow], due: frozenset[str], day: date
) -> TaskStanding:
    found = tuple(_step(task, step, said, due, day) for step in task.steps)
    return TaskStanding(plan, task, _task_state(task, found, day), found)


def _task_state(task: Task, found: tuple[StepStanding, ...], day: date) -> TaskState:
    states = {each.state for each in found}
    if StepState.LATE in states:
        return TaskState.LATE
    if states == {StepState.DONE}:
        return TaskState.DONE
    if task.ends is not None and task.ends < day:
        return TaskState.OVER
    begun = states & {StepState.RUNNING, StepState.DONE}
    if task.starts is not None and day < task.starts and not begun:
        return TaskState.AHEAD
    return TaskState.RUNNING


def _step(
    task: Task, step: Step, said: Mapping[str, FactRow], due: frozenset[str], day: date
) -> StepStanding:
    code = task.step_option(step)
    row = said.get(code)
    status = str(row.fields.get(STATUS, "")) if row else None
    state = StepState.DONE if status == FINISHED else _unfinished(step, code in due, row is not None, day)
    return StepStanding(step, state, status, row.occurred_from if row else None)


def _unfinished(step: Step, overdue: bool, reported: bool, day: date) -> StepState:
    if overdue:
        return StepState.LATE
    first = step.starts or step.ends
    begun = first is not None and first <= month_of(day)
    return StepState.RUNNING if begun or reported else StepState.AHEAD


def last_said(facts: Facts, as_of: Moment) -> dict[str, FactRow]:
    """The last confirmed report of each step, by the code of the step."""
    asked = Ask(STEP_REPORT, None, as_of.date, as_of.cutoff, frozenset({STEP, STATUS}), detail=Detail.EACH)
    rows = [row for row in facts.read(asked) if row.confirmed(as_of.cutoff)]
    return {str(row.fields.get(STEP, "")): row for row in rows}
