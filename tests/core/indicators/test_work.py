"""Which steps of a plan are done, late, running or still to come, and how their tasks stand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.catalogue.plans import Plan, Step, Task
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.work import StepState, TaskStanding, TaskState, tasks_on, urgent_first
from tests.core.indicators.plan_world import PLAN
from tests.core.indicators.world import CATALOGUE, fact, label, moment


def task(
    code: str, *steps: tuple[str | None, str | None], starts: date | None = None, ends: date | None = None
) -> Task:
    return Task(
        code=code,
        section="III",
        name=label(code),
        starts=starts,
        ends=ends,
        steps=tuple(
            Step(code=str(number), name=label(code), starts=first, ends=last)
            for number, (first, last) in enumerate(steps, start=1)
        ),
    )


def planned(*tasks: Task) -> Plan:
    return PLAN.model_copy(update={"tasks": tasks})


def said(number: int, step: str, status: str, day: date) -> FactRow:
    return fact(number, "step_done", day, step=step, status=status)


def standing(whole: Plan, day: date, *rows: FactRow) -> tuple[TaskStanding, ...]:
    return tasks_on(whole, ListedFacts(rows, CATALOGUE), moment(day))


def states(whole: Plan, day: date, *rows: FactRow) -> list[StepState]:
    return [step.state for each in standing(whole, day, *rows) for step in each.steps]


ONE = planned(task("P-1", ("2026-02", "2026-03")))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 1, 31), StepState.AHEAD),
        (date(2026, 2, 1), StepState.RUNNING),
        (date(2026, 3, 31), StepState.RUNNING),
        (date(2026, 4, 1), StepState.LATE),
    ],
)
def test_a_step_is_late_when_its_last_month_has_ended(day: date, state: StepState) -> None:
    assert states(ONE, day) == [state]


@pytest.mark.parametrize("status", ["dang_lam", "cho_duyet"])
def test_only_what_is_reported_as_done_keeps_a_step_from_being_late(status: str) -> None:
    (found,) = standing(ONE, date(2026, 4, 1), said(1, "p_1_1", status, date(2026, 3, 2)))
    assert [(each.state, each.said, each.on) for each in found.steps] == [
        (StepState.LATE, status, date(2026, 3, 2))
    ]


def test_done_is_done_however_late_and_however_early() -> None:
    for day in (date(2026, 1, 5), date(2026, 9, 5)):
        (found,) = standing(ONE, day, said(1, "p_1_1", "xong", day))
        assert [each.state for each in found.steps] == [StepState.DONE]
        assert found.state is TaskState.DONE


def test_a_step_that_is_taken_up_again_is_not_done_any_more() -> None:
    day = date(2026, 3, 20)
    done = said(1, "p_1_1", "xong", date(2026, 3, 1))
    again = said(2, "p_1_1", "dang_lam", date(2026, 3, 2))
    assert states(ONE, day, done, again) == [StepState.RUNNING]
    assert states(ONE, day, again, done) == [StepState.RUNNING]


def test_only_a_confirmed_report_that_was_known_and_had_happened_counts() -> None:
    done = said(1, "p_1_1", "xong", date(2026, 3, 2))
    day = date(2026, 4, 1)
    waits = replace(done, confirmed_at=None, status="pending")
    taken_back = replace(done, ended_at=done.recorded_at + timedelta(minutes=1))
    tomorrow = said(1, "p_1_1", "xong", date(2026, 4, 2))
    for row in (waits, taken_back, tomorrow):
        assert states(ONE, day, row) == [StepState.LATE]
    assert states(ONE, day, done) == [StepState.DONE]


def test_a_past_day_knows_nothing_of_what_was_reported_later() -> None:
    told_later = replace(
        said(1, "p_1_1", "xong", date(2026, 3, 2)),
        recorded_at=moment(date(2026, 5, 1)).cutoff,
        confirmed_at=moment(date(2026, 5, 1)).cutoff,
    )
    assert states(ONE, date(2026, 4, 1), told_later) == [StepState.LATE]
    assert states(ONE, date(2026, 5, 2), told_later) == [StepState.DONE]


def test_a_step_without_a_month_is_never_late() -> None:
    whole = planned(task("P-1", (None, None)))
    assert states(whole, date(2030, 1, 1)) == [StepState.AHEAD]
    begun = said(1, "p_1_1", "dang_lam", date(2026, 3, 2))
    assert states(whole, date(2030, 1, 1), begun) == [StepState.RUNNING]


def test_a_report_of_another_task_s_step_says_nothing() -> None:
    assert states(ONE, date(2026, 4, 1), said(1, "q_1_1", "xong", date(2026, 3, 2))) == [StepState.LATE]


WINDOW = {"starts": date(2026, 2, 1), "ends": date(2026, 4, 30)}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 1, 31), TaskState.AHEAD),
        (date(2026, 2, 1), TaskState.RUNNING),
        (date(2026, 4, 30), TaskState.RUNNING),
        (date(2026, 5, 1), TaskState.OVER),
    ],
)
def test_a_task_without_steps_has_its_window_and_is_never_called_late(day: date, state: TaskState) -> None:
    (found,) = standing(planned(task("P-1", **WINDOW)), day)
    assert found.state is state


def test_a_task_is_late_with_its_first_late_step_and_done_with_its_last_step() -> None:
    whole = planned(task("P-1", ("2026-01", "2026-01"), ("2026-03", "2026-03"), **WINDOW))
    first = said(1, "p_1_1", "xong", date(2026, 1, 20))
    last = said(2, "p_1_2", "xong", date(2026, 3, 20))
    day = date(2026, 2, 10)
    assert standing(whole, day)[0].state is TaskState.LATE
    assert standing(whole, day, first)[0].state is TaskState.RUNNING
    (found,) = standing(whole, date(2026, 6, 1), first, last)
    assert (found.state, found.count(StepState.DONE)) == (TaskState.DONE, 2)


def test_a_task_without_any_date_runs() -> None:
    (found,) = standing(planned(task("P-1")), date(2026, 5, 1))
    assert found.state is TaskState.RUNNING


def test_late_tasks_come_first_and_alike_ones_stay_in_order() -> None:
    whole = planned(
        task("P-1", starts=date(2027, 1, 1)),
        task("P-2", ("2026-01", "2026-01")),
        task("P-3"),
        task("P-4", ends=date(2026, 3, 31)),
        task("P-5", ("2026-02", "2026-02")),
    )
    found = urgent_first(standing(whole, date(2026, 7, 1)))
    assert [each.task.code for each in found] == ["P-2", "P-5", "P-4", "P-3", "P-1"]
