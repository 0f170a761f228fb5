"""What was paid against what a plan sets aside, line by line."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.plans import Budget
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.spending import BudgetStanding, budget_on
from tests.core.indicators.plan_world import PLAN
from tests.core.indicators.world import CATALOGUE, DAY, fact, moment


def paid(number: int, line: str, amount: float, kind: str = "thanh_toan", day: date = DAY) -> FactRow:
    return fact(number, "expense", day, line=line, kind=kind, amount=amount)


def standing(*rows: FactRow, day: date = DAY, budget: Budget | None = PLAN.budget) -> BudgetStanding:
    whole = PLAN.model_copy(update={"budget": budget})
    found = budget_on(whole, ListedFacts(rows, CATALOGUE), moment(day))
    assert found is not None
    return found


def spent(found: BudgetStanding) -> dict[str, Decimal]:
    return {each.line.code: each.spent for each in found.lines}


def test_the_lines_stand_in_the_plan_s_order_with_their_depth() -> None:
    found = standing()
    assert [(each.line.code, each.depth, each.amount) for each in found.lines] == [
        ("I", 0, 100),
        ("I.1", 1, 30),
        ("I.2", 1, None),
        ("II", 0, 50),
    ]
    assert [found.total, found.spent, found.exceeded] == [150, 0, False]


def test_a_line_counts_what_is_spent_below_it() -> None:
    found = standing(paid(1, "p_i_1", 20), paid(2, "p_i_2", 15.5), paid(3, "p_i", 4))
    assert spent(found) == {"I": Decimal("39.5"), "I.1": 20, "I.2": Decimal("15.5"), "II": 0}
    assert found.spent == Decimal("39.5")


def test_a_payment_is_one_however_it_is_called_and_a_settlement_is_not_paid_again() -> None:
    found = standing(
        paid(1, "p_ii", 10, "giai_ngan"),
        paid(2, "p_ii", 5, "thanh_toan"),
        paid(3, "p_ii", 15, "quyet_toan"),
        paid(4, "p_ii", 40, "hop_dong"),
        paid(5, "p_ii", 50, "du_toan"),
    )
    assert [found.spent, found.settled] == [15, 15]
    (line,) = [each for each in found.lines if each.line.code == "II"]
    assert [line.spent, line.settled, line.exceeded] == [15, 15, False]


def test_a_line_is_exceeded_by_more_than_its_amount_even_where_its_group_is_not() -> None:
    found = standing(paid(1, "p_i_1", 30))
    assert not any(each.exceeded for each in found.lines)
    found = standing(paid(1, "p_i_1", 30.1))
    assert [each.line.code for each in found.lines if each.exceeded] == ["I.1"]
    found = standing(paid(1, "p_i_2", 101))
    assert [each.line.code for each in found.lines if each.exceeded] == ["I"]
    assert not found.exceeded


def test_the_whole_is_exceeded_by_all_lines_together() -> None:
    rows = paid(1, "p_i", 100), paid(2, "p_ii", 50)
    assert not standing(*rows).exceeded
    assert standing(*rows, paid(3, "p_ii", 1)).exceeded


def test_a_budget_that_is_split_nowhere_is_named_by_its_plan() -> None:
    found = standing(paid(1, "p", 7), paid(2, "p_ii", 5), budget=Budget(total=10))
    assert [found.lines, found.spent] == [(), 7]


def test_money_without_a_sum_is_never_too_much() -> None:
    found = standing(paid(1, "p", 7), budget=Budget())
    assert (found.total, found.exceeded) == (None, False)
    assert budget_on(PLAN.model_copy(update={"budget": None}), ListedFacts((), CATALOGUE), moment()) is None


def test_another_plan_s_line_a_report_that_waits_and_a_later_day_do_not_count() -> None:
    waits = replace(paid(1, "p_ii", 5), confirmed_at=None, status="pending")
    found = standing(waits, paid(2, "q_ii", 5), paid(3, "p_ii", 5, day=date(2026, 8, 1)))
    assert found.spent == 0
    assert standing(paid(3, "p_ii", 5, day=date(2026, 8, 1)), day=date(2026, 8, 1)).spent == 5


def test_only_the_years_of_the_plan_count() -> None:
    rows = [paid(number, "p_ii", 1, day=date(2025 + number, 1, 1)) for number in range(7)]
    assert standing(*rows, day=date(2032, 1, 1)).spent == 5
