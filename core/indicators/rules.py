"""The rules of plans: which of them a report would break, so that its sender is told before it is sent."""

from dataclasses import dataclass

from core.catalogue import Catalogue
from core.catalogue.plans import Plan, Target
from core.indicators.facts import FactRow, Facts, Moment
from core.indicators.goals import reaches
from core.indicators.movement import Movement, movements
from core.indicators.pace import in_terms

#: what a target of a plan is that says what must not happen, not what is to be reached
RULE = "R"


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule of a plan that stood until the report came."""

    plan: Plan
    target: Target


def broken_rules(
    fact: FactRow, catalogue: Catalogue, tenant: str, facts: Facts, as_of: Moment
) -> tuple[BrokenRule, ...]:
    """The rules that hold worse with the fact: over the limit, or for fewer of those they are about."""
    plans = catalogue.plans_of(tenant)
    if not any(target.kind == RULE and target.goals for plan in plans for target in plan.targets):
        return ()
    found = movements(fact, catalogue, tenant, facts, as_of, kind=RULE)
    return tuple(BrokenRule(each.plan, each.target) for each in found if _breaks(each))


def _breaks(movement: Movement) -> bool:
    goal = movement.goal
    if not movement.moved or goal is None:
        return False
    before, after = in_terms(movement.before.value, goal), in_terms(movement.after.value, goal)
    if before is None or after is None:
        return False
    return after > before and not reaches(goal, after) if goal.op == "<=" else after < before
