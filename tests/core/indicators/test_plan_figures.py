"""What figures read of their plan: steps and their months, lines of the budget, parameters."""

from datetime import date
from decimal import Decimal

import pytest

from core.catalogue.plans import Budget
from core.indicators.expression import Expression
from core.indicators.parameters import expression_of, is_value, missing, parameters, resolve
from core.indicators.parse import parse
from core.indicators.show import show
from tests.core.indicators.plan_world import PLAN, measure
from tests.core.indicators.world import fact, plan, target


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 2, 28), 0),
        (date(2026, 3, 1), 1),
        (date(2026, 3, 31), 1),
        (date(2026, 4, 1), 2),
        (date(2026, 12, 31), 2),
        (date(2027, 1, 1), 3),
    ],
)
def test_a_step_is_due_when_its_last_month_has_ended(day: date, due: int) -> None:
    assert measure("steps(due)", day=day).value == due
    assert measure("steps(all)", day=day).value == 4


def test_february_of_a_leap_year_ends_on_the_29th() -> None:
    step = PLAN.tasks[0].steps[0].model_copy(update={"starts": "2028-02", "ends": "2028-02"})
    tasks = (PLAN.tasks[0].model_copy(update={"steps": (step,)}),)
    leap = PLAN.model_copy(update={"tasks": tasks})
    days = date(2028, 2, 29), date(2028, 3, 1)
    assert [measure("steps(due)", day=day, whole=leap).value for day in days] == [0, 1]


def test_without_a_plan_there_are_no_steps() -> None:
    found = measure("ratio(distinct(done.step), steps(all))", whole=None)
    assert [found.value, found.denominator] == [None, 0]


def test_a_share_of_steps_counts_only_those_of_the_plan() -> None:
    rows = [fact(n, "done", step=step) for n, step in enumerate(["p_1_1", "p_2_2", "q_1_1"])]
    share = measure("ratio(distinct(done.step), steps(all))", *rows)
    assert [share.numerator, share.denominator] == [2, 4]
    due = measure("ratio(distinct(done.step), steps(due))", *rows, day=date(2026, 7, 1))
    assert [due.numerator, due.denominator] == [1, 2]


def test_steps_overdue_are_those_due_that_are_not_done() -> None:
    done = "distinct(done.step where status = ended)"
    overdue = f"steps(due) - common(steps(due), {done})"
    early = fact(1, "done", step="p_2_1", status="ended")
    begun = fact(2, "done", step="p_1_1", status="begun")
    late = fact(3, "done", step="p_1_2", status="ended")
    assert measure(overdue, early, begun).value == 2
    assert measure(overdue, early, begun, late).value == 1


def test_a_line_counts_what_is_spent_under_it() -> None:
    rows = (
        fact(1, "cost", line="p_i_1", amount=30),
        fact(2, "cost", line="p_i_2", amount=69.5),
        fact(3, "cost", line="p_ii", amount=50),
    )
    text = "overspent(cost.amount by line)"
    assert measure(text, *rows).value == 0
    over = measure(text, *rows, fact(4, "cost", line="p_i", amount=0.6))
    assert [over.value, over.facts] == [1, (1, 2, 4)]
    both = measure(text, *rows, fact(4, "cost", line="p_i_1", amount=1))
    assert [both.value, both.facts] == [2, (1, 2, 4)]


def test_only_the_spending_asked_for_exceeds_a_line() -> None:
    rows = (
        fact(1, "cost", line="p_ii", amount=40, day=date(2026, 1, 5)),
        fact(2, "cost", line="p_ii", amount=40, day=date(2026, 6, 30)),
    )
    assert measure("overspent(cost.amount by line in year)", *rows).value == 1
    assert measure("overspent(cost.amount by line in quarter)", *rows, day=date(2026, 3, 31)).value == 0
    assert measure("overspent(cost.amount by line where amount > 40)", *rows).value == 0


@pytest.mark.parametrize("budget", [None, Budget(total=150)])
def test_without_lines_nothing_can_be_overspent(budget: Budget | None) -> None:
    whole = PLAN.model_copy(update={"budget": budget})
    assert measure("overspent(cost.amount by line)", whole=whole).value is None
    assert measure("overspent(cost.amount by line)", whole=None).value is None


def test_a_parameter_stands_for_its_value() -> None:
    text = "growth(count(visit where stage >= $enough in year), base 2025 = $base)"
    assert show(resolve(text, PLAN)) == text.replace("$enough", "done").replace("$base", "4")
    assert parameters(parse(text)) == ("enough", "base")


def test_a_target_with_an_unset_parameter_has_no_expression_and_names_it() -> None:
    text = "all(stage(visit) >= $enough, count(visit) >= $unset, count(visit) >= $nowhere)"
    wanted = target(text)
    assert expression_of(wanted, PLAN) is None
    assert missing(text, PLAN) == ("unset", "nowhere")
    assert "done" in show(resolve(text, PLAN))


def test_a_target_without_an_indicator_has_no_expression() -> None:
    wanted = target("count(visit)").model_copy(update={"indicator": None})
    assert expression_of(wanted, PLAN) is None


def test_without_parameters_a_sentence_is_itself() -> None:
    expression: Expression = parse("count(visit where level in @upper in year)")
    assert resolve("count(visit where level in @upper in year)", plan(target("count(visit)"))) == expression


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("done", True),
        ("5s", True),
        ("12.5", True),
        ("2028-12-31", True),
        ("", False),
        ("$base", False),
        ("two words", False),
        ("a or b", False),
        ("Hoa", False),
    ],
)
def test_a_parameter_holds_one_code_number_or_day(text: str, usable: bool) -> None:
    assert is_value(text) is usable


def test_what_is_taken_away_may_leave_less_than_nothing() -> None:
    rows = fact(1, number=3, level="low"), fact(2, number=5, level="high")
    text = "sum(visit.number where level = low) - sum(visit.number where level = high)"
    assert [measure(text, *rows).value, measure(text, *rows).facts] == [Decimal(-2), (1, 2)]
    assert measure("count(visit) - latest(visit.number)").value is None
    assert measure("count(visit) - count(visit) - count(visit)", *rows).value == -2
