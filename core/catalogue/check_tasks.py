"""Checks of tasks and their steps. Where a plan's calendar contradicts itself it is kept: warnings only."""

from collections.abc import Iterator
from itertools import groupby

from core.catalogue.check_plans import check_codes
from core.catalogue.check_units import check_units
from core.catalogue.documents import Document, Path
from core.catalogue.moments import month_of, months
from core.catalogue.parse import Parsed
from core.catalogue.plans import Plan, Step, Task
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources

_SETTLE = "correct it, unless the plan itself says so"


def check_tasks(sources: Sources) -> Iterator[Problem]:
    """All problems of the tasks of all plans."""
    yield from check_codes(sources, "tasks", "task")
    yield from _check_options(sources)
    targets = sources.target_codes()
    for parsed in sources.plans:
        for index, task in enumerate(parsed.model.tasks):
            path: Path = ("tasks", index)
            owner = [((*path, "owner"), task.owner)] if task.owner else []
            yield from check_units(parsed, owner, sources)
            for place, code in enumerate(task.serves):
                if not sources.knows("plans", code, targets):
                    what = f"no target has the code {quoted(code)}"
                    yield parsed.document.problem((*path, "serves", place), what, choose(code, targets))
            yield from _check_window(parsed, path, task)
            for number, step in enumerate(task.steps):
                yield from _check_step(parsed, (*path, "steps", number), task, step)
            yield from _check_gaps(parsed, path, task)


def _check_options(sources: Sources) -> Iterator[Problem]:
    """Reports name steps by their options, in which I1.1 and I1-1 are the same."""
    first: dict[str, tuple[Document, Path]] = {}
    for parsed in sources.plans:
        for index, task in enumerate(parsed.model.tasks):
            for number, step in enumerate(task.steps):
                path: Path = ("tasks", index, "steps", number, "code")
                option = task.step_option(step)
                if option in first:
                    before, there = first[option]
                    what = (
                        f"the step {quoted(step.code)} of {task.code} twice (first at {before.place(there)})"
                    )
                    yield parsed.document.problem(path, what, "give it a code of its own or remove it")
                first.setdefault(option, (parsed.document, path))


def _check_window(parsed: Parsed[Plan], path: Path, task: Task) -> Iterator[Problem]:
    plan, document = parsed.model, parsed.document
    if task.starts and task.ends and task.ends < task.starts:
        what = f"{task.code} ends before it starts"
        yield document.problem((*path, "ends"), what, "correct starts or ends")
        return
    for key, day in (("starts", task.starts), ("ends", task.ends)):
        if day and (day < plan.starts or (plan.ends is not None and day > plan.ends)):
            what = f"{task.code} {key} on {day}, outside the plan"
            yield document.problem((*path, key), what, _SETTLE, "warning")


def _check_step(parsed: Parsed[Plan], path: Path, task: Task, step: Step) -> Iterator[Problem]:
    document, plan = parsed.document, parsed.model
    name = f"step {step.code} of {task.code}"
    if step.starts is None or step.ends is None:
        what = f"{name} has no first month" if step.starts is None else f"{name} has no last month"
        what = f"{name} has no months" if step.starts == step.ends else what
        yield document.problem(path, what, "an admin fills in starts: and ends:", "warning")
        return
    if step.ends < step.starts:
        yield document.problem((*path, "ends"), f"{name} ends before it starts", "correct starts or ends")
        return
    around = {f"the window of {task.code}": (task.starts, task.ends), "the plan": (plan.starts, plan.ends)}
    for window, (first, last) in around.items():
        if (first and step.starts < month_of(first)) or (last and step.ends > month_of(last)):
            what = f"{name} runs from {step.starts} to {step.ends}, outside {window}"
            yield document.problem(path, what, _SETTLE, "warning")
            return


def _check_gaps(parsed: Parsed[Plan], path: Path, task: Task) -> Iterator[Problem]:
    """Months of the task in which no step runs, when every step says in which it does."""
    windows = [(step.starts, step.ends) for step in task.steps if step.starts and step.ends]
    complete = bool(windows) and len(windows) == len(task.steps)
    if not complete or task.starts is None or task.ends is None or task.ends < task.starts:
        return
    covered = {month for first, last in windows for month in months(first, last)}
    empty = [m for m in months(month_of(task.starts), month_of(task.ends)) if m not in covered]
    if empty:
        what = f"no step of {task.code} runs in {', '.join(_runs(empty))}"
        yield parsed.document.problem((*path, "steps"), what, _SETTLE, "warning")


def _runs(found: list[str]) -> Iterator[str]:
    """Months that follow each other as one: "2026-05", "2026-07 to 2026-09"."""
    for _, run in groupby(enumerate(found), key=lambda pair: len(months(found[0], pair[1])) - pair[0]):
        together = [month for _, month in run]
        yield together[0] if len(together) == 1 else f"{together[0]} to {together[-1]}"
