"""A plan's budget against what was paid: line by line, each with all that is under it. Million dong."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.catalogue.plans import Budget, BudgetLine, Plan
from core.indicators.facts import Ask, Detail, Facts, Moment
from core.indicators.outcome import ZERO
from core.indicators.values import number_of

#: the kind of report that tells of money, and its fields
EXPENSE, LINE, KIND, AMOUNT = "expense", "line", "kind", "amount"
#: a payment is reported once, as disbursed or as paid; a settlement tells of the same money again
SPENT = frozenset({"giai_ngan", "thanh_toan"})
SETTLED = frozenset({"quyet_toan"})

#: by the code of a line: what was paid and what was settled on the line itself
_Amounts = Mapping[str, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class LineStanding:
    """One line. `depth` is 0 at the top. `amount` is None where the plan gives the line none."""

    line: BudgetLine
    depth: int
    amount: Decimal | None
    spent: Decimal
    settled: Decimal

    @property
    def exceeded(self) -> bool:
        return self.amount is not None and self.spent > self.amount


@dataclass(frozen=True, slots=True)
class BudgetStanding:
    """The whole. `total` is None where the plan names no sum."""

    plan: Plan
    budget: Budget
    lines: tuple[LineStanding, ...]
    total: Decimal | None
    spent: Decimal
    settled: Decimal

    @property
    def exceeded(self) -> bool:
        return self.total is not None and self.spent > self.total


def budget_on(plan: Plan, facts: Facts, as_of: Moment) -> BudgetStanding | None:
    """The plan's budget with the confirmed payments of its years up to the day; None for a plan without one.

    A budget that is split nowhere is one line, named by the plan's own code.
    """
    if plan.budget is None:
        return None
    amounts = _amounts(plan, facts, as_of)
    codes = [plan.option(), *(line.option(plan.code) for line in plan.budget.all_lines())]
    lines = tuple(found for line in plan.budget.lines for found in _lines(line, 0, plan, amounts))
    spent, settled = _sums(codes, amounts)
    return BudgetStanding(plan, plan.budget, lines, _number(plan.budget.total), spent, settled)


def _lines(line: BudgetLine, depth: int, plan: Plan, amounts: _Amounts) -> Iterator[LineStanding]:
    spent, settled = _sums([each.option(plan.code) for each in line.all()], amounts)
    yield LineStanding(line, depth, _number(line.amount), spent, settled)
    for under in line.lines:
        yield from _lines(under, depth + 1, plan, amounts)


def _sums(codes: list[str], amounts: _Amounts) -> tuple[Decimal, Decimal]:
    found = [amounts[code] for code in codes if code in amounts]
    return sum((spent for spent, _ in found), ZERO), sum((settled for _, settled in found), ZERO)


def _amounts(plan: Plan, facts: Facts, as_of: Moment) -> _Amounts:
    looked_at = frozenset({LINE, KIND, AMOUNT})
    last = min(as_of.date, plan.ends or as_of.date)
    asked = Ask(EXPENSE, plan.starts, last, as_of.cutoff, looked_at, detail=Detail.EACH)
    found: dict[str, tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for row in facts.read(asked):
        if row.confirmed(as_of.cutoff):
            code, kind, amount = str(row.fields.get(LINE, "")), row.fields.get(KIND), number_of(row, AMOUNT)
            spent, settled = found[code]
            found[code] = (
                spent + (amount if kind in SPENT else ZERO),
                settled + (amount if kind in SETTLED else ZERO),
            )
    return found


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
