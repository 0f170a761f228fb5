"""Steps that are late for so long that nobody is reminded of them any more: they are still to be done."""

from core.catalogue.successors import carried_on
from core.due.matters import Kind
from core.indicators.work import StepStanding, TaskStanding
from reports.due.reading import DueNow
from reports.summary.reading import late_steps

LateStep = tuple[TaskStanding, StepStanding]


def long_late(found: DueNow, person: int | None = None) -> tuple[LateStep, ...]:
    """The late steps that are no matter any more, in the order of the plans; of one person, of their unit."""
    told = {each.key for each in found.matters if each.kind is Kind.STEP}
    units = found.figures.catalogue.tenants[found.figures.tenant].units

    def theirs(owner: str | None) -> bool:
        if person is None:
            return True
        now = carried_on(units, owner, found.today) if owner else None
        return now is not None and person in found.setting.staff.officers.get(now, ())

    return tuple(
        (task, step)
        for task, step in late_steps(found.figures)
        if f"step.{task.task.code}.{step.step.code}" not in told and theirs(task.task.owner)
    )
