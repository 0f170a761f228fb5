from datetime import date

import pytest

from core.indicators.facts import FactRow
from tests.core.indicators.reasons import keys, shown, why
from tests.core.indicators.world import fact

EARLIER, LATER = date(2026, 2, 1), date(2026, 6, 1)

#: a model site: at work, and named a model in this report or another
MODELS = (
    "common(distinct(visit.(note, level) latest by note, level where stage >= begun),"
    " distinct(visit.(note, level) where topics = a))"
)
#: both of two kinds of report about the same thing
BOTH = (
    "common(distinct(prize.org having distinct(year) >= 2), distinct(visit.note where stage = done"
    " and level in @upper and (number = 1 or number = 2)))"
)


def test_a_combination_told_twice_is_counted_and_named_in_words() -> None:
    indicator = "distinct(visit.(note, level, date, number))"
    told = fact(1, note="An Bình", level="low", date="2026-05-14", number=3)
    again = fact(2, note="an bình", level="low", date="2026-05-14", number=3)
    (sentence,) = why(indicator, again, told)
    assert sentence.key == "progress-why-counted"
    assert shown(sentence.args["value"]) == "an bình, low, 14/5/2026, number: 3"


def test_parts_nobody_filled_in_are_not_named() -> None:
    indicator = "distinct(visit.(note, level))"
    (sentence,) = why(indicator, fact(2, level="low"), fact(1, level="low"))
    assert shown(sentence.args["value"]) == "low"


def test_a_year_is_no_amount() -> None:
    (sentence,) = why("distinct(visit.(note, year))", fact(2, note="An"), fact(1, note="An"))
    assert shown(sentence.args["value"]).endswith("2026")


def test_a_report_with_none_of_the_fields_says_which() -> None:
    (sentence,) = why("distinct(visit.(note, level))", fact(1, number=3))
    assert sentence.key == "progress-why-nothing"
    assert shown(sentence.args["field"]) == "note, level"


def test_of_several_names_those_that_count_are_asked_about() -> None:
    indicator = "distinct(visit.(names, level) where names in roster(team))"
    told = fact(1, names=["An", "Bình"], level="low")
    (sentence,) = why(indicator, fact(2, names=["An", "Someone"], level="low"), told)
    assert shown(sentence.args["value"]) == "An, low"


def test_who_is_on_no_list_does_not_hide_that_the_others_are_counted() -> None:
    indicator = "ratio(distinct(visit.names), roster(team))"
    (sentence,) = why(indicator, fact(2, names=["An", "Someone"]), fact(1, names=["An"]))
    assert sentence.key == "progress-why-counted"
    assert shown(sentence.args["value"]) == "An"


def test_the_list_is_that_of_the_last_day_that_counts() -> None:
    indicator = "ratio(distinct(visit.names from 2026-01-01 to 2026-06-30), roster(team))"
    later = date(2026, 12, 1)
    assert keys(why(indicator, fact(1, names=["Dung"]), day=later)) == ["not-listed"]


def test_a_report_that_is_no_longer_the_last_of_its_key_is_told_so() -> None:
    indicator = "distinct(visit.(note, level) latest by note, level where stage >= begun)"
    stopped = fact(2, day=LATER, note="An", level="low", stage="stopped")
    assert keys(why(indicator, fact(1, day=EARLIER, note="An", level="low", stage="done"), stopped)) == [
        "newer"
    ]


def test_a_report_that_has_stopped_is_told_its_stage() -> None:
    indicator = "distinct(visit.note latest by note, level where stage >= begun)"
    assert keys(why(indicator, fact(1, note="An", level="low", stage="stopped"))) == ["test"]
    at_work = fact(1, day=EARLIER, note="An", level="low", stage="done")
    other = fact(2, day=LATER, note="an", level="high", stage="done")
    assert keys(why(indicator, fact(3, note="An", level="low", stage="done"), at_work, other)) == ["counted"]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (fact(1, note="An", level="low", stage="begun"), "topics"),
        (fact(1, note="An", level="low", topics=["a"]), "stage"),
        (fact(1, note="An", level="low", topics=["a"], stage="stopped"), "stage"),
    ],
)
def test_of_two_sides_the_failing_test_of_the_other_is_told(row: FactRow, field: str) -> None:
    (sentence,) = why(MODELS, row)
    assert sentence.key == "progress-why-test"
    assert shown(sentence.args["field"]) == field


