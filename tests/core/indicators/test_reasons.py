from datetime import date

import pytest

from tests.core.indicators.reasons import keys, shown, why
from tests.core.indicators.world import fact

LAST_YEAR = date(2025, 5, 1)


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("not level = high", "other than high"),
        ("not level >= middle", "less than middle"),
        ("level != high", "other than high"),
        ("not level in {high, low}", "other than high, low"),
        ("not level in @upper", "other than upper"),
    ],
)
def test_what_a_condition_shuts_out_is_not_what_it_wants(condition: str, wanted: str) -> None:
    (sentence,) = why(f"count(visit where {condition})", fact(1, level="high"))
    assert sentence.key == "progress-why-test"
    assert shown(sentence.args["value"]) == "high"
    assert shown(sentence.args["wanted"]) == wanted


def test_what_should_have_been_valid_today_is_told_with_the_day() -> None:
    (sentence,) = why(
        "count(check where not valid_until < today)", fact(1, "check", valid_until="2026-06-30")
    )
    assert "1/7/2026" in shown(sentence.args["wanted"])


def test_a_test_that_fails_in_several_ways_is_told_once() -> None:
    found = why("count(visit where level = high and (level = high or number = 1))", fact(1, level="low"))
    assert keys(found) == ["test"]


def test_a_fact_in_the_period_is_nearer_than_one_that_only_meets_the_condition() -> None:
    indicator = "ratio(distinct(visit.note in month), distinct(visit.note in year))"
    early = date(2026, 2, 1)
    assert keys(why(indicator, fact(2, day=early, note="An"), fact(1, day=early, note="An"))) == ["counted"]


def test_a_fact_outside_every_period_is_told_so() -> None:
    assert keys(why("distinct(visit.(note, level) in month)", fact(1, note="An", level="low"))) == ["window"]


def test_what_is_reached_already_is_told_so() -> None:
    indicator = "any(stage(visit) >= done, count(survey) >= 1)"
    assert keys(why(indicator, fact(2, "survey"), fact(1, "survey"))) == ["reached"]
    assert keys(why(indicator, fact(2, stage="begun"), fact(1, stage="begun"))) == ["same"]


def test_what_was_counted_last_year_is_no_news_for_growth_either() -> None:
    told = fact(1, day=LAST_YEAR, note="An")
    again = fact(2, day=LAST_YEAR, note="an")
    assert keys(why("growth(distinct(visit.note in year))", again, told)) == ["counted"]


def test_with_a_base_the_year_before_is_outside() -> None:
    indicator = "growth(distinct(visit.note in year), base 2025 = 3)"
    assert keys(why(indicator, fact(1, day=LAST_YEAR, note="An"))) == ["window"]


def test_of_a_difference_both_sides_are_asked() -> None:
    indicator = "count(visit where level = high) - distinct(visit.(note, level) where level = low)"
    told = fact(1, note="An", level="low")
    assert keys(why(indicator, fact(2, note="An", level="low"), told)) == ["counted"]
    assert keys(why(indicator, fact(2, note="An", level="middle"), told)) == ["test"]


def test_a_step_done_twice_is_counted_and_one_of_another_plan_is_not_asked_for() -> None:
    indicator = "ratio(distinct(done.step latest by step where status = ended to date), steps(all))"
    told = fact(1, "done", step="p_1_1", status="ended")
    assert keys(why(indicator, fact(2, "done", step="p_1_1", status="ended"), told)) == ["counted"]
    assert keys(why(indicator, fact(2, "done", step="q_1_1", status="ended"), told)) == ["not-in-whole"]
    assert keys(why(indicator, fact(2, "done", step="p_1_2", status="begun"), told)) == ["test"]


def test_a_step_that_is_not_due_is_not_yet_overdue() -> None:
    indicator = "steps(due) - common(steps(due), distinct(done.step where status = ended to date))"
    assert keys(why(indicator, fact(1, "done", step="p_2_1", status="ended"))) == ["not-in-whole"]
