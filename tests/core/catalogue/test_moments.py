"""Months, and the codes that stand for parts of a plan."""

from datetime import date

import pytest

from core.catalogue.budgets import Budget, BudgetLine
from core.catalogue.moments import first_day, last_day, month_of, months
from core.catalogue.tasks import option_code
from core.texts import Label

NAME = Label(vi="x", en="x")


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_a_month_has_a_first_and_a_last_day(month: str, first: date, last: date) -> None:
    assert (first_day(month), last_day(month)) == (first, last)
    assert month_of(first) == month_of(last) == month


def test_months_run_over_new_year_and_hold_both_ends() -> None:
    assert months("2023-11", "2024-02") == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert months("2023-11", "2023-11") == ["2023-11"]
    assert months("2023-11", "2023-10") == []


@pytest.mark.parametrize(
    ("parts", "option"),
    [
        (("BG-I1", "1"), "bg_i1_1"),
        (("BG-I.1",), "bg_i_1"),
        (("BN-PL-IV2",), "bn_pl_iv2"),
        (("DC1-5a",), "dc1_5a"),
    ],
)
def test_codes_of_plans_become_codes_of_options(parts: tuple[str, ...], option: str) -> None:
    assert option_code(*parts) == option


@pytest.mark.parametrize("code", ["I.1", "BG-I.1"])
def test_a_line_may_be_written_with_or_without_its_plan(code: str) -> None:
    line = BudgetLine(code=code, name=NAME)
    assert (line.option("BG"), line.full_code("BG")) == ("bg_i_1", "BG-I.1")


def test_all_lines_come_in_the_order_of_the_plan_at_every_depth() -> None:
    inner = BudgetLine(code="I.1", name=NAME, lines=(BudgetLine(code="I.1.a", name=NAME),))
    budget = Budget(lines=(BudgetLine(code="I", name=NAME, lines=(inner,)), BudgetLine(code="II", name=NAME)))
    assert [line.code for line in budget.all_lines()] == ["I", "I.1", "I.1.a", "II"]
