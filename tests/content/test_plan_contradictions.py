"""Where a plan contradicts itself, or leaves something open, it is kept as it is and an admin is told."""

import pytest

from bot.content import read_catalogue


def told(plan: str) -> set[str]:
    """What an admin is told of a plan, besides which targets have no owner."""
    found = (problem for problem in read_catalogue()[1] if problem.file == f"content/plans/{plan}.yaml")
    return {problem.what for problem in found if "has no owner" not in problem.what}


def test_the_calendar_of_bac_giang_contradicts_itself() -> None:
    assert {what for what in told("bg") if "split" not in what} == {
        "no step of BG-I2 runs in 2023-07",
        "step 1 of BG-I2 runs from 2023-02 to 2023-04, outside the window of BG-I2",
        "step 3 of BG-I3 has no months",
        "step 1 of BG-III1 runs from 2023-02 to 2023-03, outside the window of BG-III1",
        "step 1 of BG-III2 runs from 2023-02 to 2023-03, outside the window of BG-III2",
    }


def test_the_sums_of_bac_giang_are_right_and_one_group_is_not_split() -> None:
    assert {what for what in told("bg") if "add up" in what or "split" in what} == {
        "no split given of the line II: II.1, II.2 without an amount"
    }


@pytest.mark.parametrize(("plan", "parameter"), [("dc1", "nscl_issues_per_month"), ("ls", "base_2025")])
def test_what_a_plan_does_not_say_is_left_to_an_admin(plan: str, parameter: str) -> None:
    assert any(what.startswith(f"${parameter} of {plan.upper()} has no value") for what in told(plan))
