"""The steps of a plan's tasks, as a figure counts them."""

from datetime import date

from core.catalogue.moments import last_day
from core.catalogue.plans import Plan, Step
from core.indicators.expression import Steps


def steps(node: Steps, plan: Plan | None, day: date) -> tuple[str, ...]:
    """The steps by the codes reports use for them; none without a plan."""
    listed = [(task.step_option(step), step) for task in plan.tasks for step in task.steps] if plan else []
    return tuple(code for code, step in listed if node.which == "all" or _is_due(step, day))


def _is_due(step: Step, day: date) -> bool:
    """Whether its last month is over. A step without any month never falls due."""
    month = step.ends or step.starts
    return month is not None and last_day(month) < day
