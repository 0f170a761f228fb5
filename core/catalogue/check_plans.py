"""Checks of plans: goals that can be judged, owners that exist, indicators that can be computed."""

from collections.abc import Iterator

from core.catalogue.build import build
from core.catalogue.check_indicators import check_indicator
from core.catalogue.parse import Parsed
from core.catalogue.plans import Goal, Plan, Target
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources


def check_plans(sources: Sources) -> Iterator[Problem]:
    """All problems of all plans."""
    first: dict[str, str] = {}
    catalogue = build(sources)
    for parsed in sources.plans:
        yield from _check_plan(parsed, sources)
        for index, target in enumerate(parsed.model.targets):
            where = f"{parsed.document.file}:{parsed.document.line(('targets', index, 'code'))}"
            if target.code in first:
                what = f"the target {quoted(target.code)} twice (first at {first[target.code]})"
                yield parsed.document.problem(("targets", index, "code"), what, "give it a code of its own")
            first.setdefault(target.code, where)
            yield from _check_target(parsed, index, sources)
            yield from check_indicator(parsed, index, sources, catalogue)


def _check_plan(parsed: Parsed[Plan], sources: Sources) -> Iterator[Problem]:
    plan, document = parsed.model, parsed.document
    if plan.ends and plan.ends < plan.starts:
        yield document.problem(("ends",), "the plan ends before it starts", "correct starts or ends")
    if "tenants" not in sources.broken and not sources.units_for(plan.code):
        what = f"no tenant carries out the plan {quoted(plan.code)}"
        yield document.problem(("code",), what, "name it under plans: of a tenant", "warning")


def _check_target(parsed: Parsed[Plan], index: int, sources: Sources) -> Iterator[Problem]:
    target, document = parsed.model.targets[index], parsed.document
    path = ("targets", index)
    if not target.code.startswith(f"{parsed.model.code}-"):
        what = f"the target {quoted(target.code)} stands in the plan {parsed.model.code}"
        yield document.problem((*path, "code"), what, f"begin its code with {parsed.model.code}-")
    if target.kind == "E" and not target.goals:
        what = f"the explicit target {target.code} has no goal"
        yield document.problem(path, what, "add goals: with a value and due: or years:")
    for number, goal in enumerate(target.goals):
        for what, do in _goal_findings(goal, parsed.model):
            yield document.problem((*path, "goals", number), what, do)
    yield from _check_owner(parsed, index, target, sources)


def _goal_findings(goal: Goal, plan: Plan) -> Iterator[tuple[str, str]]:
    if goal.due is None and goal.years is None:
        yield "a goal without a time", "add due: a date, or years: [first, last]"
    if goal.op == "increase" and goal.value is not None:
        yield "an increase with a value", "remove value: it is compared with the period before"
    if goal.op != "increase" and goal.value is None:
        yield f"a goal {goal.op} without a value", "add value:"
    if goal.percent and goal.value is not None and not 0 <= goal.value <= 100:
        yield f"{goal.value:g} percent", "give 0 to 100"
    if goal.years and not plan.starts.year <= goal.years[0] <= goal.years[1]:
        yield (
            f"the years {goal.years[0]} to {goal.years[1]}",
            "give the first and the last year, within the plan",
        )
    yield from _late_findings(goal, plan)


def _late_findings(goal: Goal, plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.ends is None:
        return
    if goal.due and not goal.years and not plan.starts <= goal.due <= plan.ends:
        yield f"due on {goal.due}, outside the plan", f"give a day from {plan.starts} to {plan.ends}"
    if goal.years and goal.years[1] > plan.ends.year:
        yield f"years up to {goal.years[1]}, after the plan", f"end in {plan.ends.year} or before"


def _check_owner(parsed: Parsed[Plan], index: int, target: Target, sources: Sources) -> Iterator[Problem]:
    path = ("targets", index, "owner")
    if target.owner is None:
        what = f"{target.code} has no owner"
        do = "write owner: a unit, or leave it for an admin to settle"
        yield parsed.document.problem(path, what, do, "warning")
        return
    units = sources.units_for(parsed.model.code)
    if "tenants" not in sources.broken and units and target.owner not in units:
        what = f"no unit has the code {quoted(target.owner)}"
        yield parsed.document.problem(path, what, choose(target.owner, units))
