"""What is wrong with what an expression counts of its plan: steps, and lines of the budget."""

from collections.abc import Iterator

from core.catalogue.plans import Plan
from core.indicators.expression import Expression, Overspent, Steps
from core.indicators.references import leaves


def plan_problems(expression: Expression, plan: Plan) -> Iterator[str]:
    """Everything the expression counts that the plan does not have."""
    found = list(leaves(expression))
    if any(isinstance(leaf, Steps) for leaf in found) and not any(task.steps for task in plan.tasks):
        yield f"steps(...): no task of {plan.code} has steps; add them to its tasks"
    lines = list(plan.budget.all_lines()) if plan.budget else []
    if any(isinstance(leaf, Overspent) for leaf in found) and all(line.amount is None for line in lines):
        yield f"overspent(...): no line of the budget of {plan.code} has an amount; add lines with amounts"