def test_what_another_report_said_is_not_asked_again() -> None:
    named = fact(1, day=EARLIER, note="An", level="low", topics=["a"])
    at_work = fact(2, note="an", level="low", stage="begun")
    assert keys(why(MODELS, fact(3, day=LATER, note="An", level="low", stage="done"), named, at_work)) == [
        "counted"
    ]


def test_of_two_sides_that_both_fail_the_nearer_is_told() -> None:
    far, near = (
        "distinct(visit.note where level = low and number = 1)",
        "distinct(visit.note where level = high)",
    )
    indicator = f"common({far}, {near})"
    (sentence,) = why(indicator, fact(1, note="An", level="middle", number=2))
    assert shown(sentence.args["wanted"]) == "high"


def test_a_report_of_another_kind_is_asked_for_with_what_it_must_say() -> None:
    prizes = [fact(number, "prize", org="An", year=2020 + number) for number in (1, 2)]
    (sentence,) = why(BOTH, prizes[1], prizes[0])
    assert sentence.key == "progress-why-also"
    assert [shown(sentence.args[name]) for name in ("value", "report", "asked")] == [
        "An",
        "visit",
        "stage: done; level: upper",
    ]


def test_a_report_of_another_kind_without_conditions_is_asked_for_as_it_is() -> None:
    indicator = "common(distinct(prize.org), distinct(visit.note where number = 1 or number = 2))"
    assert keys(why(indicator, fact(1, "prize", org="An"))) == ["also-any"]


def test_everything_that_is_missing_is_told() -> None:
    found = why(BOTH, fact(1, "prize", org="An", year=2021))
    assert keys(found) == ["having-different", "also"]
    assert [found[0].args["count"], shown(found[0].args["wanted"])] == [1, "2 or more"]
    assert [shown(found[0].args["value"]), shown(found[0].args["field"])] == ["An", "year"]


def test_a_value_that_has_too_few_reports_is_told_how_many() -> None:
    indicator = "distinct(visit.(note, level) having count >= 3 where number >= 1)"
    told = fact(1, note="an", level="low", number=1)
    other = fact(2, note="An", level="high", number=1)
    (sentence,) = why(indicator, fact(3, note="An", level="low", number=1), told, other)
    assert [sentence.key, sentence.args["count"]] == ["progress-why-having", 2]
    assert shown(sentence.args["value"]) == "An, low"
    assert keys(why(indicator, fact(3, note="An", level="low"), told)) == ["test"]


def test_what_is_to_differ_has_to_be_said() -> None:
    (sentence,) = why("distinct(visit.note having distinct(level) >= 2)", fact(1, note="An"))
    assert sentence.key == "progress-why-nothing"
    assert shown(sentence.args["field"]) == "level"


def test_a_value_past_its_number_is_told_so() -> None:
    indicator = "distinct(visit.note having count = 1)"
    others = [fact(1, note="An"), fact(2, note="An")]
    (sentence,) = why(indicator, fact(3, note="An"), *others)
    assert [sentence.args["count"], shown(sentence.args["wanted"])] == [3, "1"]


def test_of_a_union_the_nearest_set_is_explained() -> None:
    indicator = (
        "union(distinct(visit.note having count >= 2 where stage = done),"
        " distinct(visit.note having distinct(level) >= 2 where stage >= begun))"
    )
    assert keys(why(indicator, fact(1, note="An", level="low", stage="begun"))) == ["having-different"]
    assert keys(why(indicator, fact(1, note="An", level="low", stage="done"))) == ["having"]
    assert keys(why(indicator, fact(1, note="An", level="low", stage="stopped"))) == ["test"]


def test_what_one_set_of_a_union_names_the_other_need_not() -> None:
    indicator = "union(distinct(visit.note where stage = done), distinct(survey.kind))"
    assert keys(why(indicator, fact(2, "survey", kind="x"), fact(1, note="x", stage="done"))) == ["counted"]
