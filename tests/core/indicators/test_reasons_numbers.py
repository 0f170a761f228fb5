from datetime import date

from tests.core.indicators.reasons import keys, shown, why
from tests.core.indicators.world import fact

EARLIER, LATER = date(2026, 2, 1), date(2026, 6, 1)
LAST_YEAR = date(2025, 5, 1)

PRIZE_TO_VISIT = "delay(visit.note where level = high, after prize.org)"
SPENT = "overspent(cost.amount by line to date)"


def test_of_a_year_only_the_last_value_goes_into_a_mean() -> None:
    indicator = "avg(visit.share where level = high)"
    latest = fact(2, day=LATER, share=3, level="high")
    assert keys(why(indicator, fact(1, day=EARLIER, share=5, level="high"), latest)) == ["newer"]
    assert keys(why(indicator, fact(3, day=EARLIER, level="high"), latest)) == ["nothing"]
    assert keys(why(indicator, fact(3, day=EARLIER, share=5, level="low"), latest)) == ["test"]


def test_a_mean_that_stays_what_it_is_has_no_other_reason() -> None:
    assert keys(why("avg(visit.share)", fact(2, share=4), fact(1, day=LAST_YEAR, share=4))) == ["same"]


def test_a_last_value_nobody_wrote_down_is_told_so() -> None:
    assert keys(why("latest(visit.number)", fact(2, level="high"), fact(1, number=3))) == ["nothing"]
    newer = fact(2, day=LATER, number=3)
    assert keys(why("latest(visit.number)", fact(1, day=EARLIER, number=5), newer)) == ["newer"]


def test_a_count_of_last_reports_passes_over_the_earlier_ones() -> None:
    newer = fact(2, day=LATER, note="an", stage="stopped")
    early = fact(1, day=EARLIER, note="An", stage="done")
    assert keys(why("count(visit latest by note where stage = done)", early, newer)) == ["newer"]


def test_a_survey_of_another_place_is_no_newer_one() -> None:
    register = "register(survey.number plus check.number by kind)"
    elsewhere = fact(2, "survey", LATER, number=4, kind="y")
    here = fact(3, "survey", EARLIER, number=4, kind="x")
    assert keys(why(register, fact(1, "survey", EARLIER, number=0, kind="x"), elsewhere)) == ["same"]
    assert keys(why(register, fact(1, "survey", EARLIER, number=9, kind="x"), elsewhere, here)) == ["newer"]


def test_a_delay_waits_for_the_report_of_the_other_side() -> None:
    (sentence,) = why(PRIZE_TO_VISIT, fact(1, "prize", org="An"))
    assert sentence.key == "progress-why-also"
    assert [shown(sentence.args[name]) for name in ("value", "report", "asked")] == [
        "An",
        "visit",
        "level: high",
    ]
    assert keys(why(PRIZE_TO_VISIT, fact(1, note="An", level="high"))) == ["also-any"]


def test_a_delay_takes_the_first_report_of_each_side() -> None:
    prize = fact(1, "prize", EARLIER, org="An")
    visit = fact(2, note="an", level="high")
    assert keys(why(PRIZE_TO_VISIT, fact(3, day=LATER, note="An", level="high"), prize, visit)) == ["earlier"]
    assert keys(why(PRIZE_TO_VISIT, fact(3, "prize", LATER, org="AN"), prize, visit)) == ["earlier"]


def test_a_delay_needs_a_name_and_asks_its_own_condition() -> None:
    assert keys(why(PRIZE_TO_VISIT, fact(1, level="high"))) == ["nothing"]
    assert keys(why(PRIZE_TO_VISIT, fact(1, note="An", level="low"))) == ["test"]


def test_spending_within_a_line_is_told_so() -> None:
    (sentence,) = why(SPENT, fact(1, "cost", line="p_i_1", amount=20))
    assert sentence.key == "progress-why-not-exceeded"
    assert shown(sentence.args["value"]) == "p_i_1"


def test_a_line_that_is_exceeded_already_is_told_so() -> None:
    told = fact(1, "cost", line="p_ii", amount=60)
    assert keys(why(SPENT, fact(2, "cost", line="p_ii", amount=1), told)) == ["exceeded"]


def test_spending_without_an_amount_or_a_line_says_what_is_missing() -> None:
    found = [why(SPENT, fact(1, "cost", line="p_ii")), why(SPENT, fact(1, "cost", amount=20))]
    assert [shown(sentence.args["field"]) for (sentence,) in found] == ["amount", "line"]


def test_spending_of_another_plan_is_not_asked_for() -> None:
    assert keys(why(SPENT, fact(1, "cost", line="q_i", amount=20))) == ["not-in-whole"]
