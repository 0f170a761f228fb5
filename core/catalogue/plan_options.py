"""Lists of options that are made of the plans: what a report can name of them without an author's help."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from core.catalogue.fact_types import Option
from core.catalogue.plans import Plan
from core.texts import Label


def _steps(plan: Plan) -> Iterator[Option]:
    for task in plan.tasks:
        for step in task.steps:
            yield _option(task.step_option(step), f"{task.code}.{step.code}", step.name, *step.also)


def _tasks(plan: Plan) -> Iterator[Option]:
    return (_option(task.option(), task.code, task.name, *task.also) for task in plan.tasks)


def _budget_lines(plan: Plan) -> Iterator[Option]:
    """A budget that is split nowhere is one line itself, by the plan's code."""
    if plan.budget is not None and not plan.budget.lines:
        yield from _plans(plan)
    for line in plan.budget.all_lines() if plan.budget else ():
        task = filter(None, [line.task])
        yield _option(line.option(plan.code), line.full_code(plan.code), line.name, *task)


def _plans(plan: Plan) -> Iterator[Option]:
    name = plan.short or plan.title
    yield _option(plan.option(), plan.code, name, name.vi, *filter(None, [plan.number]))


def _option(code: str, number: str, name: Label, *also: str) -> Option:
    """Two tasks may have a step of the same name, so the label begins with what tells them apart."""
    label = Label(vi=f"{number}: {name.vi}", en=f"{number}: {name.en}")
    return Option(code=code, label=label, also=(number, *also))


#: name of a list -> what it takes from a plan
LISTS: Mapping[str, Callable[[Plan], Iterator[Option]]] = {
    "@steps": _steps,
    "@tasks": _tasks,
    "@budget_lines": _budget_lines,
    "@plans": _plans,
}


def plan_options(name: str | None, plans: Iterable[Plan]) -> tuple[Option, ...] | None:
    """The options of that list over these plans, in their order; None if it is not made of plans."""
    make = LISTS.get(name or "")
    return tuple(option for plan in plans for option in make(plan)) if make else None
