"""The plans of a tenant, and the targets of one plan in groups, a page at a time."""

from core.catalogue.plans import Plan
from core.indicators.progress import TargetProgress
from core.texts import Speech, lines, say
from reports.people import short
from reports.progress import coded_line
from reports.states import states_line

#: targets on one page
PAGE = 6

#: groups in their order, and the kinds of target in them
GROUPS = {
    "goals": frozenset({"E", "A"}),
    "duties": frozenset({"D"}),
    "rules": frozenset({"R"}),
    "purposes": frozenset({"Q"}),
    "past": frozenset({"H"}),
}


def plan_lines(plan: Plan, items: tuple[TargetProgress, ...]) -> Speech:
    """One plan among several: its name, and how many of its targets stand how."""
    title = short(plan.title, 70)
    return lines(say("plan-line", code=plan.code, title=title), states_line(items))


def in_groups(items: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """The targets of a plan group by group; within one they stay in the plan's order."""
    order = list(GROUPS)
    return tuple(sorted(items, key=lambda item: order.index(group_of(item))))


def group_of(item: TargetProgress) -> str:
    """The group a target is shown in."""
    return next(group for group, kinds in GROUPS.items() if item.target.kind in kinds)


def shown_on(items: tuple[TargetProgress, ...], page: int) -> tuple[TargetProgress, ...]:
    """The targets of one page, counted from 0."""
    return in_groups(items)[page * PAGE : (page + 1) * PAGE]


def plan_pages(items: tuple[TargetProgress, ...]) -> int:
    """How many pages there are, at least one."""
    return max(-(-len(items) // PAGE), 1)


def plan_page(plan: Plan, items: tuple[TargetProgress, ...], page: int) -> Speech:
    """One page of a plan's targets: how all of them stand, then each group with its name and size."""
    title = say(
        "plan-title", code=plan.code, title=short(plan.title, 70), page=page + 1, pages=plan_pages(items)
    )
    shown = shown_on(items, page)
    return lines(lines(title, states_line(items)), *_groups(items, shown), separator="\n\n")


def _groups(items: tuple[TargetProgress, ...], shown: tuple[TargetProgress, ...]) -> list[Speech]:
    found: list[Speech] = []
    for group in GROUPS:
        of_page = [item for item in shown if group_of(item) == group]
        if of_page:
            count = sum(1 for item in items if group_of(item) == group)
            heading = say(f"plan-group-{group}", count=count)
            found.append(lines(heading, *(coded_line(item) for item in of_page)))
    return found
