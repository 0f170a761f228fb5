"""Lines of a plan's budget against what is spent on them."""

from collections import defaultdict
from decimal import Decimal

from core.catalogue.plans import BudgetLine, Plan
from core.indicators.expression import Overspent
from core.indicators.outcome import ZERO, Outcome, Scope
from core.indicators.values import number_of, spec_of, values_of


def overspent(node: Overspent, scope: Scope) -> Outcome:
    """How many lines cost more than planned, each with all under it; None where no line has an amount."""
    plan = scope.plan
    limited = [line for line in _lines(plan) if line.amount is not None]
    if plan is None or not limited:
        return Outcome(None)
    spent, facts = _spent(node, scope)
    exceeded = [line for line in limited if _total(line, plan, spent) > Decimal(str(line.amount))]
    behind = (facts[each.option(plan.code)] for line in exceeded for each in line.all())
    return Outcome(Decimal(len(exceeded)), frozenset().union(*behind))


def _lines(plan: Plan | None) -> list[BudgetLine]:
    return list(plan.budget.all_lines()) if plan and plan.budget else []


def _total(line: BudgetLine, plan: Plan, spent: dict[str, Decimal]) -> Decimal:
    return sum((spent[each.option(plan.code)] for each in line.all()), ZERO)


def _spent(node: Overspent, scope: Scope) -> tuple[dict[str, Decimal], dict[str, set[int]]]:
    """What was spent on each line itself, and the facts that say so."""
    field = node.source.field or ""
    spec = spec_of(scope.catalogue, node.source.type, node.by)
    amounts: dict[str, Decimal] = defaultdict(lambda: ZERO)
    facts: dict[str, set[int]] = defaultdict(set)
    for row in scope.each(node.source, node.by):
        for code in values_of(row, node.by, spec):
            amounts[code] += number_of(row, field)
            facts[code].add(row.id)
    return amounts, facts
